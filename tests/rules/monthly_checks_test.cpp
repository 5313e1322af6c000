#include "rules/monthly_checks.h"

#include <doctest/doctest.h>

#include "support.h"

namespace uwanose::rules {

using core::Month;
using core::Ratio;
using core::Verdict;
using testing::at;
using testing::catalogue;
using testing::facts;
using testing::missing_of;
using testing::month;

namespace {

// Rounds 3 to 5 of 事業再構築: (a) 10 % from 2020-04 and (b) 5 % from 2020-10 in sales, or 15 % and
// 7.5 % in value added.
ThreeMonthDecline rounds_3_to_5() {
  ThreeMonthDecline rule;
  rule.base_from = month(2019, 1);
  rule.base_to = month(2020, 3);
  rule.sets = {{MonthlySet::sales,
                {{'a', month(2020, 4), 0, Ratio::of(10, 100)},
                 {'b', month(2020, 10), 0, Ratio::of(5, 100)}}},
               {MonthlySet::value_added,
                {{'a', month(2020, 4), 0, Ratio::of(15, 100)},
                 {'b', month(2020, 10), 0, Ratio::of(75, 1000)}}}};
  return rule;
}

// All months level at 10,000,000; application in 2022-03.
Case level_case(Figure value_added = 10'000'000) {
  Case input;
  testing::level(input, month(2019, 1), month(2022, 3), 10'000'000, value_added);
  testing::state(input, catalogue(), "application.month", month(2022, 3).index());
  return input;
}

void set_sales(Case& input, Month from, std::initializer_list<std::int64_t> sales) {
  for (const std::int64_t value : sales) {
    at(input, from).sales_yen = value;
    from = from + 1;
  }
}

const DeclinePart& part(const CheckResult& result, std::size_t index) {
  return std::get<DeclineEvidence>(result.evidence).shown.parts[index];
}

CheckResult decline(const Case& input) { return run_check(rounds_3_to_5(), input, facts()); }

}  // namespace

TEST_CASE("再構築 1.(a)(b) exactly 10 % and 5 % is met") {
  Case input = level_case();
  set_sales(input, month(2020, 5), {9'000'000, 9'000'000, 9'000'000});
  set_sales(input, month(2021, 1), {9'500'000, 9'500'000, 9'500'000});
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::met);
  CHECK(part(result, 0).best->sum == 27'000'000);
  CHECK(part(result, 0).best->limit == 27'000'000);
  CHECK(part(result, 0).best->slack == 0);
  CHECK(part(result, 0).best->months[0] == month(2020, 5));
  CHECK(part(result, 0).best->months[2] == month(2020, 7));
  CHECK(part(result, 1).best->limit == 28'500'000);
  CHECK(part(result, 1).best->slack == 0);
}

TEST_CASE("再構築 1.(a) one yen over 10 % is not met, by one yen") {
  Case input = level_case();
  set_sales(input, month(2020, 5), {9'000'000, 9'000'000, 9'000'001});
  set_sales(input, month(2021, 1), {9'500'000, 9'500'000, 9'500'000});
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::not_met);
  CHECK(part(result, 0).best->slack == -1);
  CHECK(result.missing.empty());
}

TEST_CASE("再構築 1. three months lie within six consecutive ones") {
  Case input = level_case();
  for (const Month m : {month(2020, 10), month(2020, 12), month(2021, 2)}) {
    at(input, m).sales_yen = 9'000'000;
  }
  CHECK(decline(input).verdict == Verdict::met);
  at(input, month(2021, 2)).sales_yen = 10'000'000;
  at(input, month(2021, 4)).sales_yen = 9'000'000;  // six months after October
  CHECK(decline(input).verdict == Verdict::not_met);
}

TEST_CASE("再構築 1. January to March take the larger of 2019 and 2020, month by month") {
  Case input = level_case();
  at(input, month(2020, 2)).sales_yen = 12'000'000;
  set_sales(input, month(2021, 1), {9'000'000, 10'800'000, 9'000'000});
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::met);
  CHECK(part(result, 0).best->base_months[0] == month(2019, 1));
  CHECK(part(result, 0).best->base_months[1] == month(2020, 2));
  CHECK(part(result, 0).best->base_months[2] == month(2019, 3));
  CHECK(part(result, 0).best->base_sum == 32'000'000);
}

TEST_CASE("再構築 1. the month of application does not count, the month before is the last") {
  Case input = level_case();
  set_sales(input, month(2022, 1), {9'000'000, 9'000'000, 9'000'000});
  CHECK(decline(input).verdict == Verdict::not_met);
  at(input, month(2021, 12)).sales_yen = 9'000'000;
  CHECK(decline(input).verdict == Verdict::met);
}

TEST_CASE("再構築 1. the sets do not mix; value added has its own thresholds") {
  Case input = level_case();
  // (a) by sales only, (b') by value added only.
  set_sales(input, month(2020, 4), {9'000'000, 9'000'000, 9'000'000});
  for (int i = 0; i < 3; ++i) at(input, month(2021, 1) + i).value_added_yen = 9'250'000;
  CHECK(decline(input).verdict == Verdict::not_met);
  for (int i = 0; i < 3; ++i) at(input, month(2020, 4) + i).value_added_yen = 8'500'000;
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::met);
  CHECK(std::get<DeclineEvidence>(result.evidence).shown.figures == MonthlySet::value_added);
  CHECK(part(result, 0).best->limit == 25'500'000);
  CHECK(part(result, 1).best->limit == 27'750'000);
}

TEST_CASE("再構築 1. greatest slack is shown; of equal ones the earliest months") {
  Case input = level_case();
  set_sales(input, month(2020, 6), {8'000'000, 8'000'000, 8'000'000});
  set_sales(input, month(2021, 6), {8'000'000, 8'000'000, 8'000'000});
  const CheckResult result = decline(input);
  CHECK(part(result, 0).best->months[0] == month(2020, 6));
  CHECK(part(result, 0).best->slack == 3'000'000);
  CHECK(part(result, 1).best->months[0] == month(2021, 6));
}

TEST_CASE("再構築 1. a missing month is not zero: undetermined, and named") {
  Case input = level_case();
  set_sales(input, month(2020, 5), {9'000'000, 9'000'000, 9'000'000});
  at(input, month(2021, 1)).sales_yen = 9'500'000;
  at(input, month(2021, 2)).sales_yen = 9'500'000;
  at(input, month(2021, 3)).sales_yen.reset();
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(missing_of(result) == std::vector<std::string>{"monthly[2021-03].sales_yen"});
}

TEST_CASE("再構築 1. a missing month that cannot help leaves it not met") {
  Case input = level_case();
  for (MonthFigures& figures : input.monthly) {
    if (figures.month >= month(2020, 4)) figures.sales_yen = 20'000'000;
  }
  at(input, month(2021, 3)).sales_yen.reset();
  CHECK(decline(input).verdict == Verdict::not_met);
}

TEST_CASE("再構築 1. one known base counts, the unknown other one could be larger") {
  Case input = level_case();
  at(input, month(2020, 2)).sales_yen.reset();
  set_sales(input, month(2021, 1), {9'000'000, 9'000'000, 9'000'000});
  CHECK(decline(input).verdict == Verdict::met);
  at(input, month(2021, 2)).sales_yen = 9'100'000;
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(missing_of(result) == std::vector<std::string>{"monthly[2020-02].sales_yen"});
}

TEST_CASE("再構築 1. value added may be negative; a base of zero or less cannot be used") {
  Case input = level_case(0);
  for (int i = 0; i < 3; ++i) at(input, month(2020, 10) + i).value_added_yen = -5'000'000;
  CHECK(decline(input).verdict == Verdict::not_met);
  for (int i = 0; i < 3; ++i) at(input, month(2019, 10) + i).value_added_yen = 1;
  CHECK(decline(input).verdict == Verdict::met);
}

TEST_CASE("再構築 1. without the month of application nothing is settled") {
  Case input = level_case();
  set_sales(input, month(2020, 5), {9'000'000, 9'000'000, 9'000'000});
  set_sales(input, month(2021, 1), {9'500'000, 9'500'000, 9'500'000});
  input.set_scalar(facts().application_month, std::nullopt);
  const CheckResult result = decline(input);
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(missing_of(result).front() == "application.month");
}

TEST_CASE("再構築 1. without months and month of application a fall is open, and it is asked for") {
  const CheckResult result = decline(Case{});
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(missing_of(result).front() == "application.month");
  CHECK(missing_of(result)[1] == "monthly[2019-01].sales_yen");
}

TEST_CASE("再構築 round 1: within the last six months before the application") {
  ThreeMonthDecline rule = rounds_3_to_5();
  rule.sets = {{MonthlySet::sales, {{'a', std::nullopt, 6, Ratio::of(10, 100)}}}};
  Case input = level_case();
  set_sales(input, month(2021, 9), {9'000'000, 9'000'000, 9'000'000});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
  set_sales(input, month(2021, 8), {9'000'000, 9'000'000, 9'000'000, 10'000'000});
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
}

TEST_CASE("緊急特別枠: one month 30 % below one of the two years before") {
  const OneMonthDecline rule{
      month(2021, 1),
      month(2021, 8),
      {{MonthlySet::sales, Ratio::of(30, 100)}, {MonthlySet::value_added, Ratio::of(45, 100)}}};
  Case input = level_case();
  at(input, month(2021, 8)).sales_yen = 7'000'000;
  const CheckResult result = run_check(rule, input, facts());
  CHECK(result.verdict == Verdict::met);
  CHECK(std::get<OneMonthEvidence>(result.evidence).shown.best->base_month == month(2019, 8));
  CHECK(std::get<OneMonthEvidence>(result.evidence).shown.best->slack == 0);
  at(input, month(2021, 8)).sales_yen = 7'000'001;
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  at(input, month(2021, 9)).sales_yen = 1;
  CHECK(run_check(rule, input, facts()).verdict == Verdict::not_met);
  at(input, month(2021, 8)).value_added_yen = 5'500'000;
  CHECK(run_check(rule, input, facts()).verdict == Verdict::met);
  at(input, month(2021, 8)).value_added_yen.reset();
  CHECK(missing_of(run_check(rule, input, facts())) ==
        std::vector<std::string>{"monthly[2021-08].value_added_yen"});
}

}  // namespace uwanose::rules
