// How far each kind of requirement is from being met, and what would just meet it.
#include <doctest/doctest.h>

#include "app/answer.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

RequirementLine line(const State& state, std::string_view id) {
  const Answer answer = make_answer(state);
  for (const RequirementLine& candidate : answer.frames.at(0).national.requirements) {
    if (candidate.id == id) return candidate;
  }
  FAIL("no requirement ", std::string(id));
  return {};
}

void monthly(State& state, std::string_view field, std::string_view before,
             std::string_view after) {
  for (core::Month month(2019, 1); month < core::Month(2022, 3); month = month + 1) {
    commit(state, "monthly." + month.to_string() + "." + std::string(field),
           month < core::Month(2020, 4) ? before : after);
  }
}

}  // namespace

TEST_CASE("slack: two parts of the fall of sales that both fail name both distances") {
  State state = firm({"saikouchiku.normal"});
  monthly(state, "sales_yen", "5,000,000", "4,900,000");
  CHECK(line(state, "sales_decline").slack ==
        "（a）であと1,200,000円、（b）であと450,000円低ければ満たします");
  set_language(state, Language::en);
  CHECK(line(state, "sales_decline").slack ==
        "¥1,200,000 lower in (a) and ¥450,000 lower in (b) would meet it");
}

TEST_CASE("slack: value added is told where it is the nearer set") {
  State state = firm({"saikouchiku.normal"});
  monthly(state, "sales_yen", "5,000,000", "4,900,000");
  monthly(state, "value_added_yen", "1,000,000", "860,000");
  const RequirementLine fall = line(state, "sales_decline");
  CHECK(fall.verdict == core::Verdict::not_met);
  CHECK(fall.slack == "付加価値額: あと30,000円低ければ満たします");
  CHECK(fall.decides.ends_with(".value_added_yen"));
  CHECK(fall.remedy == "選んだ3か月の合計が、示した限度額以下になれば満たします。");
}

TEST_CASE("slack: a month's steep fall") {
  State state = firm({"saikouchiku.emergency"});
  CHECK(line(state, "single_month_decline").slack == "あと1,000,000円低ければ満たします");
  commit(state, "monthly.2021-05.sales_yen", "3,500,001");
  CHECK(line(state, "single_month_decline").slack == "あと1円低ければ満たします");
  commit(state, "monthly.2021-05.sales_yen", "3,500,000");
  CHECK(line(state, "single_month_decline").slack == "ちょうど満たします");
}

TEST_CASE("slack: a count is told in its unit") {
  State state = firm({"it.b"});
  commit(state, "answers.it_processes", "1");
  CHECK(line(state, "it_processes").slack == "あと3件多ければ満たします");
  commit(state, "answers.it_processes", "6");
  CHECK(line(state, "it_processes").slack == "余裕2件");
  set_language(state, Language::en);
  CHECK(line(state, "it_processes").slack == "2 items to spare");
  commit(state, "answers.it_processes", "3");
  CHECK(line(state, "it_processes").slack == "1 item more would meet it");
}

TEST_CASE("slack: growth per employee is told in the total that it needs") {
  State state = firm({"saikouchiku.normal"});
  commit(state, "plan.yearly.3.employees", "17");
  commit(state, "plan.yearly.3.value_added_yen", "51,472,222");
  const RequirementLine growth = line(state, "value_added_growth");
  CHECK(growth.verdict == core::Verdict::not_met);
  CHECK(growth.slack == "あと1円多ければ満たします");
  CHECK(growth.numbers == std::vector<std::string>{"計画の3年目で判定しました。",
                                                   "従業員1人当たりで判定しました。",
                                                   "値は51,472,222円、基準は51,472,223円です。"});
}

TEST_CASE("slack: wages by the hour, in the year that is furthest off") {
  State state = firm({"saikouchiku.large_wage_raise"});
  type(state, {{"plan.base.minimum_hourly_wage_yen", "900"},
               {"plan.yearly.1.minimum_hourly_wage_yen", "945"},
               {"plan.yearly.2.minimum_hourly_wage_yen", "985"},
               {"plan.yearly.3.minimum_hourly_wage_yen", "1035"}});
  const RequirementLine raise = line(state, "wage_raise");
  CHECK(raise.slack == "あと5円/時多ければ満たします");
  CHECK(raise.numbers == std::vector<std::string>{"計画の2年目で判定しました。",
                                                  "値は985円/時、基準は990円/時です。"});
}

TEST_CASE("slack: heads, now and planned") {
  State state = firm({"saikouchiku.large_wage_raise"});
  CHECK(line(state, "employees").slack == "あと83人多ければ満たします");
  type(state, {{"applicant.employees", "101"},
               {"plan.base.employees", "101"},
               {"plan.yearly.1.employees", "102"},
               {"plan.yearly.3.employees", "106"}});
  CHECK(line(state, "employees").slack == "ちょうど満たします");
  CHECK(line(state, "headcount_growth").slack == "あと1人多ければ満たします");
}

TEST_CASE("slack: months near the minimum wage are counted in months") {
  State state = firm({"saikouchiku.minimum_wage"});
  for (core::Month month(2020, 10); month <= core::Month(2021, 6); month = month + 1) {
    commit(state, "wages." + month.to_string() + ".employees", "20");
    commit(state, "wages." + month.to_string() + ".near_minimum",
           month < core::Month(2020, 12) ? "2" : "1");
  }
  const RequirementLine share = line(state, "minimum_wage_share");
  CHECK(share.verdict == core::Verdict::not_met);
  CHECK(share.slack == "あと1か月多ければ満たします");
  CHECK(share.numbers == std::vector<std::string>{"数えた月: 2020年10月、2020年11月",
                                                  "値は2か月、基準は3か月です。"});
}

TEST_CASE("slack: the unit price of a machine") {
  State state = firm({"monozukuri.normal"});
  commit(state, "expenses.1.unit_price_yen", "499,999");
  CHECK(line(state, "unit_price").slack == "あと1円多ければ満たします");
}

TEST_CASE("slack: the lower limit, with the expense that reaches it") {
  State state = firm({"saikouchiku.normal"});
  commit(state, "expenses.1.amount_yen", "1,499,999");
  const RequirementLine limit = line(state, "lower_limit");
  CHECK(limit.slack == "あと1円多ければ満たします");
  CHECK(limit.remedy == "補助の対象になる経費が1,500,000円になれば満たします。");
}

TEST_CASE("slack: calls from and up to a number") {
  State late = firm({"saikouchiku.normal"});
  commit(late, "application.rounds.saikouchiku", "6");
  CHECK(line(late, "round").slack == "第5回までの公募なら満たします");
  State early = firm({"saikouchiku.minimum_wage"});
  commit(early, "application.rounds.saikouchiku", "2");
  CHECK(line(early, "round").slack == "第3回以降の公募なら満たします");
}

TEST_CASE("slack: a yes-or-no answer has no distance; its answer is told") {
  State state = firm({"saikouchiku.normal"});
  commit(state, "answers.restructuring_guideline", "no");
  const RequirementLine guideline = line(state, "restructuring_guideline");
  CHECK(guideline.slack == "");
  CHECK(guideline.remedy != "");
  CHECK(guideline.numbers == std::vector<std::string>{"事業再構築指針に沿う計画: いいえ"});
}

}  // namespace uwanose::app
