// What a requirement comes to, and the two series of monthly figures that it may be judged on.
//
// `missing` of a finding is given from two sides. `must`: facts for which a witness was found, two
// completions that differ in this fact alone and get different verdicts. `may`: facts that no
// completion rules out. Nearly always the two are the same; where they aren't, a product that
// says either is right.
#pragma once

#include <functional>

#include "oracle/facts.h"

namespace uwanose::oracle {

struct Finding {
  Verdict verdict = Verdict::kNotMet;
  std::set<std::string> must;
  std::set<std::string> may;
};

inline constexpr Wide kHuge = 1'000'000'000'000'000;  // beyond any figure that a case may hold

// Alternatives of which one will turn out to hold: the verdict where all agree.
Finding either(const std::vector<Finding>& alternatives);

// The month of application unknown: each month up to a few beyond the last one spoken of stands
// for a completion; what lies beyond is as unknown as those. Months after the last row of the case
// may be named as missing, but need not; nor those that matter only to an application before the
// first call (2021-03).
Finding over_applications(const Facts& facts, const std::function<Finding(int)>& at);

// Sales or value added by month; unknown months are absent.
using Series = std::map<int, Wide>;
Series series_of(const Facts& facts, bool value_added);
Maybe<Wide> figure_of(const Series& series, int month);
// The fact's name, such as monthly[2021-01].sales_yen.
std::string name_of(int month, bool value_added);

}  // namespace uwanose::oracle
