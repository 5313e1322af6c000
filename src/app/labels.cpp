#include "app/labels.h"

#include <algorithm>

#include "app/figures.h"

namespace uwanose::app {

using rules::Series;

std::string year_header(const Words& words, int year) {
  return words("form.year", {std::to_string(year)});
}

std::string expense_header(const Words& words, const std::vector<RowId>& rows, RowId row) {
  return words("form.expense", {std::to_string(position(rows, row).value_or(rows.size()) + 1)});
}

std::string cell_label(const Words& words, const std::string& row, const std::string& column) {
  return words("form.cell", {row, column});
}

std::string field_label(const Words& words, const rules::Catalogue& catalogue,
                        const std::vector<RowId>& rows, std::string_view key) {
  const auto field = parse_key(key, catalogue);
  if (!field) return std::string(words("form.expenses_add"));
  const std::string& label = words(catalogue[field->fact].label);
  switch (field->series) {
    case Series::monthly:
    case Series::wages: return cell_label(words, month_text(words, field->month), label);
    case Series::yearly: return cell_label(words, year_header(words, field->year), label);
    case Series::expenses: return cell_label(words, expense_header(words, rows, field->row), label);
    case Series::none: break;
  }
  return label;
}

}  // namespace uwanose::app
