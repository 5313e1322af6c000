// The checks on monthly figures: the best three months, and one month against earlier years.
// Internal to the rules; called through run_check.
#pragma once

#include <optional>

#include "rules/checks.h"

namespace uwanose::rules {

CheckResult run(const ThreeMonthDecline& rule, const Case& input,
                std::optional<core::Month> application, FactRef application_ref);
CheckResult run(const OneMonthDecline& rule, const Case& input,
                std::optional<core::Month> application, FactRef application_ref);

// The same verdict alone, sooner: it stops where a test is met, and looks for no best one.
core::Verdict judge(const ThreeMonthDecline& rule, const Case& input, core::Month application);
core::Verdict judge(const OneMonthDecline& rule, const Case& input, core::Month application);

}  // namespace uwanose::rules
