#include "io/short_json.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/month.h"
#include "io/json_reader.h"
#include "io/json_writer.h"

namespace uwanose::io {

namespace {

using Kind = Value::Kind;

// Links that were made name these by their place: never another order, new ones at the end.
constexpr std::string_view words =
    "format uwanose-case version applicant name corporate_number kind corporation sole_proprietor "
    "no_capital head_office industry manufacturing wholesale retail service rubber software ryokan "
    "entertainment other capital_yen employees deemed_large application month rounds saikouchiku "
    "monozukuri jizokuka it monthly sales_yen value_added_yen plan years base "
    "minimum_hourly_wage_yen yearly wages near_minimum expenses category item amount_yen "
    "unit_price_yen building machinery technology expert transport cloud outsourcing "
    "intellectual_property advertising training overseas_travel raw_materials exhibition travel "
    "development answers plan_with_support_institution plan_with_financial_institution "
    "restructuring_guideline emergency_impact graduation_route none reorganisation investment "
    "global leaves_sme global_expansion wage_plan low_infection_project it_processes it_contactless "
    "programmes literature misc_services lease expert_travel disposal consignment infection_control "
    "it_setup hardware_rental personnel staff_travel real_estate general_goods";

constexpr std::string_view digits =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view column_mark = "|", absent = "~", literal = "~~", month_key = "month";

bool is_marked(std::string_view text) { return text.starts_with('~') || text.starts_with('|'); }

// By word, or by place; nothing if there is none.
std::optional<std::size_t> index_of(std::string_view word) {
  std::string_view rest = words;
  for (std::size_t index = 0;; ++index) {
    const std::size_t space = rest.find(' ');
    if (rest.substr(0, space) == word) return index;
    if (space == std::string_view::npos) return {};
    rest.remove_prefix(space + 1);
  }
}

std::optional<std::string> word_at(std::size_t index) {
  std::string_view rest = words;
  for (;; --index) {
    const std::size_t space = rest.find(' ');
    if (index == 0) return std::string(rest.substr(0, space));
    if (space == std::string_view::npos) return {};
    rest.remove_prefix(space + 1);
  }
}

std::string short_word(std::string_view word) {
  const auto index = index_of(word);
  if (!index) return std::string(is_marked(word) ? literal : "") += word;
  std::string text(absent);
  if (*index >= digits.size()) text += digits[*index / digits.size()];
  return text + digits[*index % digits.size()];
}

std::optional<std::string> long_word(std::string_view text) {
  if (text.starts_with(literal)) return std::string(text.substr(literal.size()));
  if (!is_marked(text)) return std::string(text);
  std::size_t index = 0;
  for (const char c : text.substr(1)) {
    const std::size_t digit = digits.find(c);
    index = index * digits.size() + digit;
    if (digit == std::string_view::npos || text.size() > 3) return {};
  }
  if (text.size() < 2 || text.front() != '~') return {};
  return word_at(index);
}

Value text_value(std::string text) {
  Value value;
  value.kind = Kind::text;
  value.text = std::move(text);
  return value;
}

Value list_value(std::vector<Value> children) {
  Value value;
  value.kind = Kind::list;
  value.children = std::move(children);
  return value;
}

// ---- shorter

bool is_table(const Value& list) {
  return list.children.size() > 1 &&
         std::all_of(list.children.begin(), list.children.end(),
                     [](const Value& row) { return row.is(Kind::object); });
}

bool follow_one_another(const std::vector<Value>& cells) {
  std::optional<core::Month> before;
  for (const Value& cell : cells) {
    const auto month = cell.is(Kind::text) ? core::Month::parse(cell.text) : std::nullopt;
    if (!month || (before && *month - *before != 1)) return false;
    before = month;
  }
  return true;
}

Value shortened(const Value& value);

Value columns_of(const Value& list) {
  std::vector<std::string_view> keys;
  for (const Value& row : list.children) {
    for (const Value& cell : row.children) {
      if (std::find(keys.begin(), keys.end(), cell.key) == keys.end()) keys.push_back(cell.key);
    }
  }
  Value count;
  count.kind = Kind::integer;
  count.integer = static_cast<std::int64_t>(list.children.size());
  Value table = list_value({count});
  for (const std::string_view key : keys) {
    std::vector<Value> cells;
    for (const Value& row : list.children) {
      const Value* cell = row.find(key);
      cells.push_back(cell != nullptr ? *cell : text_value(std::string(absent)));
    }
    Value column = text_value(key == month_key ? cells.front().text : "");
    if (key != month_key || !follow_one_another(cells)) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool given = list.children[i].find(key) != nullptr;
        if (given) cells[i] = shortened(cells[i]);
        cells[i].key.clear();
      }
      column = list_value(std::move(cells));
    }
    table.children.push_back(list_value({text_value(short_word(key)), std::move(column)}));
  }
  table.key = std::string(column_mark);
  Value object;
  object.kind = Kind::object;
  object.children.push_back(std::move(table));
  return object;
}

Value shortened(const Value& value) {
  if (value.is(Kind::text)) return text_value(short_word(value.text));
  if (value.is(Kind::list) && is_table(value)) return columns_of(value);
  Value result = value;
  result.children.clear();
  for (const Value& child : value.children) {
    result.children.push_back(shortened(child));
    if (value.is(Kind::object)) result.children.back().key = short_word(child.key);
  }
  return result;
}

// ---- longer again

class Lengthener {
 public:
  std::optional<Value> operator()(const Value& value) {
    if (value.is(Kind::object) && value.children.size() == 1 &&
        value.children.front().key == column_mark) {
      return rows_of(value.children.front());
    }
    if (!spend(1)) return {};
    Value result = value;
    result.children.clear();
    if (value.is(Kind::text)) {
      auto word = long_word(value.text);
      if (!word) return {};
      result.text = std::move(*word);
    }
    for (const Value& child : value.children) {
      auto longer = (*this)(child);
      auto key = value.is(Kind::object) ? long_word(child.key) : std::string();
      if (!longer || !key) return {};
      result.children.push_back(std::move(*longer));
      result.children.back().key = std::move(*key);
    }
    return result;
  }

 private:
  // A few letters could ask for more rows than there is memory.
  bool spend(std::size_t values) {
    if (values > left_) return false;
    left_ -= values;
    return true;
  }

  std::optional<Value> rows_of(const Value& table) {
    if (!table.is(Kind::list) || table.children.empty()) return {};
    const Value& count = table.children.front();
    if (!count.is(Kind::integer) || count.integer < 0 ||
        count.integer > static_cast<std::int64_t>(max_json_values) ||
        !spend(static_cast<std::size_t>(count.integer) + 1)) {
      return {};
    }
    Value row;
    row.kind = Kind::object;
    Value list = list_value(std::vector<Value>(static_cast<std::size_t>(count.integer), row));
    for (std::size_t i = 1; i < table.children.size(); ++i) {
      if (!add_column(table.children[i], list.children)) return {};
    }
    return list;
  }

  bool add_column(const Value& column, std::vector<Value>& rows) {
    if (!column.is(Kind::list) || column.children.size() != 2) return false;
    const auto key = long_word(column.children[0].text);
    const Value& cells = column.children[1];
    if (!key) return false;
    const auto first = core::Month::parse(cells.text);
    const bool months = cells.is(Kind::text);
    if (months ? !first || !spend(rows.size()) : cells.children.size() != rows.size()) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!months && cells.children[i].is(Kind::text) && cells.children[i].text == absent) continue;
      auto cell = months ? text_value((*first + static_cast<int>(i)).to_string())
                         : (*this)(cells.children[i]);
      if (!cell) return false;
      cell->key = *key;
      rows[i].children.push_back(std::move(*cell));
    }
    return true;
  }

  std::size_t left_ = max_json_values;
};

}  // namespace

std::string shorten_json(std::string_view json) {
  const JsonDocument document = read_json(json);
  return document.value ? to_json(shortened(*document.value)) : std::string();
}

std::optional<std::string> lengthen_json(std::string_view text) {
  const JsonDocument document = read_json(text);
  if (!document.value || !document.faults.empty()) return {};
  const auto longer = Lengthener()(*document.value);
  if (!longer) return {};
  return to_json(*longer);
}

}  // namespace uwanose::io
