// The order of the frames: a better verdict first, then the higher amount that is sure, then as in
// the pack. What is only possible doesn't count, or an empty page would promise the most demanding
// frame.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rules/assessment.h"

namespace uwanose::app {

// Indices into assessment.frames, the best first.
// Those of `interests` before the others, where it names any.
std::vector<std::size_t> ranked_frames(const rules::Assessment& assessment,
                                       const std::vector<std::string>& interests);
// The chosen one, else the best; nothing where there is none.
std::optional<std::size_t> shown_frame(const rules::Assessment& assessment,
                                       const std::string& chosen,
                                       const std::vector<std::string>& interests);
// The ordinary frame beside a special one: the first of its programme, where it demands nothing
// beyond. Nothing of a frame that is ordinary itself.
std::optional<std::size_t> normal_frame(const rules::Assessment& assessment, std::size_t special);

}  // namespace uwanose::app
