#include "app/scenarios.h"

#include <doctest/doctest.h>

#include "app/comparison.h"
#include "app/page_state.h"
#include "app/proposal.h"

namespace uwanose::app {

namespace {

const ComparedRow* row(const std::vector<ComparedRow>& rows, std::string_view id) {
  for (const ComparedRow& candidate : rows) {
    if (candidate.id == id) return &candidate;
  }
  return nullptr;
}

std::vector<std::string> names(const State& state) {
  std::vector<std::string> found;
  for (const Scenario& scenario : state.document->scenarios) {
    found.push_back(scenario_name(state.words(), scenario) + (scenario.kept ? "" : "*"));
  }
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("scenarios: a case is duplicated, and its copy is edited") {
  State state = firm();
  CHECK(names(state).empty());
  duplicate_case(state);
  CHECK(names(state) == Names{"案1", "案2*"});
  CHECK(state.notice.key == "notice.scenario_added");
  commit(state, "expenses.1.amount_yen", "6000万円");
  CHECK(state.assessment.frames[0].national.yen.min_yen == 40'000'000);
  edit_scenario(state, 1);
  CHECK(names(state) == Names{"案1*", "案2"});
  CHECK(state.assessment.frames[0].national.yen.min_yen == 20'000'000);
  CHECK((*state.facts().expenses)[0].amount_yen == 30'000'000);
  edit_scenario(state, 2);
  CHECK((*state.facts().expenses)[0].amount_yen == 60'000'000);
}

TEST_CASE("scenarios: four at most; the copy stands beside its original") {
  State state = firm();
  duplicate_case(state);
  edit_scenario(state, 1);
  duplicate_case(state);
  CHECK(names(state) == Names{"案1", "案3*", "案2"});
  duplicate_case(state);
  CHECK(names(state) == Names{"案1", "案3", "案4*", "案2"});
  const DocumentRef before = state.document;
  duplicate_case(state);
  CHECK(state.document == before);
}

TEST_CASE("scenarios: dropping one that waits, the edited one, and the last but one") {
  State state = firm();
  duplicate_case(state);
  commit(state, "expenses.1.amount_yen", "6000万円");
  duplicate_case(state);
  drop_scenario(state, 3);
  CHECK(names(state) == Names{"案1", "案2*"});
  CHECK((*state.facts().expenses)[0].amount_yen == 60'000'000);
  CHECK(state.notice.arguments == std::vector<std::string>{"案3"});
  CHECK(drained(state, Effect::Kind::focus) == "scenarios.add");
  drop_scenario(state, 1);
  CHECK(names(state).empty());
  CHECK((*state.facts().expenses)[0].amount_yen == 60'000'000);
  drop_scenario(state, 7);
  CHECK(names(state).empty());
}

TEST_CASE("scenarios: each step can be undone and done again") {
  State state = firm();
  duplicate_case(state);
  commit(state, "expenses.1.amount_yen", "6000万円");
  rename_scenario(state, 2, "設備を2台");
  edit_scenario(state, 1);
  drop_scenario(state, 2);
  CHECK(names(state).empty());
  undo(state);
  CHECK(names(state) == Names{"案1*", "設備を2台"});
  undo(state);
  CHECK(names(state) == Names{"案1", "設備を2台*"});
  CHECK((*state.facts().expenses)[0].amount_yen == 60'000'000);
  undo(state);
  CHECK(names(state) == Names{"案1", "案2*"});
  undo(state);
  CHECK((*state.facts().expenses)[0].amount_yen == 30'000'000);
  undo(state);
  CHECK(names(state).empty());
  for (int i = 0; i < 5; ++i) redo(state);
  CHECK(names(state).empty());
  CHECK((*state.facts().expenses)[0].amount_yen == 30'000'000);
  CHECK_FALSE(state.can_redo());
}

TEST_CASE("scenarios: a name is cut at forty characters; none is the number again") {
  State state = firm();
  duplicate_case(state);
  std::string name;
  for (int i = 0; i < 41; ++i) name += "髙";
  rename_scenario(state, 2, name);
  CHECK(names(state).at(1) == name.substr(0, name.size() - 3) + "*");
  const std::size_t steps = state.past.size();
  rename_scenario(state, 2, name);
  CHECK(state.past.size() == steps);
  rename_scenario(state, 2, "");
  CHECK(names(state).at(1) == "案2*");
}

TEST_CASE("scenarios: a saved file holds them all, but for the faulty entries of each") {
  State state = firm();
  duplicate_case(state);
  save_case(state);
  CHECK_FALSE(state.unsaved());
  CHECK(state.notice == Message{"notice.saved", {}});
  commit(state, "applicant.employees", "たくさん");
  edit_scenario(state, 1);
  CHECK(state.unsaved());
  commit(state, "plan.base.employees", "少し");
  save_case(state);
  CHECK(state.notice == Message{"notice.saved_without", {"2"}});
}

TEST_CASE("scenarios: the preview of a file says how many it brings") {
  State other = firm();
  duplicate_case(other);
  duplicate_case(other);
  State state = page();
  commit(state, "applicant.name", "川の会社");
  open_case(state, {"例.json", other.document, {}});
  const Proposal proposal = make_proposal(state);
  CHECK(proposal.remarks.at(1) == "比べる案が3つ入っています。");
  CHECK(proposal.changes.back().label == "比べる案");
  CHECK(proposal.changes.back().before == "0件");
  CHECK(proposal.changes.back().after == "3件");
  accept_import(state);
  CHECK(names(state) == Names{"案1", "案2", "案3*"});
}

TEST_CASE("scenarios: reset asks also when nothing but scenarios is there") {
  State state = page();
  duplicate_case(state);
  reset(state);
  REQUIRE(state.pending);
  confirm(state);
  CHECK(names(state).empty());
}

TEST_CASE("comparison: nothing while there is one case") {
  Comparer comparer;
  CHECK(comparer.compare(firm()).empty());
}

TEST_CASE("comparison: results side by side, and what differs from the first") {
  State state = firm();
  duplicate_case(state);
  commit(state, "expenses.1.amount_yen", "6000万円");
  commit(state, "applicant.industry", "retail");
  Comparer comparer;
  const Comparison comparison = comparer.compare(state);
  REQUIRE(comparison.scenarios.size() == 2);
  CHECK(comparison.scenarios[1].edited);
  CHECK(comparison.scenarios[0].verdict == core::Verdict::met);
  CHECK(row(comparison.results, "verdict")->cells ==
        std::vector<std::string>{"要件を満たす見込み", "まだ判定できません"});
  CHECK(row(comparison.results, "frame")->cells[0] == "事業再構築補助金 通常枠");
  CHECK(row(comparison.results, "national")->cells ==
        std::vector<std::string>{"20,000,000円", "40,000,000円"});
  CHECK(row(comparison.results, "prefectural")->cells ==
        std::vector<std::string>{"4,000,000円", "5,000,000円"});
  CHECK(row(comparison.results, "own")->cells ==
        std::vector<std::string>{"6,000,000円", "15,000,000円"});
  CHECK(row(comparison.results, "verdict")->differs == std::vector<bool>{false, true});
  CHECK(row(comparison.results, "total")->differs == std::vector<bool>{false, true});

  REQUIRE(comparison.inputs.size() == 2);
  CHECK(comparison.inputs[0].label == "主な業種");
  CHECK(comparison.inputs[0].cells ==
        std::vector<std::string>{"製造業・建設業・運輸業", "小売業（飲食店を含む）"});
  CHECK(comparison.inputs[1].label == "経費1 金額（税抜）");
  CHECK(comparison.inputs[1].cells == std::vector<std::string>{"30,000,000円", "60,000,000円"});
  CHECK(comparison.inputs[1].differs == std::vector<bool>{false, true});
}

TEST_CASE("comparison: months, years, rows that are missing, and what is not stated") {
  State state = firm();
  duplicate_case(state);
  add_expense(state);
  type(state, {{"monthly.2021-01.sales_yen", ""},
               {"plan.yearly.3.value_added_yen", "60,000,000"},
               {"expenses.2.category", "building"}});
  Comparer comparer;
  const Comparison comparison = comparer.compare(state);
  const ComparedRow* month = row(comparison.inputs, "monthly.2021-01.sales_yen");
  REQUIRE(month);
  CHECK(month->cells == std::vector<std::string>{"4,500,000円", "わからない"});
  CHECK(row(comparison.inputs, "plan.yearly.3.value_added_yen") != nullptr);
  const ComparedRow* category = row(comparison.inputs, "expenses.2.category");
  REQUIRE(category);
  CHECK(category->cells.front() == "この行はありません");
  CHECK(category->cells.back() == "建物費");
}

TEST_CASE("comparison: forty differences are listed, the rest are counted") {
  State state = firm();
  duplicate_case(state);
  for (core::Month month(2019, 1); month < core::Month(2022, 3); month = month + 1) {
    commit(state, "monthly." + month.to_string() + ".sales_yen", "1");
    commit(state, "monthly." + month.to_string() + ".value_added_yen", "1");
  }
  Comparer comparer;
  const Comparison comparison = comparer.compare(state);
  CHECK(comparison.inputs.size() == 40);
  CHECK(comparison.more == 36);
}

}  // namespace uwanose::app
