// What the tests of a decline over months share: a figure against the part of its base that may be
// kept, the figures that are unknown, and which of two sets is shown. Internal to the monthly
// checks.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "core/fixed_list.h"
#include "rules/case.h"
#include "rules/checks.h"

namespace uwanose::rules {

inline Figure figure_of(const MonthFigures* month, MonthlySet set) {
  if (month == nullptr) return std::nullopt;
  return set == MonthlySet::sales ? month->sales_yen : month->value_added_yen;
}

// What may be kept after a drop: value · denominator ≤ base · numerator meets the test.
struct Keep {
  core::Int128 numerator, denominator;

  explicit Keep(const core::Ratio& drop)
      : numerator(drop.denominator() - drop.numerator()), denominator(drop.denominator()) {}

  // The largest value that meets the test.
  std::int64_t limit(std::int64_t base) const {
    return static_cast<std::int64_t>(core::floor_div(base * numerator, denominator));
  }
  // At least 0 where the test is met; sums over months like the figures themselves.
  core::Int128 margin(std::int64_t value, std::int64_t base) const {
    return base * numerator - value * denominator;
  }
};

// Notes a figure that is unknown.
inline void add_unknown(std::vector<FactRef>& missing, const Case& input, core::Month month,
                        MonthlySet set) {
  if (figure_of(input.find_month(month), set)) return;
  missing.push_back({FactRef::Kind::monthly, month.index(), set == MonthlySet::sales ? 0 : 1});
}

inline void sort_unique(std::vector<FactRef>& refs) {
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
}

// A set that is met is shown; else the one that is nearer; else the first.
inline bool shown_before(core::Verdict a, std::optional<std::int64_t> a_slack, core::Verdict b,
                         std::optional<std::int64_t> b_slack) {
  const bool a_met = a == core::Verdict::met;
  if (a_met != (b == core::Verdict::met)) return a_met;
  return a_slack && (!b_slack || *a_slack > *b_slack);
}

// Of one set or two; slack_of(set) says how near one is.
template <class Evidence, class Set, class SlackOf>
Evidence evidence_of(const core::FixedList<Set, 2>& sets, const SlackOf& slack_of) {
  if (sets.size() < 2) return {sets[0], std::nullopt};
  const bool second =
      shown_before(sets[1].verdict, slack_of(sets[1]), sets[0].verdict, slack_of(sets[0]));
  return {sets[second ? 1 : 0], sets[second ? 0 : 1]};
}

}  // namespace uwanose::rules
