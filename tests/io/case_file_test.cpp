// What a case file says beside the facts: with tax, confirmed, scenarios.
#include "io/case_file.h"

#include <doctest/doctest.h>

#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/support.h"
#include "rules/assessment.h"

namespace uwanose::io {
namespace {

CaseFile read(const std::string& members, Extent extent = Extent::all) {
  return read_case(case_text(members), shipped_catalogue(), extent);
}

std::string rewrite(const std::string& text) {
  CaseFile file = read_case(text, shipped_catalogue());
  CHECK(lines(file.faults) == Lines{});
  return write_case({file.value.value(), file.extra, file.notes}, file.scenarios,
                    shipped_catalogue(), Layout::compact);
}

const std::string whole =
    R"({"format":"uwanose-case","version":1,"applicant":{},"application":{},"monthly":[],)"
    R"("plan":{"yearly":[]},"wages":[],"expenses":[)"
    R"({"category":"machinery","amount_yen":100000,"unit_price_yen":3,)"
    R"("with_tax":{"percent":8,"amount_yen":108000,"unit_price_yen":4,"why":"内税"},"row":2,"vendor":"甲"},)"
    R"({"row":1}],"answers":{},)"
    R"("confirmed":{"applicant.employees":9000,"expenses[0].amount_yen":100000},)"
    R"("scenarios":[{"number":1,"name":"いまの計画","colour":"#123"},)"
    R"({"number":4,"case":{"format":"uwanose-case","version":1,"applicant":{"employees":9},)"
    R"("application":{},"monthly":[],"plan":{"yearly":[]},"wages":[],"expenses":[)"
    R"({"amount_yen":200000,"with_tax":{"percent":10,"amount_yen":220000},"row":1}],"answers":{},)"
    R"("confirmed":{"applicant.employees":9},"contact":{"mail":"a@b"}}}]})";

}  // namespace

TEST_CASE(
    "case file: with tax, confirmations and scenarios come back, and nothing with them is lost") {
  CHECK(rewrite(whole) == whole);
  const CaseFile file = read_case(whole, shipped_catalogue());
  CHECK(lines(file.warnings) == Lines{"expenses[0].with_tax.why: unknown field, kept as it is",
                                      "expenses[0].vendor: unknown field, kept as it is",
                                      "scenarios[0].colour: unknown field, kept as it is",
                                      "scenarios[1].case.contact: unknown field, kept as it is"});
  CHECK(file.notes.expenses.at(0).row == 2);
  CHECK(file.notes.expenses.at(0).with_tax.value().percent == 8);
  CHECK(file.notes.expenses.at(0).with_tax.value().amount_yen == 108000);
  CHECK_FALSE(file.notes.expenses.at(1).with_tax.has_value());
  CHECK(file.notes.confirmed.at("applicant.employees") == 9000);
  REQUIRE(file.scenarios.size() == 2);
  CHECK(file.scenarios[0].name == "いまの計画");
  CHECK_FALSE(file.scenarios[0].content.has_value());
  CHECK(file.scenarios[1].number == 4);
  const CaseContent& other = file.scenarios[1].content.value();
  CHECK(other.facts.expenses.value().at(0).amount_yen == 200000);
  CHECK(other.notes.expenses.at(0).with_tax.value().amount_yen == 220000);
  CHECK(other.notes.confirmed.at("applicant.employees") == 9);
}

TEST_CASE("case file: rows are numbered only where scenarios have the same ones") {
  const std::string text = case_text(R"("expenses": [{"amount_yen": 5, "row": 7}])");
  CHECK(rewrite(text).find(R"("expenses":[{"amount_yen":5}])") != std::string::npos);
}

TEST_CASE("case file: a case without them is written as ever") {
  const CaseFile file =
      read(R"("expenses": [{"amount_yen": 5}], "scenarios": [], "confirmed": {})");
  REQUIRE(file.value);
  CHECK(write_case({*file.value, file.extra, file.notes}, file.scenarios, shipped_catalogue()) ==
        write_case(*file.value, shipped_catalogue()));
}

TEST_CASE("case file: what is wrong beside the facts is told with its place") {
  const auto faults = [](const std::string& members) { return lines(read(members).faults); };
  const auto with_tax = [&](const char* value) {
    return faults(std::string(R"("expenses": [{}, {"with_tax": )") + value + "}]");
  };
  CHECK(with_tax(R"({"percent": 9})") ==
        Lines{"expenses[1].with_tax.percent: must be 8 or 10, not 9"});
  CHECK(with_tax(R"({"percent": "8%"})") ==
        Lines{"expenses[1].with_tax.percent: must be a whole number"});
  CHECK(with_tax(R"({"amount_yen": -1})") ==
        Lines{"expenses[1].with_tax.amount_yen: must be 0 or more"});
  CHECK(with_tax("true") == Lines{"expenses[1].with_tax: must be an object { … }"});
  CHECK(faults(R"("expenses": [{"row": 0}])") == Lines{"expenses[0].row: must be 1 or more"});
  CHECK(faults(R"("confirmed": {"applicant.employees": "9"})") ==
        Lines{R"(confirmed["applicant.employees"]: must be a whole number)"});
  CHECK(faults(R"("confirmed": [])") == Lines{"confirmed: must be an object { … }"});
  CHECK(faults(R"("scenarios": [{}, {"case": {"format": "uwanose-case", "version": 1,
        "expenses": [{}, {}, {"amount_yen": -5}]}}])") ==
        Lines{"scenarios[1].case.expenses[2].amount_yen: must be 0 or more"});
  CHECK(faults(R"("scenarios": [{}, {"case": {"version": 1}}])") ==
        Lines{R"(scenarios[1].case.format: must be "uwanose-case")"});
  CHECK(
      faults(R"("scenarios": [{"name": 5}, {"case": {"format": "uwanose-case", "version": 2}}])") ==
      Lines{"scenarios[0].name: must be text",
            "scenarios[1].case.version: the file is of version 2, newer than 1, which this "
            "program knows"});
}

TEST_CASE("case file: scenarios are two to four, one of them the file's own") {
  const std::string other = R"({"case": {"format": "uwanose-case", "version": 1}})";
  const std::string nested =
      R"({"case": {"format": "uwanose-case", "version": 1, "scenarios": [{}, {}]}})";
  const std::string reason =
      ": must be two to four, exactly one of them without \"case\": the file's own; a scenario has "
      "none within";
  const auto faults = [](const std::string& list) {
    return lines(read("\"scenarios\": [" + list + "]").faults);
  };
  for (const std::string& list :
       {std::string("{}"), other, std::string("{}, {}"), other + ", " + other,
        "{}, " + other + ", " + other + ", " + other + ", " + other}) {
    CAPTURE(list);
    CHECK(faults(list) == Lines{"scenarios" + reason});
  }
  CHECK(faults("{}, " + nested) == Lines{"scenarios[1].case.scenarios" + reason});
  CHECK(faults("{}, " + other + ", " + other + ", " + other) == Lines{});
}

TEST_CASE("case file: what assesses does not look at them") {
  const std::string facts = R"("expenses": [{"category": "machinery", "amount_yen": 30000000)";
  const std::string beside = facts + R"(, "with_tax": {"percent": "?"}, "row": false}],
      "confirmed": 5, "scenarios": {"case": 1})";
  const CaseFile plain = read(facts + "}]", Extent::facts);
  const CaseFile file = read(beside, Extent::facts);
  CHECK(lines(file.faults) == Lines{});
  CHECK(lines(file.warnings) == Lines{});
  REQUIRE(file.value);
  const auto assessment = [](const CaseFile& each) {
    return write_assessment(rules::assess(flyer_book(), *each.value), flyer_book(), *each.value);
  };
  CHECK(assessment(file) == assessment(plain));
  CHECK(assessment(read_case(whole, shipped_catalogue())) ==
        assessment(read_case(whole, shipped_catalogue(), Extent::facts)));
}

}  // namespace uwanose::io
