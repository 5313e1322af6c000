#include "io/assessment_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "io/case_reader.h"
#include "io/json_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

std::string assessed(const std::string& members, Layout layout = Layout::compact) {
  const CaseFile file = read_case(case_text(members), flyer_book().catalogue);
  CHECK(lines(file.faults) == Lines{});
  return write_assessment(rules::assess(flyer_book(), *file.value), flyer_book(), *file.value,
                          layout);
}

Value parsed(const std::string& text) { return read_json(text).value.value(); }
const Value& at(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  REQUIRE_MESSAGE(found != nullptr, std::string(key));
  return *found;
}
const Value& frame(const Value& assessment, std::string_view id) {
  for (const Value& each : at(assessment, "frames").children) {
    if (at(each, "id").text == id) return each;
  }
  FAIL("no frame " << std::string(id));
  return assessment;
}
const Value& requirement(const Value& part, std::string_view id) {
  for (const Value& each : at(part, "requirements").children) {
    if (at(each, "id").text == id) return each;
  }
  FAIL("no requirement " << std::string(id));
  return part;
}
Lines keys(const Value& value) {
  Lines result;
  for (const Value& child : value.children) result.push_back(child.key);
  return result;
}
Lines texts(const Value& list) {
  Lines result;
  for (const Value& child : list.children) result.push_back(child.text);
  return result;
}

constexpr const char* complete = R"(
  "applicant": {"kind": "corporation", "head_office": "20201", "industry": "manufacturing",
    "capital_yen": 10000000, "employees": 10, "deemed_large": false},
  "application": {"month": "2022-03",
    "rounds": {"saikouchiku": 5, "monozukuri": 9, "jizokuka": 6, "it": 5}},
  "monthly": [{"month": "2019-05", "sales_yen": 10000000}, {"month": "2019-06", "sales_yen": 10000000},
    {"month": "2019-07", "sales_yen": 10000000}, {"month": "2020-05", "sales_yen": 9000000},
    {"month": "2020-06", "sales_yen": 9000000}, {"month": "2020-07", "sales_yen": 9001000}],
  "expenses": [{"category": "machinery", "amount_yen": 30000000, "unit_price_yen": 30000000}],
  "answers": {"emergency_impact": true, "wage_plan": true, "plan_with_support_institution": true})";

TEST_CASE("assessment: the contract's members in the contract's order") {
  const Value root = parsed(assessed(complete));
  CHECK(keys(root) == Lines{"format", "version", "rules", "frames"});
  CHECK(at(root, "format").text == "uwanose-assessment");
  CHECK(at(root, "version").integer == 1);
  REQUIRE(at(root, "rules").children.size() == 1);
  const Value& pack = at(root, "rules").children[0];
  CHECK(keys(pack) == Lines{"id", "version", "sha256"});
  CHECK(at(pack, "sha256").text == flyer_book().packs[0].sha256);
  CHECK(at(root, "frames").children.size() == 15);

  const Value& normal = frame(root, "saikouchiku.normal");
  CHECK(keys(normal) == Lines{"id", "rules", "verdict", "eligible_expense_yen", "national",
                              "prefectural", "total_yen", "own_yen", "cautions"});
  CHECK(at(normal, "rules").text == "nagano_plus_1");
  CHECK(at(normal, "eligible_expense_yen").integer == 30'000'000);
  CHECK(keys(at(normal, "national")) == Lines{"verdict", "yen", "requirements", "missing"});
  CHECK(at(at(normal, "national"), "yen").integer == 20'000'000);
  CHECK(at(at(normal, "prefectural"), "yen").integer == 4'000'000);
  CHECK(at(normal, "total_yen").integer == 24'000'000);
  CHECK(at(normal, "own_yen").integer == 6'000'000);
  CHECK(at(frame(root, "it.a"), "prefectural").is(Value::Kind::null));
}

TEST_CASE("assessment: requirements with evidence and source") {
  const Value root = parsed(assessed(complete));
  const Value& national = at(frame(root, "saikouchiku.normal"), "national");
  const Value& sme = requirement(national, "size_class");
  CHECK(keys(sme) == Lines{"id", "verdict", "evidence", "source"});
  CHECK(at(sme, "verdict").text == "met");
  const Value& facts = at(at(sme, "evidence"), "facts");
  CHECK(at(facts, "applicant.kind").text == "corporation");
  CHECK(at(facts, "applicant.employees").integer == 10);
  const Value& source = at(sme, "source");
  CHECK(keys(source) == Lines{"document", "place", "confidence", "note"});
  CHECK(at(source, "confidence").text == "Q");
  CHECK_FALSE(at(source, "document").text.empty());

  const Value& limit = at(requirement(national, "lower_limit"), "evidence");
  CHECK(at(limit, "value").integer == 20'000'000);
  CHECK(at(limit, "limit").integer == 1'000'000);
  CHECK(at(limit, "slack").integer == 19'000'000);
  CHECK(at(limit, "unit").text == "yen");

  const Value& bank = requirement(national, "financial_institution");
  CHECK(at(bank, "verdict").text == "met");
  CHECK(at(at(bank, "evidence"), "needed").integer == 0);
}

TEST_CASE("assessment: evidence of the three months") {
  const Value root = parsed(assessed(complete));
  const Value& decline = at(
      requirement(at(frame(root, "saikouchiku.normal"), "national"), "sales_decline"), "evidence");
  CHECK(keys(decline) == Lines{"set", "parts", "other"});
  CHECK(at(decline, "set").text == "sales");
  const Value& part = at(decline, "parts").children[0];
  CHECK(keys(part) == Lines{"part", "months", "base_months", "sum_yen", "base_sum_yen", "limit_yen",
                            "slack_yen"});
  CHECK(at(part, "part").text == "a");
  CHECK(texts(at(part, "months")) == Lines{"2020-05", "2020-06", "2020-07"});
  CHECK(texts(at(part, "base_months")) == Lines{"2019-05", "2019-06", "2019-07"});
  CHECK(at(part, "sum_yen").integer == 27'001'000);
  CHECK(at(part, "base_sum_yen").integer == 30'000'000);
  CHECK(at(part, "limit_yen").integer == 27'000'000);
  CHECK(at(part, "slack_yen").integer == -1000);
  // Where no three months are known, the part says so.
  const Value& other = at(decline, "other");
  CHECK(keys(other) == Lines{"set", "parts"});
  CHECK(at(other, "set").text == "value_added");
  CHECK(at(at(other, "parts").children[1], "part").text == "b");
  CHECK(at(at(other, "parts").children[1], "months").is(Value::Kind::null));
  CHECK(at(at(other, "parts").children[1], "slack_yen").is(Value::Kind::null));
}

TEST_CASE("assessment: a figure that is not settled is null beside its range") {
  const std::string text = assessed(R"(
    "applicant": {"kind": "corporation", "head_office": "20201", "industry": "manufacturing",
      "capital_yen": 10000000, "deemed_large": false},
    "application": {"month": "2022-03", "rounds": {"saikouchiku": 5}},
    "expenses": [{"category": "machinery", "amount_yen": 90000000}])");
  const Value root = parsed(text);
  const Value& normal = frame(root, "saikouchiku.normal");
  const Value& national = at(normal, "national");
  CHECK(at(normal, "eligible_expense_yen").integer == 90'000'000);
  CHECK(at(national, "yen").is(Value::Kind::null));
  CHECK(keys(at(national, "yen_range")) == Lines{"min_yen", "max_yen"});
  CHECK(at(at(national, "yen_range"), "min_yen").integer == 40'000'000);
  CHECK(at(at(national, "yen_range"), "max_yen").integer == 60'000'000);
  CHECK(at(normal, "total_yen").is(Value::Kind::null));
  CHECK(normal.find("total_yen_range") != nullptr);
  CHECK(normal.find("own_yen_range") != nullptr);
  CHECK(normal.find("eligible_expense_yen_range") == nullptr);
  const Lines missing = texts(at(national, "missing"));
  CHECK(std::find(missing.begin(), missing.end(), "applicant.employees") != missing.end());
}

TEST_CASE("assessment: an unbounded range has no upper end") {
  const Value root = parsed(assessed(""));
  const Value& range = at(frame(root, "saikouchiku.normal"), "eligible_expense_yen_range");
  CHECK(at(range, "min_yen").integer == 0);
  CHECK(at(range, "max_yen").is(Value::Kind::null));
}

TEST_CASE("assessment: the layouts say the same, and the same bytes each time") {
  const std::string compact = assessed(complete);
  const std::string indented = assessed(complete, Layout::indented);
  CHECK(compact.find('\n') == compact.size() - 1);
  CHECK(indented.starts_with("{\n  \"format\": \"uwanose-assessment\",\n  \"version\": 1,\n"));
  CHECK(indented.ends_with("}\n"));
  CHECK(to_json(parsed(compact)) == to_json(parsed(indented)));
  CHECK(assessed(complete) == compact);
}

TEST_CASE("assessment: the order of rows does not matter") {
  const std::string forwards = assessed(
      R"("monthly": [{"month": "2020-04", "sales_yen": 1}, {"month": "2019-04", "sales_yen": 2}])");
  const std::string backwards = assessed(
      R"("monthly": [{"month": "2019-04", "sales_yen": 2}, {"sales_yen": 1, "month": "2020-04"}])");
  CHECK(forwards == backwards);
}

}  // namespace
}  // namespace uwanose::io
