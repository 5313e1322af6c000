#include <algorithm>

#include "oracle/decline.h"

namespace uwanose::oracle {

namespace {

// One month's test, by known figures, or by what they could be.
struct SingleTest {
  int num;
  int den;
  bool value_added;
};

bool single_passes(const SingleTest& test, Wide figure, Wide base) {
  return base > 0 && figure * test.num <= base * test.den;
}

bool single_could(const SingleTest& test, const Maybe<Wide>& figure, const Maybe<Wide>& base) {
  if (!base) return true;
  if (*base <= 0) return false;
  return !figure || single_passes(test, *figure, *base);
}

bool any_single_passes(const Series& world, const SingleTest& test, int first, int last) {
  for (int month = first; month <= last; ++month) {
    for (const int base : {month - 12, month - 24}) {
      const auto figure = figure_of(world, month);
      const auto before = figure_of(world, base);
      if (figure && before && single_passes(test, *figure, *before)) return true;
    }
  }
  return false;
}

// Fills the unknown months so that as little passes as possible: the least figure that fails
// against what went before, since a small figure is also a small base.
Series filled_to_fail(Series world, const SingleTest& test, int first, int last) {
  for (int month = first - 24; month <= last; ++month) {
    if (world.count(month) != 0) continue;
    Wide least = test.value_added ? -1 : 0;
    if (month >= first) {
      for (const int base : {month - 12, month - 24}) {
        const Wide before = world[base];
        if (before > 0) least = std::max(least, before * test.den / test.num + 1);
      }
    }
    world[month] = least;
  }
  return world;
}

bool single_pivotal(const Series& known, const SingleTest& test, int first, int last, int fact) {
  const std::vector<Wide> values = {0,
                                    1,
                                    1000,
                                    1'000'000,
                                    1'000'000'000,
                                    1'000'000'000'000,
                                    kHuge,
                                    test.value_added ? -kHuge : 0};
  for (int month = first; month <= last; ++month) {
    for (const int base : {month - 12, month - 24}) {
      if (month != fact && base != fact) continue;
      const int partner = month == fact ? base : month;
      // A partner without a value of its own is filled like the other months.
      std::vector<Maybe<Wide>> partner_values(values.begin(), values.end());
      partner_values.emplace_back();
      if (const auto given = figure_of(known, partner)) partner_values = {*given};
      for (const Maybe<Wide>& partner_value : partner_values) {
        for (std::size_t i = 0; i <= values.size(); ++i) {
          Series world = known;
          if (partner_value) world[partner] = *partner_value;
          if (i < values.size()) world[fact] = values[i];
          world = filled_to_fail(world, test, first, last);
          if (any_single_passes(world, test, first, last)) continue;
          for (const Wide passing : values) {
            world[fact] = passing;
            if (any_single_passes(world, test, first, last)) return true;
          }
        }
      }
    }
  }
  return false;
}

}  // namespace

Finding single_month_decline(const Facts& facts, int first, Maybe<int> last, bool sales_only) {
  return over_applications(facts, [&](int application) {
    const int end = std::min(application - 1, last.value_or(application - 1));
    std::vector<SingleTest> tests = {{10, 7, false}};
    if (!sales_only) tests.push_back({20, 11, true});
    Finding finding;
    for (const SingleTest& test : tests) {
      const Series series = series_of(facts, test.value_added);
      std::set<int> touched;
      for (int month = first; month <= end; ++month) {
        for (const int base : {month - 12, month - 24}) {
          const auto figure = figure_of(series, month);
          const auto before = figure_of(series, base);
          if (figure && before) {
            if (single_passes(test, *figure, *before)) finding.verdict = Verdict::kMet;
          } else if (single_could(test, figure, before)) {
            finding.verdict = any_of(finding.verdict, Verdict::kUndetermined);
            if (!figure) touched.insert(month);
            if (!before) touched.insert(base);
          }
        }
      }
      for (const int fact : touched) {
        finding.may.insert(name_of(fact, test.value_added));
        if (single_pivotal(series, test, first, end, fact)) {
          finding.must.insert(name_of(fact, test.value_added));
        }
      }
    }
    if (finding.verdict != Verdict::kUndetermined) return Finding{finding.verdict, {}, {}};
    return finding;
  });
}

}  // namespace uwanose::oracle
