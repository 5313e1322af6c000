#include "oracle/oracle.h"

#include <functional>

#include "oracle/completions.h"
#include "oracle/decline.h"
#include "oracle/plan.h"

namespace uwanose::oracle {

namespace {

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
