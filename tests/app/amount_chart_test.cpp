#include "app/amount_chart.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

namespace {

AmountChart chart_of(const State& state) { return make_amount_chart(state, make_answer(state)); }

}  // namespace

TEST_CASE("amount chart: corners at the exact yen, limits and the present expense, to the end") {
  const AmountChart chart = chart_of(firm());
  REQUIRE(chart.corners.size() == 6);
  CHECK(chart.corners[2].expense_yen == 1'500'000);
  CHECK(chart.corners[3].expense_yen == 37'500'000);
  CHECK(chart.corners[4].expense_yen == 60'000'000);
  CHECK(chart.corners[5].expense_yen == 80'000'000);
  CHECK(chart.corners[5].total_yen() == 45'000'000);
  REQUIRE(chart.marks.size() == 4);
  CHECK(chart.marks[0].sign == "下限");
  CHECK(chart.marks[0].expense_yen == 1'500'000);
  CHECK(chart.marks[1].sign == "いま");
  CHECK(chart.marks[1].now);
  CHECK(chart.marks[1].expense_yen == 30'000'000);
  CHECK(chart.marks[2].sign == "県の上限");
  CHECK(chart.marks[3].sign == "国の上限");
  REQUIRE(chart.now);
  CHECK(chart.now->national_yen == 20'000'000);
  CHECK(chart.now->prefectural_yen == 4'000'000);
  CHECK(chart.description.find("いまの経費は30,000,000円で、補助の合計は24,000,000円です。") !=
        std::string::npos);
}

TEST_CASE("amount chart: the table has each corner and the present") {
  const AmountChart chart = chart_of(firm());
  CHECK(chart.columns == std::vector<std::string>{"補助の対象になる経費", "国の補助", "県の上乗せ",
                                                  "国と県の合計", "印"});
  REQUIRE(chart.table.size() == 7);
  CHECK(chart.table[3] == std::vector<std::string>{"30,000,000円", "20,000,000円", "4,000,000円",
                                                   "24,000,000円", "いまの経費"});
  CHECK(chart.table[4] == std::vector<std::string>{"37,500,000円", "25,000,000円", "5,000,000円",
                                                   "30,000,000円", "県の上限額に届く経費"});
}

TEST_CASE("amount chart: the axis reaches beyond an expense that is above every limit") {
  State state = firm();
  commit(state, "expenses.1.amount_yen", "2億円");
  const AmountChart chart = chart_of(state);
  CHECK(chart.marks.back().now);
  CHECK(chart.corners.back().expense_yen == 320'000'000);
}

TEST_CASE("amount chart: without an expense the limits alone; without the employees nothing") {
  State state = firm();
  commit(state, "expenses.1.amount_yen", "");
  const AmountChart chart = chart_of(state);
  CHECK(chart.marks.size() == 3);
  CHECK_FALSE(chart.now);
  commit(state, "applicant.employees", "");
  CHECK(chart_of(state).empty());
}

TEST_CASE("amount chart: a frame without the prefecture has one part, and no lower limit") {
  State state = firm({"jizokuka.normal"});
  const AmountChart chart = chart_of(state);
  CHECK_FALSE(chart.top_up);
  CHECK(chart.columns == std::vector<std::string>{"補助の対象になる経費", "国の補助", "印"});
  REQUIRE(chart.marks.size() == 2);
  CHECK(chart.marks[0].sign == "国の上限");
  CHECK(chart.marks[0].expense_yen == 750'000);
}

TEST_CASE("amount chart: none where nothing is ever granted") {
  State state = firm({"saikouchiku.global_recovery"});
  CHECK(chart_of(state).empty());
}

}  // namespace uwanose::app
