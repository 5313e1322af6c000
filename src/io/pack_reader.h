// Reads a rule pack (format "uwanose-rules"): its shape and its single values. What the formulas
// mean is for `rules::compile` to check.
#pragma once

#include <optional>
#include <string_view>

#include "core/fault.h"
#include "rules/pack.h"

namespace uwanose::io {

struct PackFile {
  std::optional<rules::Pack> value;  // none if there is a fault
  core::Faults faults;
};

// The catalogue names the expense categories that checks may speak of.
PackFile read_pack(std::string_view bytes, const rules::Catalogue& catalogue);

}  // namespace uwanose::io
