// What the expenses come to as a form asks for it: as a whole and by category, in yen with
// consumption tax and without.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "app/state.h"

namespace uwanose::app {

// With tax, an amount counts as it was entered, so that it agrees with the quotation; what was
// entered without is taken at the standard rate.
struct ExpenseSum {
  std::int64_t yen = 0, entered_with_tax = 0, taxable = 0;

  void add(std::int64_t amount, const rules::Figure& entered) {
    yen += amount;
    if (entered) {
      entered_with_tax += *entered;
    } else {
      taxable += amount;
    }
  }
  std::int64_t with_tax() const {
    return entered_with_tax + taxable / 10 * 11 + taxable % 10 * 11 / 10;
  }
};

// The sums of the expenses by category, in the order of the catalogue; no total where an amount is
// not known.
struct ExpenseSums {
  std::optional<ExpenseSum> total;
  std::map<int, ExpenseSum> by_category;  // by index in Catalogue::categories
};

ExpenseSums sums_of(const Document& document, const rules::Catalogue& catalogue);

}  // namespace uwanose::app
