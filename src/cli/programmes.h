// The list of rule packs for a person: versions, frames, and whether they are closed.
#pragma once

#include <string>
#include <vector>

#include "rules/pack.h"

namespace uwanose::cli {

std::string list_packs(const std::vector<rules::Pack>& packs, rules::Language language);

}  // namespace uwanose::cli
