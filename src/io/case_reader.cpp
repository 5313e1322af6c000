#include "io/case_reader.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/corporate_number.h"
#include "core/yen.h"
#include "io/case_migration.h"
#include "io/case_shape.h"
#include "io/json_writer.h"
#include "io/values.h"

namespace uwanose::io {

namespace {

using core::Month;
using core::Ratio;
using rules::FactDefinition;
using rules::Figure;

// Looking for the nearest name takes time: a file of nothing but unknown names gets so many hints.
constexpr std::size_t most_hints = 100;
// As many numbers as the page can give.
constexpr std::int64_t most_rows = 999'999'999;

class CaseReader {
 public:
  CaseReader(const rules::Catalogue& catalogue, Extent extent)
      : catalogue_(catalogue), shape_(CaseShape::of(catalogue)), extent_(extent) {}

  CaseFile read(JsonDocument document) {
    trail_.faults = std::move(document.faults);
    CaseFile file;
    CaseContent content;
    if (document.value) content = read_content(*document.value);
    file.faults = std::move(trail_.faults);
    file.warnings = std::move(trail_.warnings);
    file.extra = std::move(content.extra);
    file.notes = std::move(content.notes);
    file.scenarios = std::move(scenarios_);
    if (file.faults.empty()) file.value = std::move(content.facts);
    return file;
  }

 private:
  // The file's own case, or that of one of its scenarios.
  CaseContent read_content(Value& value) {
    CaseContent content;
    if (!want_object(value, trail_) || !is_ours(value)) return content;
    std::swap(case_, content.facts);
    std::swap(notes_, content.notes);
    const Value unknown = read_group(value, shape_);
    if (!unknown.children.empty()) content.extra = to_json(unknown);
    check_years();
    std::swap(case_, content.facts);
    std::swap(notes_, content.notes);
    return content;
  }

  // --- what kind of file it is ------------------------------------------------------------------

  bool is_ours(Value& root) {
    const Value* format = root.find("format");
    if (format == nullptr || !format->is(Value::Kind::text) || format->text != case_format) {
      const Step at(trail_, "format");
      trail_.fault("fault.format", "must be " + quoted(case_format), {std::string(case_format)});
      return false;
    }
    const Value* version = root.find("version");
    const Step at(trail_, "version");
    const std::string ours = std::to_string(case_version);
    if (version == nullptr) {
      trail_.fault("fault.version", "must be " + ours, {ours});
      return false;
    }
    const auto number = read_integer(*version, 1, std::numeric_limits<std::int64_t>::max(), trail_);
    if (number && *number > case_version) {
      const std::string theirs = std::to_string(*number);
      trail_.fault("fault.newer_version",
                   "the file is of version " + theirs + ", newer than " + ours +
                       ", which this program knows",
                   {theirs, ours});
    }
    if (!number || *number > case_version) return false;
    migrate(root, *number, case_migrations);
    return true;
  }

  // --- members ----------------------------------------------------------------------------------

  // The members that nobody knows.
  Value read_group(Value& object, const CaseShape& shape) {
    Value unknown{.kind = Value::Kind::object};
    for (Value& member : object.children) {
      const Step at(trail_, member.key);
      const CaseShape* known = shape.find(member.key);
      if (known == nullptr) {
        warn_unknown(member.key, [&] { return shape.child_names(); });
        unknown.children.push_back(std::move(member));
        continue;
      }
      if (member.is(Value::Kind::null)) continue;
      Value inside = read_member(member, *known);
      if (inside.children.empty()) continue;
      inside.key = member.key;
      unknown.children.push_back(std::move(inside));
    }
    return unknown;
  }

  Value read_member(Value& member, const CaseShape& shape) {
    switch (shape.kind) {
      case CaseShape::Kind::header: return {};
      case CaseShape::Kind::group:
        return want_object(member, trail_) ? read_group(member, shape) : Value{};
      case CaseShape::Kind::scalar: read_scalar(member, shape.fact); return {};
      case CaseShape::Kind::monthly: return read_monthly(member);
      case CaseShape::Kind::yearly: return read_yearly(member);
      case CaseShape::Kind::wages: return read_wages(member);
      case CaseShape::Kind::expenses: return read_expenses(member);
      case CaseShape::Kind::texts: read_form_texts(member); return {};
      case CaseShape::Kind::confirmed:
        if (extent_ == Extent::all) read_confirmed(member);
        return {};
      case CaseShape::Kind::scenarios:
        if (extent_ == Extent::all) read_scenarios(member);
        return {};
    }
    return {};
  }

  template <typename Names>
  void warn_unknown(std::string_view name, Names names) {
    const std::string_view near =
        trail_.warnings.size() < most_hints ? near_name(name, names()) : std::string_view();
    trail_.warn(near.empty() ? "warning.unknown_field" : "warning.unknown_field_near",
                "unknown field, kept as it is" + did_you_mean(near), {std::string(near)});
  }

  // --- scalars ----------------------------------------------------------------------------------

  void read_scalar(const Value& value, rules::FactIndex index) {
    const FactDefinition& fact = catalogue_[index];
    std::optional<Ratio> number;
    switch (fact.type) {
      case rules::FactType::text: {
        read_text_fact(value, index);
        return;
      }
      case rules::FactType::code:
        if (const auto code = read_municipality(value, trail_)) number = Ratio(*code);
        break;
      case rules::FactType::boolean:
        if (const auto yes = read_boolean(value, trail_)) number = Ratio(*yes ? 1 : 0);
        break;
      case rules::FactType::choice: {
        std::vector<std::string_view> names;
        for (const rules::Choice& choice : fact.choices) names.emplace_back(choice.id);
        if (const auto chosen = read_choice(value, names, trail_)) {
          number = Ratio(static_cast<std::int64_t>(*chosen));
        }
        break;
      }
      case rules::FactType::integer:
        if (const auto whole = read_integer(value, fact.min, fact.max, trail_)) {
          number = Ratio(*whole);
        }
        break;
      case rules::FactType::decimal:
        number = read_decimal(value, fact.min, fact.max, trail_);
        break;
      case rules::FactType::month:
        if (const auto month = read_month(value, trail_)) number = Ratio(month->index());
        break;
    }
    if (number) case_.set_scalar(index, number);
  }

  void read_text_fact(const Value& value, rules::FactIndex index) {
    const std::string* text = read_text(value, trail_);
    if (text == nullptr || text->empty()) return;
    if (catalogue_[index].id == "applicant.corporate_number" &&
        core::check_corporate_number(*text) != core::CorporateNumberFault::none) {
      trail_.warn("warning.corporate_number",
                  "not a corporate number: 13 digits, the first of which checks the others");
    }
    if (index >= case_.texts.size()) case_.texts.resize(index + std::size_t{1});
    case_.texts[index] = *text;
  }

  void read_form_texts(const Value& object) {
    if (!want_object(object, trail_)) return;
    for (const Value& member : object.children) {
      const Step at(trail_, member.key);
      if (member.is(Value::Kind::null)) continue;
      const std::string* text = read_text(member, trail_);
      if (text != nullptr && !text->empty()) case_.form_texts.insert_or_assign(member.key, *text);
    }
  }

  // --- rows -------------------------------------------------------------------------------------

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
        warn_unknown(member.key, [&] {
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

  // --- how it was entered, and what it is compared with -----------------------------------------

  static bool is_note(std::string_view key) { return key == "with_tax" || key == "row"; }

  void read_note(Value& member, std::size_t expense) {
    if (extent_ == Extent::facts || member.is(Value::Kind::null)) return;
    ExpenseNotes& notes = notes_.expenses[expense];
    if (member.key == "row") {
      notes.row = read_integer(member, 1, most_rows, trail_).value_or(0);
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

  void read_confirmed(const Value& object) {
    if (!want_object(object, trail_)) return;
    for (const Value& member : object.children) {
      const Step at(trail_, member.key);
      if (member.is(Value::Kind::null)) continue;
      const auto value = read_integer(member, -core::max_stated_yen, core::max_stated_yen, trail_);
      if (value) notes_.confirmed.insert_or_assign(member.key, *value);
    }
  }

  void read_scenarios(Value& list) {
    if (!want_list(list, trail_) || list.children.empty()) return;
    std::vector<SavedScenario> scenarios(list.children.size());
    const auto fits = [](std::size_t count) {
      return count >= least_scenarios && count <= most_scenarios;
    };
    // One within another is counted before it is read: a file is not deeper for being odd.
    bool sound = fits(scenarios.size()) && !within_scenario_;
    for (std::size_t i = 0; sound && i < scenarios.size(); ++i) {
      const Step at(trail_, i);
      read_scenario(list.children[i], scenarios[i]);
    }
    const auto own = std::count_if(scenarios.begin(), scenarios.end(),
                                   [](const SavedScenario& each) { return !each.content; });
    sound = sound && own == 1;
    if (!sound) {
      trail_.fault("fault.scenarios",
                   "must be two to four, exactly one of them without \"case\": the file's own; a "
                   "scenario has none within");
      return;
    }
    scenarios_ = std::move(scenarios);
  }

  void read_scenario(Value& value, SavedScenario& scenario) {
    const std::array columns{Column{"number", 1, most_rows}};
    const Value unknown = read_row(value, columns, std::array{&scenario.number},
                                   [&](Value& member) {
                                     if (member.key != "name" && member.key != "case") return false;
                                     if (member.is(Value::Kind::null)) return true;
                                     if (member.key == "case") {
                                       within_scenario_ = true;
                                       scenario.content = read_content(member);
                                       within_scenario_ = false;
                                     } else if (const auto* name = read_text(member, trail_)) {
                                       scenario.name = *name;
                                     }
                                     return true;
                                   },
                                   {"name", "case"});
    if (!unknown.children.empty()) scenario.extra = to_json(unknown);
  }

  // --- lists ------------------------------------------------------------------------------------

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

  // --- what no single value shows ---------------------------------------------------------------

  void check_years() {
    const auto index = catalogue_.find("plan.years");
    if (!index) return;
    const Step plan(trail_, "plan");
    const Step yearly(trail_, "yearly");
    const auto years = case_.scalar(*index);
    if (years && Ratio(static_cast<std::int64_t>(case_.yearly.size())) > *years) {
      trail_.fault("fault.yearly", "more years than plan.years");
    } else if (case_.yearly.size() > static_cast<std::size_t>(catalogue_[*index].max)) {
      const std::string most = std::to_string(catalogue_[*index].max);
      trail_.fault("fault.yearly_most", "more years than the " + most + " that a plan can have",
                   {most});
    }
  }

  const rules::Catalogue& catalogue_;
  CaseShape shape_;
  Extent extent_;
  Trail trail_;
  rules::Case case_;  // of what is being read, as are its notes
  EntryNotes notes_;
  bool within_scenario_ = false;
  std::vector<SavedScenario> scenarios_;
};

bool is_case(const Value& value) {
  const Value* format = value.find("format");
  return format != nullptr && format->text == case_format;
}

constexpr int most_levels = 3;

Value* case_within(Value& value, int levels) {
  for (Value& member : value.children) {
    if (!member.is(Value::Kind::object)) continue;
    if (is_case(member)) return &member;
    if (levels == 0) continue;
    if (Value* inside = case_within(member, levels - 1)) return inside;
  }
  return nullptr;
}

}  // namespace

CaseFile read_case(std::string_view bytes, const rules::Catalogue& catalogue, Extent extent) {
  return CaseReader(catalogue, extent).read(read_json(bytes));
}

CaseFile read_case_within(std::string_view bytes, const rules::Catalogue& catalogue,
                          Extent extent) {
  JsonDocument document = read_json(bytes);
  if (document.value && !is_case(*document.value)) {
    if (Value* inside = case_within(*document.value, most_levels)) {
      Value found = std::move(*inside);
      document.value = std::move(found);
    } else if (const Value* format = document.value->find("format")) {
      const bool assessment = format->text == "uwanose-assessment";
      return {.value = {},
              .faults = {{"format",
                          assessment ? "fault.assessment" : "fault.other_format",
                          "must be \"uwanose-case\"; no case is inside either",
                          {format->text}}},
              .warnings = {},
              .extra = {},
              .notes = {},
              .scenarios = {}};
    }
  }
  return CaseReader(catalogue, extent).read(std::move(document));
}

}  // namespace uwanose::io
