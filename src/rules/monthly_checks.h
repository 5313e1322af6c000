// The checks on monthly figures: the best three months, and one month against earlier years.
// Internal to the rules; called through run_check.
#pragma once

#include <optional>

#include "rules/one_month.h"
#include "rules/three_months.h"

namespace uwanose::rules {

CheckResult run(const ThreeMonthDecline& rule, const Case& input,
                std::optional<core::Month> application, FactRef application_ref);
CheckResult run(const OneMonthDecline& rule, const Case& input,
                std::optional<core::Month> application, FactRef application_ref);

}  // namespace uwanose::rules
