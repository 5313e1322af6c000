#include "rules/checks.h"

#include <algorithm>

#include "rules/monthly_checks.h"

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Ratio;
using core::Verdict;

// A plan covers 3 to 5 years; while their number is unknown, any of these.
constexpr int fewest_years = 3;
constexpr int most_years = 5;

enum class YearField : std::int32_t { value_added, employees, wage };

Figure year_figure(const Case& input, int year, YearField field) {
  if (year < 1 || static_cast<std::size_t>(year) > input.yearly.size()) return std::nullopt;
  const YearPlan& plan = input.yearly[static_cast<std::size_t>(year) - 1];
  return field == YearField::value_added ? plan.value_added_yen
         : field == YearField::employees ? plan.employees
                                         : plan.minimum_hourly_wage_yen;
}

// The plan figures of one check, and what of them is missing.
struct Plan {
  const Case& input;
  const CheckFacts& facts;
  std::vector<FactRef> missing;
  std::optional<int> years;

  Plan(const Case& stated, const CheckFacts& scalars) : input(stated), facts(scalars) {
    if (const auto stated_years = input.scalar(facts.plan_years)) {
      years = static_cast<int>(stated_years->floor());
    }
  }

  // A plan never states more years than it has.
  int first_last_year() const {
    return years.value_or(
        std::clamp(static_cast<int>(input.yearly.size()), fewest_years, most_years));
  }
  int final_last_year() const { return years.value_or(most_years); }

  std::optional<Int128> scalar(FactIndex fact) const {
    const auto value = input.scalar(fact);
    return value ? std::optional(value->floor()) : std::nullopt;
  }
  void miss_scalar(FactIndex fact) {
    if (input.scalar(fact)) return;
    const bool plan_fact = fact != facts.applicant_employees && fact != facts.application_month;
    missing.push_back(
        {plan_fact ? FactRef::Kind::plan : FactRef::Kind::applicant_and_application, fact, 0});
  }
  void miss_year(int year, YearField field) {
    if (!year_figure(input, year, field)) {
      missing.push_back({FactRef::Kind::yearly, year, static_cast<std::int32_t>(field)});
    }
  }
  void miss_last_years(YearField field) {
    for (int year = first_last_year(); year <= final_last_year(); ++year) miss_year(year, field);
  }
  CheckResult result(Verdict verdict, Threshold evidence) {
    CheckResult done;
    done.verdict = verdict;
    done.evidence = std::move(evidence);
    if (verdict == Verdict::undetermined) {
      std::sort(missing.begin(), missing.end());
      missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
      done.missing = std::move(missing);
    }
    return done;
  }
};

// The smallest whole number that is at least factor · base.
Int128 at_least(const Ratio& factor, Int128 base) {
  return core::ceil_div(base * factor.numerator(), factor.denominator());
}

Ratio growth_factor(const ValueAddedGrowth& rule, int years) {
  if (!rule.compound) return Ratio(1) + rule.yearly * Ratio(years);
  Ratio factor(1);
  for (int i = 0; i < years; ++i) factor = factor * (Ratio(1) + rule.yearly);
  return factor;
}

CheckResult run(const ValueAddedGrowth& rule, const Case& input, const CheckFacts& facts) {
  Plan plan(input, facts);
  Threshold evidence;
  evidence.unit = Unit::of(Unit::yen);
  const auto base = plan.scalar(facts.base_value_added);
  if (base && *base <= 0) {
    evidence.base_not_positive = true;
    return plan.result(Verdict::undetermined, evidence);
  }
  const auto base_heads = plan.scalar(facts.base_employees);
  // value / heads ≥ factor · base / base_heads.
  const auto meets = [&](int year, Int128 value, Int128 heads_then, Int128 heads_before) {
    const Ratio factor = growth_factor(rule, year);
    return value * heads_before * factor.denominator() >= factor.numerator() * *base * heads_then;
  };
  // Per employee counts only with employees at both ends, and from a base of one employee it is
  // never easier than the total. An unknown head count helps most at 1 in the last year, and
  // without bound at the base.
  const auto per_head_open = [&](int year) {
    const Figure heads = year_figure(input, year, YearField::employees);
    const Figure value = year_figure(input, year, YearField::value_added);
    if (!rule.per_head || (base_heads && *base_heads <= 1) || (heads && *heads <= 0)) return false;
    if (!value) return true;
    if (*value <= 0) return false;
    if (!base) return true;
    const bool total_met = *value >= at_least(growth_factor(rule, year), *base);
    return !total_met && (!base_heads || meets(year, *value, heads.value_or(1), *base_heads));
  };
  const auto miss_heads = [&] {
    for (int year = plan.first_last_year(); year <= plan.final_last_year(); ++year) {
      if (!per_head_open(year)) continue;
      plan.miss_scalar(facts.base_employees);
      plan.miss_year(year, YearField::employees);
    }
  };
  if (!base || !plan.years) {
    plan.miss_scalar(facts.plan_years);
    plan.miss_scalar(facts.base_value_added);
    plan.miss_last_years(YearField::value_added);
    miss_heads();
    return plan.result(Verdict::undetermined, evidence);
  }

  const int last = *plan.years;
  evidence.year = last;
  const Ratio factor = growth_factor(rule, last);
  evidence.limit = at_least(factor, *base);
  const Figure value = year_figure(input, last, YearField::value_added);
  if (!value) {
    plan.miss_year(last, YearField::value_added);
    miss_heads();
    return plan.result(Verdict::undetermined, evidence);
  }
  evidence.value = *value;
  evidence.slack = *value - *evidence.limit;
  if (*evidence.slack >= 0) return plan.result(Verdict::met, evidence);
  const Figure heads = year_figure(input, last, YearField::employees);
  if (rule.per_head && heads && *heads > 0 && base_heads && *base_heads > 1 && *value > 0) {
    // What the total would have to be with the heads of the plan.
    const Ratio needed = factor * Ratio::of(*heads, *base_heads);
    const Int128 limit = at_least(needed, *base);
    if (*value - limit > *evidence.slack) {
      evidence.per_head = true;
      evidence.limit = limit;
      evidence.slack = *value - limit;
    }
    return plan.result(core::verdict_of(meets(last, *value, *heads, *base_heads)), evidence);
  }
  if (!per_head_open(last)) return plan.result(Verdict::not_met, evidence);
  miss_heads();
  return plan.result(Verdict::undetermined, evidence);
}

// Keeps the year that is furthest from its threshold.
void keep_worst(Threshold& evidence, int year, Int128 value, Int128 limit) {
  if (evidence.slack && value - limit >= *evidence.slack) return;
  evidence.year = year;
  evidence.value = value;
  evidence.limit = limit;
  evidence.slack = value - limit;
}

CheckResult run(const YearlyWageRaise& rule, const Case& input, const CheckFacts& facts) {
  Plan plan(input, facts);
  Threshold evidence;
  evidence.unit = quotient(Unit::of(Unit::yen), Unit::of(Unit::hour));
  plan.miss_scalar(facts.plan_years);
  plan.miss_scalar(facts.base_wage);
  const auto base = plan.scalar(facts.base_wage);
  bool failed = false;
  std::vector<int> unknown;
  for (int year = 1; year <= plan.final_last_year(); ++year) {
    const Figure wage = year_figure(input, year, YearField::wage);
    if (!wage) unknown.push_back(year);
    if (!wage || !base) continue;
    keep_worst(evidence, year, *wage, *base + Int128{rule.yearly_yen} * year);
    failed |= year <= plan.first_last_year() && *evidence.slack < 0;
  }
  if (!failed) {
    for (const int year : unknown) plan.miss_year(year, YearField::wage);
  }
  if (!plan.years || !base) return plan.result(Verdict::undetermined, evidence);
  if (failed) return plan.result(Verdict::not_met, evidence);
  return plan.result(unknown.empty() ? Verdict::met : Verdict::undetermined, evidence);
}

CheckResult run(const HeadcountGrowth& rule, const Case& input, const CheckFacts& facts) {
  Plan plan(input, facts);
  Threshold evidence;
  evidence.unit = Unit::of(Unit::person);
  plan.miss_scalar(facts.plan_years);
  plan.miss_scalar(facts.base_employees);
  plan.miss_scalar(facts.applicant_employees);
  const auto planned = plan.scalar(facts.base_employees);
  const auto stated = plan.scalar(facts.applicant_employees);
  // The larger counts, so the base is at least what is known of it.
  const bool base_known = planned && stated;
  const Int128 base = std::max(planned.value_or(0), stated.value_or(0));
  Verdict verdict = Verdict::met;
  const auto judge = [&](int year, const Ratio& factor) {
    const Figure heads = year_figure(input, year, YearField::employees);
    const Int128 limit = at_least(factor, base);
    if (heads && base_known) keep_worst(evidence, year, *heads, limit);
    const bool enough = heads ? *heads >= limit : limit == 0;
    verdict = verdict && (enough && base_known ? Verdict::met
                          : heads && !enough   ? Verdict::not_met
                                               : Verdict::undetermined);
  };
  judge(1, Ratio(1) + rule.first_year);
  if (plan.years) judge(*plan.years, Ratio(1) + rule.yearly * Ratio(*plan.years));
  // Nobody after the first year meets it from a base of nobody only, and then every year does.
  const bool first_year_settles = year_figure(input, 1, YearField::employees) == 0;
  if (verdict != Verdict::not_met && !first_year_settles) {
    plan.miss_year(1, YearField::employees);
    plan.miss_last_years(YearField::employees);
  }
  return plan.result(base_known && plan.years ? verdict : Verdict::undetermined, evidence);
}

CheckResult run(const MonthsShare& rule, const Case& input, const CheckFacts&) {
  Threshold evidence;
  evidence.unit = Unit::of(Unit::count);
  CheckResult result;
  int counted = 0;
  for (core::Month month = rule.from; month <= rule.to; month = month + 1) {
    const auto at = std::find_if(input.wages.begin(), input.wages.end(),
                                 [&](const WageMonth& wage) { return wage.month == month; });
    const bool known = at != input.wages.end() && at->employees && at->near_minimum;
    // Nobody employed: the share holds whatever the rest.
    const bool empty = at != input.wages.end() && at->employees && *at->employees == 0;
    if (empty || (known && Int128{*at->near_minimum} * rule.share.denominator() >=
                               Int128{*at->employees} * rule.share.numerator())) {
      ++counted;
      evidence.months.push_back(month);
    } else if (!known) {
      result.missing.push_back({FactRef::Kind::wages, month.index(), 0});
    }
  }
  evidence.value = counted;
  evidence.limit = rule.months;
  evidence.slack = counted - rule.months;
  result.verdict = counted >= rule.months ? Verdict::met
                   : counted + static_cast<int>(result.missing.size()) < rule.months
                       ? Verdict::not_met
                       : Verdict::undetermined;
  if (result.verdict != Verdict::undetermined) result.missing.clear();
  result.evidence = std::move(evidence);
  return result;
}

CheckResult run(const ItemUnitPrice& rule, const Case& input, const CheckFacts&) {
  Threshold evidence;
  evidence.unit = Unit::of(Unit::yen);
  evidence.limit = rule.at_least;
  CheckResult result;
  if (!input.expenses) {
    result.missing = {{FactRef::Kind::expenses, 0, 0}};
    result.evidence = evidence;
    return result;
  }
  bool met = false;
  std::int32_t row = -1;
  for (const Expense& expense : *input.expenses) {
    ++row;
    if (expense.category && *expense.category != rule.category) continue;
    const auto miss = [&](std::int32_t field) {
      result.missing.push_back({FactRef::Kind::expense, row, field});
    };
    if (expense.unit_price_yen) {
      const bool enough = *expense.unit_price_yen >= rule.at_least;
      if (!expense.category) {
        if (enough) miss(0);
        continue;
      }
      met |= enough;
      if (!evidence.value || *expense.unit_price_yen > *evidence.value) {
        evidence.value = *expense.unit_price_yen;
        evidence.slack = *evidence.value - rule.at_least;
      }
    } else if (!expense.amount_yen || *expense.amount_yen >= rule.at_least) {
      if (!expense.category) miss(0);
      if (!expense.amount_yen) miss(1);
      miss(2);
    }
  }
  result.verdict = met                      ? Verdict::met
                   : result.missing.empty() ? Verdict::not_met
                                            : Verdict::undetermined;
  if (met) result.missing.clear();
  result.evidence = evidence;
  return result;
}

}  // namespace

std::optional<CheckFacts> CheckFacts::find(const Catalogue& catalogue) {
  CheckFacts facts;
  const std::pair<FactIndex*, std::string_view> wanted[] = {
      {&facts.application_month, "application.month"},
      {&facts.applicant_employees, "applicant.employees"},
      {&facts.plan_years, "plan.years"},
      {&facts.base_value_added, "plan.base.value_added_yen"},
      {&facts.base_employees, "plan.base.employees"},
      {&facts.base_wage, "plan.base.minimum_hourly_wage_yen"}};
  for (const auto& [index, id] : wanted) {
    const auto found = catalogue.find(id);
    if (!found) return std::nullopt;
    *index = *found;
  }
  return facts;
}

namespace {

std::optional<core::Month> application_month(const Case& input, const CheckFacts& facts) {
  const auto month = input.scalar(facts.application_month);
  if (!month) return std::nullopt;
  return core::Month::from_index(static_cast<std::int32_t>(month->floor()));
}

template <class Rule>
constexpr bool is_monthly =
    std::is_same_v<Rule, ThreeMonthDecline> || std::is_same_v<Rule, OneMonthDecline>;

}  // namespace

CheckResult run_check(const CheckRule& rule, const Case& input, const CheckFacts& facts) {
  return std::visit(
      [&](const auto& specific) {
        if constexpr (is_monthly<std::decay_t<decltype(specific)>>) {
          return run(specific, input, application_month(input, facts),
                     FactRef{FactRef::Kind::applicant_and_application, facts.application_month, 0});
        } else {
          return run(specific, input, facts);
        }
      },
      rule);
}

Verdict judge_check(const CheckRule& rule, const Case& input, const CheckFacts& facts) {
  return std::visit(
      [&](const auto& specific) {
        if constexpr (is_monthly<std::decay_t<decltype(specific)>>) {
          const auto application = application_month(input, facts);
          if (application) return judge(specific, input, *application);
          return run(specific, input, application, FactRef{}).verdict;
        } else {
          return run(specific, input, facts).verdict;
        }
      },
      rule);
}

}  // namespace uwanose::rules
