#include "oracle/plan.h"

#include <algorithm>
#include <functional>

namespace uwanose::oracle {

namespace {

std::vector<int> possible_years(const Facts& facts) {
  if (facts.years) return {static_cast<int>(*facts.years)};
  std::vector<int> years;
  for (int n = std::max(3, facts.yearly_given); n <= 5; ++n) years.push_back(n);
  return years;
}

std::string yearly_name(int year, const char* field) {
  return "plan.yearly[" + std::to_string(year) + "]." + field;
}

// Whether the verdict of complete values depends on number `index`, the others taking any of
// their candidates.
bool depends_on(const std::vector<std::vector<Int>>& candidates, std::size_t index,
                const std::function<bool(const std::vector<Int>&)>& met) {
  std::vector<Int> values(candidates.size());
  const std::function<bool(std::size_t)> search = [&](std::size_t next) {
    if (next == candidates.size()) {
      bool some = false;
      bool other = false;
      for (const Int value : candidates[index]) {
        values[index] = value;
        (met(values) ? some : other) = true;
      }
      return some && other;
    }
    if (next == index) return search(next + 1);
    for (const Int value : candidates[next]) {
      values[next] = value;
      if (search(next + 1)) return true;
    }
    return false;
  };
  return search(0);
}

std::vector<Int> known_or(const Maybe<Int>& fact, const std::vector<Int>& candidates) {
  return fact ? std::vector<Int>{*fact} : candidates;
}

void conclude(Finding& finding) {
  if (finding.verdict != Verdict::kUndetermined) finding.must.clear();
  finding.may = finding.must;
}

// More rows than years are a fault, so five rows leave only five years. A product that still
// thinks of three may name what would matter then.
Finding with_fewer_years(const Facts& facts, Finding finding,
                         const std::function<Finding(const Facts&)>& again) {
  if (facts.years || facts.yearly_given <= 3) return finding;
  Facts any = facts;
  any.yearly_given = 0;
  finding.may = again(any).must;
  return finding;
}

}  // namespace

Finding value_added_growth(const Facts& facts, int percent, bool per_head) {
  Finding finding;
  finding.verdict = Verdict::kUndetermined;
  if (facts.base.value_added && *facts.base.value_added <= 0) return finding;
  if (!facts.years) finding.must.insert("plan.years");
  if (!facts.base.value_added) finding.must.insert("plan.base.value_added_yen");

  bool can_meet = false;
  bool can_miss = false;
  for (const int n : possible_years(facts)) {
    const Int rate = 100 + percent * n;
    const auto met = [&](const std::vector<Int>& v) {
      const Wide base = v[0], last = v[1], heads_before = v[2], heads_after = v[3];
      if (100 * last >= rate * base) return true;
      return per_head && heads_before > 0 && heads_after > 0 &&
             100 * last * heads_before >= rate * base * heads_after;
    };
    const PlanRow& row = facts.yearly[static_cast<std::size_t>(n - 1)];
    std::vector<Int> bases = known_or(facts.base.value_added, {1, 100, 1'000'000, 1'000'000'000});
    if (!facts.base.value_added && row.value_added) {
      const Int just_missed = 100 * *row.value_added / rate + 1;
      if (just_missed > 0) bases.push_back(just_missed);
    }
    std::vector<Int> lasts = known_or(row.value_added, {-10, 0, 1, 1'000'000'000'000'000});
    if (!row.value_added) {
      for (const Int base : bases) {
        const Int line = (rate * base + 99) / 100;
        lasts.push_back(line - 1);
        lasts.push_back(line);
      }
    }
    const std::vector<Int> heads = {0, 1, 2, 10, 1000, 1'000'000'000};
    const std::vector<std::vector<Int>> candidates = {
        bases, lasts, known_or(facts.base.employees, heads), known_or(row.employees, heads)};
    for (const Int base : candidates[0]) {
      for (const Int last : candidates[1]) {
        for (const Int before : candidates[2]) {
          for (const Int after : candidates[3]) {
            (met({base, last, before, after}) ? can_meet : can_miss) = true;
          }
        }
      }
    }
    if (!row.value_added && depends_on(candidates, 1, met)) {
      finding.must.insert(yearly_name(n, "value_added_yen"));
    }
    if (!facts.base.employees && depends_on(candidates, 2, met)) {
      finding.must.insert("plan.base.employees");
    }
    if (!row.employees && depends_on(candidates, 3, met)) {
      finding.must.insert(yearly_name(n, "employees"));
    }
  }
  if (facts.years && facts.base.value_added && can_meet != can_miss) {
    finding.verdict = known_as(can_meet);
  }
  conclude(finding);
  return with_fewer_years(
      facts, finding, [&](const Facts& any) { return value_added_growth(any, percent, per_head); });
}

Finding wage_raise(const Facts& facts) {
  Finding finding;
  finding.verdict = Verdict::kUndetermined;
  if (!facts.years) finding.must.insert("plan.years");
  if (!facts.base.wage) finding.must.insert("plan.base.minimum_hourly_wage_yen");

  bool can_meet = false;
  bool can_miss = false;
  for (const int n : possible_years(facts)) {
    const auto met = [&](const std::vector<Int>& v) {
      for (int t = 1; t <= n; ++t) {
        if (v[static_cast<std::size_t>(t)] < v[0] + 45 * t) return false;
      }
      return true;
    };
    std::vector<std::vector<Int>> candidates = {known_or(facts.base.wage, {0, 1'000'000'000})};
    for (int t = 1; t <= n; ++t) {
      candidates.push_back(
          known_or(facts.yearly[static_cast<std::size_t>(t - 1)].wage, {0, 1'000'000'000'000}));
    }
    for (int t = 1; t <= n; ++t) {
      const auto index = static_cast<std::size_t>(t);
      if (!facts.yearly[index - 1].wage && depends_on(candidates, index, met)) {
        finding.must.insert(yearly_name(t, "minimum_hourly_wage_yen"));
      }
    }
    // All at their best, all at their worst.
    std::vector<Int> best, worst;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      best.push_back(i == 0 ? candidates[i].front() : candidates[i].back());
      worst.push_back(i == 0 ? candidates[i].back() : candidates[i].front());
    }
    can_meet = can_meet || met(best);
    can_miss = can_miss || !met(worst);
  }
  if (facts.years && facts.base.wage && can_meet != can_miss) finding.verdict = known_as(can_meet);
  conclude(finding);
  return with_fewer_years(facts, finding, [](const Facts& any) { return wage_raise(any); });
}

Finding headcount_growth(const Facts& facts) {
  Finding finding;
  finding.verdict = Verdict::kUndetermined;
  if (!facts.years) finding.must.insert("plan.years");
  if (!facts.base.employees) finding.must.insert("plan.base.employees");
  if (!facts.employees) finding.must.insert("applicant.employees");

  bool can_meet = false;
  bool can_miss = false;
  for (const int n : possible_years(facts)) {
    const auto met = [&](const std::vector<Int>& v) {
      const Wide before = std::max(v[0], v[1]);
      return Wide{100} * v[2] >= 101 * before && Wide{1000} * v[3] >= (1000 + 15 * n) * before;
    };
    const Maybe<Int>& first = facts.yearly[0].employees;
    const Maybe<Int>& last = facts.yearly[static_cast<std::size_t>(n - 1)].employees;
    const std::vector<Int> any = {0, 1, 1000, 1'000'000'000};
    const std::vector<std::vector<Int>> candidates = {
        known_or(facts.base.employees, any), known_or(facts.employees, any),
        known_or(first, {0, 1'000'000'000'000}), known_or(last, {0, 1'000'000'000'000})};
    if (!first && depends_on(candidates, 2, met)) finding.must.insert(yearly_name(1, "employees"));
    if (!last && depends_on(candidates, 3, met)) finding.must.insert(yearly_name(n, "employees"));
    for (const Int base : candidates[0]) {
      for (const Int heads : candidates[1]) {
        for (const Int h1 : candidates[2]) {
          for (const Int hn : candidates[3])
            (met({base, heads, h1, hn}) ? can_meet : can_miss) = true;
        }
      }
    }
  }
  if (facts.years && facts.base.employees && facts.employees && can_meet != can_miss) {
    finding.verdict = known_as(can_meet);
  }
  conclude(finding);
  return with_fewer_years(facts, finding, [](const Facts& any) { return headcount_growth(any); });
}

}  // namespace uwanose::oracle
