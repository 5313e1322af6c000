// Reads a rule pack (format "uwanose-rules"): its shape and its single values. What the formulas
// mean is for `rules::compile` to check.
#pragma once

#include <string_view>

#include "io/members.h"
#include "rules/pack.h"

namespace uwanose::io {

// The catalogue names the expense categories that checks may speak of.
WholeFile<rules::Pack> read_pack(std::string_view bytes, const rules::Catalogue& catalogue);

}  // namespace uwanose::io
