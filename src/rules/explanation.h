// The explanation of an amount: the steps by which it was computed, in words and with the numbers
// put in, each with its source. It is the trace of the rules themselves, so it cannot differ from
// them.
#pragma once

#include <string>
#include <vector>

#include "rules/assessment.h"

namespace uwanose::rules {

struct Step {
  Text label;    // 補助対象経費
  Text words;    // the formula in words; empty where the label says it all
  Text numbers;  // the same with its numbers; empty while facts are missing
  Text result;   // 20,000,000円, exact: 6,666,666と2/3円; a range while facts are missing
  const Source* source = nullptr;
};

// The national or the prefectural amount of a frame: what it is computed from, the amount before
// the cap, cap, rounding, lower limit, in this order. Empty where no rule gives an amount.
std::vector<Step> explain_amount(const RuleBook& rules, const Case& input,
                                 const FrameResult& result, bool prefectural);

// 20,000,000円 and ¥20,000,000; 6,666,666と2/3円; 3人; a bare number without unit.
Text format_value(const core::Ratio& value, const Unit& unit);
Text format_amount(const Amount& amount);

}  // namespace uwanose::rules
