// Compares what the product says with what the oracle says, in everything that the contract fixes:
// verdicts, requirements in order, figures, ranges, missing facts, evidence of the sales decline.
#pragma once

#include <string>
#include <vector>

#include "oracle/facts.h"

namespace uwanose::oracle {

// One line per difference: where, the product's value, the oracle's.
struct Differences {
  std::vector<std::string> answers;  // verdicts, figures, evidence
  std::vector<std::string> missing;  // facts named too many or too few, or out of order
  bool none() const { return answers.empty() && missing.empty(); }
};

// `oracle` is assess(input).
Differences differences(const Json& input, const Json& oracle, const Json& assessment);

}  // namespace uwanose::oracle
