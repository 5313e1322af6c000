// The value of a scalar fact as JSON, the way the case file states it.
#pragma once

#include "io/json_writer.h"
#include "rules/case.h"

namespace uwanose::io {

bool has_fact(const rules::Case& input, rules::FactIndex index);
// null if it is unknown.
void write_fact(const rules::Case& input, const rules::Catalogue& catalogue, rules::FactIndex index,
                JsonWriter& out);

}  // namespace uwanose::io
