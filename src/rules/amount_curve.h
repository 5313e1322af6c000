// The amounts of a frame over the expense, as the corners of straight lines: what a picture of them
// needs, with every limit at its exact yen.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/outlook.h"

namespace uwanose::rules {

// From 0 to `until_yen`, ascending. Between neighbours both amounts are straight, but for the
// rounding to whole yen; where one of them jumps, two corners lie a yen apart.
std::vector<AmountsAt> amount_curve(const Outlook& outlook, std::int64_t until_yen);

}  // namespace uwanose::rules
