#include "app/doubts.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "app/change.h"
#include "app/facts.h"
#include "app/figures.h"
#include "app/tax.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

// As many times its neighbours' middle as nobody's month is.
constexpr std::int64_t far = 100;
constexpr std::int64_t few_yen = 100'000;  // for a month's sales, or a capital
constexpr std::int64_t many_people = 5'000;
constexpr std::int64_t high_capital = 100'000'000'000;
constexpr std::int64_t high_expense = 1'000'000'000, low_expense = 1'000;
constexpr std::int64_t low_wage = 500, high_wage = 10'000;

struct Point {
  std::string key;
  std::int64_t value = 0;
};
using Points = std::vector<Point>;

class Finder {
 public:
  Finder(const Document& document, const rules::Catalogue& catalogue, const Words& words)
      : words_(words), document_(document), facts_(document.facts), catalogue_(catalogue) {}

  std::vector<Doubt> find() {
    scalars();
    monthly();
    plan();
    wages();
    expenses();
    std::erase_if(doubts_, [&](const Doubt& doubt) {
      const auto at = document_.confirmed.find(doubt.key);
      return at != document_.confirmed.end() && at->second == doubt.value;
    });
    return std::move(doubts_);
  }

 private:
  std::string yen(std::int64_t value) const { return yen_text(words_, value); }

  Fix becomes(const std::string& key, std::int64_t value) const {
    return {{"doubt.fix", {yen(value)}}, {{key, value}}};
  }

  void ask(std::string key, std::int64_t value, Message question, std::vector<Fix> fixes = {}) {
    if (!asked_.insert(key).second) return;
    doubts_.push_back({std::move(key), value, std::move(question), std::move(fixes)});
  }

  std::optional<std::int64_t> scalar(std::string_view id) const {
    const auto fact = catalogue_.find(id);
    const auto number = fact ? facts_.scalar(*fact) : std::nullopt;
    return number ? std::optional(static_cast<std::int64_t>(number->floor())) : std::nullopt;
  }

  void people(const std::string& key, const rules::Figure& count) {
    if (count.value_or(0) <= many_people) return;
    ask(key, *count, {"doubt.people", {core::format_integer(*count)}});
  }

  void wage(const std::string& key, const rules::Figure& yen_an_hour) {
    if (!yen_an_hour || (*yen_an_hour >= low_wage && *yen_an_hour <= high_wage)) return;
    ask(key, *yen_an_hour, {"doubt.wage", {yen(*yen_an_hour)}});
  }

  void scalars() {
    people("applicant.employees", scalar("applicant.employees"));
    const std::string key = "applicant.capital_yen";
    const std::int64_t capital = scalar(key).value_or(0);
    if (capital > 0 && capital < few_yen) {
      ask(key, capital, {"doubt.capital_low", {yen(capital)}},
          {becomes(key, capital * 1'000), becomes(key, capital * 10'000)});
    }
    if (capital >= high_capital) {
      std::vector<Fix> fixes;
      if (capital % 1'000 == 0) fixes.push_back(becomes(key, capital / 1'000));
      ask(key, capital, {"doubt.high", {yen(capital)}}, std::move(fixes));
    }
  }

  // Each beside the middle of the others, by size alone.
  void outliers(const Points& points, bool low_too) {
    constexpr std::size_t enough = 3;
    std::vector<std::int64_t> sizes;
    for (const Point& point : points) {
      if (point.value != 0) sizes.push_back(std::abs(point.value));
    }
    if (sizes.size() < enough) return;
    std::sort(sizes.begin(), sizes.end());
    for (const Point& point : points) {
      const std::int64_t size = std::abs(point.value);
      if (size == 0) continue;
      // The middle of the others; of two middles the one that excuses it.
      const auto at = static_cast<std::size_t>(std::lower_bound(sizes.begin(), sizes.end(), size) -
                                               sizes.begin());
      const auto middle = [&](std::size_t half) { return sizes[half + (at <= half ? 1 : 0)]; };
      const std::int64_t upper = middle((sizes.size() - 1) / 2);
      const std::int64_t lower = middle((sizes.size() - 2) / 2);
      if (size / far >= upper) {
        ask_outlier(point, upper, "doubt.above_others", point.value / 1'000,
                    point.value % 1'000 == 0);
      } else if (low_too && lower / far >= size) {
        ask_outlier(point, lower, "doubt.below_others", point.value * 1'000, true);
      }
    }
  }

  void ask_outlier(const Point& point, std::int64_t middle, const char* question,
                   std::int64_t meant, bool exact) {
    std::vector<Fix> fixes;
    const std::int64_t size = std::abs(meant);
    if (exact && size / 10 <= middle && middle / 10 <= size) {
      fixes.push_back(becomes(point.key, meant));
    }
    ask(point.key, point.value, {question, {yen(point.value), yen(middle)}}, std::move(fixes));
  }

  void monthly() {
    Points sales, value_added;
    for (const rules::MonthFigures& row : facts_.monthly) {
      const std::string month = "monthly." + row.month.to_string();
      if (row.sales_yen) sales.push_back({month + ".sales_yen", *row.sales_yen});
      if (row.value_added_yen) {
        value_added.push_back({month + ".value_added_yen", *row.value_added_yen});
      }
    }
    all_low(sales);
    outliers(sales, true);
    outliers(value_added, false);  // it comes close to zero in a bad month
  }

  void all_low(const Points& sales) {
    Fix fix{{"doubt.fix_months", {}}, {}};
    const Point* first = nullptr;
    for (const Point& point : sales) {
      if (point.value >= few_yen) return;
      if (point.value == 0) continue;
      if (first == nullptr) first = &point;
      fix.values.emplace_back(point.key, point.value * 1'000);
    }
    if (fix.values.size() < 3) return;
    ask(first->key, first->value, {"doubt.all_low", {yen(few_yen)}}, {std::move(fix)});
  }

  void plan() {
    Points value_added;
    const std::string base = "plan.base.value_added_yen";
    if (const auto value = scalar(base)) value_added.push_back({base, *value});
    people("plan.base.employees", scalar("plan.base.employees"));
    wage("plan.base.minimum_hourly_wage_yen", scalar("plan.base.minimum_hourly_wage_yen"));
    for (std::size_t i = 0; i < facts_.yearly.size(); ++i) {
      const rules::YearPlan& year = facts_.yearly[i];
      const std::string key = "plan.yearly." + std::to_string(i + 1) + '.';
      if (year.value_added_yen) {
        value_added.push_back({key + "value_added_yen", *year.value_added_yen});
      }
      people(key + "employees", year.employees);
      wage(key + "minimum_hourly_wage_yen", year.minimum_hourly_wage_yen);
    }
    outliers(value_added, true);
  }

  void wages() {
    for (const rules::WageMonth& row : facts_.wages) {
      people("wages." + row.month.to_string() + ".employees", row.employees);
    }
  }

  void expenses() {
    if (!facts_.expenses) return;
    for (std::size_t i = 0; i < facts_.expenses->size(); ++i) {
      const RowId row = document_.rows[i];
      const rules::Expense& expense = (*facts_.expenses)[i];
      const std::string key = "expenses." + std::to_string(row) + '.';
      if (expense.amount_yen) amount(key + "amount_yen", *expense.amount_yen, row, expense.item);
      if (expense.unit_price_yen && expense.amount_yen &&
          *expense.unit_price_yen > *expense.amount_yen) {
        ask(key + "unit_price_yen", *expense.unit_price_yen,
            {"doubt.unit_price", {yen(*expense.unit_price_yen), yen(*expense.amount_yen)}});
      }
    }
  }

  void amount(const std::string& key, std::int64_t value, RowId row, std::string_view item) {
    if (value >= high_expense) {
      std::vector<Fix> fixes;
      if (value % 1'000 == 0) fixes.push_back(becomes(key, value / 1'000));
      ask(key, value, {"doubt.high", {yen(value)}}, std::move(fixes));
    } else if (value > 0 && value < low_expense) {
      ask(key, value, {"doubt.low", {yen(value)}}, {becomes(key, value * 1'000)});
    }
    if (tax_of(document_, row) != 0) return;
    const bool says_so = split_tax_words(item).percent.value_or(0) != 0;
    const int percent = says_so ? *split_tax_words(item).percent : likely_tax(value);
    if (percent == 0) return;
    const std::string rate = std::to_string(percent);
    ask(key, value,
        {says_so ? "doubt.taxed_item" : "doubt.taxed",
         {yen(value), rate, yen(without_tax(value, percent))}},
        {{{"doubt.fix_tax", {rate}}, {{tax_key(row), percent}}}});
  }

  Words words_;
  const Document& document_;
  const rules::Case& facts_;
  const rules::Catalogue& catalogue_;
  std::vector<Doubt> doubts_;
  std::unordered_set<std::string> asked_;  // their keys
};

std::optional<Doubt> doubt_at(const State& state, std::string_view key) {
  for (Doubt& doubt : find_doubts(state)) {
    if (doubt.key == key) return std::move(doubt);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Doubt> find_doubts(const Document& document, const rules::Catalogue& catalogue,
                               const Words& words) {
  return Finder(document, catalogue, words).find();
}

void confirm_all(Document& document, const rules::Catalogue& catalogue, const Words& words) {
  for (const Doubt& doubt : find_doubts(document, catalogue, words)) {
    document.confirmed.insert_or_assign(doubt.key, doubt.value);
  }
}

void fix_doubt(State& state, std::string_view key, std::size_t fix) {
  const auto doubt = doubt_at(state, key);
  if (!doubt || fix >= doubt->fixes.size()) return;
  const rules::Catalogue& catalogue = state.catalogue();
  Document next = *state.document;
  for (const auto& [at, value] : doubt->fixes[fix].values) {
    if (const auto row = tax_row(at)) {
      set_tax(next, *row, static_cast<int>(value));
    } else if (const auto field = parse_key(at, catalogue)) {
      write_fact(next, *field, Value{core::Ratio(value), {}}, catalogue);
      next.taxed.erase(field->row);  // the figure meant is without tax
    }
  }
  change(state, std::move(next), std::string(key));
  focus(state, std::string(key));
}

void keep_value(State& state, std::string_view key) {
  const auto doubt = doubt_at(state, key);
  if (!doubt) return;
  Document next = *state.document;
  next.confirmed.insert_or_assign(std::string(key), doubt->value);
  change(state, std::move(next), std::string(key));
  focus(state, std::string(key));
}

}  // namespace uwanose::app
