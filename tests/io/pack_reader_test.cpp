#include "io/pack_reader.h"

#include <doctest/doctest.h>

#include "core/sha256.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

constexpr std::string_view words = R"({"ja": "あ", "en": "a"})";

// The text with every `~` replaced by a pair of words.
std::string text_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '~') {
      result += words;
    } else {
      result += c;
    }
  }
  return result;
}
constexpr std::string_view source =
    R"("source": {"document": "call", "place": ~, "confidence": "Q"})";

// A whole pack: `members` behind what every pack has.
std::string pack_text(std::string_view members) {
  std::string text = R"({"format": "uwanose-rules", "format_version": 1, "id": "p", "version": "1",
    "title": ~, "issuer": ~, "documents": [{"id": "call", "title": ~}])";
  for (const char* name : {"requirements", "frames"}) {
    if (members.find('"' + std::string(name) + "\":") == std::string_view::npos) {
      text += ", \"" + std::string(name) + "\": []";
    }
  }
  if (!members.empty()) text += ", " + std::string(members);
  text += "}";
  std::string with_sources;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '^') {
      with_sources += source;
    } else {
      with_sources += text[i];
    }
  }
  return text_of(with_sources);
}

WholeFile<rules::Pack> read(std::string_view members) {
  return read_pack(pack_text(members), shipped_catalogue());
}
Lines faults(std::string_view members) {
  const auto file = read(members);
  CHECK(file.value.has_value() == file.faults.empty());
  return lines(file.faults);
}
rules::Pack good(std::string_view members) {
  const auto file = read(members);
  CHECK(lines(file.faults) == Lines{});
  return file.value.value();
}

TEST_CASE("pack: head, closing and documents") {
  const std::string text =
      pack_text(R"("closed": {"date": "2026-02-13", "text": ~}, "left_out": [~, ~])");
  const auto file = read_pack(text, shipped_catalogue());
  REQUIRE(file.value);
  CHECK(file.value->id == "p");
  CHECK(file.value->version == "1");
  CHECK(file.value->title.ja == "あ");
  CHECK(file.value->issuer.en == "a");
  CHECK(file.value->sha256 == core::sha256_hex(text));
  REQUIRE(file.value->closed);
  CHECK(file.value->closed->date == "2026-02-13");
  CHECK(file.value->left_out.size() == 2);
  REQUIRE(file.value->find_document("call") != nullptr);
  CHECK(file.value->find_document("call")->date.empty());
}

TEST_CASE("pack: tables with choices, limits and anything") {
  const rules::Pack pack = good(R"("tables": [{"id": "t", "label": ~, "by": ["a", "b"],
    "columns": [{"id": "cap", "unit": "yen"}, {"id": "rate", "unit": "1"}],
    "rows": [{"keys": ["retail", 20], "values": ["6000万", "2/3"]},
             {"keys": [null, null], "values": [5, "12.5%"]}], ^}])");
  REQUIRE(pack.tables.size() == 1);
  const rules::Table& table = pack.tables[0];
  CHECK(table.by[1].text == "b");
  CHECK(rules::to_string(table.columns[0].unit) == "yen");
  using Kind = rules::Table::Key::Kind;
  CHECK(table.rows[0].keys[0].kind == Kind::choice);
  CHECK(table.rows[0].keys[0].choice == "retail");
  CHECK(table.rows[0].keys[1].kind == Kind::at_most);
  CHECK(table.rows[0].keys[1].limit == core::Ratio(20));
  CHECK(table.rows[1].keys[0].kind == Kind::any);
  CHECK(table.rows[0].values[0] == core::Ratio(60'000'000));
  CHECK(table.rows[0].values[1] == core::Ratio::of(2, 3));
  CHECK(table.rows[1].values[1] == core::Ratio::of(1, 8));
  CHECK(table.source.confidence == "Q");
}

TEST_CASE("pack: definitions, one formula or variants") {
  const rules::Pack pack = good(R"("definitions": [
    {"id": "a", "label": ~, "formula": "1 + 2", ^},
    {"id": "b", "label": ~, "unit": "yen/kilowatt",
     "variants": [{"when": "x", "formula": "3"}, {"formula": "4"}], ^}])");
  REQUIRE(pack.definitions.size() == 2);
  REQUIRE(pack.definitions[0].variants.size() == 1);
  CHECK(pack.definitions[0].variants[0].value.text == "1 + 2");
  CHECK_FALSE(pack.definitions[0].unit);
  CHECK(pack.definitions[1].variants[0].when.text == "x");
  CHECK(pack.definitions[1].variants[1].when.text.empty());
  REQUIRE(pack.definitions[1].unit);
  CHECK(rules::to_string(*pack.definitions[1].unit) == "yen/kilowatt");
}

TEST_CASE("pack: every check by the fields of its function") {
  const rules::Pack pack = good(R"("checks": [
    {"id": "a", "label": ~, "function": "three_month_decline", "base_from": "2019-01",
     "base_to": "2020-03", "window": 6, "sets": [{"figures": "value_added", "parts": [
       {"part": "a", "from": "2020-04", "drop": "10%"},
       {"part": "b", "last_months": 6, "drop": "7.5%"}]}], ^},
    {"id": "b", "label": ~, "function": "one_month_decline", "from": "2021-01", "to": "2021-08",
     "sets": [{"figures": "sales", "drop": "30%"}], ^},
    {"id": "c", "label": ~, "function": "value_added_growth", "yearly": "3%", "per_head": true, ^},
    {"id": "d", "label": ~, "function": "yearly_wage_raise", "yearly_yen": 45, ^},
    {"id": "e", "label": ~, "function": "headcount_growth", "first_year": "1%", "yearly": "1.5%", ^},
    {"id": "f", "label": ~, "function": "months_share", "from": "2020-10", "to": "2021-06",
     "months": 3, "share": "10%", ^},
    {"id": "g", "label": ~, "function": "item_unit_price", "category": "machinery",
     "at_least": 500000, ^}])");
  REQUIRE(pack.checks.size() == 7);
  const auto& decline = std::get<rules::ThreeMonthDecline>(pack.checks[0].rule);
  CHECK(decline.base_to == core::Month(2020, 3));
  CHECK(decline.window == 6);
  CHECK(decline.sets[0].figures == rules::MonthlySet::value_added);
  CHECK(decline.sets[0].parts[0].from == core::Month(2020, 4));
  CHECK(decline.sets[0].parts[1].name == 'b');
  CHECK(decline.sets[0].parts[1].last_months == 6);
  CHECK(decline.sets[0].parts[1].drop == core::Ratio::of(75, 1000));
  const auto& month = std::get<rules::OneMonthDecline>(pack.checks[1].rule);
  CHECK(month.to == core::Month(2021, 8));
  CHECK(month.sets[0].drop == core::Ratio::of(3, 10));
  const auto& growth = std::get<rules::ValueAddedGrowth>(pack.checks[2].rule);
  CHECK(growth.per_head);
  CHECK_FALSE(growth.compound);
  CHECK(std::get<rules::YearlyWageRaise>(pack.checks[3].rule).yearly_yen == 45);
  CHECK(std::get<rules::HeadcountGrowth>(pack.checks[4].rule).yearly == core::Ratio::of(3, 200));
  CHECK(std::get<rules::MonthsShare>(pack.checks[5].rule).months == 3);
  const auto& item = std::get<rules::ItemUnitPrice>(pack.checks[6].rule);
  CHECK(item.category == shipped_catalogue().find_category("machinery"));
  CHECK(item.at_least == 500'000);
}

TEST_CASE("pack: requirements and frames") {
  const rules::Pack pack = good(R"("requirements": [
    {"key": "k1", "id": "size_class", "label": ~, "meaning": ~, "test": "sme", ^},
    {"key": "k2", "id": "round", "label": ~, "meaning": ~, "remedy": ~, ^,
     "variants": [{"when": "a", "value": "b", "at_least": "1", "at_most": "5"},
                  {"needed_when": "c", "check": "d"}, {"lower_limit": true}]}],
    "frames": [{"id": "p.f", "label": ~, "programme": "p", "programme_label": ~, "eligible": "e",
      "national": {"unit_yen": 1000, "requirements": ["k1", "k2"], "variants": [
        {"when": "w", "amount": "eligible", "cap": "1", "at_least": "2", "label": ~, ^}]},
      "prefectural": {"requirements": [], "variants": [{"amount": "national", "more_than": "3",
        "label": ~, ^}]},
      "demands": ~}],
    "cautions": [{"id": "A2", "frames": ["p"], "when": "x", "open_question": true, "text": ~, ^}])");
  CHECK(pack.requirements[0].variants[0].test.text == "sme");
  CHECK(pack.requirements[1].remedy.ja == "あ");
  CHECK(pack.requirements[1].variants[0].at_most.text == "5");
  CHECK(pack.requirements[1].variants[1].check == "d");
  CHECK(pack.requirements[1].variants[2].lower_limit);
  const rules::Frame& frame = pack.frames[0];
  CHECK(frame.national.unit_yen == 1000);
  CHECK(frame.national.variants[0].at_least.text == "2");
  CHECK(frame.national_requirements == Lines{"k1", "k2"});
  REQUIRE(frame.prefectural);
  CHECK(frame.prefectural->unit_yen == 1);
  CHECK(frame.prefectural->variants[0].more_than.text == "3");
  CHECK(frame.risk.empty());
  CHECK(pack.cautions[0].frames == Lines{"p"});
  CHECK(pack.cautions[0].open_question);
}

TEST_CASE("pack: unknown keys name the nearest") {
  CHECK(faults(R"("framse": [])") == Lines{"framse: unknown key; did you mean \"frames\"?"});
  CHECK(faults(R"("closed": {"date": "2026-02-13", "text": ~, "xyzxyzxyz": 1})") ==
        Lines{"closed.xyzxyzxyz: unknown key"});
  CHECK(faults(R"("definitions": [{"id": "a", "lable": ~, "formula": "1", ^}])") ==
        Lines{"definitions[0].label: is missing",
              "definitions[0].lable: unknown key; did you mean \"label\"?"});
}

TEST_CASE("pack: what is missing") {
  CHECK(lines(read_pack("{}", shipped_catalogue()).faults) ==
        Lines{"format: is missing", "format_version: is missing", "id: is missing",
              "version: is missing", "title: is missing", "issuer: is missing",
              "documents: is missing", "requirements: is missing", "frames: is missing"});
  CHECK(faults(R"("frames": [{"id": "p.f", "national": {}}])") ==
        Lines{"frames[0].label: is missing", "frames[0].programme: is missing",
              "frames[0].programme_label: is missing", "frames[0].eligible: is missing",
              "frames[0].national.variants: is missing",
              "frames[0].national.requirements: is missing"});
}

TEST_CASE("pack: wrong values") {
  CHECK(faults(R"("id": 5)").size() == 1);
  CHECK(faults(R"("left_out": [{"ja": "", "en": "a"}])") ==
        Lines{"left_out[0].ja: must not be empty"});
  for (const std::string date : {"2026", "2026-13-01", "2026-01-32", "2026-01-00", "2026/01/01",
                                 "2026-01-1a", "2026-01-011"}) {
    CHECK(faults(R"("closed": {"text": ~, "date": ")" + date + "\"}") ==
          Lines{"closed.date: must be a date such as \"2026-02-13\""});
  }
  CHECK(faults(R"("left_out": ["a"])") == Lines{"left_out[0]: must be an object { … }"});
  CHECK(faults(R"("definitions": [{"id": "a", "label": ~, "unit": "yens", "formula": "1", ^}])") ==
        Lines{"definitions[0].unit: \"yens\" is no unit"});
  CHECK(faults(R"("definitions": [{"id": "a", "label": ~, "formula": "1",
                   "source": {"document": "call", "place": ~, "confidence": "X"}}])") ==
        Lines{"definitions[0].source.confidence: \"X\" is none of O, Q, S, D, A"});
  const Lines ratio{
      "tables[0].rows[0].values[0]: must be a whole number, or text such as \"10%\", \"2/3\", "
      "\"12.5\" or \"6000万\""};
  for (const char* value : {"1.5", "\"1/0\"", "\"x\"", "\"\"", "true", "\"1//2\"", "\"10％\""}) {
    CHECK(faults(R"("tables": [{"id": "t", "label": ~, "by": [], "columns": [], ^,
                     "rows": [{"keys": [], "values": [)" +
                 std::string(value) + "]}]}]") == ratio);
  }
}

TEST_CASE("pack: checks that are wrong") {
  CHECK(
      faults(R"("checks": [{"id": "a", "label": ~, "function": "value_added_grow", "x": 1, ^}])") ==
      Lines{"checks[0].function: \"value_added_grow\" is none of three_month_decline, "
            "one_month_decline, value_added_growth, yearly_wage_raise, headcount_growth, "
            "months_share, item_unit_price; did you mean \"value_added_growth\"?"});
  CHECK(faults(R"("checks": [{"id": "a", "label": ~, "function": "yearly_wage_raise",
                   "yearly_yen": 0, "window": 6, ^}])") ==
        Lines{"checks[0].yearly_yen: must be 1 or more", "checks[0].window: unknown key"});
  CHECK(faults(R"("checks": [{"id": "a", "label": ~, "function": "three_month_decline",
                   "base_from": "2019-13", "base_to": "2020-03", "window": 2, ^,
                   "sets": [{"figures": "sale", "parts": [{"part": "c", "drop": "x"}]}]}])") ==
        Lines{"checks[0].base_from: must be a month such as \"2021-04\", not \"2019-13\"",
              "checks[0].window: must be 3 or more",
              "checks[0].sets[0].figures: \"sale\" is none of sales, value_added; did you mean "
              "\"sales\"?",
              "checks[0].sets[0].parts[0].part: \"c\" is none of a, b",
              "checks[0].sets[0].parts[0].drop: must be a whole number, or text such as \"10%\", "
              "\"2/3\", \"12.5\" or \"6000万\""});
}

TEST_CASE("pack: a requirement is judged in one way") {
  const auto requirement = [](const std::string& way) {
    return faults(R"("requirements": [{"key": "k", "id": "i", "label": ~, "meaning": ~, ^, )" +
                  way + "}]");
  };
  CHECK(requirement(R"("test": "a")").empty());
  CHECK(requirement(R"("value": "a", "at_least": "1", "at_most": "2")").empty());
  const Lines one_way{
      "requirements[0]: needs exactly one of test, check, value and \"lower_limit\": true"};
  CHECK(requirement(R"("when": "a")") == one_way);
  CHECK(requirement(R"("test": "a", "check": "b")") == one_way);
  CHECK(requirement(R"("test": "a", "lower_limit": true)") == one_way);
  const Lines one_limit{
      "requirements[0]: value needs one of at_least, at_most and more_than, or at_least with "
      "at_most"};
  CHECK(requirement(R"("value": "a")") == one_limit);
  CHECK(requirement(R"("value": "a", "at_least": "1", "more_than": "1")") == one_limit);
  CHECK(requirement(R"("test": "a", "at_least": "1")") ==
        Lines{"requirements[0]: at_least, at_most and more_than go with value"});
}

TEST_CASE("pack: facts of its own") {
  const rules::Pack pack = good(R"("facts": [
    {"id": "programmes.p.kw", "type": "decimal", "unit": "kilowatt", "min": 0, "max": 1000,
     "section": "programmes", "label": ~, "help": ~, "question": ~},
    {"id": "programmes.p.course", "type": "choice", "section": "programmes", "label": ~,
     "choices": [{"id": "a", "label": ~}, {"id": "b", "label": ~}]}])");
  CHECK(pack.facts[0].type == rules::FactType::decimal);
  CHECK(pack.facts[0].max == 1000);
  CHECK(pack.facts[1].choices[1].id == "b");
  CHECK(
      faults(
          R"("facts": [{"id": "programmes.p.x", "type": "integer", "section": "s", "label": ~}])") ==
      Lines{"facts[0].unit: is missing", "facts[0].min: is missing", "facts[0].max: is missing"});
  CHECK(faults(R"("facts": [{"id": "programmes.p.x", "type": "integer", "unit": "yen", "min": 2,
                   "max": 1, "section": "s", "label": ~}])") ==
        Lines{"facts[0].max: must not be less than min"});
  CHECK(
      faults(
          R"("facts": [{"id": "programmes.p.x", "type": "choice", "section": "s", "label": ~}])") ==
      Lines{"facts[0].choices: is missing"});
}

TEST_CASE("pack: another format") {
  CHECK(lines(read_pack(R"({"format": "uwanose-facts", "format_version": 2})", shipped_catalogue())
                  .faults)[0] == "format: must be \"uwanose-rules\"");
  CHECK(lines(read_pack(R"({"format": "uwanose-rules", "format_version": 2})", shipped_catalogue())
                  .faults)[0] == "format_version: must be 1 or less");
  CHECK(lines(read_pack("[]", shipped_catalogue()).faults) == Lines{"must be an object { … }"});
  CHECK(lines(read_pack("{", shipped_catalogue()).faults).size() == 1);
}

TEST_CASE("pack reader: a preparation") {
  const rules::Preparation preparation = good(R"("frames": [], "preparation": {
      "rounds": [{"frames": ["p"], "fact": "application.rounds.it", ^,
        "calls": [{"number": 3, "deadline": "2021-09-30"},
                  {"number": 5, "deadline": "2021-12-22", ^}]}],
      "steps": [{"id": "gbiz_id", "label": ~, "text": ~, "days_before": 21, ^},
                {"id": "claim", "frames": ["p.a"], "top_up": true, "requirement": "round",
                 "label": ~, "text": ~, "date": "2026-02-13", "ask": "bureau", ^}]})")
                                             .preparation;
  REQUIRE(preparation.rounds.size() == 1);
  REQUIRE(preparation.rounds[0].calls.size() == 2);
  CHECK(preparation.rounds[0].calls[0].deadline == core::Date(2021, 9, 30));
  CHECK_FALSE(preparation.rounds[0].calls[0].source);
  CHECK(preparation.rounds[0].calls[1].source->confidence == "Q");
  REQUIRE(preparation.steps.size() == 2);
  CHECK(preparation.steps[0].days_before == 21);
  CHECK_FALSE(preparation.steps[0].date);
  CHECK(preparation.steps[1].top_up);
  CHECK(preparation.steps[1].date == core::Date(2026, 2, 13));
  CHECK(preparation.steps[1].ask == "bureau");
}

TEST_CASE("pack reader: a preparation that is wrong") {
  CHECK(faults(R"("preparation": {"steps": [{"id": "a", "label": ~, "text": ~, ^,
                                            "date": "2022-02-30"}]})") ==
        Lines{"preparation.steps[0].date: must be a date such as \"2026-02-13\""});
  CHECK(faults(R"("preparation": {"steps": [{"id": "a", "label": ~, "text": ~, ^,
                                            "days_before": -1}]})") ==
        Lines{"preparation.steps[0].days_before: must be 0 or more"});
  CHECK(faults(R"("preparation": {})") == Lines{"preparation.steps: is missing"});
}

}  // namespace
}  // namespace uwanose::io
