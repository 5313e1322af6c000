#include "rules/checks.h"

#include <doctest/doctest.h>

#include "support.h"

namespace uwanose::rules {

using core::Month;
using core::Ratio;
using core::Verdict;
using testing::catalogue;
using testing::facts;
using testing::missing_of;
using testing::month;

namespace {

Case plan_case(int years, std::int64_t base, std::int64_t base_heads) {
  Case input;
  testing::state(input, catalogue(), "plan.years", years);
  testing::state(input, catalogue(), "plan.base.value_added_yen", base);
  testing::state(input, catalogue(), "plan.base.employees", base_heads);
  testing::state(input, catalogue(), "plan.base.minimum_hourly_wage_yen", 900);
  testing::state(input, catalogue(), "applicant.employees", base_heads);
  input.yearly.resize(static_cast<std::size_t>(years));
  return input;
}

HeadcountGrowth rule_of_heads() { return {Ratio::of(1, 100), Ratio::of(15, 1000)}; }

const ValueAddedGrowth total_growth{Ratio::of(3, 100), false, false};
const ValueAddedGrowth head_growth{Ratio::of(3, 100), true, false};
const ValueAddedGrowth compound_growth{Ratio::of(3, 100), false, true};

}  // namespace

TEST_CASE("再構築 3. value added grows 3 % a year, simple: 50,000,000 in three years") {
  Case input = plan_case(3, 50'000'000, 20);
  input.yearly[2].value_added_yen = 54'500'000;
  CHECK(run_check(total_growth, input, facts()).verdict == Verdict::met);
  CHECK(run_check(compound_growth, input, facts()).verdict == Verdict::not_met);
  input.yearly[2].value_added_yen = 54'499'999;
  const CheckResult result = run_check(total_growth, input, facts());
  CHECK(result.verdict == Verdict::not_met);
  CHECK(std::get<Threshold>(result.evidence).limit == 54'500'000);
  CHECK(std::get<Threshold>(result.evidence).slack == -1);
}

TEST_CASE("再構築 3. per employee meets it when heads fall") {
  Case input = plan_case(5, 50'000'000, 20);
  input.yearly[4] = {46'000'000, 16, {}};  // 2,875,000 a head against 2,500,000 · 1.15
  CHECK(run_check(head_growth, input, facts()).verdict == Verdict::met);
  CHECK(run_check(total_growth, input, facts()).verdict == Verdict::not_met);
  input.yearly[4].value_added_yen = 45'999'999;
  CHECK(run_check(head_growth, input, facts()).verdict == Verdict::not_met);
  input.yearly[4].employees = 0;  // nobody left: only the total counts
  CHECK(run_check(head_growth, input, facts()).verdict == Verdict::not_met);
}

TEST_CASE("再構築 3. while the years are unknown, heads are asked for where they can decide") {
  Case input = plan_case(3, 100, 10);
  input.set_scalar(facts().plan_years, std::nullopt);
  const std::vector<std::string> later{"plan.years", "plan.yearly[4].value_added_yen",
                                       "plan.yearly[4].employees", "plan.yearly[5].value_added_yen",
                                       "plan.yearly[5].employees"};
  input.yearly[2].value_added_yen = 109;  // in three years the total meets it
  CHECK(missing_of(run_check(head_growth, input, facts())) == later);
  input.yearly[2].value_added_yen = 10;  // 10 · 10 are under 109, with one employee, too
  CHECK(missing_of(run_check(head_growth, input, facts())) == later);
  input.yearly[2].value_added_yen = 11;
  std::vector<std::string> with_third = later;
  with_third.insert(with_third.begin() + 1, "plan.yearly[3].employees");
  CHECK(missing_of(run_check(head_growth, input, facts())) == with_third);
}

TEST_CASE("再構築 3. unknown plan figures leave it undetermined") {
  Case input = plan_case(3, 50'000'000, 20);
  CHECK(missing_of(run_check(head_growth, input, facts())) ==
        std::vector<std::string>{"plan.yearly[3].value_added_yen", "plan.yearly[3].employees"});
  input.yearly[2].value_added_yen = 54'500'000;
  input.set_scalar(facts().plan_years, std::nullopt);
  CHECK(run_check(head_growth, input, facts()).verdict == Verdict::undetermined);
  testing::state(input, catalogue(), "plan.years", 3);
  testing::state(input, catalogue(), "plan.base.value_added_yen", 0);
  const CheckResult result = run_check(head_growth, input, facts());
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(std::get<Threshold>(result.evidence).base_not_positive);
  CHECK(result.missing.empty());
}

TEST_CASE("大規模 wages rise 45 yen a year, every year") {
  Case input = plan_case(3, 1, 101);
  input.yearly = {{{}, {}, 945}, {{}, {}, 990}, {{}, {}, 1035}};
  const YearlyWageRaise rule{45};
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
  input.yearly[1].minimum_hourly_wage_yen = 989;
  const CheckResult result = run_check(rule, input, facts());
  CHECK(result.verdict == Verdict::not_met);
  CHECK(std::get<Threshold>(result.evidence).year == 2);
  CHECK(std::get<Threshold>(result.evidence).slack == -1);
  input.yearly[1].minimum_hourly_wage_yen.reset();
  CHECK(missing_of(run_check(rule, input, facts())) ==
        std::vector<std::string>{"plan.yearly[2].minimum_hourly_wage_yen"});
}

TEST_CASE("大規模 heads grow 1 % in the first year and 1.5 % a year, from the larger base") {
  Case input = plan_case(3, 1, 200);
  input.yearly[0].employees = 202;
  input.yearly[2].employees = 209;
  const HeadcountGrowth rule = rule_of_heads();
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
  input.yearly[2].employees = 208;
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.yearly[2].employees = 209;
  testing::state(input, catalogue(), "applicant.employees", 201);
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.set_scalar(facts().applicant_employees, std::nullopt);
  CHECK(run_check(rule, input, facts()).verdict == Verdict::undetermined);
}

TEST_CASE("大規模 from a base of nobody any number of heads is enough") {
  Case input = plan_case(3, 1, 0);
  const HeadcountGrowth rule = rule_of_heads();
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
}

TEST_CASE(
    "大規模 while one base is unknown, years that fail against the other one hang on nothing") {
  Case input = plan_case(3, 1, 200);
  input.set_scalar(facts().applicant_employees, std::nullopt);
  input.yearly[0].employees = 201;  // 202 at least
  const CheckResult result = run_check(rule_of_heads(), input, facts());
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(missing_of(result) == std::vector<std::string>{"applicant.employees"});
}

TEST_CASE("最低賃金枠 in three months a tenth of the employees is near the minimum") {
  const MonthsShare rule{month(2020, 10), month(2021, 6), 3, Ratio::of(10, 100)};
  Case input;
  input.wages = {{month(2020, 10), 30, 3},
                 {month(2020, 11), 29, 2},
                 {month(2021, 3), 30, 3},
                 {month(2021, 6), 31, 4},
                 {month(2021, 7), 10, 10}};
  const CheckResult result = run_check(rule, input, facts());
  CHECK(result.verdict == Verdict::met);
  CHECK(std::get<Threshold>(result.evidence).months.size() == 3);
  input.wages[3].near_minimum = 3;
  CHECK(run_check(rule, input, facts()).verdict == Verdict::undetermined);
  for (Month m = month(2020, 12); m <= month(2021, 5); m = m + 1) {
    if (m != month(2021, 3)) input.wages.push_back({m, 10, 0});
  }
  std::sort(input.wages.begin(), input.wages.end(),
            [](const WageMonth& a, const WageMonth& b) { return a.month < b.month; });
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
}

TEST_CASE("ものづくり one machine has a unit price of 500,000 yen or more") {
  const ItemUnitPrice rule{0, 500'000};
  Case input;
  CHECK(missing_of(run_check(rule, input, facts())) == std::vector<std::string>{"expenses"});
  input.expenses.emplace();
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.expenses->push_back({0, "", 600'000, 499'999});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.expenses->push_back({0, "", 499'999, {}});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.expenses->push_back({1, "", 900'000, 900'000});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  input.expenses->push_back({0, "", 500'000, {}});
  CHECK(missing_of(run_check(rule, input, facts())) ==
        std::vector<std::string>{"expenses[3].unit_price_yen"});
  input.expenses->push_back({0, "", {}, 500'000});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
}

}  // namespace uwanose::rules
