#include "app/expense_sums.h"

#include "app/tax.h"

namespace uwanose::app {

ExpenseSums sums_of(const Document& document, const rules::Catalogue& catalogue) {
  ExpenseSums sums;
  const auto fact = catalogue.find("expenses.amount_yen");
  if (!document.facts.expenses || !fact) return sums;
  sums.total.emplace();
  for (std::size_t i = 0; i < document.facts.expenses->size(); ++i) {
    const rules::Expense& expense = (*document.facts.expenses)[i];
    if (!expense.amount_yen) {
      sums.total.reset();
      continue;
    }
    const rules::Figure entered = entered_with_tax(
        document, {*fact, rules::Series::expenses, {}, 0, document.rows[i]}, catalogue);
    if (sums.total) sums.total->add(*expense.amount_yen, entered);
    if (expense.category) sums.by_category[*expense.category].add(*expense.amount_yen, entered);
  }
  return sums;
}

}  // namespace uwanose::app
