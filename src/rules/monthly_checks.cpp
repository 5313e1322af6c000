#include "rules/monthly_checks.h"

#include <algorithm>

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Month;
using core::Verdict;

Figure figure_of(const MonthFigures* month, MonthlySet set) {
  if (month == nullptr) return std::nullopt;
  return set == MonthlySet::sales ? month->sales_yen : month->value_added_yen;
}

FactRef monthly_ref(Month month, MonthlySet set) {
  return {FactRef::Kind::monthly, month.index(), set == MonthlySet::sales ? 0 : 1};
}

// What may be kept after a drop: value · denominator ≤ base · numerator meets the test.
struct Keep {
  Int128 numerator, denominator;

  explicit Keep(const core::Ratio& drop)
      : numerator(drop.denominator() - drop.numerator()), denominator(drop.denominator()) {}

  // The largest value that meets the test.
  std::int64_t limit(std::int64_t base) const {
    return static_cast<std::int64_t>(core::floor_div(base * numerator, denominator));
  }
  // At least 0 where the test is met; sums over months like the figures themselves.
  Int128 margin(std::int64_t value, std::int64_t base) const {
    return base * numerator - value * denominator;
  }
};

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

void add_unknown(std::vector<FactRef>& missing, const Case& input, const Candidate& candidate,
                 MonthlySet set) {
  if (!candidate.value) missing.push_back(monthly_ref(candidate.month, set));
  for (int i = 0; i < candidate.base_count; ++i) {
    const Month base = candidate.bases[static_cast<std::size_t>(i)];
    if (!figure_of(input.find_month(base), set)) missing.push_back(monthly_ref(base, set));
  }
}

// --- three months ------------------------------------------------------------------------------

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
    if (can_decide[i]) add_unknown(outcome.missing, input, months[i], set);
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

void sort_unique(std::vector<FactRef>& refs) {
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
}

// A set that is met is shown; else the one that is nearer; else the first.
bool shown_before(Verdict a, std::optional<std::int64_t> a_slack, Verdict b,
                  std::optional<std::int64_t> b_slack) {
  if ((a == Verdict::met) != (b == Verdict::met)) return a == Verdict::met;
  return a_slack && (!b_slack || *a_slack > *b_slack);
}

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
  DeclineEvidence evidence;
  std::size_t shown = 0;
  if (sets.size() > 1 &&
      shown_before(sets[1].verdict, least_slack(sets[1]), sets[0].verdict, least_slack(sets[0]))) {
    shown = 1;
  }
  evidence.shown = sets[shown];
  if (sets.size() > 1) evidence.other = sets[1 - shown];
  result.evidence = evidence;
  return result;
}

// --- one month ---------------------------------------------------------------------------------

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
    Candidate candidate;
    candidate.month = month;
    candidate.value = value;
    candidate.bases = {month - 24, month - 12};
    candidate.base_count = 2;
    for (const Month base_month : candidate.bases) {
      const Figure base = figure_of(input.find_month(base_month), set.figures);
      could |= base ? !value && *base > 0 : true;
      if (!value || !base || *base <= 0) continue;
      MonthDecline decline{month, base_month, *value, *base, keep.limit(*base), 0};
      decline.slack = decline.limit - decline.value;
      if (!outcome.set.best || decline.slack > outcome.set.best->slack) outcome.set.best = decline;
    }
    if (!could) continue;
    possible = true;
    add_unknown(outcome.missing, input, candidate, set.figures);
  }
  const bool met = outcome.set.best && outcome.set.best->slack >= 0;
  outcome.set.verdict = met ? Verdict::met : possible ? Verdict::undetermined : Verdict::not_met;
  return outcome;
}

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

  const auto slack_of = [](const OneMonthEvidence::Set& set) {
    return set.best ? std::optional(set.best->slack) : std::nullopt;
  };
  OneMonthEvidence evidence;
  std::size_t shown = 0;
  if (sets.size() > 1 &&
      shown_before(sets[1].verdict, slack_of(sets[1]), sets[0].verdict, slack_of(sets[0]))) {
    shown = 1;
  }
  evidence.shown = sets[shown];
  if (sets.size() > 1) evidence.other = sets[1 - shown];
  result.evidence = evidence;
  return result;
}

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
