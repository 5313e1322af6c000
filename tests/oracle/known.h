// The known cases of tests/data/known, and what the product or the oracle says to them in one
// shape: frames with requirements as id → verdict.
#pragma once

#include <string>
#include <vector>

#include "oracle/facts.h"

namespace uwanose::oracle {

// "amounts": 34 amounts at every limit that the flyer prints. "assessed": 90 cases with the
// verdicts and amounts of all fifteen frames. "eligibility": the requirements one by one.
std::vector<Json> known_cases(const std::string& name);

// Frames of the oracle's shape out of the product's assessment.
Json in_oracle_shape(const Json& assessment);

const Json& frame_named(const Json& frames, const std::string& id);

}  // namespace uwanose::oracle
