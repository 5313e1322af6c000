#include "oracle/oracle.h"

#include <algorithm>
#include <functional>

#include "oracle/amounts.h"
#include "oracle/decline.h"
#include "oracle/plan.h"

namespace uwanose::oracle {

namespace {

constexpr Int kAnyAmount = 10'000'000'000'000;  // the largest figure that a case may hold
constexpr Int kBankLine = 30'000'000;

std::string programme_of(const std::string& frame) { return frame.substr(0, frame.find('.')); }

// ---- Amounts, over every completion of what they depend on -------------------------------------

// One fact (or one bundle of facts) and the number of values tried for it.
struct Dimension {
  std::string name;
  std::size_t count;
};

struct Outcome {
  Int eligible, national, prefectural;
  bool fits, sme, round;
};

struct Span {
  Int min = 0;
  Int max = 0;
  bool unbounded = false;
  bool varies() const { return unbounded || min != max; }
};

struct AmountFinding {
  Verdict fits, sme, round, lower_limit, over_bank_line;
  Span eligible, national, prefectural, total, own;
  std::set<std::string> national_facts;  // "special" stands for the special measure
  std::set<std::string> prefectural_facts;
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

// ---- Requirements ------------------------------------------------------------------------------

Finding settled_by(const std::string& name, Verdict verdict) {
  if (verdict != Verdict::kUndetermined) return {verdict, {}, {}};
  return {verdict, {name}, {name}};
}

Finding answer(const Facts& facts, const char* name) {
  return settled_by(std::string("answers.") + name, of_answer(facts.answers.at(name)));
}

// The rule of the round; a frame that the round does not have is judged as in rounds 3 to 5.
Finding by_round(const Facts& facts, const std::string& frame,
                 const std::function<Finding(int)>& at_rule) {
  const auto rule_of = [&](Int round) {
    return round_covered(frame, round) && round <= 2 ? static_cast<int>(round) : 5;
  };
  const auto& round = facts.rounds.at("saikouchiku");
  if (round) return at_rule(rule_of(*round));
  std::vector<Finding> findings;
  for (const Int r : {1, 2, 3}) findings.push_back(at_rule(rule_of(r)));
  Finding finding = either(findings);
  if (finding.verdict == Verdict::kUndetermined) {
    const std::string name = "application.rounds.saikouchiku";
    finding.may.insert(name);
    if (findings[0].verdict != findings[1].verdict || findings[1].verdict != findings[2].verdict) {
      finding.must.insert(name);
    }
  }
  return finding;
}

Finding minimum_wage_share(const Facts& facts) {
  int met = 0;
  std::set<std::string> unknown;
  for (int month = month_of(2020, 10); month <= month_of(2021, 6); ++month) {
    const auto found = facts.wages.find(month);
    const WageRow row = found == facts.wages.end() ? WageRow{} : found->second;
    if (row.employees == 0) {
      ++met;  // 10·0 ≥ 0, whatever is written beside it
    } else if (!row.employees || !row.near_minimum) {
      unknown.insert("wages[" + month_text(month) + "]");
    } else if (10 * *row.near_minimum >= *row.employees) {
      ++met;
    }
  }
  if (met >= 3) return {Verdict::kMet, {}, {}};
  if (met + static_cast<int>(unknown.size()) < 3) return {Verdict::kNotMet, {}, {}};
  return {Verdict::kUndetermined, unknown, unknown};
}

// A missing price is unknown only where the amount could hold 500,000 yen.
Finding unit_price(const Facts& facts) {
  constexpr Int line = 500'000;
  if (!facts.expenses_known) return settled_by("expenses", Verdict::kUndetermined);
  Finding finding;
  for (std::size_t i = 0; i < facts.expenses.size(); ++i) {
    const Expense& expense = facts.expenses[i];
    if (expense.category && *expense.category != "machinery") continue;
    if (expense.unit_price && *expense.unit_price < line) continue;
    if (!expense.unit_price && expense.amount && *expense.amount < line) continue;
    if (expense.category && expense.unit_price) return {Verdict::kMet, {}, {}};
    finding.verdict = Verdict::kUndetermined;
    const std::string name = "expenses[" + std::to_string(i) + "].";
    if (!expense.category) finding.must.insert(name + "category");
    if (!expense.unit_price) {
      finding.must.insert(name + "unit_price_yen");
      if (!expense.amount) finding.must.insert(name + "amount_yen");
    }
  }
  finding.may = finding.must;
  return finding;
}

Finding special_measure(const Facts& facts) {
  const Finding months =
      single_month_decline(facts, month_of(2021, 1), month_of(2021, 9), /*sales_only=*/true);
  const Finding impact = answer(facts, "emergency_impact");
  Finding finding{all_of(months.verdict, impact.verdict), {}, {}};
  if (finding.verdict != Verdict::kUndetermined) return finding;
  finding = {finding.verdict, months.must, months.may};
  finding.must.insert(impact.must.begin(), impact.must.end());
  finding.may.insert(impact.may.begin(), impact.may.end());
  return finding;
}

using Requirements = std::vector<std::pair<std::string, Finding>>;

Requirements saikouchiku_requirements(const Facts& facts, const std::string& frame,
                                      const AmountFinding& amounts) {
  const bool global = frame == "saikouchiku.global_recovery";
  Requirements list;
  list.emplace_back("sales_decline", by_round(facts, frame, [&](int rule) {
                      return sales_decline(facts, rule, global);
                    }));
  list.emplace_back("value_added_growth", value_added_growth(facts, global ? 5 : 3, true));
  list.emplace_back("support_institution", answer(facts, "plan_with_support_institution"));
  list.emplace_back("restructuring_guideline", answer(facts, "restructuring_guideline"));
  Finding bank = answer(facts, "plan_with_financial_institution");
  if (amounts.over_bank_line == Verdict::kNotMet) {
    bank = {Verdict::kMet, {}, {}};
  } else if (amounts.over_bank_line == Verdict::kUndetermined && bank.verdict != Verdict::kMet) {
    bank.verdict = Verdict::kUndetermined;
  }
  list.emplace_back("financial_institution", bank);

  if (frame == "saikouchiku.emergency") {
    list.emplace_back("single_month_decline", by_round(facts, frame, [&](int rule) {
                        const int last = rule == 1 ? 3 : rule == 2 ? 6 : 8;
                        return single_month_decline(facts, month_of(2021, 1), month_of(2021, last),
                                                    false);
                      }));
    list.emplace_back("emergency_impact", answer(facts, "emergency_impact"));
  } else if (frame == "saikouchiku.minimum_wage") {
    list.emplace_back("single_month_decline",
                      single_month_decline(facts, month_of(2020, 4), std::nullopt, false));
    list.emplace_back("minimum_wage_share", minimum_wage_share(facts));
  } else if (frame == "saikouchiku.large_wage_raise") {
    list.emplace_back("employees", settled_by("applicant.employees",
                                              facts.employees ? known_as(*facts.employees >= 101)
                                                              : Verdict::kUndetermined));
    list.emplace_back("wage_raise", wage_raise(facts));
    list.emplace_back("headcount_growth", headcount_growth(facts));
  } else if (frame == "saikouchiku.graduation") {
    list.emplace_back(
        "graduation_route",
        settled_by("answers.graduation_route", facts.graduation_route
                                                   ? known_as(*facts.graduation_route != "none")
                                                   : Verdict::kUndetermined));
    list.emplace_back("leaves_sme", answer(facts, "leaves_sme"));
  } else if (global) {
    list.emplace_back("global_expansion", answer(facts, "global_expansion"));
  }
  return list;
}

Requirements national_requirements(const Facts& facts, const std::string& frame,
                                   const AmountFinding& amounts) {
  // Facts behind size class, round and lower limit are among those of the amounts.
  Requirements list;
  list.emplace_back(
      "not_deemed_large",
      settled_by("applicant.deemed_large",
                 facts.deemed_large ? known_as(!*facts.deemed_large) : Verdict::kUndetermined));
  list.emplace_back("size_class", Finding{amounts.fits, {}, {}});
  list.emplace_back("round", Finding{amounts.round, {}, {}});
  list.emplace_back("lower_limit", Finding{amounts.lower_limit, {}, {}});
  const std::string programme = programme_of(frame);
  if (programme == "saikouchiku") {
    for (auto& entry : saikouchiku_requirements(facts, frame, amounts)) list.push_back(entry);
  } else if (programme == "monozukuri") {
    list.emplace_back("unit_price", unit_price(facts));
    list.emplace_back("wage_plan", answer(facts, "wage_plan"));
    list.emplace_back("value_added_growth", value_added_growth(facts, 3, false));
  } else if (programme == "it") {
    const Int least = frame == "it.a" ? 1 : frame == "it.b" ? 4 : 2;
    list.emplace_back("it_processes",
                      settled_by("answers.it_processes",
                                 facts.it_processes ? known_as(*facts.it_processes >= least)
                                                    : Verdict::kUndetermined));
    if (least == 2) list.emplace_back("it_contactless", answer(facts, "it_contactless"));
    if (frame == "it.b" || frame == "it.c2")
      list.emplace_back("wage_plan", answer(facts, "wage_plan"));
  }
  if (frame.find(".low_infection") != std::string::npos) {
    list.emplace_back("low_infection_project", answer(facts, "low_infection_project"));
  }
  return list;
}

void put_figure(Json& object, const std::string& key, const Span& span) {
  if (!span.varies()) {
    object[key] = span.min;
    return;
  }
  object[key] = nullptr;
  Json range = {{"min_yen", span.min}, {"max_yen", nullptr}};
  if (!span.unbounded) range["max_yen"] = span.max;
  object[key + "_range"] = range;
}

Json part_of(const Requirements& requirements, const Span& yen, const std::set<std::string>& facts,
             const Finding& special) {
  Verdict verdict = Verdict::kMet;
  std::set<std::string> must;
  std::set<std::string> may;
  Json verdicts = Json::object();
  for (const auto& [id, finding] : requirements) {
    verdict = all_of(verdict, finding.verdict);
    verdicts[id] = verdict_name(finding.verdict);
    must.insert(finding.must.begin(), finding.must.end());
    may.insert(finding.may.begin(), finding.may.end());
  }
  for (const std::string& fact : facts) {
    if (fact == "special") {
      must.insert(special.must.begin(), special.must.end());
      may.insert(special.may.begin(), special.may.end());
    } else {
      must.insert(fact);
    }
  }
  may.insert(must.begin(), must.end());
  Json part = {{"verdict", verdict_name(verdict)}};
  put_figure(part, "yen", yen);
  part["requirements"] = verdicts;
  part["missing"] = in_case_order(must);
  if (may != must) part["missing_may"] = in_case_order(may);
  return part;
}

}  // namespace

Json assess(const Json& input) {
  const Facts facts = read_facts(input);
  const Finding special = special_measure(facts);
  Json frames = Json::array();
  for (const char* name : kFrames) {
    const std::string frame = name;
    const AmountFinding amounts = amounts_over_completions(facts, frame, special.verdict);
    Json entry = {{"id", frame}, {"verdict", nullptr}};
    put_figure(entry, "eligible_expense_yen", amounts.eligible);
    entry["national"] = part_of(national_requirements(facts, frame, amounts), amounts.national,
                                amounts.national_facts, special);
    entry["verdict"] = entry["national"]["verdict"];
    entry["prefectural"] = nullptr;
    if (has_top_up(frame)) {
      Requirements list;
      list.emplace_back("size_class", Finding{amounts.sme, {}, {}});
      list.emplace_back(
          "head_office",
          settled_by("applicant.head_office", facts.head_office
                                                  ? known_as(facts.head_office->rfind("20", 0) == 0)
                                                  : Verdict::kUndetermined));
      list.emplace_back("round", Finding{amounts.round, {}, {}});
      entry["prefectural"] = part_of(list, amounts.prefectural, amounts.prefectural_facts, special);
    }
    put_figure(entry, "total_yen", amounts.total);
    put_figure(entry, "own_yen", amounts.own);
    frames.push_back(entry);
  }
  return frames;
}

}  // namespace uwanose::oracle
