#include "oracle/decline.h"

#include <algorithm>
#include <array>

namespace uwanose::oracle {

namespace {

constexpr int kFirstMonth = month_of(2020, 4);
constexpr int kSecondPart = month_of(2020, 10);

// sum·num ≤ base·den
struct Test {
  int num;
  int den;
};
struct Part {
  Test test;
  int first;
  int last;
};
struct Rule {
  bool value_added;
  std::vector<Part> parts;
};

using Triple = std::array<int, 3>;

std::vector<Rule> rules_of(int rule, bool global, int application) {
  const int last = application - 1;
  const Test strict = global ? Test{20, 17} : Test{10, 9};
  if (rule == 1) return {{false, {{strict, application - 6, last}}}};
  if (rule == 2) return {{false, {{strict, kSecondPart, last}}}};
  std::vector<Rule> rules = {{false, {{strict, kFirstMonth, last}, {{20, 19}, kSecondPart, last}}}};
  if (!global) {
    rules.push_back({true, {{{20, 17}, kFirstMonth, last}, {{40, 37}, kSecondPart, last}}});
  }
  return rules;
}

std::vector<Triple> triples_of(const Part& part) {
  std::vector<Triple> triples;
  for (int a = part.first; a <= part.last; ++a) {
    for (int b = a + 1; b <= std::min(part.last, a + 5); ++b) {
      for (int c = b + 1; c <= std::min(part.last, a + 5); ++c) triples.push_back({a, b, c});
    }
  }
  return triples;
}

std::vector<int> base_months(int month) {
  const int calendar = month % 12;
  std::vector<int> bases = {month_of(2019, 1) + calendar};
  if (calendar < 3) bases.push_back(month_of(2020, 1) + calendar);
  return bases;
}

struct Month {
  Maybe<Wide> figure;
  Maybe<Wide> base;  // the larger of the known ones
  int base_month = 0;
  bool base_open = false;  // an unknown base could still be larger
};

Month look_up(const Series& series, int month) {
  Month result;
  if (const auto found = series.find(month); found != series.end()) result.figure = found->second;
  for (const int base : base_months(month)) {
    const auto found = series.find(base);
    if (found == series.end()) {
      result.base_open = true;
    } else if (!result.base || found->second > *result.base) {
      result.base = found->second;
      result.base_month = base;
    }
  }
  return result;
}

bool known_to_pass(const Series& series, const Test& test, const Triple& triple) {
  Wide sum = 0;
  Wide base = 0;
  for (const int m : triple) {
    const Month month = look_up(series, m);
    if (!month.figure || !month.base) return false;
    sum += *month.figure;
    base += *month.base;
  }
  return base > 0 && sum * test.num <= base * test.den;
}

bool could_pass(const Series& series, const Test& test, const Triple& triple, bool value_added) {
  Wide sum = 0;
  Wide base = 0;
  bool bottomless = false;
  for (const int m : triple) {
    const Month month = look_up(series, m);
    if (month.base_open) return true;
    sum += month.figure.value_or(0);
    base += *month.base;
    bottomless = bottomless || (value_added && !month.figure);
  }
  return base > 0 && (bottomless || sum * test.num <= base * test.den);
}

Verdict judge(const Series& series, const Part& part, bool value_added) {
  bool possible = false;
  for (const Triple& triple : triples_of(part)) {
    if (known_to_pass(series, part.test, triple)) return Verdict::kMet;
    possible = possible || could_pass(series, part.test, triple, value_added);
  }
  return possible ? Verdict::kUndetermined : Verdict::kNotMet;
}

bool all_parts_pass(const Series& world, const Rule& rule,
                    const std::vector<std::vector<Triple>>& triples) {
  for (std::size_t p = 0; p < rule.parts.size(); ++p) {
    if (std::none_of(triples[p].begin(), triples[p].end(), [&](const Triple& triple) {
          return known_to_pass(world, rule.parts[p].test, triple);
        })) {
      return false;
    }
  }
  return true;
}

// Looks for two complete worlds that differ in one fact and in the verdict of one rule.
class WitnessSearch {
 public:
  WitnessSearch(const Series& known, const Rule& rule) : known_(known), rule_(rule) {
    for (const Part& part : rule.parts) {
      triples_.push_back(triples_of(part));
      open_.push_back(judge(known, part, rule.value_added) == Verdict::kUndetermined);
    }
    // Worst case everywhere: figures beyond all measure, bases nothing.
    int last = month_of(2020, 3);
    int first = month_of(2019, 1);
    for (const Part& part : rule.parts) {
      last = std::max(last, part.last);
      first = std::min(first, part.first);
    }
    for (int month = first; month <= last; ++month) {
      const auto found = known.find(month);
      worst_[month] = found != known.end() ? found->second : worst_of(month);
    }
  }

  bool pivotal(int fact) {
    for (std::size_t p = 0; p < rule_.parts.size(); ++p) {
      if (!open_[p]) continue;
      for (const Triple& triple : triples_[p]) {
        if (!touches(triple, fact)) continue;
        if (!could_pass(known_, rule_.parts[p].test, triple, rule_.value_added)) continue;
        if (with_triple(fact, p, triple)) return true;
      }
    }
    return false;
  }

  static bool touches(const Triple& triple, int fact) {
    for (const int m : triple) {
      if (m == fact) return true;
      for (const int base : base_months(m)) {
        if (base == fact) return true;
      }
    }
    return false;
  }

 private:
  enum class Mode { kWeak, kLevelHere, kLevelThere, kStrong };

  bool is_base(int month) const { return month < kFirstMonth; }
  bool unknown(int month) const { return known_.find(month) == known_.end(); }
  Wide worst_of(int month) const {
    if (!is_base(month)) return kHuge * 1000;
    return rule_.value_added ? -kHuge : 0;
  }
  Wide best_of(int month) const {
    if (is_base(month)) return kHuge * 1000;
    return rule_.value_added ? -kHuge * 1000 : 0;
  }

  // The other part needs a triple of its own unless known months already meet it.
  bool with_triple(int fact, std::size_t p, const Triple& triple) {
    std::size_t other = rule_.parts.size();
    for (std::size_t q = 0; q < rule_.parts.size(); ++q) {
      if (q != p && open_[q]) other = q;
    }
    if (other == rule_.parts.size()) return with_helpers(fact, p, triple, p, triple);
    const auto& candidates = triples_[other];
    if (std::find(candidates.begin(), candidates.end(), triple) != candidates.end() &&
        with_helpers(fact, p, triple, other, triple)) {
      return true;
    }
    int tried = 0;
    for (const Triple& second : candidates) {
      if (!could_pass(known_, rule_.parts[other].test, second, rule_.value_added)) continue;
      if (with_helpers(fact, p, triple, other, second)) return true;
      if (++tried == 40) break;
    }
    return false;
  }

  bool with_helpers(int fact, std::size_t p, const Triple& triple, std::size_t q,
                    const Triple& second) {
    for (const Mode there : {Mode::kLevelThere, Mode::kStrong, Mode::kLevelHere}) {
      for (const Mode here : {Mode::kWeak, Mode::kLevelHere, Mode::kLevelThere, Mode::kStrong}) {
        for (int adjusted = -1; adjusted < 6; ++adjusted) {
          Series world = worst_;
          for (const int m : second) set_month(world, fact, m, there, p, q);
          for (const int m : triple) {
            if (p == q || std::find(second.begin(), second.end(), m) == second.end()) {
              set_month(world, fact, m, here, p, q);
            }
          }
          world[fact] = best_of(fact);
          if (adjusted >= 0) {
            const bool first = adjusted < 3;
            const Triple& chosen = first ? triple : second;
            if (!tighten(world, fact, chosen, chosen[static_cast<std::size_t>(adjusted % 3)],
                         rule_.parts[first ? p : q].test)) {
              continue;
            }
          }
          if (!all_parts_pass(world, rule_, triples_)) continue;
          world[fact] = worst_of(fact);
          if (!all_parts_pass(world, rule_, triples_)) return true;
        }
      }
    }
    return false;
  }

  void set_month(Series& world, int fact, int month, Mode mode, std::size_t p, std::size_t q) {
    if (mode == Mode::kWeak) {
      // Finite, so that the fact in question can still outweigh it.
      if (unknown(month) && month != fact) world[month] = kHuge;
      return;
    }
    const Test test = rule_.parts[mode == Mode::kLevelThere ? q : p].test;
    const bool figure_free = unknown(month) && month != fact;
    int free_base = 0;
    Maybe<Wide> base;
    for (const int b : base_months(month)) {
      if (b == fact) continue;
      if (unknown(b)) {
        free_base = b;
      } else if (!base || world[b] > *base) {
        base = world[b];
      }
    }
    if (mode == Mode::kStrong) {
      if (figure_free) world[month] = rule_.value_added ? -kHuge : 0;
      if (free_base != 0) world[free_base] = kHuge;
      return;
    }
    if (free_base != 0 && !figure_free) {
      const Wide figure = month == fact ? 1'000'000 : world[month];
      world[free_base] = (figure * test.num + test.den - 1) / test.den;
    } else if (free_base != 0) {
      world[free_base] = 1'000'000'000;
      world[month] = world[free_base] * test.den / test.num;
    } else if (figure_free) {
      const Wide level = base.value_or(1'000'000);
      world[month] = std::max<Wide>(level * test.den / test.num, rule_.value_added ? -kHuge : 0);
    }
  }

  // Moves one helper so that the triple passes with nothing to spare.
  bool tighten(Series& world, int fact, const Triple& triple, int month, const Test& test) {
    if (month == fact || !unknown(month)) return false;
    Wide sum = 0;
    Wide base = 0;
    for (const int m : triple) {
      if (m != month) sum += world[m];
      Wide largest = world[base_months(m).front()];
      for (const int b : base_months(m)) largest = std::max(largest, world[b]);
      base += largest;
    }
    Wide critical = base * test.den;
    critical = critical >= 0 ? critical / test.num : -((-critical + test.num - 1) / test.num);
    critical -= sum;
    if (critical < 0 && !rule_.value_added) return false;
    world[month] = critical;
    return true;
  }

  const Series& known_;
  const Rule& rule_;
  Series worst_;
  std::vector<std::vector<Triple>> triples_;
  std::vector<bool> open_;
};

Finding decline_at(const Facts& facts, int rule, bool global, int application) {
  Finding finding;
  struct Judged {
    Rule rule;
    Series series;
    std::vector<Verdict> parts;
    Verdict verdict;
  };
  std::vector<Judged> judged;
  for (const Rule& set : rules_of(rule, global, application)) {
    Judged j{set, series_of(facts, set.value_added), {}, Verdict::kMet};
    for (const Part& part : set.parts) {
      j.parts.push_back(judge(j.series, part, set.value_added));
      j.verdict = all_of(j.verdict, j.parts.back());
    }
    finding.verdict = any_of(finding.verdict, j.verdict);
    judged.push_back(j);
  }
  if (finding.verdict != Verdict::kUndetermined) return finding;

  for (const Judged& j : judged) {
    if (j.verdict != Verdict::kUndetermined) continue;
    WitnessSearch search(j.series, j.rule);
    std::set<int> touched;
    for (std::size_t p = 0; p < j.parts.size(); ++p) {
      if (j.parts[p] != Verdict::kUndetermined) continue;
      for (const Triple& triple : triples_of(j.rule.parts[p])) {
        if (!could_pass(j.series, j.rule.parts[p].test, triple, j.rule.value_added)) continue;
        for (const int m : triple) {
          if (j.series.find(m) == j.series.end()) touched.insert(m);
          for (const int base : base_months(m)) {
            if (j.series.find(base) == j.series.end()) touched.insert(base);
          }
        }
      }
    }
    for (const int fact : touched) {
      finding.may.insert(name_of(fact, j.rule.value_added));
      if (search.pivotal(fact)) finding.must.insert(name_of(fact, j.rule.value_added));
    }
  }
  return finding;
}

}  // namespace

Finding sales_decline(const Facts& facts, int rule, bool global) {
  return over_applications(
      facts, [&](int application) { return decline_at(facts, rule, global, application); });
}

Json decline_evidence(const Facts& facts, int rule, bool global, bool value_added) {
  if (!facts.application) return nullptr;
  for (const Rule& set : rules_of(rule, global, *facts.application)) {
    if (set.value_added != value_added) continue;
    const Series series = series_of(facts, value_added);
    Json parts = Json::array();
    for (const Part& part : set.parts) {
      std::map<int, Month> months;
      for (int m = part.first; m <= part.last; ++m) months[m] = look_up(series, m);
      Json best = nullptr;
      Wide best_slack = 0;
      for (const Triple& triple : triples_of(part)) {
        const std::array<const Month*, 3> chosen = {&months[triple[0]], &months[triple[1]],
                                                    &months[triple[2]]};
        if (!std::all_of(chosen.begin(), chosen.end(),
                         [](const Month* m) { return m->figure && m->base; })) {
          continue;
        }
        Wide sum = 0;
        Wide base = 0;
        for (const Month* month : chosen) {
          sum += *month->figure;
          base += *month->base;
        }
        if (base <= 0) continue;
        const Wide limit = base * part.test.den / part.test.num;
        if (!best.is_null() && limit - sum <= best_slack) continue;
        best_slack = limit - sum;
        best = {{"part", parts.empty() ? "a" : "b"},
                {"months", Json::array()},
                {"base_months", Json::array()},
                {"sum_yen", static_cast<Int>(sum)},
                {"base_sum_yen", static_cast<Int>(base)},
                {"limit_yen", static_cast<Int>(limit)},
                {"slack_yen", static_cast<Int>(best_slack)}};
        for (std::size_t i = 0; i < 3; ++i) {
          best["months"].push_back(month_text(triple[i]));
          best["base_months"].push_back(month_text(chosen[i]->base_month));
        }
      }
      parts.push_back(best);
    }
    return parts;
  }
  return nullptr;
}

}  // namespace uwanose::oracle
