#include "rules/monthly_checks.h"

#include <algorithm>

#include "rules/decline.h"

namespace uwanose::rules {

namespace {

using core::Month;
using core::Verdict;

// Without the month of application: what holds whichever it is, from `first` on. Never met, since
// so early nothing can count. A month that is not listed could count as well, later and later; what
// is named ends with the last one listed, for the month of application is what to ask for first.
template <class Rule>
CheckResult run_any_month(const Rule& rule, const Case& input, Month first, FactRef application) {
  const Month last = input.monthly.empty() ? first : std::max(first, input.monthly.back().month);
  CheckResult result;
  result.verdict = Verdict::not_met;
  for (Month month = first; month <= last + 13; month = month + 1) {
    CheckResult at = run_at(rule, input, month);
    if (at.verdict != Verdict::not_met) result.verdict = Verdict::undetermined;
    result.missing.insert(result.missing.end(), at.missing.begin(), at.missing.end());
    result.evidence = std::move(at.evidence);
  }
  if (result.verdict == Verdict::undetermined) {
    std::erase_if(result.missing, [&](const FactRef& ref) { return ref.a > last.index(); });
    result.missing.push_back(application);
    sort_unique(result.missing);
  }
  return result;
}

}  // namespace

CheckResult run(const ThreeMonthDecline& rule, const Case& input, std::optional<Month> application,
                FactRef application_ref) {
  return application ? run_at(rule, input, *application)
                     : run_any_month(rule, input, rule.base_to + 1, application_ref);
}

CheckResult run(const OneMonthDecline& rule, const Case& input, std::optional<Month> application,
                FactRef application_ref) {
  return application ? run_at(rule, input, *application)
                     : run_any_month(rule, input, rule.from, application_ref);
}

}  // namespace uwanose::rules
