#include "oracle/completions.h"

#include <algorithm>
#include <functional>

namespace uwanose::oracle {

namespace {

constexpr Int kAnyAmount = 10'000'000'000'000;  // the largest figure that a case may hold
constexpr Int kBankLine = 30'000'000;

// One fact (or one bundle of facts) and the number of values tried for it.
struct Dimension {
  std::string name;
  std::size_t count;
};

struct Outcome {
  Int eligible, national, prefectural;
  bool fits, sme, round;
};

Verdict settled(bool some, bool others) {
  return some && others ? Verdict::kUndetermined : known_as(some);
}

// The least of x − total(x) for 0 ≤ x. The total never falls and is linear in pieces, up to the
// rounding, which repeats within 120 yen. A stretch is split until it cannot hold the least, is
// seen to be linear (then the least is within 120 yen of one end), or is short enough to try all.
Int least_own(const std::function<Int(Int)>& total) {
  constexpr Int period = 120;
  Int best = -total(0);
  const auto try_all = [&](Int lo, Int hi) {
    for (Int x = lo; x <= hi; ++x) best = std::min(best, x - total(x));
  };
  const std::function<void(Int, Int)> search = [&](Int lo, Int hi) {
    if (lo - total(hi) >= best) return;
    const Int periods = (hi - lo) / period;
    if (periods <= 4) return try_all(lo, hi);
    const Int middle = lo + periods / 2 * period;
    const Int rise = total(lo + period) - total(lo);
    if (total(middle + period) - total(middle) == rise && total(hi) - total(hi - period) == rise &&
        total(middle) - total(lo) == rise * (periods / 2) &&
        total(hi) - total(lo) == rise * periods) {
      try_all(lo, lo + period);
      try_all(hi - period, hi);
      return;
    }
    search(lo, middle);
    search(middle, hi);
  };
  constexpr Int stretch = period * 50'000;
  for (Int lo = 0; lo < 420'000'000; lo += stretch) search(lo, lo + stretch);  // beyond every cap
  return best;
}

}  // namespace

AmountFinding amounts_over_completions(const Facts& facts, const std::string& frame,
                                       Verdict special) {
  using Names = std::vector<std::string>;
  const auto texts = [](const Maybe<std::string>& fact, const Names& all) {
    return fact ? Names{*fact} : all;
  };
  const auto numbers = [](const Maybe<Int>& fact, const std::vector<Int>& all) {
    return fact ? std::vector<Int>{*fact} : all;
  };
  const Names kinds = texts(facts.kind, {"corporation", "sole_proprietor", "no_capital"});
  const Names industries =
      texts(facts.industry, {"manufacturing", "wholesale", "retail", "service", "rubber",
                             "software", "ryokan", "entertainment", "other"});
  const bool capital_matters = !facts.kind || *facts.kind == "corporation";
  const std::vector<Int> capitals =
      capital_matters ? numbers(facts.capital,
                                {50'000'000, 100'000'000, 300'000'000, 999'999'999, 1'000'000'000})
                      : std::vector<Int>{0};
  const std::vector<Int> heads =
      numbers(facts.employees, {5, 20, 50, 100, 200, 300, 900, 2000, 2001});
  const std::string programme = programme_of(frame);
  const std::vector<Int> rounds =
      numbers(facts.rounds.at(programme), programme == "saikouchiku"  ? std::vector<Int>{1, 2, 3, 6}
                                          : programme == "monozukuri" ? std::vector<Int>{1, 5, 10}
                                          : programme == "jizokuka"   ? std::vector<Int>{1, 7}
                                                                      : std::vector<Int>{1, 6});
  std::vector<bool> places = {false, true};
  if (facts.head_office) places = {facts.head_office->rfind("20", 0) == 0};
  std::vector<bool> specials = {false, true};
  if (special != Verdict::kUndetermined || frame != "jizokuka.low_infection") {
    specials = {special == Verdict::kMet};
  }

  // Expenses: known sums, items whose treatment or amount is open. An unknown list is one item of
  // each treatment with an unknown amount.
  struct Item {
    std::vector<Treatment> treatments;
    Maybe<Int> amount;
    std::string category_name, amount_name;
  };
  std::vector<Treatment> all_treatments;
  for (const std::string& category : all_categories()) {
    const Treatment treatment = treatment_of(frame, category);
    if (std::find(all_treatments.begin(), all_treatments.end(), treatment) ==
        all_treatments.end()) {
      all_treatments.push_back(treatment);
    }
  }
  std::vector<Item> items;
  if (!facts.expenses_known) {
    for (const Treatment treatment : all_treatments) {
      items.push_back({{treatment}, std::nullopt, "expenses", "expenses"});
    }
  }
  for (std::size_t i = 0; i < facts.expenses.size(); ++i) {
    const Expense& expense = facts.expenses[i];
    const std::string name = "expenses[" + std::to_string(i) + "].";
    items.push_back({expense.category
                         ? std::vector<Treatment>{treatment_of(frame, *expense.category)}
                         : all_treatments,
                     expense.amount, name + "category", name + "amount_yen"});
  }
  const auto open_items = static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [](const Item& item) { return !item.amount; }));
  const std::vector<Int> grid =
      open_items <= 1
          ? std::vector<Int>{0,          1,           500'000,     1'000'000,   1'400'000,
                             2'000'000,  5'000'000,   10'000'000,  20'000'000,  50'000'000,
                             90'000'000, 130'000'000, 200'000'000, 300'000'000, kAnyAmount}
      : open_items == 2
          ? std::vector<Int>{0, 1'000'000, 5'000'000, 50'000'000, 200'000'000, kAnyAmount}
      : open_items == 3 ? std::vector<Int>{0, 3'000'000, 100'000'000, kAnyAmount}
                        : std::vector<Int>{0, 3'000'000, kAnyAmount};

  std::vector<Dimension> dimensions = {{"applicant.kind", kinds.size()},
                                       {"applicant.industry", industries.size()},
                                       {"applicant.capital_yen", capitals.size()},
                                       {"applicant.employees", heads.size()},
                                       {"application.rounds." + programme, rounds.size()},
                                       {"applicant.head_office", places.size()},
                                       {"special", specials.size()}};
  const std::size_t fixed = dimensions.size();
  for (const Item& item : items) {
    dimensions.push_back({item.category_name, item.treatments.size()});
    const bool matters = item.treatments.size() > 1 || item.treatments[0] != Treatment::kNone;
    dimensions.push_back({item.amount_name, item.amount || !matters ? 1 : grid.size()});
  }

  std::vector<std::size_t> at(dimensions.size(), 0);
  const auto setting_at = [&] {
    return Setting{size_of(kinds[at[0]], capitals[at[2]], industries[at[1]], heads[at[3]]),
                   rounds[at[4]], specials[at[6]], places[at[5]]};
  };
  const auto add = [](Sums& sums, Treatment treatment, Int amount) {
    if (treatment == Treatment::kOrdinary) sums.ordinary += amount;
    if (treatment == Treatment::kTraining) sums.training += amount;
    if (treatment == Treatment::kInfection) sums.infection += amount;
  };
  const auto next = [&](std::size_t from, std::size_t to) {
    for (std::size_t d = from; d < to; ++d) {
      if (++at[d] < dimensions[d].count) return true;
      at[d] = 0;
    }
    return false;
  };

  AmountFinding finding{};
  std::vector<Outcome> outcomes;
  bool first = true;
  bool yes[5] = {}, no[5] = {};
  const auto widen = [&](Span& span, Int value) {
    span.min = first ? value : std::min(span.min, value);
    span.max = first ? value : std::max(span.max, value);
  };
  do {
    const Setting setting = setting_at();
    Sums sums;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Treatment treatment = items[i].treatments[at[fixed + 2 * i]];
      add(sums, treatment, items[i].amount.value_or(grid[at[fixed + 2 * i + 1]]));
      if (!items[i].amount && treatment == Treatment::kOrdinary) finding.eligible.unbounded = true;
    }
    const Amounts amounts = amounts_of(frame, setting, sums);
    const Outcome outcome{amounts.eligible,
                          amounts.national,
                          amounts.prefectural,
                          size_class_fits(frame, setting.size),
                          setting.size.size_class == SizeClass::kSme,
                          round_covered(frame, setting.round)};
    outcomes.push_back(outcome);
    widen(finding.eligible, outcome.eligible);
    widen(finding.national, outcome.national);
    widen(finding.prefectural, outcome.prefectural);
    widen(finding.total, outcome.national + outcome.prefectural);
    first = false;
    const bool facts_of[5] = {outcome.fits, outcome.sme, outcome.round, outcome.national > 0,
                              outcome.national > kBankLine};
    for (int i = 0; i < 5; ++i) (facts_of[i] ? yes : no)[i] = true;
  } while (next(0, dimensions.size()));
  finding.fits = settled(yes[0], no[0]);
  finding.sme = settled(yes[1], no[1]);
  finding.round = settled(yes[2], no[2]);
  finding.lower_limit = settled(yes[3], no[3]);
  finding.over_bank_line = settled(yes[4], no[4]);

  // A fact matters if two completions that differ in it alone differ in the outcome.
  std::size_t stride = 1;
  for (const Dimension& dimension : dimensions) {
    for (std::size_t i = 0; i < outcomes.size() && dimension.count > 1; ++i) {
      const Outcome& a = outcomes[i];
      const Outcome& b = outcomes[i - i / stride % dimension.count * stride];
      if (a.national != b.national || a.fits != b.fits || a.round != b.round) {
        finding.national_facts.insert(dimension.name);
      }
      if (a.prefectural != b.prefectural || a.sme != b.sme || a.round != b.round) {
        finding.prefectural_facts.insert(dimension.name);
      }
    }
    stride *= dimension.count;
  }

  // What stays with the firm: every setting and every treatment of unknown categories; the
  // unknown expense goes where it lowers it most (an ordinary one counts in full).
  first = true;
  std::set<std::vector<Int>> seen;
  std::fill(at.begin(), at.end(), 0);
  do {
    std::vector<std::size_t> categories(items.size(), 0);
    const Setting setting = setting_at();
    if (!seen.insert({static_cast<Int>(setting.size.size_class), setting.size.small,
                      setting.size.employees, setting.round, setting.special, setting.nagano})
             .second) {
      continue;
    }
    do {
      Sums sums;
      Int spent = 0;
      bool open[4] = {};
      for (std::size_t i = 0; i < items.size(); ++i) {
        const Treatment treatment = items[i].treatments[categories[i]];
        if (items[i].amount) {
          add(sums, treatment, *items[i].amount);
          spent += *items[i].amount;
        } else {
          open[static_cast<std::size_t>(treatment)] = true;
        }
      }
      const auto total_with = [&](Treatment treatment, Int amount) {
        Sums more = sums;
        add(more, treatment, amount);
        const Amounts amounts = amounts_of(frame, setting, more);
        return amounts.national + amounts.prefectural;
      };
      Int own = spent - total_with(Treatment::kNone, 0);
      if (open[0] || open[1] || open[2] || open[3]) finding.own.unbounded = true;
      for (const Treatment treatment :
           {Treatment::kOrdinary, Treatment::kTraining, Treatment::kInfection}) {
        if (!open[static_cast<std::size_t>(treatment)]) continue;
        own = spent + least_own([&](Int amount) { return total_with(treatment, amount); });
        break;
      }
      widen(finding.own, own);
      first = false;
      std::size_t i = 0;
      for (; i < items.size(); ++i) {
        if (++categories[i] < items[i].treatments.size()) break;
        categories[i] = 0;
      }
      if (i == items.size()) break;
    } while (true);
  } while (next(0, fixed));
  return finding;
}

}  // namespace uwanose::oracle
