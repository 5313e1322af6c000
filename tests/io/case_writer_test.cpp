#include "io/case_writer.h"

#include <doctest/doctest.h>

#include "io/case_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

std::string rewrite(const std::string& text, const rules::Catalogue& catalogue,
                    Layout layout = Layout::compact) {
  const CaseFile file = read_case(text, catalogue);
  CHECK(lines(file.faults) == Lines{});
  return write_case(file.value.value(), catalogue, file.extra, layout);
}

TEST_CASE("case writer: an unknown case is nothing but its frame") {
  CHECK(write_case({}, shipped_catalogue()) == R"({
  "format": "uwanose-case",
  "version": 1,
  "applicant": {},
  "application": {},
  "monthly": [],
  "plan": {
    "yearly": []
  },
  "wages": [],
  "answers": {}
}
)");
}

TEST_CASE("case writer: what is written into forms comes back, empty texts do not") {
  const std::string text = rewrite(
      case_text(
          R"("forms": {"plan_name": "髙𠮷の計画", "a \"b\"": "c\nd", "no": "", "nil": null})"),
      shipped_catalogue());
  CHECK(text.find(R"("forms":{"a \"b\"":"c\nd","plan_name":"髙𠮷の計画"}})") != std::string::npos);
  CHECK(rewrite(text, shipped_catalogue()) == text);
  const auto faults = [](const char* members) {
    return lines(read_case(case_text(members), shipped_catalogue()).faults);
  };
  CHECK(faults(R"("forms": {"plan_name": 5})") == Lines{"forms.plan_name: must be text"});
  CHECK(faults(R"("forms": [])") == Lines{"forms: must be an object { … }"});
}

TEST_CASE("case writer: the contract's order, rows on one line, known facts only") {
  const std::string text = rewrite(R"({"version": 1, "format": "uwanose-case",
    "answers": {"it_processes": 4, "wage_plan": false},
    "expenses": [{"amount_yen": 5, "category": "machinery", "item": "CNC\"旋盤"}, {}],
    "wages": [{"near_minimum": 1, "employees": 2, "month": "2020-10"}],
    "plan": {"yearly": [{"employees": 3}, {}], "base": {"employees": 20}, "years": 4},
    "monthly": [{"month": "2020-04", "value_added_yen": -7}, {"month": "2019-04", "sales_yen": 1}],
    "application": {"rounds": {"it": 5, "saikouchiku": 3}, "month": "2022-03"},
    "applicant": {"deemed_large": true, "head_office": "01202", "kind": "no_capital", "name": "あ"}})",
                                   shipped_catalogue(), Layout::indented);
  CHECK(text == R"({
  "format": "uwanose-case",
  "version": 1,
  "applicant": {
    "name": "あ",
    "kind": "no_capital",
    "head_office": "01202",
    "deemed_large": true
  },
  "application": {
    "month": "2022-03",
    "rounds": {
      "saikouchiku": 3,
      "it": 5
    }
  },
  "monthly": [
    { "month": "2019-04", "sales_yen": 1 },
    { "month": "2020-04", "value_added_yen": -7 }
  ],
  "plan": {
    "years": 4,
    "base": {
      "employees": 20
    },
    "yearly": [
      { "employees": 3 },
      {}
    ]
  },
  "wages": [
    { "month": "2020-10", "employees": 2, "near_minimum": 1 }
  ],
  "expenses": [
    { "category": "machinery", "item": "CNC\"旋盤", "amount_yen": 5 },
    {}
  ],
  "answers": {
    "wage_plan": false,
    "it_processes": 4
  }
}
)");
  CHECK(rewrite(text, shipped_catalogue(), Layout::indented) == text);
}

TEST_CASE("case writer: known to be none is not unknown") {
  const std::string none = rewrite(case_text("\"expenses\": []"), shipped_catalogue());
  CHECK(none.find("\"expenses\":[]") != std::string::npos);
  CHECK(rewrite(case_text(""), shipped_catalogue()).find("expenses") == std::string::npos);
}

TEST_CASE("case writer: what nobody knows comes back where it stood") {
  const std::string text = rewrite(
      case_text(R"("applicant": {"kind": "corporation", "phone": "026-…", "a\"b": [1, {"c": null}]},
        "monthly": [{"month": "2020-05", "memo": "五月"}, {"month": "2020-04", "memo": "四月", "x": 5.2e6}],
        "plan": {"base": {"note": 1.50}, "yearly": [{}, {"why": true}], "goal": "売上"},
        "wages": [{"month": "2020-10", "source": "台帳"}],
        "expenses": [{"amount_yen": 1}, {"vendor": {"name": "乙"}}],
        "programmes": {"elsewhere": {"kw": "12.5"}}, "contact": {"mail": "a@b"})"),
      shipped_catalogue());
  CHECK(
      text ==
      R"({"format":"uwanose-case","version":1,)"
      R"("applicant":{"kind":"corporation","phone":"026-…","a\"b":[1,{"c":null}]},"application":{},)"
      R"("monthly":[{"month":"2020-04","memo":"四月","x":5.2e6},{"month":"2020-05","memo":"五月"}],)"
      R"("plan":{"base":{"note":1.50},"yearly":[{},{"why":true}],"goal":"売上"},)"
      R"("wages":[{"month":"2020-10","source":"台帳"}],)"
      R"("expenses":[{"amount_yen":1},{"vendor":{"name":"乙"}}],"answers":{},)"
      R"("programmes":{"elsewhere":{"kw":"12.5"}},"contact":{"mail":"a@b"}})");
  CHECK(rewrite(text, shipped_catalogue()) == text);
}

TEST_CASE("case writer: the extra of rows that are gone goes with them") {
  CaseFile file = read_case(
      case_text(R"("monthly": [{"month": "2020-04", "memo": 1}, {"month": "2020-05", "memo": 2}])"),
      shipped_catalogue());
  REQUIRE(file.value);
  file.value->monthly.erase(file.value->monthly.begin());
  const std::string text =
      write_case(*file.value, shipped_catalogue(), file.extra, Layout::compact);
  CHECK(text.find(R"("monthly":[{"month":"2020-05","memo":2}])") != std::string::npos);
  CHECK(text.find("\"memo\":1") == std::string::npos);
}

TEST_CASE("case writer: the extra of an expense stays with it when others come and go") {
  CaseFile file =
      read_case(case_text(R"("expenses": [{"item": "甲"}, {"item": "乙", "vendor": "見本商会"}])"),
                shipped_catalogue());
  REQUIRE(file.value);
  CHECK(file.extra.empty());
  auto& expenses = *file.value->expenses;
  expenses.erase(expenses.begin());
  expenses.insert(expenses.begin(), 2, {});
  const std::string text =
      write_case(*file.value, shipped_catalogue(), file.extra, Layout::compact);
  CHECK(text.find(R"("expenses":[{},{},{"item":"乙","vendor":"見本商会"}])") != std::string::npos);
}

TEST_CASE("case writer: a fact that a pack names later is read from what was kept") {
  rules::Catalogue catalogue = shipped_catalogue();
  catalogue.facts.push_back(
      {.id = "programmes.nagano_energy.solar_kw", .type = rules::FactType::decimal, .max = 1000});
  const std::string text = case_text(R"("programmes": {"nagano_energy": {"solar_kw": "12.5"}})");
  const CaseFile file = read_case(text, shipped_catalogue());
  REQUIRE(file.value);
  const std::string kept = write_case(*file.value, catalogue, file.extra, Layout::compact);
  CHECK(kept.find(R"("programmes":{"nagano_energy":{"solar_kw":"12.5"}})") != std::string::npos);
  CHECK(rewrite(kept, catalogue) == kept);
}

TEST_CASE("case writer: decimals are exact") {
  rules::Catalogue catalogue;
  catalogue.facts.push_back({.id = "programmes.a.x",
                             .type = rules::FactType::decimal,
                             .min = -1'000'000'000'000,
                             .max = 1'000'000'000'000});
  for (const std::string number : {"0", "12.5", "-0.25", "100000000000.000001", "3"}) {
    const std::string text =
        rewrite(case_text("\"programmes\": {\"a\": {\"x\": \"" + number + "\"}}"), catalogue);
    CHECK(text.find("{\"x\":\"" + number + "\"}") != std::string::npos);
  }
}

}  // namespace
}  // namespace uwanose::io
