#include "app/input_summary.h"

#include <algorithm>

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

InputTable fields_of(const FormSection& section, const Words& words) {
  InputTable table{section.id,
                   section.label,
                   {std::string(words("summary.item")), std::string(words("summary.entered"))},
                   {false, false},
                   {},
                   {}};
  for (const Field& field : section.fields) {
    table.rows.push_back({field.label, value_of(field, words)});
  }
  return table;
}

bool says_something(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const Field& cell) { return cell.known || !cell.error.empty(); });
}

std::string_view first_column(const Grid& grid, const Words& words) {
  if (grid.id == "expenses") return words("form.row_column");
  return words(grid.id == "plan" ? "form.year_column" : "form.month_column");
}

InputTable rows_of(const Grid& grid, const Words& words) {
  InputTable table{grid.id + ".rows", grid.caption, {}, {false}, {}, {}};
  table.columns.emplace_back(first_column(grid, words));
  for (const Column& column : grid.columns) {
    table.columns.push_back(
        column.unit.empty() ? column.label : words("form.column", {column.label, column.unit}));
    table.figures.push_back(!column.unit.empty());
  }
  std::size_t left_out = 0;
  for (const Row& row : grid.rows) {
    if (!says_something(row)) {
      ++left_out;
      continue;
    }
    std::vector<std::string> cells{row.header};
    // The column says the unit; a series leaves many cells open that nothing waits for.
    for (const Field& cell : row.cells) {
      const bool plain = cell.known && cell.error.empty() && !cell.choices;
      const bool open = cell.value.empty() && !cell.needed && cell.error.empty();
      cells.push_back(plain  ? cell.value
                      : open ? std::string(words("summary.open"))
                             : value_of(cell, words));
    }
    table.rows.push_back(std::move(cells));
  }
  if (left_out > 0) table.note = words("summary.left_out", {std::to_string(left_out)});
  return table;
}

}  // namespace

std::vector<InputTable> make_input_summary(const Form& form, const Words& words) {
  std::vector<InputTable> tables;
  for (const FormSection& section : form.sections) {
    if (!section.fields.empty()) tables.push_back(fields_of(section, words));
    for (const Grid& grid : section.grids) {
      InputTable table = rows_of(grid, words);
      if (section.declared_none) table.note = words("form.declared_none");
      tables.push_back(std::move(table));
    }
  }
  return tables;
}

}  // namespace uwanose::app
