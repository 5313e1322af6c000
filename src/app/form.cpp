#include "app/form.h"

#include <algorithm>
#include <set>

#include "app/earlier_form.h"
#include "app/facts.h"
#include "app/figures.h"
#include "app/form_fields.h"
#include "app/labels.h"
#include "app/relevance.h"
#include "app/tax.h"
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
  Maker(const State& state, Form before)
      : state_(state),
        words_(state.words()),
        catalogue_(state.catalogue()),
        facts_(state.facts()),
        relevance_(relevance_of(*state.rules, state.frames)),
        fields_(state),
        earlier_(std::move(before), state, fields_) {}

  Form make() {
    Form form;
    form.document = state_.document;
    form.language = state_.language;
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
  void fill(FormSection& section) {
    for (std::size_t i = 0; i < catalogue_.facts.size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      const FactDefinition& definition = catalogue_[fact];
      if (definition.section != section.id || definition.series != Series::none) continue;
      if (is_base(definition) || !wanted(fact)) continue;
      section.fields.push_back(fields_.field({fact, Series::none, {}, 0, 0}, definition.label, {}));
    }
    Grid grid = section.id == "monthly"    ? monthly()
                : section.id == "plan"     ? plan()
                : section.id == "wages"    ? wages()
                : section.id == "expenses" ? expenses()
                                           : Grid();
    if (grid.columns.empty()) return;
    if (section.id == "monthly" && grid.columns.front().id == "sales_yen") {
      section.fields.push_back(fields_.support());
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
    if (section.id == "expenses" && fields_.needed("expenses.add")) ++section.needed;
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

  std::string said(std::string_view key) const { return std::string(words_(key)); }

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
    Grid* const before = earlier_.table(series == Series::monthly ? "monthly" : "wages", grid);
    for (const core::Month month : months) {
      if (Row* same = earlier_.month_row(before, series, month)) {
        grid.rows.push_back(std::move(*same));
        continue;
      }
      Row row{month.to_string(), month_text(words_, month), {}};
      for (const Source& source : sources) {
        row.cells.push_back(fields_.field({source.fact, series, month, 0, 0},
                                          catalogue_[source.fact].label, row.header));
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
        base.cells.push_back(fields_.field({*source.base, Series::none, {}, 0, 0},
                                           catalogue_[source.fact].label, base.header));
      }
    }
    if (base.cells.size() == sources.size()) grid.rows.push_back(std::move(base));
    for (int year = 1; year <= plan_years(); ++year) {
      Row row{std::to_string(year), year_header(words_, year), {}};
      for (const Source& source : sources) {
        row.cells.push_back(fields_.field({source.fact, Series::yearly, {}, year, 0},
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
    const auto& ids = state_.document->rows;
    grid.rows.reserve(ids.size());
    Grid* const before = earlier_.table("expenses", grid);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (Row* same = earlier_.expense_row(before, i)) {
        grid.rows.push_back(std::move(*same));
        continue;
      }
      const RowId id = ids[i];
      Row row{std::to_string(id), expense_header(words_, ids, id), {}};
      row.cells.reserve(sources.size() + 1);
      for (const Source& source : sources) {
        row.cells.push_back(fields_.field({source.fact, Series::expenses, {}, 0, id},
                                          catalogue_[source.fact].label, row.header));
        show_tax(row, {source.fact, Series::expenses, {}, 0, id});
      }
      row.cells.push_back(fields_.tax(id, row.header));
      grid.rows.push_back(std::move(row));
    }
    return grid;
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
  FieldMaker fields_;
  EarlierForm earlier_;
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

Form make_form(const State& state, Form before) { return Maker(state, std::move(before)).make(); }

}  // namespace uwanose::app
