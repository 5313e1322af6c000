// One month against the same month of earlier years. Internal to the monthly checks.
#pragma once

#include "rules/checks.h"

namespace uwanose::rules {

CheckResult run_at(const OneMonthDecline& rule, const Case& input, core::Month application);

// The same verdict alone, sooner: it stops where a test is met, and looks for no best one.
core::Verdict judge(const OneMonthDecline& rule, const Case& input, core::Month application);

}  // namespace uwanose::rules
