// The shipped packs against cases with known answers, the cautions of the flyer with what triggers
// them, and the imaginary firms.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

using Json = nlohmann::ordered_json;

rules::RuleBook book_of(const std::string& pack) {
  const RuleFile packs[] = {shipped(pack)};
  RuleBookFile book = load_rule_book(shipped("rules/facts.json"), packs);
  CHECK(lines(book.faults) == Lines{});
  return std::move(book.value.value());
}

Json assessed(const rules::RuleBook& book, const std::string& case_json) {
  const CaseFile file = read_case(case_json, book.catalogue);
  CHECK(lines(file.faults) == Lines{});
  CHECK(lines(file.warnings) == Lines{});
  const rules::Case& input = file.value.value();
  return Json::parse(write_assessment(rules::assess(book, input), book, input, Layout::compact));
}

const Json& frame_of(const Json& assessment, const std::string& id) {
  for (const Json& frame : assessment["frames"]) {
    if (frame["id"] == id) return frame;
  }
  FAIL("no frame " << id);
  return assessment;
}

// Every member of `expected`, wherever it stands.
void check_contains(const Json& actual, const Json& expected) {
  if (!expected.is_object() || !actual.is_object()) {
    CHECK(actual == expected);
    return;
  }
  for (const auto& member : expected.items()) {
    const std::string& key = member.key();
    CAPTURE(key);
    REQUIRE(actual.contains(key));
    check_contains(actual[key], member.value());
  }
}

void check_known_cases(const std::string& pack, std::size_t least) {
  const rules::RuleBook book = book_of("rules/" + pack + ".json");
  std::ifstream file(std::string(UWANOSE_SOURCE_DIR) + "/tests/data/packs/" + pack + ".json");
  const Json known = Json::parse(file);
  CHECK(known.size() >= least);
  for (const Json& row : known) {
    const std::string name = row["name"];
    CAPTURE(name);
    const Json assessment = assessed(book, row["case"].dump());
    for (const Json& expected : row["expected"]) {
      check_contains(frame_of(assessment, expected["id"]), expected);
    }
  }
}

// A manufacturer of 20 in Nagano, with nothing planned yet.
Json flyer_case(const char* patch) {
  Json input = Json::parse(R"({
    "format": "uwanose-case", "version": 1,
    "applicant": {"kind": "corporation", "head_office": "20201", "industry": "manufacturing",
                  "capital_yen": 10000000, "employees": 20, "deemed_large": false},
    "application": {"month": "2022-03",
                    "rounds": {"saikouchiku": 5, "monozukuri": 9, "jizokuka": 6, "it": 5}},
    "monthly": [], "wages": [], "expenses": [], "answers": {}})");
  input.merge_patch(Json::parse(patch));
  return input;
}

bool says(const char* caution, const std::string& frame, const char* patch) {
  const Json assessment = assessed(flyer_book(), flyer_case(patch).dump());
  const Json& cautions = frame_of(assessment, frame)["cautions"];
  return std::find(cautions.begin(), cautions.end(), caution) != cautions.end();
}

TEST_CASE("nagano_energy.cost: known answers, from the official example to both limits") {
  check_known_cases("nagano_energy", 15);
}

TEST_CASE("gyomukaizen.r8: known answers in every course, head count and size") {
  check_known_cases("gyomukaizen_r8", 25);
}

TEST_CASE("A1: the large wage-raise frame at exactly 80 million yen") {
  const std::string frame = "saikouchiku.large_wage_raise";
  CHECK(says("A1", frame, R"({"expenses": [{"category": "machinery", "amount_yen": 130000000}]})"));
  CHECK_FALSE(
      says("A1", frame, R"({"expenses": [{"category": "machinery", "amount_yen": 130000002}]})"));
  CHECK_FALSE(
      says("A1", frame, R"({"expenses": [{"category": "machinery", "amount_yen": 129999998}]})"));
}

TEST_CASE("A3: the prefecture's part beyond the national cap") {
  const std::string frame = "saikouchiku.emergency";
  CHECK(says("A3", frame, R"({"expenses": [{"category": "machinery", "amount_yen": 13333334}]})"));
  CHECK_FALSE(
      says("A3", frame, R"({"expenses": [{"category": "machinery", "amount_yen": 13333333}]})"));
  CHECK_FALSE(says("A3", frame, R"({"applicant": {"head_office": "13101"},
                   "expenses": [{"category": "machinery", "amount_yen": 13333334}]})"));
}

TEST_CASE("A5: met by simple growth but not by compound growth, each frame at its own rate") {
  const char* three_percent = R"({"plan": {"years": 3, "base": {"value_added_yen": 50000000,
      "employees": 20}, "yearly": [null, null, {"value_added_yen": 54500000, "employees": 20}]}})";
  CHECK(says("A5", "saikouchiku.normal", three_percent));
  CHECK(says("A5", "monozukuri.normal", three_percent));
  CHECK_FALSE(says("A5", "saikouchiku.global_recovery", three_percent));
  // 50,000,000 · 1.03³ = 54,636,350
  const char* compound = R"({"plan": {"years": 3, "base": {"value_added_yen": 50000000,
      "employees": 20}, "yearly": [null, null, {"value_added_yen": 54636350, "employees": 20}]}})";
  CHECK_FALSE(says("A5", "saikouchiku.normal", compound));
  CHECK_FALSE(says("A5", "monozukuri.normal", compound));
  const char* five_percent = R"({"plan": {"years": 3, "base": {"value_added_yen": 50000000,
      "employees": 20}, "yearly": [null, null, {"value_added_yen": 57500000, "employees": 20}]}})";
  CHECK(says("A5", "saikouchiku.global_recovery", five_percent));
  CHECK_FALSE(says("A5", "saikouchiku.normal", five_percent));
}

TEST_CASE("A8: limits of categories that nobody confirms are named where they are exceeded") {
  CHECK(says("A8", "monozukuri.normal",
             R"({"expenses": [{"category": "machinery", "amount_yen": 2000000},
                              {"category": "technology", "amount_yen": 1000001}]})"));
  CHECK_FALSE(says("A8", "monozukuri.normal",
                   R"({"expenses": [{"category": "machinery", "amount_yen": 2000000},
                                    {"category": "technology", "amount_yen": 1000000}]})"));
  CHECK(says("A8", "jizokuka.normal",
             R"({"expenses": [{"category": "machinery", "amount_yen": 1000000},
                              {"category": "disposal", "amount_yen": 1000001}]})"));
  CHECK_FALSE(says("A8", "jizokuka.normal",
                   R"({"expenses": [{"category": "machinery", "amount_yen": 1000000},
                                    {"category": "disposal", "amount_yen": 1000000}]})"));
}

TEST_CASE("A11: an SME of the call texts that the Basic Act itself would not count") {
  const std::string frame = "saikouchiku.normal";
  CHECK(says("A11", frame, R"({"applicant": {"industry": "ryokan", "capital_yen": 60000000,
                                             "employees": 101}})"));
  CHECK_FALSE(says("A11", frame, R"({"applicant": {"industry": "ryokan", "capital_yen": 60000000,
                                                   "employees": 100}})"));
  CHECK_FALSE(says("A11", frame, R"({"applicant": {"industry": "ryokan", "capital_yen": 60000000,
                                                   "employees": 201}})"));
}

TEST_CASE("A12: the call from which the low-infection frame is counted") {
  const auto in_call = [](const char* patch) {
    return says("A12", "monozukuri.low_infection", patch);
  };
  CHECK(in_call(R"({"application": {"rounds": {"monozukuri": 5}}})"));
  CHECK_FALSE(in_call(R"({"application": {"rounds": {"monozukuri": 6}}})"));
}

TEST_CASE("cautions of the flyer: said where they matter, silent elsewhere") {
  CHECK(says("never_eligible", "it.a",
             R"({"expenses": [{"category": "personnel", "amount_yen": 1}]})"));
  CHECK_FALSE(says("never_eligible", "it.a",
                   R"({"expenses": [{"category": "software", "amount_yen": 1}]})"));
  CHECK(says("advertising_only", "jizokuka.low_infection",
             R"({"expenses": [{"category": "advertising", "amount_yen": 1}]})"));
  CHECK_FALSE(says("advertising_only", "jizokuka.low_infection",
                   R"({"expenses": [{"category": "advertising", "amount_yen": 1},
                                    {"category": "machinery", "amount_yen": 1}]})"));
  CHECK(
      says("other_legal_forms", "saikouchiku.normal", R"({"applicant": {"kind": "no_capital"}})"));
  CHECK_FALSE(says("other_legal_forms", "saikouchiku.normal", "{}"));
  CHECK(says("national_decision_first", "saikouchiku.normal", "{}"));
  CHECK_FALSE(says("national_decision_first", "saikouchiku.normal",
                   R"({"applicant": {"head_office": "13101"}})"));
  for (const char* frame : {"saikouchiku.normal", "monozukuri.normal", "jizokuka.normal", "it.a"}) {
    CHECK(says("not_an_award", frame, "{}"));
  }
}

TEST_CASE("the imaginary firms show what they promise") {
  struct Firm {
    const char* file;
    const char* frame;
    const char* verdict;
    std::int64_t national, prefecture;
  };
  constexpr Firm firms[] = {
      {"01-factory-met", "saikouchiku.normal", "met", 20'000'000, 4'000'000},
      {"02-workshop-missed-by-a-hair", "saikouchiku.normal", "not_met", 10'000'000, 2'000'000},
      {"03-carrier-by-value-added", "saikouchiku.normal", "met", 22'000'000, 4'400'000},
      {"04-mid-size-without-prefecture", "saikouchiku.normal", "met", 53'333'333, 0},
      {"05-tour-firm-outside-nagano", "saikouchiku.normal", "met", 10'000'000, 0},
      {"06-shop-continuity", "jizokuka.low_infection", "met", 1'000'000, 200'000},
      {"07-cafe-emergency", "saikouchiku.emergency", "met", 5'000'000, 340'000},
      {"08-factory-at-the-large-limit", "saikouchiku.large_wage_raise", "not_met", 0, 0},
      {"09-factory-large-maximum", "saikouchiku.large_wage_raise", "met", 100'000'000, 20'000'000},
      {"10-inn-minimum-wage", "saikouchiku.minimum_wage", "met", 15'000'000, 1'000'000},
      {"11-office-not-all-known", "saikouchiku.normal", "undetermined", 4'000'000, 800'000},
  };
  const Json index = Json::parse(assets::find("samples/index.json"))["samples"];
  REQUIRE(index.size() == std::size(firms));
  for (std::size_t i = 0; i < std::size(firms); ++i) {
    const Firm& firm = firms[i];
    CAPTURE(firm.file);
    CHECK(index[i]["id"] == firm.file);
    CHECK(index[i]["frame"] == firm.frame);
    const std::string text(assets::find("samples/" + std::string(firm.file) + ".json"));
    const Json assessment = assessed(flyer_book(), text);
    const Json& frame = frame_of(assessment, firm.frame);
    CHECK(frame["verdict"] == firm.verdict);
    CHECK(frame["national"]["yen"] == firm.national);
    CHECK(frame["prefectural"]["yen"] == firm.prefecture);
  }
}

TEST_CASE("the firm that misses by a hair misses by 3,000 yen") {
  const std::string text(assets::find("samples/02-workshop-missed-by-a-hair.json"));
  const Json assessment = assessed(flyer_book(), text);
  for (const Json& requirement :
       frame_of(assessment, "saikouchiku.normal")["national"]["requirements"]) {
    if (requirement["id"] != "sales_decline") continue;
    CHECK(requirement["verdict"] == "not_met");
    CHECK(requirement["evidence"]["parts"][0]["slack_yen"] == -3000);
    CHECK(requirement["evidence"]["parts"][1]["slack_yen"] == 0);
  }
}

}  // namespace
}  // namespace uwanose::io
