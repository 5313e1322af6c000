#include "app/plan_chart.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

TEST_CASE("plan chart: each year beside the 3 % line, and the year that is judged") {
  const PlanChart chart = make_plan_chart(firm());
  REQUIRE(chart.years.size() == 4);
  CHECK(chart.years[0].value == 50'000'000);
  CHECK_FALSE(chart.years[0].limit.has_value());
  CHECK_FALSE(chart.years[1].value.has_value());
  CHECK(chart.years[1].limit == 51'500'000);
  CHECK(chart.years[2].limit == 53'000'000);
  CHECK(chart.years[3].value == 54'500'000);
  CHECK(chart.years[3].limit == 54'500'000);
  CHECK(chart.years[3].judged);
  CHECK(chart.name == "計画の付加価値額と、年率3%の線");
  CHECK(chart.description ==
        "計画の付加価値額を、基準年度から伸ばした年率3%の線と比べています。"
        "判定するのは3年目で、計画は54,500,000円、線は54,500,000円です。");
  CHECK(chart.table.at(0) == std::vector<std::string>{"基準年度", "50,000,000円", "", ""});
  CHECK(chart.table.at(1) == std::vector<std::string>{"1年目", "わからない", "51,500,000円", ""});
  CHECK(chart.table.at(3) ==
        std::vector<std::string>{"3年目", "54,500,000円", "54,500,000円", "判定する年"});
}

TEST_CASE("plan chart: the line is rounded up, so that what touches it meets it") {
  State state = firm();
  commit(state, "plan.base.value_added_yen", "50,000,001");
  CHECK(make_plan_chart(state).years.at(3).limit == 54'500'002);
}

TEST_CASE("plan chart: per employee where that was what met it") {
  State state = firm();
  type(state, {{"plan.yearly.3.value_added_yen", "51,000,000"}, {"plan.yearly.3.employees", "16"}});
  const PlanChart chart = make_plan_chart(state);
  CHECK(chart.figures == "従業員1人当たりの付加価値額");
  CHECK(chart.years.at(0).value == 2'777'777);
  CHECK(chart.years.at(3).value == 3'187'500);
  CHECK(chart.years.at(3).limit == 3'027'778);
}

TEST_CASE("plan chart: three years while their number is unknown, and none of them is judged") {
  State state = firm();
  commit(state, "plan.years", "");
  const PlanChart chart = make_plan_chart(state);
  CHECK(chart.years.size() == 4);
  CHECK_FALSE(chart.years.back().judged);
}

TEST_CASE("plan chart: none without a base above zero, and none for a frame without this test") {
  CHECK(make_plan_chart(page()).empty());
  State state = firm();
  commit(state, "plan.base.value_added_yen", "0");
  CHECK(make_plan_chart(state).empty());
  commit(state, "plan.base.value_added_yen", "-5");
  CHECK(make_plan_chart(state).empty());
  State other = firm({"jizokuka.low_infection"});
  CHECK(make_plan_chart(other).empty());
}

}  // namespace uwanose::app
