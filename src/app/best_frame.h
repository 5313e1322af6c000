// Which frame the answer shows: the one that the user chose, else the best. Better is, in this
// order: a better verdict; more that is sure; more that is possible; earlier in the pack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "rules/assessment.h"

namespace uwanose::app {

// The index into assessment.frames; nothing where there is none. `but_not` leaves one out.
std::optional<std::size_t> best_frame(const rules::Assessment& assessment,
                                      std::optional<std::size_t> but_not = {});
std::optional<std::size_t> shown_frame(const rules::Assessment& assessment,
                                       const std::string& chosen);

}  // namespace uwanose::app
