// The plan's requirements: growth of value added, wage raise, growth of heads.
//
// By the contract they are undetermined whenever plan.years or the base figure is unknown, even
// if no completion could meet them; and growth of value added where the base is zero or less.
// A fact is missing if, with the others completed in some way, the verdict depends on it.
#pragma once

#include "oracle/finding.h"

namespace uwanose::oracle {

// percent: 3 or 5 a year. per_head: value added per employee will do as well.
Finding value_added_growth(const Facts& facts, int percent, bool per_head);
Finding wage_raise(const Facts& facts);
Finding headcount_growth(const Facts& facts);

}  // namespace uwanose::oracle
