// What the amounts of a frame can still become: every combination of one representative per
// interval between thresholds, for each fact that is not known.
#pragma once

#include "oracle/amounts.h"

namespace uwanose::oracle {

struct Span {
  Int min = 0;
  Int max = 0;
  bool unbounded = false;
  bool varies() const { return unbounded || min != max; }
};

struct AmountFinding {
  Verdict fits, sme, round, lower_limit, over_bank_line;
  Span eligible, national, prefectural, total, own;
  std::set<std::string> national_facts;  // "special" stands for the special measure
  std::set<std::string> prefectural_facts;
};

// special: whether the special measure for infection control holds.
AmountFinding amounts_over_completions(const Facts& facts, const std::string& frame,
                                       Verdict special);

}  // namespace uwanose::oracle
