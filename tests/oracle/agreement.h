// Compares what the product says with what the oracle says, in everything that the contract fixes:
// verdicts, requirements in order, figures, ranges, missing facts, evidence of the sales decline.
#pragma once

#include <string>
#include <vector>

#include "oracle/facts.h"

namespace uwanose::oracle {

// One line per difference: where, the product's value, the oracle's. `oracle` is assess(input).
std::vector<std::string> differences(const Json& input, const Json& oracle, const Json& assessment);

}  // namespace uwanose::oracle
