// The best three months against the same months before. Internal to the monthly checks.
#pragma once

#include "rules/checks.h"

namespace uwanose::rules {

CheckResult run_at(const ThreeMonthDecline& rule, const Case& input, core::Month application);

// The same verdict alone, sooner: it stops where a test is met, and looks for no best one.
core::Verdict judge(const ThreeMonthDecline& rule, const Case& input, core::Month application);

}  // namespace uwanose::rules
