// Falls of sales and of value added: the three-of-six-months test, the single-month test, and the
// month that opens the special measure for infection control.
#pragma once

#include "oracle/finding.h"

namespace uwanose::oracle {

// rule: 1, 2 or 5 (for rounds 3 to 5). global: the 15 % of the V-shaped recovery frame.
Finding sales_decline(const Facts& facts, int rule, bool global);

// One month of first…last, never later than the month before the application, against the same
// month of the previous year or the one before.
Finding single_month_decline(const Facts& facts, int first, Maybe<int> last, bool sales_only);

// The best triple of each part of a set, from fully known months; null where there is none.
Json decline_evidence(const Facts& facts, int rule, bool global, bool value_added);

}  // namespace uwanose::oracle
