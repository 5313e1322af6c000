// One fact of a document, read and written by its key, whatever table of the case it belongs to.
#pragma once

#include <optional>
#include <string>

#include "app/state.h"

namespace uwanose::app {

// A figure, or the words of a text fact. Booleans are 0 or 1, choices and categories the index,
// months Month::index(), codes their number.
struct Value {
  core::Ratio number;
  std::string text;
};

using MaybeValue = std::optional<Value>;  // none: unknown
bool same(const MaybeValue& a, const MaybeValue& b);

// Of a row that does not exist: unknown.
MaybeValue read_fact(const Document& document, const FieldKey& key,
                     const rules::Catalogue& catalogue);
// A month that says nothing any more is taken out of its table, likewise the years at the end.
// A row that does not exist stays so.
void write_fact(Document& document, const FieldKey& key, const MaybeValue& value,
                const rules::Catalogue& catalogue);

// Says nothing at all, not even something faulty, and compares nothing.
bool is_empty(const Document& document);

}  // namespace uwanose::app
