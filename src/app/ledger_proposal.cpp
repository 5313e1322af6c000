// Months beside accounts → monthly figures of the form: which account the sales are, the year and
// the unit are asked; every other answer stands in the labels.

#include <algorithm>
#include <set>

#include "app/figures.h"
#include "app/ledger.h"
#include "app/proposal.h"

namespace uwanose::app {

namespace {

using rules::Series;

constexpr std::size_t most_listed = 200;

std::string joined(const Words& words, const std::vector<std::string>& texts) {
  constexpr std::size_t most = 8;
  std::string all;
  for (std::size_t i = 0; i < std::min(texts.size(), most); ++i) {
    if (i > 0) all += words("list.separator");
    all += texts[i];
  }
  if (texts.size() > most) all += words("compare.more", {std::to_string(texts.size() - most)});
  return all;
}

class Maker {
 public:
  Maker(const State& state, const Ledger& ledger, Draft& draft)
      : state_(state), words_(state.words()), ledger_(ledger), draft_(draft) {}

  void make() {
    const Account* sales = account("sales", ledger_.likely_sales());
    const Account* value_added = nullptr;
    if (ledger_.likely_value_added() != nullptr) {
      value_added = account("value_added", ledger_.likely_value_added());
    }
    const auto first = first_month();
    const std::int64_t unit = ask_unit(state_, draft_, ledger_.unit);
    remark_on_table();
    if (draft_.open) return;
    note_shown_months();
    take(sales, "monthly.sales_yen", *first, unit);
    take(value_added, "monthly.value_added_yen", *first, unit);
    remark_on_months();
  }

 private:
  std::string name_of(const Account& account) const {
    const std::string line = words_(ledger_.months_run_down ? "import.column" : "import.row",
                                    {std::to_string(account.at + 1)});
    return account.label.empty() ? line : words_("import.account", {account.label, line});
  }

  // Those that may be it first, then the others in the order of the table.
  const Account* account(const char* id, const Account* likely) {
    const bool sales = std::string_view(id) == "sales";
    Question question{id,
                      std::string(words_(sales ? "import.sales" : "import.value_added")),
                      std::string(words_("import.sales_help")),
                      {},
                      {}};
    if (!sales) question.help.clear();
    question.choices.push_back({"", std::string(words_("import.choose"))});
    std::vector<const Account*> order;
    for (const Account& account : ledger_.accounts) order.push_back(&account);
    std::stable_sort(order.begin(), order.end(), [&](const Account* a, const Account* b) {
      return sales ? a->rank > b->rank : a->value_added && !b->value_added;
    });
    if (order.size() > most_listed) order.resize(most_listed);
    for (const Account* choice : order) {
      question.choices.push_back({std::to_string(choice->at), name_of(*choice)});
    }
    question.choices.push_back({"none", std::string(words_("import.not_taken"))});
    const std::string chosen = ask(state_, draft_, std::move(question),
                                   likely != nullptr ? std::to_string(likely->at) : std::string());
    for (const Account& account : ledger_.accounts) {
      if (std::to_string(account.at) == chosen) return &account;
    }
    return nullptr;
  }

  std::optional<core::Month> first_month() {
    if (ledger_.first) return ledger_.first;
    constexpr int first_year = 2018, last_year = 2026;
    Question question{"year",
                      std::string(words_("import.year")),
                      words_("import.year_help", {std::to_string(ledger_.first_of_year)}),
                      {},
                      {}};
    question.choices.push_back({"", std::string(words_("import.choose"))});
    for (int year = first_year; year <= last_year; ++year) {
      const core::Month month(year, ledger_.first_of_year);
      question.choices.push_back({month.to_string(), month_text(words_, month)});
    }
    return core::Month::parse(ask(state_, draft_, std::move(question), {}));
  }

  // Months that the form does not show never count.
  void note_shown_months() {
    const Form form = make_form(state_);
    for (const FormSection& section : form.sections) {
      for (const Grid& grid : section.grids) {
        if (grid.id != "monthly") continue;
        for (const Row& row : grid.rows) {
          if (const auto month = core::Month::parse(row.id)) shown_.insert(*month);
        }
      }
    }
  }

  void take(const Account* account, std::string_view fact, core::Month first, std::int64_t unit) {
    const auto index = state_.catalogue().find(fact);
    if (account == nullptr || !index) return;
    for (const LedgerMonth& at : ledger_.months) {
      const auto place = ledger_.place(at, account->at);
      const std::string_view text = cell(state_.import->cells, place.first, place.second);
      if (label_of(text).empty()) continue;
      const core::Month month = first + at.offset;
      if (shown_.count(month) == 0) {
        not_shown_.insert(month);
        continue;
      }
      take_cell(state_, draft_, {*index, Series::monthly, month, 0, 0}, text, unit, place);
      const rules::MonthFigures* row = draft_.next.facts.find_month(month);
      if (fact == "monthly.sales_yen" && row != nullptr && row->sales_yen == 0) zero_.insert(month);
    }
  }

  void remark(std::string_view key, const std::vector<std::string>& arguments) {
    draft_.proposal.remarks.push_back(words_(key, arguments));
  }

  void remark_on_table() {
    if (!ledger_.left_out.empty()) remark("import.left_out", {joined(words_, ledger_.left_out)});
    if (ledger_.twice > 0) remark("import.twice", {std::to_string(ledger_.twice)});
    if (ledger_.tax_included) remark("import.tax_included", {});
  }

  void remark_on_months() {
    const auto list = [&](std::string_view key, const std::set<core::Month>& months) {
      std::vector<std::string> texts;
      texts.reserve(months.size());
      for (const core::Month month : months) texts.push_back(month_text(words_, month));
      if (!texts.empty()) remark(key, {joined(words_, texts)});
    };
    list("import.not_shown", not_shown_);
    list("import.zero", zero_);
  }

  const State& state_;
  Words words_;
  const Ledger& ledger_;
  Draft& draft_;
  std::set<core::Month> shown_, not_shown_, zero_;
};

}  // namespace

void draft_ledger(const State& state, Draft& draft) {
  if (const auto ledger = find_ledger(state.import->cells)) Maker(state, *ledger, draft).make();
}

}  // namespace uwanose::app
