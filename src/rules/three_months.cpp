#include "rules/three_months.h"

#include <algorithm>

#include "rules/decline.h"

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Month;
using core::Verdict;

// One calendar month with what it is compared with.
struct Candidate {
  Month month, base_month;
  Figure value;
  Figure base;             // the larger of the known base figures
  bool base_open = false;  // an unknown base figure could be any size
  std::array<Month, 2> bases;
  int base_count = 0;
  Int128 margin = 0;  // of a usable month

  bool usable() const { return value && base; }
};

Candidate candidate_of(const Case& input, Month month, MonthlySet set, Month base_from,
                       Month base_to) {
  Candidate result;
  result.month = month;
  result.value = figure_of(input.find_month(month), set);
  const int to_same_month = (month.month() - base_from.month() + 12) % 12;
  for (Month base = base_from + to_same_month; base <= base_to; base = base + 12) {
    if (base == month) continue;
    if (result.base_count < 2) result.bases[static_cast<std::size_t>(result.base_count++)] = base;
    const Figure figure = figure_of(input.find_month(base), set);
    if (!figure) {
      result.base_open = true;
    } else if (!result.base || *figure > *result.base) {
      result.base = figure;
      result.base_month = base;
    }
  }
  return result;
}

// Whether some completion of the unknown figures of the three makes them meet the test: unknown
// sales may be 0, unknown value added any loss, an unknown base any size.
bool could_meet(const Candidate& a, const Candidate& b, const Candidate& c, MonthlySet set,
                const Keep& keep) {
  std::int64_t sum = 0;
  std::int64_t base = 0;
  bool value_open = false;
  for (const Candidate* month : {&a, &b, &c}) {
    if (month->base_open) return true;
    if (!month->base) return false;
    base += *month->base;
    sum += month->value.value_or(0);
    value_open |= !month->value;
  }
  if (base <= 0) return false;
  if (value_open && set == MonthlySet::value_added) return true;
  return keep.margin(sum, base) >= 0;
}

// The triple of fully known months with the greatest slack in whole yen; of equal ones the first
// offered. Compares margins, and divides only for the few that lead.
class BestTriple {
 public:
  explicit BestTriple(const Keep& keep) : keep_(keep) {}

  // `margin`: of the three together.
  void offer(Int128 margin, const Candidate& a, const Candidate& b, const Candidate& c) {
    if (best_ && margin < margin_to_beat_) return;
    DeclineTriple triple;
    triple.base_sum = *a.base + *b.base + *c.base;
    if (triple.base_sum <= 0) return;
    triple.months = {a.month, b.month, c.month};
    triple.base_months = {a.base_month, b.base_month, c.base_month};
    triple.sum = *a.value + *b.value + *c.value;
    triple.limit = keep_.limit(triple.base_sum);
    triple.slack = triple.limit - triple.sum;
    margin_to_beat_ = (Int128{triple.slack} + 1) * keep_.denominator;
    best_ = triple;
  }
  const std::optional<DeclineTriple>& triple() const { return best_; }

 private:
  Keep keep_;
  Int128 margin_to_beat_ = 0;
  std::optional<DeclineTriple> best_;
};

// Every three months, in order, that lie within `window` consecutive ones.
template <class Visit>
void for_triples(const std::vector<Candidate>& months, int window, const Visit& visit) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    std::size_t end = i;
    while (end < months.size() && months[end].month - months[i].month < window) ++end;
    for (std::size_t j = i + 1; j < end; ++j) {
      for (std::size_t k = j + 1; k < end; ++k) visit(i, j, k);
    }
  }
}

std::optional<DeclineTriple> best_triple(const std::vector<Candidate>& months, int window,
                                         const Keep& keep) {
  std::vector<Candidate> usable;
  usable.reserve(months.size());
  for (const Candidate& month : months) {
    if (month.usable()) usable.push_back(month);
  }
  BestTriple best(keep);
  for_triples(usable, window, [&](std::size_t i, std::size_t j, std::size_t k) {
    const Int128 margin = usable[i].margin + usable[j].margin + usable[k].margin;
    best.offer(margin, usable[i], usable[j], usable[k]);
  });
  return best.triple();
}

struct PartOutcome {
  DeclinePart part;
  std::vector<FactRef> missing;
};

PartOutcome judge_part(const ThreeMonthDecline& rule, const ThreeMonthDecline::Part& part,
                       MonthlySet set, const Case& input, Month application) {
  PartOutcome outcome;
  outcome.part.name = part.name;
  const Month from = part.from ? *part.from : application - part.last_months;
  const Month to = application - 1;

  const Keep keep(part.drop);
  std::vector<Candidate> months;
  months.reserve(static_cast<std::size_t>(std::max(0, to - from + 1)));
  bool open = false;
  for (Month month = from; month <= to; month = month + 1) {
    Candidate candidate = candidate_of(input, month, set, rule.base_from, rule.base_to);
    open |= !candidate.value || candidate.base_open;
    if (candidate.usable()) candidate.margin = keep.margin(*candidate.value, *candidate.base);
    months.push_back(candidate);
  }

  outcome.part.best = best_triple(months, rule.window, keep);
  if (outcome.part.best && outcome.part.best->slack >= 0) {
    outcome.part.verdict = Verdict::met;
    return outcome;
  }
  outcome.part.verdict = Verdict::not_met;
  if (!open) return outcome;
  std::vector<bool> can_decide(months.size());
  for_triples(months, rule.window, [&](std::size_t i, std::size_t j, std::size_t k) {
    if (!could_meet(months[i], months[j], months[k], set, keep)) return;
    outcome.part.verdict = Verdict::undetermined;
    can_decide[i] = can_decide[j] = can_decide[k] = true;
  });
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!can_decide[i]) continue;
    add_unknown(outcome.missing, input, months[i].month, set);
    for (int base = 0; base < months[i].base_count; ++base) {
      add_unknown(outcome.missing, input, months[i].bases[static_cast<std::size_t>(base)], set);
    }
  }
  return outcome;
}

// The verdict where every month and its base are known and no base is zero or less: then the
// margins alone decide, and of the months that follow one, the two with the greatest are enough.
std::optional<Verdict> verdict_of_known(const ThreeMonthDecline& rule,
                                        const ThreeMonthDecline::Part& part, MonthlySet set,
                                        const Case& input, Month application) {
  constexpr std::size_t most_months = 64;
  const Month from = part.from ? *part.from : application - part.last_months;
  const Keep keep(part.drop);
  std::array<Int128, most_months> margins;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::size_t count = 0;
  for (Month month = from; month < application; month = month + 1) {
    const Candidate candidate = candidate_of(input, month, set, rule.base_from, rule.base_to);
    if (count == most_months || !candidate.usable() || candidate.base_open ||
        *candidate.base <= 0) {
      return std::nullopt;
    }
    margins[count++] = keep.margin(*candidate.value, *candidate.base);
  }
  for (std::size_t i = 0; i + 2 < count; ++i) {
    const std::size_t end = std::min(count, i + static_cast<std::size_t>(rule.window));
    if (end < i + 3) break;
    Int128 best = std::max(margins[i + 1], margins[i + 2]);
    Int128 second = std::min(margins[i + 1], margins[i + 2]);
    for (std::size_t j = i + 3; j < end; ++j) {
      second = std::max(second, std::min(best, margins[j]));
      best = std::max(best, margins[j]);
    }
    if (margins[i] + best + second >= 0) return Verdict::met;
  }
  return Verdict::not_met;
}

// How near a set is: the least slack of its parts.
std::optional<std::int64_t> least_slack(const DeclineSet& set) {
  std::optional<std::int64_t> least;
  for (const DeclinePart& part : set.parts) {
    if (!part.best) return std::nullopt;
    if (!least || part.best->slack < *least) least = part.best->slack;
  }
  return least;
}

}  // namespace

CheckResult run_at(const ThreeMonthDecline& rule, const Case& input, Month application) {
  core::FixedList<DeclineSet, 2> sets;
  std::vector<FactRef> missing;
  Verdict verdict = Verdict::not_met;
  for (const ThreeMonthDecline::Set& set : rule.sets) {
    DeclineSet judged;
    judged.figures = set.figures;
    judged.verdict = Verdict::met;
    std::vector<FactRef> set_missing;
    for (const ThreeMonthDecline::Part& part : set.parts) {
      PartOutcome outcome = judge_part(rule, part, set.figures, input, application);
      judged.verdict = judged.verdict && outcome.part.verdict;
      set_missing.insert(set_missing.end(), outcome.missing.begin(), outcome.missing.end());
      judged.parts.push_back(outcome.part);
    }
    if (judged.verdict == Verdict::undetermined) {
      missing.insert(missing.end(), set_missing.begin(), set_missing.end());
    }
    verdict = verdict || judged.verdict;
    sets.push_back(judged);
  }

  CheckResult result;
  result.verdict = verdict;
  if (verdict == Verdict::undetermined) {
    sort_unique(missing);
    result.missing = std::move(missing);
  }
  result.evidence = evidence_of<DeclineEvidence>(sets, least_slack);
  return result;
}

Verdict judge(const ThreeMonthDecline& rule, const Case& input, Month application) {
  Verdict verdict = Verdict::not_met;
  for (const ThreeMonthDecline::Set& set : rule.sets) {
    Verdict set_verdict = Verdict::met;
    for (const ThreeMonthDecline::Part& part : set.parts) {
      if (set_verdict == Verdict::not_met) break;
      const auto sooner = verdict_of_known(rule, part, set.figures, input, application);
      set_verdict =
          set_verdict &&
          (sooner ? *sooner : judge_part(rule, part, set.figures, input, application).part.verdict);
    }
    verdict = verdict || set_verdict;
    if (verdict == Verdict::met) break;
  }
  return verdict;
}

}  // namespace uwanose::rules
