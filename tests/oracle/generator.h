// Cases that live at the limits: the same seed and index give the same case, everywhere.
//
// A third complete and varied, a third with figures on, one above and one below the lines of the
// rules, a third with facts missing: each leaf of a case in turn, and a few more at random.
#pragma once

#include <cstdint>

#include "oracle/facts.h"

namespace uwanose::oracle {

Json generate_case(std::uint64_t seed, std::uint64_t index);

}  // namespace uwanose::oracle
