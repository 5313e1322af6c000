#include "app/form.h"

#include <algorithm>
#include <set>

#include "app/doubts.h"
#include "app/entry.h"
#include "app/facts.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/relevance.h"
#include "app/support_money.h"
#include "app/tax.h"
#include "core/decimal.h"
#include "core/municipality_code.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

using rules::FactDefinition;
using rules::FactIndex;
using rules::FactType;
using rules::Series;

// Without the month of the application the months of the latest call are shown.
constexpr core::Month latest_application(2022, 3);

class Maker {
 public:
  explicit Maker(const State& state)
      : state_(state),
        words_(state.words()),
        catalogue_(state.catalogue()),
        facts_(state.facts()),
        relevance_(relevance_of(*state.rules, state.frames)),
        doubts_(find_doubts(state)) {
    note_missing();
  }

  Form make() {
    Form form;
    for (const rules::Section& section : catalogue_.sections) {
      FormSection made;
      made.id = section.id;
      made.label = words_(section.label);
      made.help = words_(section.help);
      fill(made);
      if (made.fields.empty() && made.grids.empty()) continue;
      count(made, form);
      form.sections.push_back(std::move(made));
    }
    return form;
  }

 private:
  void note_missing() {
    const auto note = [this](const rules::PartResult& part) {
      for (const rules::FactRef& ref : part.missing) {
        needed_.insert(field_of(ref, facts_, state_.document->rows, catalogue_));
        if (ref.kind != rules::FactRef::Kind::wages) continue;
        const std::string month = core::Month::from_index(ref.a).to_string();
        needed_.insert("wages." + month + ".near_minimum");
      }
    };
    for (const rules::FrameResult& frame : state_.assessment.frames) {
      note(frame.national);
      if (frame.prefectural) note(*frame.prefectural);
    }
  }

  void fill(FormSection& section) {
    for (std::size_t i = 0; i < catalogue_.facts.size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      const FactDefinition& definition = catalogue_[fact];
      if (definition.section != section.id || definition.series != Series::none) continue;
      if (is_base(definition) || !wanted(fact)) continue;
      section.fields.push_back(field({fact, Series::none, {}, 0, 0}, definition.label, {}));
    }
    Grid grid = section.id == "monthly"    ? monthly()
                : section.id == "plan"     ? plan()
                : section.id == "wages"    ? wages()
                : section.id == "expenses" ? expenses()
                                           : Grid();
    if (grid.columns.empty()) return;
    if (section.id == "monthly" && grid.columns.front().id == "sales_yen") {
      section.fields.push_back(support());
    }
    grid.id = section.id;
    grid.caption = section.label;
    section.grids.push_back(std::move(grid));
    section.declared_none = section.id == "expenses" && facts_.expenses && facts_.expenses->empty();
  }

  void count(FormSection& section, Form& form) {
    const auto look_at = [&](const Field& field) {
      section.known += field.known ? 1 : 0;
      section.needed += field.needed ? 1 : 0;
      section.doubts += field.doubt.empty() ? 0 : 1;
      if (!field.error.empty()) form.errors.push_back({field.key, field.label, field.error});
    };
    for (const Field& field : section.fields) look_at(field);
    for (const Grid& grid : section.grids) {
      for (const Row& row : grid.rows) {
        for (const Field& cell : row.cells) look_at(cell);
      }
    }
    if (section.id == "expenses" && needed_.count("expenses.add") > 0) ++section.needed;
  }

  bool is_base(const FactDefinition& definition) const {
    return definition.id.starts_with("plan.base.");
  }

  bool stated(FactIndex fact) const {
    return read_fact(*state_.document, {fact, Series::none, {}, 0, 0}, catalogue_).has_value() ||
           state_.document->entries.count(catalogue_[fact].id) > 0;
  }

  bool wanted(FactIndex fact) const {
    return catalogue_[fact].type == FactType::text || relevance_.scalar(fact) || stated(fact);
  }

  std::optional<FactIndex> fact(std::string_view table, std::string_view field) const {
    return catalogue_.find(std::string(table).append(field));
  }

  // --- one field

  Control control_of(const FactDefinition& definition) const {
    switch (definition.type) {
      case FactType::text:
        return definition.id == "applicant.corporate_number" ? Control::code : Control::text;
      case FactType::code: return codes_of(definition) != nullptr ? Control::choice : Control::code;
      case FactType::boolean: return Control::yes_no;
      case FactType::choice: return Control::choice;
      case FactType::integer: return definition.min < 0 ? Control::signed_number : Control::number;
      case FactType::decimal: return Control::decimal;
      case FactType::month: break;
    }
    return Control::month;
  }

  const rules::CodeTable* codes_of(const FactDefinition& definition) const {
    return catalogue_.find_codes(definition.codes);
  }

  // `shown` is what the field shows: a code that has no name can be chosen only if it is stated.
  std::shared_ptr<const Choices> names_of(const rules::CodeTable& table, const std::string& shown,
                                          const MaybeValue& value) const {
    Choices choices{{"", said("form.choose")}};
    bool named = shown.empty();
    for (const rules::CodeTable::Code& code : table.codes) {
      std::string digits = core::municipality_code_text(code.number);
      named = named || digits == shown;
      choices.push_back(
          {std::move(digits), words_(code.label), words_(table.groups[code.group].label)});
    }
    if (!named) {
      const std::string name =
          value ? code_name(table, static_cast<std::int64_t>(value->number.floor()), words_)
                : shown;
      choices.insert(choices.begin() + 1, {shown, name});
    }
    return std::make_shared<const Choices>(std::move(choices));
  }

  std::shared_ptr<const Choices> choices_for(const FactDefinition& definition) {
    if (definition.type == FactType::boolean) {
      if (!yes_no_) {
        yes_no_ = std::make_shared<const Choices>(Choices{
            {"yes", said("form.yes")}, {"no", said("form.no")}, {"", said("form.unknown")}});
      }
      return yes_no_;
    }
    if (definition.type != FactType::choice) return nullptr;
    const bool category = definition.id == "expenses.category";
    if (category && categories_) return categories_;
    Choices choices{{"", said("form.choose")}};
    for (const rules::Choice& choice : choices_of(definition, catalogue_)) {
      choices.push_back({choice.id, words_(choice.label)});
    }
    auto shared = std::make_shared<const Choices>(std::move(choices));
    if (category) categories_ = shared;
    return shared;
  }

  std::string said(std::string_view key) const { return std::string(words_(key)); }

  // `row` is the header of the field's row in a table, "" outside of one.
  Field field(const FieldKey& key, const rules::Text& label, const std::string& row) {
    const FactDefinition& definition = catalogue_[key.fact];
    const MaybeValue value = read_fact(*state_.document, key, catalogue_);
    Field made;
    made.key = to_string(key, catalogue_);
    made.control = control_of(definition);
    made.label = row.empty() ? words_(label) : cell_label(words_, row, words_(label));
    made.unit = unit_text(words_, definition.unit);
    if (row.empty()) {
      made.help = words_(definition.help);
      made.question = words_(definition.question);
    }
    made.choices = choices_for(definition);
    made.known = value.has_value();
    made.needed = !made.known && needed_.count(made.key) > 0;
    made.value = shown(definition, catalogue_, value, words_);
    if (value && made.unit == words_("unit.yen")) {
      made.readback = yen_readback(words_, static_cast<std::int64_t>(value->number.floor()));
    }
    const auto entry = state_.document->entries.find(made.key);
    if (entry != state_.document->entries.end()) explain(made, entry->second);
    if (const rules::CodeTable* table = codes_of(definition)) {
      made.choices = names_of(*table, made.value, value);
    }
    question(made);
    return made;
  }

  void question(Field& field) const {
    for (const Doubt& doubt : doubts_) {
      if (doubt.key != field.key) continue;
      field.doubt = words_(doubt.question);
      for (std::size_t i = 0; i < doubt.fixes.size(); ++i) {
        field.fixes.push_back({std::to_string(i), words_(doubt.fixes[i].label)});
      }
    }
  }

  // Asked where sales begin.
  Field support() const {
    Field made;
    made.key = support_key;
    made.control = Control::yes_no;
    made.label = made.question = words_("support.question");
    made.help = words_("support.help");
    made.choices = std::make_shared<const Choices>(Choices{{"without", said("support.without")},
                                                           {"included", said("support.included")},
                                                           {"unknown", said("form.unknown")}});
    made.value = support_of(facts_);
    made.known = !made.value.empty();
    const std::string_view caution = support_caution(facts_);
    if (!caution.empty()) made.caution = words_(caution);
    return made;
  }

  void explain(Field& field, const Entry& entry) const {
    field.value = entry.text;
    field.error = words_(entry.error);
    for (std::size_t i = 0; i < entry.readings.size(); ++i) {
      const auto decimal = core::parse_plain_decimal(entry.readings[i]);
      if (!decimal) continue;
      const std::string number = core::format_decimal(*decimal);
      field.readings.push_back(
          {std::to_string(i),
           field.unit.empty() ? number : words_("unit.quantity", {number, field.unit})});
    }
  }

  // --- tables

  struct Source {
    FactIndex fact;
    std::optional<FactIndex> base;  // of the plan: the same in the base year
  };

  // Adds a column if the fact is in the catalogue.
  void column(Grid& grid, std::vector<Source>& sources, std::string_view table,
              std::string_view name) {
    const auto found = fact(table, name);
    if (!found) return;
    const FactDefinition& definition = catalogue_[*found];
    grid.columns.push_back({std::string(name), words_(definition.label),
                            std::string(unit_text(words_, definition.unit)),
                            words_(definition.help)});
    sources.push_back({*found, fact("plan.base.", name)});
  }

  template <typename Rows, typename Has>
  bool any(const Rows& rows, Has has, std::string_view table, std::string_view field) const {
    if (std::any_of(rows.begin(), rows.end(), has)) return true;
    for (const auto& [key, entry] : state_.document->entries) {
      if (std::string_view(key).starts_with(table) && last_part(key) == field) return true;
    }
    return false;
  }

  // The months from…to, and those outside that say something.
  std::set<core::Month> months(std::optional<core::Month> from, std::optional<core::Month> to,
                               Series series) const {
    std::set<core::Month> months;
    if (from && to) {
      for (core::Month month = *from; month <= *to; month = month + 1) months.insert(month);
    }
    if (series == Series::monthly) {
      for (const rules::MonthFigures& row : facts_.monthly) months.insert(row.month);
    } else {
      for (const rules::WageMonth& row : facts_.wages) months.insert(row.month);
    }
    for (const auto& [text, entry] : state_.document->entries) {
      const auto key = parse_key(text, catalogue_);
      if (key && key->series == series) months.insert(key->month);
    }
    return months;
  }

  void month_rows(Grid& grid, const std::set<core::Month>& months,
                  const std::vector<Source>& sources, Series series) {
    for (const core::Month month : months) {
      Row row{month.to_string(), month_text(words_, month), {}};
      for (const Source& source : sources) {
        row.cells.push_back(
            field({source.fact, series, month, 0, 0}, catalogue_[source.fact].label, row.header));
      }
      grid.rows.push_back(std::move(row));
    }
  }

  Grid monthly() {
    Grid grid;
    std::vector<Source> sources;
    const auto& rows = facts_.monthly;
    const auto has_sales = [](const rules::MonthFigures& row) { return row.sales_yen.has_value(); };
    const auto has_value = [](const rules::MonthFigures& row) {
      return row.value_added_yen.has_value();
    };
    if (relevance_.sales || any(rows, has_sales, "monthly.", "sales_yen")) {
      column(grid, sources, "monthly.", "sales_yen");
    }
    if (relevance_.value_added || any(rows, has_value, "monthly.", "value_added_yen")) {
      column(grid, sources, "monthly.", "value_added_yen");
    }
    core::Month application = latest_application;
    if (const auto fact = catalogue_.find("application.month")) {
      const auto month = facts_.scalar(*fact);
      if (month) application = core::Month::from_index(static_cast<std::int32_t>(month->floor()));
    }
    const core::Month from = first_month(relevance_);
    // A month far off is a slip of the pen, not a hundred years of sales.
    const core::Month to = std::min(application - 1, latest_application + 120);
    month_rows(grid, months(from, to, Series::monthly), sources, Series::monthly);
    return grid;
  }

  Grid wages() {
    Grid grid;
    std::vector<Source> sources;
    const auto shown_months = months(relevance_.wages_from, relevance_.wages_to, Series::wages);
    if (shown_months.empty()) return grid;
    column(grid, sources, "wages.", "employees");
    column(grid, sources, "wages.", "near_minimum");
    month_rows(grid, shown_months, sources, Series::wages);
    return grid;
  }

  bool base_stated(std::string_view name) const {
    const auto base = fact("plan.base.", name);
    return base && stated(*base);
  }

  Grid plan() {
    Grid grid;
    std::vector<Source> sources;
    const auto& years = facts_.yearly;
    const auto add = [&](bool relevant, auto has, std::string_view name) {
      if (relevant || base_stated(name) || any(years, has, "plan.yearly.", name)) {
        column(grid, sources, "plan.yearly.", name);
      }
    };
    using Year = rules::YearPlan;
    add(
        relevance_.plan_value_added,
        [](const Year& year) { return year.value_added_yen.has_value(); }, "value_added_yen");
    add(
        relevance_.plan_employees, [](const Year& year) { return year.employees.has_value(); },
        "employees");
    add(
        relevance_.plan_wage,
        [](const Year& year) { return year.minimum_hourly_wage_yen.has_value(); },
        "minimum_hourly_wage_yen");
    if (grid.columns.empty()) return grid;

    Row base{"base", said("form.base_year"), {}};
    for (const Source& source : sources) {
      if (source.base) {
        base.cells.push_back(field({*source.base, Series::none, {}, 0, 0},
                                   catalogue_[source.fact].label, base.header));
      }
    }
    if (base.cells.size() == sources.size()) grid.rows.push_back(std::move(base));
    for (int year = 1; year <= plan_years(); ++year) {
      Row row{std::to_string(year), year_header(words_, year), {}};
      for (const Source& source : sources) {
        row.cells.push_back(field({source.fact, Series::yearly, {}, year, 0},
                                  catalogue_[source.fact].label, row.header));
      }
      grid.rows.push_back(std::move(row));
    }
    return grid;
  }

  int plan_years() const {
    const auto fact = catalogue_.find("plan.years");
    if (!fact) return static_cast<int>(facts_.yearly.size());
    const auto stated_years = facts_.scalar(*fact);
    return static_cast<int>(stated_years ? static_cast<std::int64_t>(stated_years->floor())
                                         : catalogue_[*fact].max);
  }

  Grid expenses() {
    Grid grid;
    if (!relevance_.expenses && !facts_.expenses) return grid;
    std::vector<Source> sources;
    column(grid, sources, "expenses.", "category");
    column(grid, sources, "expenses.", "item");
    column(grid, sources, "expenses.", "amount_yen");
    const std::vector<rules::Expense> none;
    const auto& rows = facts_.expenses ? *facts_.expenses : none;
    const auto has_price = [](const rules::Expense& row) { return row.unit_price_yen.has_value(); };
    if (relevance_.unit_price || any(rows, has_price, "expenses.", "unit_price_yen")) {
      column(grid, sources, "expenses.", "unit_price_yen");
    }
    // Whether with tax or without, the row says.
    for (Column& each : grid.columns) {
      if (each.id == "amount_yen") each.label = words_("tax.amount_column");
      if (each.id == "unit_price_yen") each.label = words_("tax.unit_price_column");
    }
    grid.columns.push_back({"tax", said("tax.column"), {}, said("tax.help")});
    grid.rows_vary = true;
    for (const RowId id : state_.document->rows) {
      Row row{std::to_string(id), expense_header(words_, state_.document->rows, id), {}};
      for (const Source& source : sources) {
        row.cells.push_back(field({source.fact, Series::expenses, {}, 0, id},
                                  catalogue_[source.fact].label, row.header));
        show_tax(row, {source.fact, Series::expenses, {}, 0, id});
      }
      row.cells.push_back(tax(id, row.header));
      grid.rows.push_back(std::move(row));
    }
    return grid;
  }

  Field tax(RowId row, const std::string& header) {
    if (!taxes_) {
      taxes_ = std::make_shared<const Choices>(Choices{{"0", said("tax.without")},
                                                       {"10", words_("tax.with", {"10"})},
                                                       {"8", words_("tax.with", {"8"})}});
    }
    Field made;
    made.key = tax_key(row);
    made.control = Control::choice;
    made.label = cell_label(words_, header, said("tax.label"));
    made.choices = taxes_;
    made.value = std::to_string(tax_of(*state_.document, row));
    return made;
  }

  // The last cell of the row shows what was entered, and the row says what comes of it.
  void show_tax(Row& row, const FieldKey& key) const {
    const rules::Figure entered = entered_with_tax(*state_.document, key, catalogue_);
    if (!entered) return;
    Field& cell = row.cells.back();
    const MaybeValue net = read_fact(*state_.document, key, catalogue_);
    const auto yen = static_cast<std::int64_t>(net->number.floor());
    const std::string rate = std::to_string(tax_of(*state_.document, key.row));
    const bool amount = last_part(catalogue_[key.fact].id) == "amount_yen";
    cell.value = core::format_integer(*entered);
    cell.label =
        cell_label(words_, row.header, words_(amount ? "tax.amount" : "tax.unit_price", {rate}));
    if (!row.note.empty()) row.note += words_("list.separator");
    row.note += words_("tax.note", {cell.label, yen_text(words_, *entered), yen_text(words_, yen),
                                    yen_text(words_, *entered - yen)});
  }

  const State& state_;
  Words words_;
  const rules::Catalogue& catalogue_;
  const rules::Case& facts_;
  Relevance relevance_;
  std::vector<Doubt> doubts_;
  std::set<std::string, std::less<>> needed_;
  std::shared_ptr<const Choices> yes_no_, categories_, taxes_;
};

}  // namespace

const Field* Form::find(std::string_view key) const {
  for (const FormSection& section : sections) {
    for (const Field& field : section.fields) {
      if (field.key == key) return &field;
    }
    for (const Grid& grid : section.grids) {
      for (const Row& row : grid.rows) {
        for (const Field& cell : row.cells) {
          if (cell.key == key) return &cell;
        }
      }
    }
  }
  return nullptr;
}

Form make_form(const State& state) { return Maker(state).make(); }

}  // namespace uwanose::app
