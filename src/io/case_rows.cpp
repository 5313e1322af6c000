#include "io/case_rows.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/yen.h"
#include "io/json_writer.h"

namespace uwanose::io {

namespace {

using core::Month;
using rules::Figure;

class RowReader {
 public:
  RowReader(const rules::Catalogue& catalogue, Trail& trail, rules::Case& into, EntryNotes* notes)
      : catalogue_(catalogue), trail_(trail), case_(into), notes_(notes) {}

  Value read(Value& list, CaseShape::Kind kind) {
    switch (kind) {
      case CaseShape::Kind::monthly: return read_monthly(list);
      case CaseShape::Kind::yearly: return read_yearly(list);
      case CaseShape::Kind::wages: return read_wages(list);
      case CaseShape::Kind::expenses: return read_expenses(list);
      default: return {};
    }
  }

 private:
  // One column of a table: its bounds come from the catalogue.
  struct Column {
    std::string_view name;
    std::int64_t min = 0;
    std::int64_t max = core::max_stated_yen;
  };
  Column column(std::string_view id) const {
    Column result{.name = id.substr(id.rfind('.') + 1)};
    if (const auto index = catalogue_.find(id)) {
      result.min = catalogue_[*index].min;
      result.max = catalogue_[*index].max;
    }
    return result;
  }

  // Reads the figures of a row; `other` takes a member that is no figure and says whether it knows
  // it. Returns the unknown members.
  template <std::size_t count, typename Other>
  Value read_row(Value& row, const std::array<Column, count>& columns,
                 const std::array<Figure*, count>& figures, Other other,
                 std::initializer_list<std::string_view> other_names) {
    Value unknown{.kind = Value::Kind::object};
    if (row.is(Value::Kind::null) || !want_object(row, trail_)) return unknown;
    for (Value& member : row.children) {
      const Step at(trail_, member.key);
      const auto known = std::find_if(columns.begin(), columns.end(), [&](const Column& candidate) {
        return candidate.name == member.key;
      });
      if (known != columns.end()) {
        if (!member.is(Value::Kind::null)) {
          *figures[static_cast<std::size_t>(known - columns.begin())] =
              read_integer(member, known->min, known->max, trail_);
        }
      } else if (!other(member)) {
        warn_unknown(member.key, trail_, [&] {
          std::vector<std::string_view> names(other_names);
          for (const Column& candidate : columns) names.push_back(candidate.name);
          return names;
        });
        unknown.children.push_back(std::move(member));
      }
    }
    return unknown;
  }

  // Reads a table with a row for each month, sorts it and finds months that stand twice.
  template <typename Row, std::size_t count, typename Check>
  Value read_months(Value& list, const std::array<Column, count>& columns,
                    const std::array<Figure Row::*, count>& members, std::vector<Row>& rows,
                    Check check) {
    Value unknown{.kind = Value::Kind::object};
    if (!want_list(list, trail_)) return unknown;
    rows.reserve(list.children.size());
    std::vector<std::pair<Month, std::size_t>> months;
    for (std::size_t i = 0; i < list.children.size(); ++i) {
      const Step at(trail_, i);
      Row row;
      bool has_month = false;
      std::array<Figure*, count> figures;
      for (std::size_t k = 0; k < count; ++k) figures[k] = &(row.*members[k]);
      Value inside = read_row(list.children[i], columns, figures,
                              [&](const Value& member) {
                                if (member.key != "month") return false;
                                if (member.is(Value::Kind::null)) return true;
                                has_month = true;
                                if (const auto month = read_month(member, trail_)) {
                                  row.month = *month;
                                  months.emplace_back(*month, i);
                                }
                                return true;
                              },
                              {"month"});
      if (!has_month && is_row(list.children[i])) {
        const Step at_month(trail_, "month");
        trail_.fault("fault.no_month", "must be given: a row belongs to a month");
      }
      check(row);
      if (!inside.children.empty()) {
        inside.key = row.month.to_string();
        unknown.children.push_back(std::move(inside));
      }
      rows.push_back(row);
    }
    std::sort(months.begin(), months.end());
    for (std::size_t i = 1; i < months.size(); ++i) {
      if (months[i].first != months[i - 1].first) continue;
      const Step at(trail_, months[i].second);
      const Step at_month(trail_, "month");
      const std::string month = months[i].first.to_string();
      trail_.fault("fault.month_twice", "the month " + month + " is given twice", {month});
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row& a, const Row& b) { return a.month < b.month; });
    return unknown;
  }
  static bool is_row(const Value& value) {
    return value.is(Value::Kind::object) || value.is(Value::Kind::null);
  }

  Value read_monthly(Value& list) {
    const std::array columns{column("monthly.sales_yen"), column("monthly.value_added_yen")};
    return read_months<rules::MonthFigures>(
        list, columns,
        std::array{&rules::MonthFigures::sales_yen, &rules::MonthFigures::value_added_yen},
        case_.monthly, [](const rules::MonthFigures&) {});
  }

  Value read_wages(Value& list) {
    const std::array columns{column("wages.employees"), column("wages.near_minimum")};
    return read_months<rules::WageMonth>(
        list, columns, std::array{&rules::WageMonth::employees, &rules::WageMonth::near_minimum},
        case_.wages, [this](const rules::WageMonth& row) {
          if (!row.employees || !row.near_minimum || *row.near_minimum <= *row.employees) return;
          const Step at(trail_, "near_minimum");
          trail_.fault("fault.near_minimum", "must not exceed employees");
        });
  }

  Value read_yearly(Value& list) {
    const std::array columns{column("plan.yearly.value_added_yen"), column("plan.yearly.employees"),
                             column("plan.yearly.minimum_hourly_wage_yen")};
    return read_list(list, case_.yearly, [&](Value& value, rules::YearPlan& row, std::size_t) {
      return read_row(
          value, columns,
          std::array{&row.value_added_yen, &row.employees, &row.minimum_hourly_wage_yen},
          [](const Value&) { return false; }, {});
    });
  }

  Value read_expenses(Value& list) {
    const std::array columns{column("expenses.amount_yen"), column("expenses.unit_price_yen")};
    std::vector<std::string_view> categories;
    for (const rules::Choice& category : catalogue_.categories)
      categories.emplace_back(category.id);
    return read_list(
        list, case_.expenses.emplace(), [&](Value& value, rules::Expense& row, std::size_t index) {
          const Value unknown =
              read_row(value, columns, std::array{&row.amount_yen, &row.unit_price_yen},
                       [&](Value& member) {
                         if (is_note(member.key)) {
                           read_note(member, index);
                           return true;
                         }
                         if (member.key != "category" && member.key != "item") return false;
                         if (member.is(Value::Kind::null)) return true;
                         if (member.key == "item") {
                           if (const std::string* item = read_text(member, trail_))
                             row.item = *item;
                         } else if (const auto category = read_choice(member, categories, trail_)) {
                           row.category = static_cast<int>(*category);
                         }
                         return true;
                       },
                       {"category", "item", "with_tax", "row"});
          if (!unknown.children.empty()) row.extra = to_json(unknown);
          return Value{.kind = Value::Kind::object};
        });
  }

  static bool is_note(std::string_view key) { return key == "with_tax" || key == "row"; }

  void read_note(Value& member, std::size_t expense) {
    if (notes_ == nullptr || member.is(Value::Kind::null)) return;
    ExpenseNotes& notes = notes_->expenses[expense];
    if (member.key == "row") {
      notes.row = read_integer(member, 1, most_numbers, trail_).value_or(0);
      return;
    }
    WithTax& with_tax = notes.with_tax.emplace();
    const std::array columns{column("expenses.amount_yen"), column("expenses.unit_price_yen")};
    const Value unknown =
        read_row(member, columns, std::array{&with_tax.amount_yen, &with_tax.unit_price_yen},
                 [&](const Value& inside) {
                   if (inside.key != "percent") return false;
                   read_percent(inside, with_tax.percent);
                   return true;
                 },
                 {"percent"});
    if (!unknown.children.empty()) with_tax.extra = to_json(unknown);
  }

  void read_percent(const Value& value, std::int64_t& percent) {
    percent = read_integer(value, 0, 100, trail_).value_or(10);
    if (percent == 8 || percent == 10) return;
    const std::string given = std::to_string(percent);
    trail_.fault("fault.choice", "must be 8 or 10, not " + given, {given, "8, 10"});
  }

  template <typename Row, typename Read>
  Value read_list(Value& list, std::vector<Row>& rows, Read read) {
    Value unknown{.kind = Value::Kind::object};
    if (!want_list(list, trail_)) return unknown;
    rows.resize(list.children.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Step at(trail_, i);
      Value inside = read(list.children[i], rows[i], i);
      if (inside.children.empty()) continue;
      inside.key = std::to_string(i);
      unknown.children.push_back(std::move(inside));
    }
    return unknown;
  }

  const rules::Catalogue& catalogue_;
  Trail& trail_;
  rules::Case& case_;
  EntryNotes* notes_;
};

}  // namespace

Value read_rows(Value& list, CaseShape::Kind kind, const rules::Catalogue& catalogue, Trail& trail,
                rules::Case& into, EntryNotes* notes) {
  return RowReader(catalogue, trail, into, notes).read(list, kind);
}

}  // namespace uwanose::io
