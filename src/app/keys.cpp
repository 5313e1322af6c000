#include "app/keys.h"

#include <algorithm>
#include <array>

namespace uwanose::app {

namespace {

using rules::FactRef;
using rules::Series;

struct Table {
  Series series;
  std::string_view prefix;
};
constexpr std::array<Table, 4> tables{{{Series::monthly, "monthly."},
                                       {Series::yearly, "plan.yearly."},
                                       {Series::wages, "wages."},
                                       {Series::expenses, "expenses."}}};

std::string_view prefix_of(Series series) {
  for (const Table& table : tables) {
    if (table.series == series) return table.prefix;
  }
  return {};
}

// A positive number without leading zeros, below 10^9.
std::optional<std::uint32_t> parse_index(std::string_view text) {
  if (text.empty() || text.size() > 9 || text[0] == '0') return std::nullopt;
  std::uint32_t index = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return index;
}

bool set_index(FieldKey& key, std::string_view text) {
  if (key.series == Series::monthly || key.series == Series::wages) {
    const auto month = core::Month::parse(text);
    if (month) key.month = *month;
    return month.has_value();
  }
  const auto index = parse_index(text);
  if (!index) return false;
  if (key.series == Series::yearly) key.year = static_cast<int>(*index);
  if (key.series == Series::expenses) key.row = *index;
  return true;
}

std::string join(Series series, std::string_view index, std::string_view field) {
  std::string text(prefix_of(series));
  text += index;
  text += '.';
  return text += field;
}

constexpr std::array<const char*, 2> month_fields{"sales_yen", "value_added_yen"};
constexpr std::array<const char*, 3> year_fields{"value_added_yen", "employees",
                                                 "minimum_hourly_wage_yen"};
constexpr std::array<const char*, 3> expense_fields{"category", "amount_yen", "unit_price_yen"};

}  // namespace

std::optional<std::size_t> position(const std::vector<RowId>& rows, RowId row) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), row);
  if (at == rows.end() || *at != row) return std::nullopt;
  return static_cast<std::size_t>(at - rows.begin());
}

std::string_view last_part(std::string_view fact_id) {
  return fact_id.substr(fact_id.rfind('.') + 1);
}

std::optional<FieldKey> parse_key(std::string_view text, const rules::Catalogue& catalogue) {
  for (const auto& [series, prefix] : tables) {
    if (!text.starts_with(prefix)) continue;
    const std::string_view rest = text.substr(prefix.size());
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) continue;
    const auto fact = catalogue.find(std::string(prefix).append(rest.substr(dot + 1)));
    if (!fact || catalogue[*fact].series != series) return std::nullopt;
    FieldKey key{*fact, series, {}, 0, 0};
    return set_index(key, rest.substr(0, dot)) ? std::optional(key) : std::nullopt;
  }
  const auto fact = catalogue.find(text);
  if (!fact || catalogue[*fact].series != Series::none) return std::nullopt;
  return FieldKey{*fact, Series::none, {}, 0, 0};
}

std::string to_string(const FieldKey& key, const rules::Catalogue& catalogue) {
  const std::string& id = catalogue[key.fact].id;
  switch (key.series) {
    case Series::monthly:
    case Series::wages: return join(key.series, key.month.to_string(), last_part(id));
    case Series::yearly: return join(key.series, std::to_string(key.year), last_part(id));
    case Series::expenses: return join(key.series, std::to_string(key.row), last_part(id));
    case Series::none: break;
  }
  return id;
}

std::string field_of(const FactRef& ref, const rules::Case& facts, const std::vector<RowId>& rows,
                     const rules::Catalogue& catalogue) {
  const auto b = static_cast<std::size_t>(ref.b);
  switch (ref.kind) {
    case FactRef::Kind::monthly:
      return join(Series::monthly, core::Month::from_index(ref.a).to_string(), month_fields[b]);
    case FactRef::Kind::yearly: return join(Series::yearly, std::to_string(ref.a), year_fields[b]);
    case FactRef::Kind::wages: {
      const core::Month month = core::Month::from_index(ref.a);
      const auto at = std::find_if(facts.wages.begin(), facts.wages.end(),
                                   [&](const rules::WageMonth& w) { return w.month == month; });
      const bool employees_known = at != facts.wages.end() && at->employees;
      return join(Series::wages, month.to_string(), employees_known ? "near_minimum" : "employees");
    }
    case FactRef::Kind::expense: {
      const auto index = static_cast<std::size_t>(ref.a);
      if (index >= rows.size()) break;
      return join(Series::expenses, std::to_string(rows[index]), expense_fields[b]);
    }
    case FactRef::Kind::expenses: break;
    default: return catalogue[static_cast<rules::FactIndex>(ref.a)].id;
  }
  return "expenses.add";
}

}  // namespace uwanose::app
