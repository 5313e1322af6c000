// The facts that leave an answer open, those first that settle the most of it.
#pragma once

#include <vector>

#include "rules/assessment.h"

namespace uwanose::app {

struct MissingFact {
  rules::FactRef ref;
  // In how many judgements of all frames it is missing: requirements, and amounts where no
  // requirement of the same part names it already.
  int settles = 0;
};

// Of one frame; by `settles`, those alike in the order of the case. Months before the form's first
// are not asked for: they only count for an application long before the programmes.
std::vector<MissingFact> missing_facts(const rules::RuleBook& rules,
                                       const rules::Assessment& assessment,
                                       const rules::FrameResult& frame);

// Of some frames; counted in their judgements alone.
std::vector<MissingFact> missing_facts(const rules::RuleBook& rules,
                                       const std::vector<const rules::FrameResult*>& frames);

}  // namespace uwanose::app
