#include "app/input_summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace uwanose::app {

namespace {

std::string value_of(const Field& field, const Words& words) {
  if (!field.error.empty()) return words("summary.faulty", {field.value, field.error});
  const bool chosen = field.choices && !field.value.empty();
  if (!field.known && !chosen)
    return std::string(words(field.needed ? "summary.needed" : "summary.unknown"));
  if (chosen) {
    for (const Choice& choice : *field.choices) {
      if (choice.value == field.value) return choice.label;
    }
  }
  return field.unit.empty() ? field.value : words("unit.quantity", {field.value, field.unit});
}

bool says_something(const Field& field) {
  return field.known || field.needed || !field.value.empty();
}

bool says_something(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const Field& cell) { return cell.known || !cell.error.empty(); });
}

InputTable fields_of(const FormSection& section, const Words& words) {
  InputTable table{section.id,
                   section.label,
                   {std::string(words("summary.item")), std::string(words("summary.entered"))},
                   {false, false},
                   {},
                   {}};
  for (const Field& field : section.fields) {
    if (says_something(field)) table.rows.push_back({field.label, value_of(field, words)});
  }
  const std::size_t left_out = section.fields.size() - table.rows.size();
  if (left_out > 0) table.note = words("summary.fields_left_out", {std::to_string(left_out)});
  return table;
}

std::string_view first_column(const Grid& grid, const Words& words) {
  if (grid.id == "expenses") return words("form.row_column");
  return words(grid.id == "plan" ? "form.year_column" : "form.month_column");
}

std::string title_of(const Column& column, const Words& words) {
  return column.unit.empty() ? column.label : words("form.column", {column.label, column.unit});
}

// The column says the unit; a series leaves many cells open that nothing waits for.
std::string cell_of(const Field& cell, const Words& words) {
  const bool plain = cell.known && cell.error.empty() && !cell.choices;
  const bool open = cell.value.empty() && !cell.needed && cell.error.empty();
  if (plain) return cell.value;
  return open ? std::string(words("summary.open")) : value_of(cell, words);
}

using Said = std::vector<const Row*>;

void add_rows(InputTable& table, const Grid& grid, const Said& said, const Words& words) {
  for (const Column& column : grid.columns) {
    table.columns.push_back(title_of(column, words));
    table.figures.push_back(!column.unit.empty());
  }
  for (const Row* row : said) {
    std::vector<std::string> cells{row->header};
    for (const Field& cell : row->cells) cells.push_back(cell_of(cell, words));
    table.rows.push_back(std::move(cells));
  }
}

// A row for each month of the year, and for each year the columns that say something in it.
void add_years(InputTable& table, const Grid& grid, const Said& said, const Words& words) {
  std::set<std::pair<std::string, std::size_t>> columns;            // by year
  std::map<std::string, std::map<std::string, const Row*>> months;  // by month, by year
  for (const Row* row : said) {
    const std::string year = row->id.substr(0, 4);
    months[row->id.substr(5)].emplace(year, row);
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      if (says_something(row->cells[i])) columns.emplace(year, i);
    }
  }
  for (const auto& [year, column] : columns) {
    table.columns.push_back(words("form.cell", {words("form.months_of_year", {year}),
                                                title_of(grid.columns[column], words)}));
    table.figures.push_back(true);
  }
  for (const auto& [month, of_years] : months) {
    std::vector<std::string> cells{
        words("summary.month", {month.front() == '0' ? month.substr(1) : month})};
    for (const auto& [year, column] : columns) {
      const auto row = of_years.find(year);
      cells.push_back(row == of_years.end() ? std::string(words("summary.open"))
                                            : cell_of(row->second->cells[column], words));
    }
    table.rows.push_back(std::move(cells));
  }
}

InputTable rows_of(const Grid& grid, const Words& words) {
  InputTable table{grid.id + ".rows", grid.caption, {}, {false}, {}, {}};
  table.columns.emplace_back(first_column(grid, words));
  Said said;
  for (const Row& row : grid.rows) {
    if (says_something(row)) said.push_back(&row);
  }
  constexpr std::size_t a_year = 12;
  if ((grid.id == "monthly" || grid.id == "wages") && said.size() > a_year) {
    add_years(table, grid, said, words);
  } else {
    add_rows(table, grid, said, words);
  }
  const std::size_t left_out = grid.rows.size() - said.size();
  if (left_out > 0) table.note = words("summary.left_out", {std::to_string(left_out)});
  return table;
}

}  // namespace

std::vector<InputTable> make_input_summary(const Form& form, const Words& words) {
  std::vector<InputTable> tables;
  for (const FormSection& section : form.sections) {
    InputTable fields = fields_of(section, words);
    if (!fields.rows.empty()) tables.push_back(std::move(fields));
    for (const Grid& grid : section.grids) {
      InputTable table = rows_of(grid, words);
      if (section.declared_none) table.note = words("form.declared_none");
      tables.push_back(std::move(table));
    }
  }
  return tables;
}

}  // namespace uwanose::app
