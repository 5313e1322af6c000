// Which frame the answer shows: the one that the user chose, else the best. Better is a better
// verdict, then a higher amount that is sure, then to come earlier in the pack: what is only
// possible doesn't count, or an empty page would promise the most demanding frame.
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
