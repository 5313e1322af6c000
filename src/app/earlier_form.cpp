#include "app/earlier_form.h"

#include <algorithm>
#include <utility>

namespace uwanose::app {
namespace {

using rules::Series;

template <typename T>
bool same(const T* a, const T* b) {
  return a == nullptr || b == nullptr ? a == b : *a == *b;
}

const rules::WageMonth* find_wages(const rules::Case& facts, core::Month month) {
  const auto at = std::find_if(facts.wages.begin(), facts.wages.end(),
                               [month](const auto& row) { return row.month == month; });
  return at == facts.wages.end() ? nullptr : &*at;
}

bool same_month(const rules::Case& then, const rules::Case& now, Series series, core::Month month) {
  return series == Series::monthly ? same(then.find_month(month), now.find_month(month))
                                   : same(find_wages(then, month), find_wages(now, month));
}

const Taxed* find_tax(const Document& document, RowId row) {
  const auto at = document.taxed.find(row);
  return at == document.taxed.end() ? nullptr : &at->second;
}

bool same_expense(const Document& then, const Document& now, std::size_t index) {
  const RowId row = now.rows[index];
  return index < then.rows.size() && then.rows[index] == row &&
         (*then.facts.expenses)[index] == (*now.facts.expenses)[index] &&
         same(find_tax(then, row), find_tax(now, row));
}

}  // namespace

EarlierForm::EarlierForm(Form form, const State& state, const FieldMaker& fields)
    : form_(std::move(form)), state_(state), fields_(fields) {}

Grid* EarlierForm::table(std::string_view section_id, const Grid& now) {
  if (!form_.document || form_.language != state_.language) return nullptr;
  const auto section = std::find_if(form_.sections.begin(), form_.sections.end(),
                                    [&](const FormSection& each) { return each.id == section_id; });
  if (section == form_.sections.end() || section->grids.empty()) return nullptr;
  Grid& grid = section->grids.front();
  const bool same_columns =
      std::equal(grid.columns.begin(), grid.columns.end(), now.columns.begin(), now.columns.end(),
                 [](const Column& a, const Column& b) { return a.id == b.id; });
  return same_columns ? &grid : nullptr;
}

Row* EarlierForm::month_row(Grid* table, Series series, core::Month month) const {
  if (table == nullptr || !same_month(form_.document->facts, state_.facts(), series, month)) {
    return nullptr;
  }
  const auto row =
      std::find_if(table->rows.begin(), table->rows.end(),
                   [id = month.to_string()](const Row& each) { return each.id == id; });
  return row != table->rows.end() && says_the_same(*row) ? &*row : nullptr;
}

Row* EarlierForm::expense_row(Grid* table, std::size_t index) const {
  if (table == nullptr || !same_expense(*form_.document, *state_.document, index)) return nullptr;
  Row& row = table->rows[index];
  return says_the_same(row) ? &row : nullptr;
}

// Beside the values: nothing is asked or faulty, then or now, and the answer waits for the same.
bool EarlierForm::says_the_same(const Row& row) const {
  const auto &then = form_.document->entries, &now = state_.document->entries;
  return std::all_of(row.cells.begin(), row.cells.end(), [&](const Field& cell) {
    const bool needed = !cell.known && fields_.needed(cell.key);
    return cell.needed == needed && cell.doubt.empty() && !fields_.doubted(cell.key) &&
           !then.contains(cell.key) && !now.contains(cell.key);
  });
}

}  // namespace uwanose::app
