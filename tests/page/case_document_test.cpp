// What a document keeps when it leaves as a file and comes back on another page.
#include "page/case_document.h"

#include <doctest/doctest.h>

#include "app/comparison.h"
#include "app/doubts.h"
#include "app/page_state.h"
#include "app/scenarios.h"
#include "app/tax.h"

namespace uwanose::page {
namespace {

using app::State;

std::string text_of(const State& state) {
  return case_text(*state.document, state.catalogue(), io::Layout::compact);
}

State reopened(const std::string& text) {
  State state = app::page();
  app::add_expense(state);  // its rows have other ids than where the file was saved
  app::declare_no_expenses(state, true);
  io::CaseFile file = io::read_case(text, state.catalogue());
  REQUIRE(file.faults.empty());
  app::open_case(state, {"例.json", document_of(state, std::move(file)), {}});
  app::accept_import(state);
  return state;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> scenario_names(const State& state) {
  std::vector<std::string> found;
  for (const app::Scenario& scenario : state.document->scenarios) {
    found.push_back(app::scenario_name(state.words(), scenario) + (scenario.kept ? "" : "*"));
  }
  return found;
}

}  // namespace

TEST_CASE("case document: an expense with tax comes back as it was entered") {
  State state = app::page();
  app::add_expense(state);
  app::add_expense(state);
  app::commit(state, "expenses.2.amount_yen", "1,080,000円（税込8%）");
  const std::string text = text_of(state);
  CHECK(has(
      text,
      R"("expenses":[{},{"amount_yen":1000000,"with_tax":{"percent":8,"amount_yen":1080000}}])"));
  State back = reopened(text);
  CHECK(text_of(back) == text);
  REQUIRE(back.document->rows.size() == 2);
  const app::RowId row = back.document->rows[1];
  CHECK(back.document->taxed.at(row).percent == 8);
  CHECK(back.document->taxed.at(row).amount_yen == 1080000);
  app::commit(back, app::tax_key(row), "0");
  CHECK(has(text_of(back), R"("expenses":[{},{"amount_yen":1080000}])"));
}

TEST_CASE("case document: what was said to be right is not asked again") {
  State state = app::page();
  app::add_expense(state);
  app::add_expense(state);
  app::type(state, {{"applicant.employees", "9000"},
                    {"expenses.2.amount_yen", "22,000,000"},
                    {"wages.2021-01.employees", "8000"},
                    {"plan.yearly.2.employees", "7000"}});
  const auto doubts = app::find_doubts(state);
  CHECK(doubts.size() == 4);
  for (const app::Doubt& doubt : doubts) app::keep_value(state, doubt.key);
  const std::string text = text_of(state);
  CHECK(has(text, R"("confirmed":{"applicant.employees":9000,"expenses[1].amount_yen":22000000,)"
                  R"("plan.yearly[2].employees":7000,"wages[2021-01].employees":8000})"));
  State back = reopened(text);
  CHECK(app::find_doubts(back).empty());
  CHECK(text_of(back) == text);
  app::remove_expense(back, back.document->rows[1]);
  CHECK_FALSE(has(text_of(back), "22000000"));
}

TEST_CASE(
    "case document: a place that this page does not know stays, but not in a link without names") {
  const std::string text =
      R"({"format":"uwanose-case","version":1,"applicant":{},"application":{},"monthly":[],)"
      R"("plan":{"yearly":[]},"wages":[],"expenses":[{"amount_yen":100000,)"
      R"("with_tax":{"percent":10,"amount_yen":110000,"of":"甲社"},"vendor":"甲社"}],"answers":{},)"
      R"("confirmed":{"applicant.employees":9000,"expenses[9].amount_yen":5,"甲社":1}})";
  const State back = reopened(text);
  CHECK(text_of(back) == text);
  const std::string link = link_text(*back.document, back.catalogue(), true);
  CHECK_FALSE(has(link, "甲社"));
  CHECK_FALSE(has(link, "expenses[9]"));
  CHECK(has(link, "applicant.employees"));
  CHECK(has(link, "110000"));
  CHECK(has(link_text(*back.document, back.catalogue(), false), "甲社"));
}

TEST_CASE(
    "case document: scenarios come back with their names, numbers and the one that is edited") {
  State state = app::page();
  app::fill_in_firm(state);
  app::duplicate_case(state);
  app::duplicate_case(state);
  app::rename_scenario(state, 3, "大きな計画");
  app::drop_scenario(state, 1);
  app::commit(state, "expenses.1.amount_yen", "税込1億1,000万円");
  app::add_expense(state);
  app::commit(state, "expenses.2.amount_yen", "500,000");
  app::edit_scenario(state, 2);
  const std::string text = text_of(state);
  State back = reopened(text);
  CHECK(text_of(back) == text);
  CHECK(scenario_names(back) == std::vector<std::string>{"案2*", "大きな計画"});
  CHECK_FALSE(back.unsaved());

  // The same expense is one row of the comparison.
  app::Comparer comparer;
  const app::Comparison comparison = comparer.compare(back);
  CHECK(comparison.inputs.size() == comparer.compare(state).inputs.size());
  CHECK(comparison.inputs.at(0).label == "経費1 金額（税抜）");
  CHECK(comparison.inputs.at(0).cells == std::vector<std::string>{"30,000,000円", "100,000,000円"});

  app::edit_scenario(back, 3);
  CHECK(back.document->taxed.size() == 1);
  CHECK(back.document->rows.size() == 2);
  app::duplicate_case(back);
  CHECK(scenario_names(back) == std::vector<std::string>{"案2", "大きな計画", "案4*"});
  CHECK_FALSE(has(link_text(*back.document, back.catalogue(), false), "scenarios"));
}

TEST_CASE("case document: numbers that a file gives twice, or not at all, become others") {
  const std::string other = R"("case":{"format":"uwanose-case","version":1})";
  const State back =
      reopened(R"({"format":"uwanose-case","version":1,"scenarios":[{"number":2},{)" + other +
               R"(,"number":2},{)" + other + "}]}");
  CHECK(scenario_names(back) == std::vector<std::string>{"案2*", "案3", "案4"});
}

}  // namespace uwanose::page
