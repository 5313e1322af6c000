// Expenses entered with consumption tax. The case has them without it: the entered amount
// × 100 / (100 + rate), exactly, a fraction of a yen cut off. What was entered stays in the
// document, and in its file, beside it and is what the field shows.
//
// The rate belongs to the row and holds for its amount and its unit price. It is a field of its
// own, "expenses.7.tax", of "0", "10" or "8".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/state.h"

namespace uwanose::app {

std::int64_t without_tax(std::int64_t with_tax, int percent);

// The rate at which an amount without tax would be rounder: 110,000 → 10; 0 where none would.
int likely_tax(std::int64_t yen);

// Of "expenses.7.tax".
std::optional<RowId> tax_row(std::string_view key);
std::string tax_key(RowId row);
int tax_of(const Document& document, RowId row);  // 0: entered without tax
// What was entered into the field, of a row that has a rate.
rules::Figure entered_with_tax(const Document& document, const FieldKey& key,
                               const rules::Catalogue& catalogue);

// The rate of a row; what was entered keeps its figures, and the case follows.
void set_tax(Document& document, RowId row, int percent);
// A figure entered into a row that may have a rate: what the case gets.
rules::Figure take_entered(Document& document, const FieldKey& key, rules::Figure entered,
                           const rules::Catalogue& catalogue);

// 「110,000円（税込8%）」: the amount, and the rate that the words beside it say.
struct TaxWords {
  std::string amount;
  std::optional<int> percent;
};
TaxWords split_tax_words(std::string_view text);

}  // namespace uwanose::app
