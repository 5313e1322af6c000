#include "app/flow.h"

#include <algorithm>

#include "app/answer.h"
#include "app/flow_page.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

// A page in step mode that asks about some frames.
State asking(std::vector<std::string> frames) {
  State state = page({});
  set_mode(state, Mode::step);
  set_interest(state, frames, true);
  return state;
}

FlowPage shown(const State& state) { return make_flow_page(state, make_form(state)); }

std::vector<std::string> asked(const State& state) {
  std::vector<std::string> ids;
  for (const OpenQuestion& open : open_questions(state)) ids.push_back(open.id);
  return ids;
}

bool asks(const State& state, std::string_view question) {
  const auto ids = asked(state);
  return std::find(ids.begin(), ids.end(), question) != ids.end();
}

}  // namespace

TEST_CASE("flow: a question is a scalar fact, a year of a monthly figure, or a table") {
  CHECK(question_of("applicant.kind") == "applicant.kind");
  CHECK(question_of("monthly.2019-04.sales_yen") == "monthly.sales_yen.2019");
  CHECK(question_of("monthly.2021-12.value_added_yen") == "monthly.value_added_yen.2021");
  CHECK(question_of("plan.years") == "plan.years");
  CHECK(question_of("plan.base.employees") == "plan");
  CHECK(question_of("plan.yearly.2.value_added_yen") == "plan");
  CHECK(question_of("wages.2020-10.near_minimum") == "wages");
  CHECK(question_of("expenses.7.amount_yen") == "expenses");
  CHECK(question_of("expenses.add") == "expenses");
}

TEST_CASE("flow: asked is what the frames of interest miss, and nothing else") {
  const State normal = asking({"saikouchiku.normal"});
  CHECK(asks(normal, "applicant.employees"));
  CHECK(asks(normal, "monthly.sales_yen.2019"));
  CHECK(asks(normal, "plan"));
  CHECK_FALSE(asks(normal, "wages"));
  CHECK_FALSE(asks(normal, "answers.it_processes"));
  CHECK_FALSE(asks(normal, "applicant.name"));

  const State it = asking({"it.a"});
  CHECK(asks(it, "answers.it_processes"));
  CHECK_FALSE(asks(it, "monthly.sales_yen.2019"));
  CHECK_FALSE(asks(it, "plan"));

  CHECK(asks(asking({"saikouchiku.minimum_wage"}), "wages"));
}

TEST_CASE("flow: without a choice every frame is asked for") {
  const State state = asking({});
  CHECK(asking_frames(state).size() == 15);
  CHECK(asks(state, "wages"));
  CHECK(asks(state, "answers.it_processes"));
}

TEST_CASE("flow: what settles most comes first, sales before value added") {
  State state = asking({"saikouchiku.normal"});
  commit(state, "application.month", "2022-03");
  commit(state, "application.rounds.saikouchiku", "5");
  const auto open = open_questions(state);
  for (std::size_t i = 1; i < open.size(); ++i) CHECK(open[i - 1].settles >= open[i].settles);
  const auto ids = asked(state);
  const auto place = [&](std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) - ids.begin();
  };
  CHECK(place("monthly.sales_yen.2019") < place("monthly.sales_yen.2021"));
  CHECK(place("monthly.sales_yen.2021") < place("monthly.value_added_yen.2019"));
}

TEST_CASE("flow: an answer takes its question away, and those that it makes idle") {
  State state = asking({"saikouchiku.normal"});
  commit(state, "applicant.kind", "sole_proprietor");
  CHECK_FALSE(asks(state, "applicant.kind"));
  CHECK_FALSE(asks(state, "applicant.capital_yen"));
}

TEST_CASE("flow: a frame that is out of the question asks nothing more, unless one wants it") {
  State state = asking({"saikouchiku.normal"});
  go_on(state);
  commit(state, "applicant.deemed_large", "yes");
  CHECK(open_questions(state).empty());
  visit(state, flow_check);
  CHECK(shown(state).all_not_met);
  ask_for_everything(state);
  CHECK(asks(state, "expenses"));
  CHECK(shown(state).stage == FlowStage::question);
}

TEST_CASE("flow: next asks the open question that settles most, back goes the same way") {
  State state = asking({"it.a"});
  CHECK(shown(state).stage == FlowStage::start);
  CHECK_FALSE(shown(state).can_go_back);
  const auto first = asked(state);
  go_on(state);
  CHECK(state.flow.current == first[0]);
  CHECK(drained(state, Effect::Kind::focus) == "step.heading");
  const std::string before = state.flow.current;
  go_on(state);
  CHECK(state.flow.current == first[1]);
  go_back(state);
  CHECK(state.flow.current == before);
  go_back(state);
  CHECK(shown(state).stage == FlowStage::start);
  go_back(state);
  CHECK(shown(state).stage == FlowStage::start);
}

TEST_CASE("flow: わからない is remembered, is no zero, and can be taken up again") {
  State state = asking({"it.a"});
  go_on(state);
  visit(state, "applicant.employees");
  commit(state, "applicant.employees", "18");
  leave_open(state);
  const auto employees = state.catalogue().find("applicant.employees");
  REQUIRE(employees);
  CHECK_FALSE(state.facts().scalar(*employees).has_value());
  CHECK(state.flow.passed.count("applicant.employees") == 1);
  CHECK(asks(state, "applicant.employees"));

  visit(state, flow_check);
  bool found = false;
  for (const CheckSection& section : shown(state).sections) {
    for (const CheckRow& row : section.rows) {
      if (row.question != "applicant.employees") continue;
      found = true;
      CHECK(row.open);
      CHECK(row.value == "わからない");
    }
  }
  CHECK(found);
  visit(state, "applicant.employees");
  commit(state, "applicant.employees", "18");
  CHECK_FALSE(asks(state, "applicant.employees"));
  undo(state);
  CHECK(asks(state, "applicant.employees"));
}

TEST_CASE("flow: every question passed leads to the check, and the facts stay unknown") {
  State state = asking({});
  go_on(state);
  int questions = 0;
  while (state.flow.current != flow_check && questions < 100) {
    leave_open(state);
    ++questions;
  }
  CHECK(questions > 20);
  CHECK(questions < 60);
  CHECK(state.document->facts.monthly.empty());
  CHECK_FALSE(state.facts().expenses.has_value());
  // What the sales hold has an answer, 「わからない」.
  CHECK(shown(state).open == questions - 1);
}

TEST_CASE("flow: a faulty entry keeps the question, and わからない takes it away") {
  State state = asking({"it.a"});
  go_on(state);
  visit(state, "applicant.employees");
  commit(state, "applicant.employees", "たくさん");
  CHECK_FALSE(state.flow.complaining);
  take_effects(state);
  go_on(state);
  CHECK(state.flow.current == "applicant.employees");
  CHECK(state.flow.complaining);
  CHECK(drained(state, Effect::Kind::focus) == "errors");
  leave_open(state);
  CHECK(state.document->entries.empty());
  CHECK(state.flow.current != "applicant.employees");
  CHECK_FALSE(state.flow.complaining);
}

TEST_CASE("flow: months are asked year by year, a table with one column") {
  State state = asking({"saikouchiku.normal"});
  visit(state, "monthly.sales_yen.2019");
  const FlowPage page = shown(state);
  CHECK(page.title == "2019年の売上高は、月ごとにいくらですか。");
  REQUIRE(page.grids.size() == 1);
  CHECK(page.grids[0].columns.size() == 1);
  CHECK(page.grids[0].rows.size() == 12);
  CHECK(page.grids[0].rows[0].cells[0].key == "monthly.2019-01.sales_yen");
}

TEST_CASE("flow: the plan's table has the columns that the frames of interest look at") {
  State state = asking({"saikouchiku.normal"});
  visit(state, "plan");
  CHECK(shown(state).grids.at(0).columns.size() == 2);
  state = asking({"monozukuri.normal"});
  visit(state, "plan");
  CHECK(shown(state).grids.at(0).columns.size() == 1);
  CHECK(shown(state).fields.empty());
}

TEST_CASE("flow: the words of the progress count what is behind and what may come") {
  State state = asking({"it.a"});
  go_on(state);
  const auto all = asked(state).size();
  CHECK(shown(state).progress == "質問1（このあと最大" + std::to_string(all - 1) + "問）");
  leave_open(state);
  CHECK(shown(state).progress == "質問2（このあと最大" + std::to_string(all - 2) + "問）");
  CHECK(shown(state).number == 2);
  CHECK(shown(state).all == static_cast<int>(all));
}

TEST_CASE("flow: switching the way keeps facts, faulty entries and the place") {
  State state = asking({"it.a"});
  go_on(state);
  const std::string current = state.flow.current;
  commit(state, "applicant.employees", "たくさん");
  commit(state, "applicant.name", "架空商店");
  set_mode(state, Mode::list);
  CHECK(make_form(state).find("applicant.employees")->value == "たくさん");
  CHECK(make_form(state).errors.size() == 1);
  set_mode(state, Mode::step);
  CHECK(state.flow.current == current);
  CHECK(make_form(state).find("applicant.name")->value == "架空商店");
}

TEST_CASE("flow: undo shows the question of what it takes back") {
  State state = asking({"it.a"});
  go_on(state);
  visit(state, "applicant.employees");
  commit(state, "applicant.employees", "18");
  go_on(state);
  CHECK(state.flow.current != "applicant.employees");
  take_effects(state);
  undo(state);
  CHECK(state.flow.current == "applicant.employees");
  CHECK(drained(state, Effect::Kind::focus) == "applicant.employees");
  redo(state);
  CHECK(state.flow.current == "applicant.employees");
  write_form_text(state, "plan_name", "計画", "forms.plan_name");
  undo(state);
  CHECK(state.flow.current == "applicant.employees");
}

TEST_CASE("flow: another case is shown by its answers, the empty page by the choice") {
  State state = asking({"it.a"});
  State filled = firm({});
  go_on(state);
  leave_open(state);
  load_sample(state, filled.facts());
  CHECK(state.flow.current == flow_check);
  CHECK(state.flow.passed.empty());
  CHECK(state.flow.interests == std::vector<std::string>{"it.a"});
  const FlowPage page = shown(state);
  CHECK(page.sections.at(0).rows.at(0).value == "信州見本工業株式会社");
  reset(state);
  confirm(state);
  CHECK(state.flow.current == flow_start);
}

TEST_CASE("flow: the check tells answers in words and tables by what they hold") {
  State state = asking({"saikouchiku.normal"});
  fill_in_firm(state);
  visit(state, flow_check);
  const FlowPage page = shown(state);
  CHECK(page.open == 0);
  const auto value = [&](std::string_view question) {
    for (const CheckSection& section : page.sections) {
      for (const CheckRow& row : section.rows) {
        if (row.question == question) return row.value;
      }
    }
    return std::string("(not there)");
  };
  CHECK(value("applicant.kind") == "会社（資本金または出資金がある法人）");
  CHECK(value("applicant.deemed_large") == "いいえ");
  CHECK(value("applicant.employees") == "18人");
  CHECK(value("application.month") == "2022年3月");
  CHECK(value("monthly.sales_yen.2019") == "12項目を入力済み");
  CHECK(value("expenses") == "1件、合計30,000,000円（税抜）");
  CHECK(value("wages") == "(not there)");
  visit(state, "applicant.kind");
  CHECK(shown(state).progress.empty());
}

TEST_CASE("flow: the frames of interest come first in the answer") {
  State state = asking({"it.b"});
  CHECK(make_answer(state).shown == 11);
  CHECK(make_answer(state).ranking.front() == 11);
  set_interest(state, {"it.b"}, false);
  CHECK(make_answer(state).shown == 0);
}

TEST_CASE("flow: saving with a fault leads to the summary, without one it does not") {
  State state = page();
  commit(state, "applicant.employees", "18");
  take_effects(state);
  save_case(state);
  CHECK(drained(state, Effect::Kind::focus).empty());
  commit(state, "applicant.employees", "たくさん");
  take_effects(state);
  save_case(state);
  CHECK(drained(state, Effect::Kind::focus) == "errors");
}

}  // namespace uwanose::app
