#include "app/what_if.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

TEST_CASE("what if: another total shows other amounts and leaves the case as it is") {
  State state = firm();
  const std::uint64_t revision = state.revision;
  const DocumentRef document = state.document;
  try_expense(state, 60'000'000);
  const WhatIfAnswer answer = make_what_if(state);
  CHECK(answer.verdict_word == "まだ判定できません");  // above 30 million a bank is asked for
  REQUIRE(answer.lines.size() == 4);
  CHECK(answer.lines[0].now == "20,000,000円");
  CHECK(answer.lines[0].then == "40,000,000円");
  CHECK(answer.lines[0].difference == "20,000,000円増える");
  CHECK(answer.lines[1].then == "5,000,000円");
  CHECK(answer.lines[3].then == "15,000,000円");
  CHECK(state.document == document);
  CHECK(state.revision == revision);
  try_expense(state, 15'000'000);
  CHECK(make_what_if(state).lines[0].difference == "10,000,000円減る");
  try_expense(state, 30'000'000);
  CHECK(make_what_if(state).lines[0].difference == "変わらない");
}

TEST_CASE("what if: another number of employees moves the cap") {
  State state = firm();
  commit(state, "expenses.1.amount_yen", "9000万円");
  try_employees(state, 21);
  const WhatIfAnswer answer = make_what_if(state);
  CHECK(answer.lines[0].now == "40,000,000円");
  CHECK(answer.lines[0].then == "60,000,000円");
}

TEST_CASE("what if: every expense changes in proportion; the rest goes to the largest") {
  State state = firm();
  add_expense(state);
  type(state, {{"expenses.2.category", "machinery"}, {"expenses.2.amount_yen", "10,000,000"}});
  CHECK(stated_expense(state.facts()) == 40'000'000);
  try_expense(state, 1'000'001);
  const rules::Case tried = tried_case(state);
  CHECK((*tried.expenses)[0].amount_yen == 750'001);
  CHECK((*tried.expenses)[1].amount_yen == 250'000);
}

TEST_CASE("what if: taken over as one step, which can be undone") {
  State state = firm();
  try_expense(state, 60'000'000);
  try_employees(state, 25);
  const std::size_t steps = state.past.size();
  take_over_what_if(state);
  CHECK(state.past.size() == steps + 1);
  CHECK((*state.facts().expenses)[0].amount_yen == 60'000'000);
  CHECK(stated_employees(state) == 25);
  CHECK(state.what_if.empty());
  CHECK(state.notice.key == "notice.what_if");
  undo(state);
  CHECK((*state.facts().expenses)[0].amount_yen == 30'000'000);
  CHECK(stated_employees(state) == 18);
  take_over_what_if(state);
  CHECK(state.can_redo());
}

TEST_CASE("what if: figures are entered as everywhere; a faulty one is kept and nothing is tried") {
  State state = firm();
  enter_expense(state, "４，５００万円");
  CHECK(state.what_if.expense_yen == 45'000'000);
  enter_expense(state, "たくさん");
  CHECK(state.what_if.empty());
  CHECK(state.what_if.expense_entry.text == "たくさん");
  CHECK_FALSE(state.what_if.expense_entry.error.empty());
  enter_expense(state, "");
  CHECK(state.what_if.expense_entry.text.empty());
  enter_employees(state, "-3");
  CHECK(state.what_if.employees_entry.error.key == "entry.negative");
  stop_trying(state);
  CHECK(state.what_if.employees_entry.text.empty());
}

TEST_CASE("what if: without an amount there is no total to change") {
  State state = page();
  CHECK_FALSE(stated_expense(state.facts()));
  fill_in_firm(state);
  add_expense(state);
  CHECK_FALSE(stated_expense(state.facts()));
  try_expense(state, 5);
  CHECK((*tried_case(state).expenses)[0].amount_yen == 30'000'000);
}

TEST_CASE("what if: the scale holds what is stated and tried, and its places are figures") {
  State state = firm();
  CHECK(expense_scale(state, 80'000'000).end == 80'000'000);
  CHECK(expense_scale(state, 80'000'000).at(1) == 400'000);
  CHECK(expense_scale(state, 80'000'000).place_of(30'000'000) == 75);
  CHECK(expense_scale(state, 0).end == 40'000'000);
  try_expense(state, 500'000'000);
  CHECK(expense_scale(state, 0).end == 800'000'000);
  CHECK(employees_scale(state).end == 80);
  CHECK(employees_scale(state).places == 80);
  CHECK(employees_scale(state).at(18) == 18);
  try_employees(state, 1000);
  CHECK(employees_scale(state).places == 200);
  try_employees(state, -4);
  CHECK(state.what_if.employees == 0);
}

TEST_CASE("what if: another case ends the trial") {
  State state = firm();
  try_expense(state, 60'000'000);
  save_case(state);
  load_sample(state, {});
  CHECK(state.what_if.empty());
}

}  // namespace uwanose::app
