// The outlook of a frame: where its amounts stop growing and what the next yen of expense brings.
//
// "At an expense" means that this much is spent in one category that the frame takes in full, and
// nothing else; the applicant stays as stated. Only where the amounts are known.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/assessment.h"
#include "rules/judge.h"

namespace uwanose::rules {

struct AmountsAt {
  std::int64_t expense_yen = 0;
  std::int64_t national_yen = 0;
  std::int64_t prefectural_yen = 0;

  std::int64_t total_yen() const { return national_yen + prefectural_yen; }
};

class Outlook {
 public:
  // Nothing where a fact other than an expense is missing on which the amounts depend.
  static std::optional<Outlook> of(const RuleBook& rules, const Case& input,
                                   const FrameResult& result);

  AmountsAt at(std::int64_t expense_yen) const;
  // The least expense at which anything is granted; nothing if nothing ever is.
  std::optional<std::int64_t> first_grant() const { return first_grant_; }
  // The least expense from which the part no longer grows; nothing if it grows on or is always 0.
  std::optional<std::int64_t> national_full() const { return national_full_; }
  std::optional<std::int64_t> prefectural_full() const { return prefectural_full_; }
  // What each further yen of such expense brings now, of both parts together: a rate, 0 beyond all
  // caps. Nothing where the case's own expenses are not known.
  std::optional<core::Ratio> next_yen() const { return next_yen_; }

 private:
  Outlook(const RuleBook& rules, const Case& input, const FrameResult& result);
  std::optional<AmountsAt> evaluate(const Case& varied) const;
  bool known_throughout() const;
  template <class Reached>
  std::optional<std::int64_t> least_expense(const Reached& reached) const;
  std::optional<core::Ratio> marginal_rate(const Case& input) const;

  const RuleBook* rules_;
  const Pack* pack_;
  const Frame* frame_;
  mutable Judge judge_;  // asked at every expense; what it keeps in between does not show
  Case single_;          // the applicant with one expense
  bool known_ = false;
  std::optional<std::int64_t> first_grant_, national_full_, prefectural_full_;
  std::optional<core::Ratio> next_yen_;
};

}  // namespace uwanose::rules
