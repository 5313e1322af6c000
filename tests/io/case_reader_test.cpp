#include "io/case_reader.h"

#include <doctest/doctest.h>

#include "io/case_migration.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

Lines warnings(const std::string& members) {
  return lines(read_case(case_text(members), shipped_catalogue()).warnings);
}

rules::Case good(const std::string& members) {
  const CaseFile file = read_case(case_text(members), shipped_catalogue());
  CHECK(lines(file.faults) == Lines{});
  return file.value.value();
}
std::optional<core::Ratio> scalar(const rules::Case& input, std::string_view id) {
  return input.scalar(shipped_catalogue().find(id).value());
}

TEST_CASE("case: every part of the contract's example is read") {
  const rules::Case input = good(R"(
    "applicant": {"name": "信州テスト工業株式会社", "corporate_number": "8000012010038",
      "kind": "sole_proprietor", "head_office": "01202", "industry": "wholesale",
      "capital_yen": 10000000000000, "employees": 18, "deemed_large": false},
    "application": {"month": "2022-03",
      "rounds": {"saikouchiku": 5, "monozukuri": 9, "jizokuka": 6, "it": 5}},
    "monthly": [{"month": "2020-04", "sales_yen": 0, "value_added_yen": -1800000},
                {"month": "2019-04", "sales_yen": 5200000}],
    "plan": {"years": 5,
      "base": {"value_added_yen": -1, "employees": 20, "minimum_hourly_wage_yen": 900},
      "yearly": [{"value_added_yen": 51000000, "employees": 20, "minimum_hourly_wage_yen": 945},
                 {"employees": null}]},
    "wages": [{"month": "2020-11", "employees": 30, "near_minimum": 30},
              {"month": "2020-10", "near_minimum": 3}],
    "expenses": [{"category": "machinery", "item": "CNC旋盤", "amount_yen": 12000000,
                  "unit_price_yen": 12000000}, {"amount_yen": 1}, {}],
    "answers": {"wage_plan": true, "graduation_route": "global", "it_processes": 4},
    "programmes": {})");
  CHECK(input.texts.at(shipped_catalogue().find("applicant.name").value()) ==
        "信州テスト工業株式会社");
  CHECK(scalar(input, "applicant.kind") == core::Ratio(1));
  CHECK(scalar(input, "applicant.head_office") == core::Ratio(1202));
  CHECK(scalar(input, "applicant.industry") == core::Ratio(1));
  CHECK(scalar(input, "applicant.capital_yen") == core::Ratio(10'000'000'000'000));
  CHECK(scalar(input, "applicant.deemed_large") == core::Ratio(0));
  CHECK(scalar(input, "application.month") == core::Ratio(core::Month(2022, 3).index()));
  CHECK(scalar(input, "application.rounds.jizokuka") == core::Ratio(6));
  CHECK(scalar(input, "plan.base.value_added_yen") == core::Ratio(-1));
  CHECK(scalar(input, "answers.graduation_route") == core::Ratio(3));
  CHECK(scalar(input, "answers.leaves_sme") == std::nullopt);

  REQUIRE(input.monthly.size() == 2);
  CHECK(input.monthly[0].month == core::Month(2019, 4));
  CHECK(input.monthly[0].sales_yen == 5'200'000);
  CHECK(input.monthly[0].value_added_yen == std::nullopt);
  CHECK(input.monthly[1].sales_yen == 0);
  CHECK(input.monthly[1].value_added_yen == -1'800'000);
  REQUIRE(input.yearly.size() == 2);
  CHECK(input.yearly[0].minimum_hourly_wage_yen == 945);
  CHECK(input.yearly[1].employees == std::nullopt);
  REQUIRE(input.wages.size() == 2);
  CHECK(input.wages[0].month == core::Month(2020, 10));
  CHECK(input.wages[0].employees == std::nullopt);
  CHECK(input.wages[1].near_minimum == 30);
  REQUIRE(input.expenses);
  REQUIRE(input.expenses->size() == 3);
  CHECK(input.expenses->at(0).category == shipped_catalogue().find_category("machinery"));
  CHECK(input.expenses->at(0).item == "CNC旋盤");
  CHECK(input.expenses->at(1).category == std::nullopt);
  CHECK(input.expenses->at(1).amount_yen == 1);
}

TEST_CASE("case: missing and null are unknown, an empty list of expenses is known") {
  for (const char* members :
       {"", R"("applicant": null, "monthly": null, "plan": null, "wages": null,
                                     "expenses": null, "answers": null, "programmes": null)",
        R"("applicant": {"name": null, "employees": null}, "monthly": [])"}) {
    const rules::Case input = good(members);
    CHECK(scalar(input, "applicant.employees") == std::nullopt);
    CHECK(input.monthly.empty());
    CHECK_FALSE(input.expenses);
  }
  const rules::Case none = good(R"("expenses": [])");
  REQUIRE(none.expenses);
  CHECK(none.expenses->empty());
}

TEST_CASE("case: wrong types") {
  CHECK(case_faults(R"("applicant": [])") == Lines{"applicant: must be an object { … }"});
  CHECK(case_faults(R"("applicant": {"name": 1})") == Lines{"applicant.name: must be text"});
  CHECK(case_faults(R"("applicant": {"employees": "18"})") ==
        Lines{"applicant.employees: must be a whole number"});
  CHECK(case_faults(R"("applicant": {"deemed_large": 0})") ==
        Lines{"applicant.deemed_large: must be true or false"});
  CHECK(case_faults(R"("applicant": {"kind": true})") == Lines{"applicant.kind: must be text"});
  CHECK(case_faults(R"("application": {"month": 202203})") ==
        Lines{"application.month: must be a month such as \"2021-04\""});
  CHECK(case_faults(R"("monthly": {})") == Lines{"monthly: must be a list [ … ]"});
  CHECK(case_faults(R"("monthly": [3])") == Lines{"monthly[0]: must be an object { … }"});
  CHECK(case_faults(R"("plan": {"yearly": {}})") == Lines{"plan.yearly: must be a list [ … ]"});
  CHECK(case_faults(R"("plan": {"base": 5})") == Lines{"plan.base: must be an object { … }"});
  CHECK(case_faults(R"("wages": "")") == Lines{"wages: must be a list [ … ]"});
  CHECK(case_faults(R"("expenses": [{"item": 7}])") == Lines{"expenses[0].item: must be text"});
  CHECK(lines(read_case("[]", shipped_catalogue()).faults) == Lines{"must be an object { … }"});
  CHECK(lines(read_case("17", shipped_catalogue()).faults) == Lines{"must be an object { … }"});
}

TEST_CASE("case: numbers out of range or not written as integers") {
  CHECK(case_faults(R"("expenses": [{}, {}, {"amount_yen": -1}])") ==
        Lines{"expenses[2].amount_yen: must be 0 or more"});
  CHECK(case_faults(R"("expenses": [{"amount_yen": 10000000000001}])") ==
        Lines{"expenses[0].amount_yen: must be 10000000000000 or less"});
  CHECK(case_faults(R"("expenses": [{"amount_yen": 99999999999999999999}])") ==
        Lines{"expenses[0].amount_yen: must be 10000000000000 or less"});
  CHECK(case_faults(R"("expenses": [{"amount_yen": -99999999999999999999}])") ==
        Lines{"expenses[0].amount_yen: must be 0 or more"});
  CHECK(case_faults(R"("monthly": [{"month": "2020-01", "sales_yen": 5200000.0}])") ==
        Lines{"monthly[0].sales_yen: must be written as a whole number, not 5200000.0"});
  CHECK(case_faults(R"("monthly": [{"month": "2020-01", "sales_yen": 5.2e6}])") ==
        Lines{"monthly[0].sales_yen: must be written as a whole number, not 5.2e6"});
  CHECK(case_faults(R"("monthly": [{"month": "2020-01", "value_added_yen": -10000000000001}])") ==
        Lines{"monthly[0].value_added_yen: must be -10000000000000 or more"});
  CHECK(case_faults(R"("plan": {"years": 2})") == Lines{"plan.years: must be 3 or more"});
  CHECK(case_faults(R"("plan": {"years": 6})") == Lines{"plan.years: must be 5 or less"});
  CHECK(case_faults(R"("application": {"rounds": {"it": 0}})") ==
        Lines{"application.rounds.it: must be 1 or more"});
}

TEST_CASE("case: the ends of the ranges are inside") {
  CHECK(case_faults(R"("expenses": [{"amount_yen": 0}, {"amount_yen": 10000000000000}],
                  "monthly": [{"month": "1900-01", "value_added_yen": -10000000000000}],
                  "plan": {"years": 3}, "application": {"rounds": {"it": 99}})")
            .empty());
}

TEST_CASE("case: unknown words of a choice name the nearest") {
  CHECK(case_faults(R"("applicant": {"kind": "corporatoin"})") ==
        Lines{"applicant.kind: \"corporatoin\" is none of corporation, sole_proprietor, "
              "no_capital; did you mean \"corporation\"?"});
  const Lines category = case_faults(R"("expenses": [{"category": "machinary"}])");
  REQUIRE(category.size() == 1);
  CHECK(category[0].starts_with("expenses[0].category: \"machinary\" is none of building, "));
  CHECK(category[0].ends_with("; did you mean \"machinery\"?"));
}

TEST_CASE("case: impossible months") {
  for (const std::string month :
       {"2021-13", "2021-00", "2021-4", "2021/04", "21-04", "", "2021-04-01", "２０２１-04"}) {
    CHECK(case_faults("\"monthly\": [{\"month\": \"" + month + "\"}]") ==
          Lines{"monthly[0].month: must be a month such as \"2021-04\", not \"" + month + "\""});
  }
}

TEST_CASE("case: more yearly than years") {
  CHECK(case_faults(R"("plan": {"yearly": [{}, {}, {}, {}], "years": 3})") ==
        Lines{"plan.yearly: more years than plan.years"});
  CHECK(case_faults(R"("plan": {"yearly": [{}, {}, {}], "years": 3})").empty());
  CHECK(case_faults(R"("plan": {"yearly": [{}, {}, {}, {}, {}]})").empty());
  CHECK(case_faults(R"("plan": {"yearly": [{}, {}, {}, {}, {}, {}]})") ==
        Lines{"plan.yearly: more years than the 5 that a plan can have"});
}

TEST_CASE("case: codes are five digits as text") {
  const Lines fault{"applicant.head_office: must be a municipality code of five digits as text"};
  for (const char* code :
       {"20201", "\"2020\"", "\"202011\"", "\"2020a\"", "\"\"", "\"２０２０１\""}) {
    CHECK(case_faults(std::string(R"("applicant": {"head_office": )") + code + "}") == fault);
  }
}

TEST_CASE("case: format and version") {
  const auto read = [](std::string_view text) {
    return lines(read_case(text, shipped_catalogue()).faults);
  };
  CHECK(read("{}") == Lines{"format: must be \"uwanose-case\""});
  CHECK(read(R"({"format": "uwanose-assessment", "version": 1})") ==
        Lines{"format: must be \"uwanose-case\""});
  CHECK(read(R"({"format": 1, "version": 1})") == Lines{"format: must be \"uwanose-case\""});
  CHECK(read(R"({"format": "uwanose-case"})") == Lines{"version: must be 1"});
  CHECK(read(R"({"format": "uwanose-case", "version": "1"})") ==
        Lines{"version: must be a whole number"});
  CHECK(read(R"({"format": "uwanose-case", "version": 0})") == Lines{"version: must be 1 or more"});
  CHECK(read(R"({"format": "uwanose-case", "version": 2, "applicant": 5})") ==
        Lines{"version: the file is of version 2, newer than 1, which this program knows"});
}

TEST_CASE("case: every fault is reported, in the order of the file") {
  CHECK(case_faults(R"("applicant": {"employees": -1, "kind": 5, "kind": 6},
                  "monthly": [{"month": "2020-01", "sales_yen": -1, "value_added_yen": 0.5}],
                  "plan": {"years": 9},
                  "expenses": [{"amount_yen": "x"}, 7])") ==
        Lines{"applicant.kind: the key is given twice", "applicant.employees: must be 0 or more",
              "applicant.kind: must be text", "monthly[0].sales_yen: must be 0 or more",
              "monthly[0].value_added_yen: must be written as a whole number, not 0.5",
              "plan.years: must be 5 or less", "expenses[0].amount_yen: must be a whole number",
              "expenses[1]: must be an object { … }"});
}

TEST_CASE("case: faults carry a code and arguments for other languages") {
  const CaseFile file =
      read_case(case_text(R"("expenses": [{"amount_yen": -1}])"), shipped_catalogue());
  REQUIRE(file.faults.size() == 1);
  CHECK(file.faults[0].place == "expenses[0].amount_yen");
  CHECK(file.faults[0].code == "fault.min");
  CHECK(file.faults[0].arguments == Lines{"0"});

  const CaseFile unknown =
      read_case(case_text(R"("expences": [], "zzzzzzzz": 1)"), shipped_catalogue());
  REQUIRE(unknown.warnings.size() == 2);
  CHECK(unknown.warnings[0].code == "warning.unknown_field_near");
  CHECK(unknown.warnings[0].arguments == Lines{"expenses"});
  CHECK(unknown.warnings[1].code == "warning.unknown_field");
}

TEST_CASE("case: unknown fields are kept, and warned about with the nearest name") {
  const std::string members = R"("applicant": {"employes": 18, "kind": "corporation"},
    "monthly": [{"month": "2020-04", "sale_yen": 1}], "expences": [], "zzzzzzzz": {"a": 1.50})";
  CHECK(case_faults(members).empty());
  CHECK(warnings(members) ==
        Lines{"applicant.employes: unknown field, kept as it is; did you mean \"employees\"?",
              "monthly[0].sale_yen: unknown field, kept as it is; did you mean \"sales_yen\"?",
              "expences: unknown field, kept as it is; did you mean \"expenses\"?",
              "zzzzzzzz: unknown field, kept as it is"});
  CHECK(read_case(case_text(members), shipped_catalogue()).extra ==
        R"({"applicant":{"employes":18},"monthly":{"2020-04":{"sale_yen":1}},)"
        R"("expences":[],"zzzzzzzz":{"a":1.50}})");
}

TEST_CASE("case: a corporate number that does not check is questioned, not refused") {
  const std::string members = R"("applicant": {"corporate_number": "8000012010039"})";
  CHECK(case_faults(members).empty());
  CHECK(warnings(members) ==
        Lines{"applicant.corporate_number: not a corporate number: 13 digits, the first of which "
              "checks the others"});
  CHECK(warnings(R"("applicant": {"corporate_number": "8000012010038"})").empty());
}

TEST_CASE("case: older versions are brought up step by step, each from where they stand") {
  const Migration steps[] = {[](Value& root) { root.text += "1→2 "; },
                             [](Value& root) { root.text += "2→3 "; }};
  const auto migrated = [&](std::int64_t from) {
    Value root;
    migrate(root, from, steps);
    return root.text;
  };
  CHECK(migrated(1) == "1→2 2→3 ");
  CHECK(migrated(2) == "2→3 ");
  CHECK(migrated(3) == "");
}

TEST_CASE("case: a file that carries a case gives it; another says what it is") {
  const auto within = [](const std::string& text) {
    return read_case_within(text, shipped_catalogue());
  };
  const std::string inner = case_text(R"("applicant": {"name": "見本"})");
  CHECK(within(inner).value.has_value());
  CHECK(
      within(R"({"format": "uwanose-handoff", "b": {"input": )" + inner + "}}").value.has_value());
  const auto code = [&](const std::string& text) {
    const CaseFile file = within(text);
    CHECK_FALSE(file.value.has_value());
    return file.faults.empty() ? std::string() : file.faults[0].code;
  };
  CHECK(code(R"({"format": "uwanose-assessment", "version": 1, "frames": []})") ==
        "fault.assessment");
  CHECK(code(R"({"format": "uwanose-rules"})") == "fault.other_format");
  CHECK(code(R"({"name": "見本"})") == "fault.format");
  CHECK(code(R"({"case": {"format": "uwanose-case", "version": 2}})") == "fault.newer_version");
  CHECK(code("[1]") == "fault.not_object");
  CHECK(code("{") == "fault.json");
  // A line of a batch is a case and nothing else.
  CHECK_FALSE(read_case(R"({"case": )" + inner + "}", shipped_catalogue()).value.has_value());
}

TEST_CASE("case: lists have a limit") {
  std::string rows = "{}";
  for (std::size_t i = 1; i < 100'000; ++i) rows += ",{}";
  CHECK(case_faults("\"expenses\": [" + rows + "]").empty());
  CHECK(case_faults("\"expenses\": [" + rows + ",{}]") ==
        Lines{"expenses: must have at most 100000 items"});
}

TEST_CASE("case: facts that packs declare are read like all others") {
  rules::Catalogue catalogue = shipped_catalogue();
  rules::FactDefinition power{
      .id = "programmes.nagano_energy.solar_kw", .type = rules::FactType::decimal, .max = 1000};
  catalogue.facts.push_back(power);
  const auto read = [&](const std::string& value) {
    return read_case(case_text(R"("programmes": {"nagano_energy": {"solar_kw": )" + value + "}}"),
                     catalogue);
  };
  const CaseFile good_file = read("\"12.5\"");
  REQUIRE(good_file.value);
  CHECK(good_file.warnings.empty());
  CHECK(good_file.value->scalar(catalogue.find(power.id).value()) == core::Ratio::of(25, 2));
  const Lines wrong{
      "programmes.nagano_energy.solar_kw: must be a decimal written as text, such as "
      "\"12.5\""};
  CHECK(lines(read("12.5").faults) == wrong);
  CHECK(lines(read("12").faults) == wrong);
  CHECK(lines(read("\"1e3\"").faults) == wrong);
  CHECK(lines(read("\"12.\"").faults) == wrong);
  CHECK(lines(read("\"-0.1\"").faults) ==
        Lines{"programmes.nagano_energy.solar_kw: must be 0 or more"});
  CHECK(lines(read("\"1000.01\"").faults) ==
        Lines{"programmes.nagano_energy.solar_kw: must be 1000 or less"});
  // Without the pack it is a field that nobody knows.
  const CaseFile unknown = read_case(
      case_text(R"("programmes": {"nagano_energy": {"solar_kw": "12.5"}})"), shipped_catalogue());
  CHECK(unknown.faults.empty());
  CHECK(unknown.extra == R"({"programmes":{"nagano_energy":{"solar_kw":"12.5"}}})");
}

}  // namespace
}  // namespace uwanose::io
