#include "app/facts.h"

#include <algorithm>

namespace uwanose::app {

namespace {

using rules::FactType;
using rules::Figure;
using rules::Series;

template <typename Integer>
MaybeValue value_of(const std::optional<Integer>& figure) {
  if (!figure) return std::nullopt;
  return Value{core::Ratio(*figure), {}};
}

Figure figure_of(const MaybeValue& value) {
  if (!value) return std::nullopt;
  return static_cast<std::int64_t>(value->number.floor());
}

// The rows of a table by month, ascending: where `month` is or would be.
template <typename Rows>
auto at_month(Rows& rows, core::Month month) {
  return std::lower_bound(rows.begin(), rows.end(), month,
                          [](const auto& row, core::Month wanted) { return row.month < wanted; });
}

Figure& figure_in(rules::MonthFigures& row, std::string_view field) {
  return field == "sales_yen" ? row.sales_yen : row.value_added_yen;
}
Figure& figure_in(rules::WageMonth& row, std::string_view field) {
  return field == "employees" ? row.employees : row.near_minimum;
}
Figure& figure_in(rules::YearPlan& row, std::string_view field) {
  return field == "value_added_yen" ? row.value_added_yen
         : field == "employees"     ? row.employees
                                    : row.minimum_hourly_wage_yen;
}
bool says_nothing(const rules::MonthFigures& row) { return !row.sales_yen && !row.value_added_yen; }
bool says_nothing(const rules::WageMonth& row) { return !row.employees && !row.near_minimum; }
bool says_nothing(const rules::YearPlan& row) {
  return !row.value_added_yen && !row.employees && !row.minimum_hourly_wage_yen;
}

template <typename Row>
MaybeValue read_month(const std::vector<Row>& rows, core::Month month, std::string_view field) {
  const auto at = at_month(rows, month);
  if (at == rows.end() || at->month != month) return std::nullopt;
  Row row = *at;
  return value_of(figure_in(row, field));
}

template <typename Row>
void write_month(std::vector<Row>& rows, core::Month month, std::string_view field,
                 const MaybeValue& value) {
  auto at = at_month(rows, month);
  if (at == rows.end() || at->month != month) {
    if (!value) return;
    Row row;
    row.month = month;
    at = rows.insert(at, row);
  }
  figure_in(*at, field) = figure_of(value);
  if (says_nothing(*at)) rows.erase(at);
}

void write_year(std::vector<rules::YearPlan>& years, int year, std::string_view field,
                const MaybeValue& value) {
  const auto index = static_cast<std::size_t>(year - 1);
  if (index >= years.size()) {
    if (!value) return;
    years.resize(index + 1);
  }
  figure_in(years[index], field) = figure_of(value);
  while (!years.empty() && says_nothing(years.back())) years.pop_back();
}

MaybeValue read_expense(const rules::Expense& row, std::string_view field) {
  if (field == "category") return value_of(row.category);
  if (field == "amount_yen") return value_of(row.amount_yen);
  if (field == "unit_price_yen") return value_of(row.unit_price_yen);
  return row.item.empty() ? std::nullopt : std::optional(Value{{}, row.item});
}

void write_expense(rules::Expense& row, std::string_view field, const MaybeValue& value) {
  if (field == "category") {
    row.category = value ? std::optional(static_cast<int>(value->number.floor())) : std::nullopt;
  } else if (field == "amount_yen") {
    row.amount_yen = figure_of(value);
  } else if (field == "unit_price_yen") {
    row.unit_price_yen = figure_of(value);
  } else {
    row.item = value ? value->text : std::string();
  }
}

MaybeValue read_scalar(const rules::Case& facts, rules::FactIndex fact, FactType type) {
  if (type != FactType::text) {
    const auto number = facts.scalar(fact);
    return number ? std::optional(Value{*number, {}}) : std::nullopt;
  }
  if (fact >= facts.texts.size() || facts.texts[fact].empty()) return std::nullopt;
  return Value{{}, facts.texts[fact]};
}

void write_scalar(rules::Case& facts, rules::FactIndex fact, FactType type,
                  const MaybeValue& value) {
  if (type != FactType::text) {
    facts.set_scalar(fact, value ? std::optional(value->number) : std::nullopt);
    return;
  }
  if (fact >= facts.texts.size()) facts.texts.resize(fact + 1u);
  facts.texts[fact] = value ? value->text : std::string();
}

}  // namespace

bool same(const MaybeValue& a, const MaybeValue& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->number == b->number && a->text == b->text;
}

MaybeValue read_fact(const Document& document, const FieldKey& key,
                     const rules::Catalogue& catalogue) {
  const rules::Case& facts = document.facts;
  const rules::FactDefinition& definition = catalogue[key.fact];
  const std::string_view field = last_part(definition.id);
  switch (key.series) {
    case Series::monthly: return read_month(facts.monthly, key.month, field);
    case Series::wages: return read_month(facts.wages, key.month, field);
    case Series::yearly: {
      const auto index = static_cast<std::size_t>(key.year - 1);
      if (index >= facts.yearly.size()) return std::nullopt;
      rules::YearPlan year = facts.yearly[index];
      return value_of(figure_in(year, field));
    }
    case Series::expenses: {
      const auto index = position(document.rows, key.row);
      return index ? read_expense((*facts.expenses)[*index], field) : std::nullopt;
    }
    case Series::none: break;
  }
  return read_scalar(facts, key.fact, definition.type);
}

void write_fact(Document& document, const FieldKey& key, const MaybeValue& value,
                const rules::Catalogue& catalogue) {
  rules::Case& facts = document.facts;
  const rules::FactDefinition& definition = catalogue[key.fact];
  const std::string_view field = last_part(definition.id);
  switch (key.series) {
    case Series::monthly: return write_month(facts.monthly, key.month, field, value);
    case Series::wages: return write_month(facts.wages, key.month, field, value);
    case Series::yearly: return write_year(facts.yearly, key.year, field, value);
    case Series::expenses: {
      const auto index = position(document.rows, key.row);
      if (index) write_expense((*facts.expenses)[*index], field, value);
      return;
    }
    case Series::none: return write_scalar(facts, key.fact, definition.type, value);
  }
}

bool is_empty(const Document& document) {
  const rules::Case& facts = document.facts;
  const auto known = [](const std::optional<core::Ratio>& scalar) { return scalar.has_value(); };
  const auto said = [](const std::string& text) { return !text.empty(); };
  return document.entries.empty() && document.scenarios.empty() && facts.monthly.empty() &&
         facts.yearly.empty() && facts.wages.empty() && !facts.expenses &&
         facts.form_texts.empty() &&
         std::none_of(facts.scalars.begin(), facts.scalars.end(), known) &&
         std::none_of(facts.texts.begin(), facts.texts.end(), said);
}

}  // namespace uwanose::app
