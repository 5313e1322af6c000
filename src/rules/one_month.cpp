#include "rules/one_month.h"

#include <algorithm>

#include "rules/decline.h"

namespace uwanose::rules {

namespace {

using core::Month;
using core::Verdict;

struct MonthOutcome {
  OneMonthEvidence::Set set;
  std::vector<FactRef> missing;
};

MonthOutcome judge_months(const OneMonthDecline& rule, const OneMonthDecline::Set& set,
                          const Case& input, Month application) {
  MonthOutcome outcome;
  outcome.set.figures = set.figures;
  const Month to = rule.to ? std::min(application - 1, *rule.to) : application - 1;

  const Keep keep(set.drop);
  bool possible = false;
  for (Month month = rule.from; month <= to; month = month + 1) {
    const Figure value = figure_of(input.find_month(month), set.figures);
    bool could = false;
    for (const Month base_month : {month - 24, month - 12}) {
      const Figure base = figure_of(input.find_month(base_month), set.figures);
      could |= base ? !value && *base > 0 : true;
      if (!value || !base || *base <= 0) continue;
      MonthDecline decline{month, base_month, *value, *base, keep.limit(*base), 0};
      decline.slack = decline.limit - decline.value;
      if (!outcome.set.best || decline.slack > outcome.set.best->slack) outcome.set.best = decline;
    }
    if (!could) continue;
    possible = true;
    for (const Month each : {month, month - 24, month - 12}) {
      add_unknown(outcome.missing, input, each, set.figures);
    }
  }
  const bool met = outcome.set.best && outcome.set.best->slack >= 0;
  outcome.set.verdict = met ? Verdict::met : possible ? Verdict::undetermined : Verdict::not_met;
  return outcome;
}

}  // namespace

CheckResult run_at(const OneMonthDecline& rule, const Case& input, Month application) {
  CheckResult result;
  result.verdict = Verdict::not_met;
  core::FixedList<OneMonthEvidence::Set, 2> sets;
  for (const OneMonthDecline::Set& set : rule.sets) {
    MonthOutcome outcome = judge_months(rule, set, input, application);
    result.verdict = result.verdict || outcome.set.verdict;
    if (outcome.set.verdict == Verdict::undetermined) {
      result.missing.insert(result.missing.end(), outcome.missing.begin(), outcome.missing.end());
    }
    sets.push_back(outcome.set);
  }
  if (result.verdict != Verdict::undetermined) result.missing.clear();
  sort_unique(result.missing);

  result.evidence = evidence_of<OneMonthEvidence>(sets, [](const OneMonthEvidence::Set& set) {
    return set.best ? std::optional(set.best->slack) : std::nullopt;
  });
  return result;
}

Verdict judge(const OneMonthDecline& rule, const Case& input, Month application) {
  const Month to = rule.to ? std::min(application - 1, *rule.to) : application - 1;
  Verdict verdict = Verdict::not_met;
  for (const OneMonthDecline::Set& set : rule.sets) {
    const Keep keep(set.drop);
    for (Month month = rule.from; month <= to; month = month + 1) {
      const Figure value = figure_of(input.find_month(month), set.figures);
      for (const Month base_month : {month - 24, month - 12}) {
        const Figure base = figure_of(input.find_month(base_month), set.figures);
        if (base && *base <= 0) continue;
        if (!value || !base) {
          verdict = Verdict::undetermined;
        } else if (keep.margin(*value, *base) >= 0) {
          return Verdict::met;
        }
      }
    }
  }
  return verdict;
}

}  // namespace uwanose::rules
