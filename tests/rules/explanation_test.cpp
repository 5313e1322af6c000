#include "rules/explanation.h"

#include <doctest/doctest.h>

#include "shipped.h"
#include "small_pack.h"

namespace uwanose::rules {

using core::Ratio;
using testing::flyer;
using testing::judged;
using testing::manufacturer;
using testing::spent_on;

namespace {

// A line a step: label | words | numbers | result.
std::string lines(const std::vector<Step>& steps, Language language) {
  std::string text;
  for (const Step& step : steps) {
    const auto say = [&](const Text& words) { return words.in(language); };
    text += say(step.label) + " | " + say(step.words) + " | " + say(step.numbers) + " | " +
            say(step.result) + "\n";
  }
  return text;
}

// Behind the steps that lead to the eligible expense.
std::string explained(const Case& input, const std::string& frame, bool prefectural,
                      Language language = Language::ja) {
  std::vector<Step> steps = explain_amount(flyer(), input, judged(input, frame), prefectural);
  if (steps.size() > 2) steps.erase(steps.begin(), steps.begin() + 2);
  return lines(steps, language);
}

}  // namespace

TEST_CASE("explanation: 通常枠, 30 million of expense, 20 million from the state") {
  const Case input = manufacturer(20, 30'000'000);
  CHECK(explained(input, "saikouchiku.normal", false) ==
        "中小企業 2/3（6,000万円を超える部分は1/2） | 補助対象経費（事業再構築） × "
        "2/3（補助額が60,000,000円を超える部分は 1/2） | 30,000,000円 × 2/3 | 20,000,000円\n"
        "補助上限額 | 通常枠の国の上限額（第3〜5回） |  | 40,000,000円\n"
        "補助下限額 |  |  | 1,000,000円以上\n"
        "試算額 | 1円未満は切り捨て |  | 20,000,000円\n");
  CHECK(explained(input, "saikouchiku.normal", false, Language::en) ==
        "SME: 2/3, 1/2 beyond 60 million yen | Eligible expense × 2/3 (1/2 for what lies beyond a "
        "grant of ¥60,000,000) | ¥30,000,000 × 2/3 | ¥20,000,000\n"
        "Cap | National caps of the normal frame (calls 3 to 5) |  | ¥40,000,000\n"
        "Lower limit |  |  | ¥1,000,000 or more\n"
        "Estimate | rounded down to the yen |  | ¥20,000,000\n");
}

TEST_CASE("explanation: 通常枠, 4 million from the prefecture, the rate as the flyer writes it") {
  const Case input = manufacturer(20, 30'000'000);
  CHECK(explained(input, "saikouchiku.normal", true) ==
        "県の上乗せ 4/30、上限500万円 | 補助対象経費（事業再構築） × 4/30 | 30,000,000円 × 4/30 | "
        "4,000,000円\n"
        "補助上限額 |  |  | 5,000,000円\n"
        "試算額 | 1円未満は切り捨て |  | 4,000,000円\n");
  CHECK(explained(input, "saikouchiku.normal", true, Language::en) ==
        "Prefecture: 4/30, at most 5 million yen | Eligible expense × 4/30 | ¥30,000,000 × 4/30 | "
        "¥4,000,000\n"
        "Cap |  |  | ¥5,000,000\n"
        "Estimate | rounded down to the yen |  | ¥4,000,000\n");
}

TEST_CASE("explanation: the eligible expense comes first, training limited") {
  Case input = manufacturer(20, 30'000'000);
  input.expenses->push_back(spent_on("training", 20'000'000));
  const auto steps = explain_amount(flyer(), input, judged(input, "saikouchiku.normal"), false);
  REQUIRE(steps.size() == 6);
  CHECK(steps[0].numbers.ja == "30,000,000円");
  CHECK(steps[0].result.ja == "30,000,000円");
  CHECK(steps[0].words.en.starts_with("sum of (Buildings, Machinery and systems, "));
  CHECK(steps[1].label.ja == "補助対象経費（事業再構築）");
  CHECK(steps[1].numbers.ja ==
        "（30,000,000円 + 20,000,000円、30,000,000円 × 3/2）のうち最も小さい額");
  CHECK(steps[1].numbers.en == "the least of (¥30,000,000 + ¥20,000,000; ¥30,000,000 × 3/2)");
  CHECK(steps[1].result.ja == "45,000,000円");
  CHECK(steps[2].result.ja == "30,000,000円");
}

TEST_CASE("explanation: the second band of a tier, to the half yen") {
  CHECK(explained(manufacturer(51, 100'000'001), "saikouchiku.normal", false) ==
        "中小企業 2/3（6,000万円を超える部分は1/2） | 補助対象経費（事業再構築） × "
        "2/3（補助額が60,000,000円を超える部分は 1/2） | 60,000,000円 + (100,000,001円 − "
        "90,000,000円) × 1/2 | 65,000,000と1/2円\n"
        "補助上限額 | 通常枠の国の上限額（第3〜5回） |  | 80,000,000円\n"
        "補助下限額 |  |  | 1,000,000円以上\n"
        "試算額 | 1円未満は切り捨て |  | 65,000,000円\n");
}

TEST_CASE("explanation: under the lower limit there is nothing, and that is said") {
  const Case input = manufacturer(20, 90'000'000);
  CHECK(explained(input, "saikouchiku.graduation", false) ==
        "中小企業 2/3 | 補助対象経費（卒業枠・V字回復枠） × 2/3 | 90,000,000円 × 2/3 | "
        "60,000,000円\n"
        "補助上限額 |  |  | 100,000,000円\n"
        "補助下限額 |  |  | 60,000,001円以上\n"
        "試算額 | 1円未満は切り捨て。下限に満たないため0円 |  | 0円\n");
  const std::string english = explained(input, "saikouchiku.graduation", false, Language::en);
  CHECK(english.ends_with(
      "Estimate | rounded down to the yen; under the lower limit, so nothing |  | ¥0\n"));
  // Without a national grant no rule of the prefecture applies.
  CHECK(explained(input, "saikouchiku.graduation", true).empty());
}

TEST_CASE("explanation: nothing where no rule gives an amount, or there is no such part") {
  const Case input = manufacturer(20, 30'000'000);
  CHECK(explained(input, "saikouchiku.global_recovery", false).empty());
  CHECK(explained(input, "saikouchiku.global_recovery", true).empty());
}

TEST_CASE("explanation: while the expense is not known, ranges instead of numbers") {
  CHECK(explained(manufacturer(20, {}), "saikouchiku.normal", false) ==
        "中小企業 2/3（6,000万円を超える部分は1/2） | 補助対象経費（事業再構築） × "
        "2/3（補助額が60,000,000円を超える部分は 1/2） |  | 0円以上\n"
        "補助上限額 | 通常枠の国の上限額（第3〜5回） |  | 40,000,000円\n"
        "試算額 | 1円未満は切り捨て |  | 0円〜40,000,000円\n");
  Case input = manufacturer(20, 30'000'000);
  input.expenses->push_back({{}, "", 3'000'000, {}});
  CHECK(explained(input, "saikouchiku.normal", false, Language::en)
            .starts_with("SME: 2/3, 1/2 beyond 60 million yen | Eligible expense × 2/3 (1/2 for "
                         "what lies beyond a grant of ¥60,000,000) |  | ¥20,000,000 – "
                         "¥22,000,000\n"));
}

TEST_CASE("explanation: an open question makes ranges of what hangs on it only") {
  Case input = manufacturer(20, 400'000);
  input.expenses->push_back(spent_on("infection_control", 400'000));
  // Whether the special measure applies is not known: 3/4 of 533,333 or of 800,000.
  const std::vector<Step> steps =
      explain_amount(flyer(), input, judged(input, "jizokuka.low_infection"), false);
  REQUIRE(steps.size() == 6);
  CHECK(steps[0].result.ja == "800,000円");
  CHECK(steps[1].numbers.ja == "400,000円");
  CHECK(steps[2].label.ja == "補助対象経費（持続化 低感染リスク型）");
  CHECK(steps[2].words.empty());
  CHECK(steps[2].numbers.empty());
  CHECK(steps[2].result.ja == "533,333と1/3円〜800,000円");
  CHECK(steps[3].words.ja == "補助対象経費（持続化 低感染リスク型） × 3/4");
  CHECK(steps[3].numbers.empty());
  CHECK(steps[3].result.en == "¥400,000 – ¥600,000");
  CHECK(steps[4].result.ja == "1,000,000円");
  CHECK(steps[5].result.ja == "400,000円〜600,000円");
}

TEST_CASE("explanation: every step of a rule names its source") {
  const Case input = manufacturer(20, 30'000'000);
  for (const bool prefectural : {false, true}) {
    for (const Step& step :
         explain_amount(flyer(), input, judged(input, "saikouchiku.normal"), prefectural)) {
      REQUIRE(step.source != nullptr);
      CHECK(flyer().packs[0].find_document(step.source->document) != nullptr);
    }
  }
}

namespace {

// The steps of one formula of a pack: what it counts, and where it ends.
std::string of_formula(const std::string& formula, Language language = Language::ja,
                       std::int64_t unit_yen = 1) {
  Pack pack = testing::small_pack();
  pack.facts = {testing::fact("programmes.small.price", FactType::integer, "yen", 0, 99)};
  pack.facts[0].label = {"単価", "price"};
  pack.definitions.push_back(testing::definition("big", "applicant.capital_yen > 500"));
  pack.definitions.push_back(testing::definition("heads", "applicant.employees + 1"));
  pack.frames[0].national.variants = {testing::amount("", formula)};
  pack.frames[0].national.unit_yen = unit_yen;
  const RuleBook book = testing::book_of(pack);
  Case input;
  testing::state(input, book.catalogue, "applicant.employees", 20);
  testing::state(input, book.catalogue, "applicant.capital_yen", 1000);
  testing::state(input, book.catalogue, "programmes.small.price", 7);
  input.expenses = {{testing::expense(0, 300), testing::expense(2, 90)}};
  return lines(explain_amount(book, input, assess(book, input).frames[0], false), language);
}

}  // namespace

TEST_CASE("explanation: how formulas read") {
  const std::string end = "試算額 | 1円未満は切り捨て |  | ";
  CHECK(of_formula("100 * programmes.small.price") ==
        "補助 | 100 × 単価 | 100 × 7円 | 700円\n" + end + "700円\n");
  CHECK(of_formula("(applicant.capital_yen - 400) * 1/2") ==
        "補助 | (applicant.capital_yen − 400円) × 1/2 | (1,000円 − 400円) × 1/2 | 300円\n" + end +
            "300円\n");
  CHECK(of_formula("applicant.capital_yen - (400 - 100)") ==
        "補助 | applicant.capital_yen − (400円 − 100円) | 1,000円 − (400円 − 100円) | 700円\n" +
            end + "700円\n");
  CHECK(of_formula("applicant.capital_yen / 3") ==
        "補助 | applicant.capital_yen ÷ 3 | 1,000円 ÷ 3 | 333と1/3円\n" + end + "333円\n");
  CHECK(of_formula("applicant.capital_yen * 12.5%") ==
        "補助 | applicant.capital_yen × 12.5% | 1,000円 × 12.5% | 125円\n" + end + "125円\n");
  CHECK(of_formula("max(applicant.capital_yen, 2000)") ==
        "補助 | （applicant.capital_yen、2,000円）のうち最も大きい額 | "
        "（1,000円、2,000円）のうち最も大きい額 | 2,000円\n" +
            end + "2,000円\n");
  CHECK(of_formula("floor(applicant.capital_yen / 3)") ==
        "補助 | applicant.capital_yen ÷ 3 | 1,000円 ÷ 3 | 333円\n" + end + "333円\n");
  CHECK(of_formula("if(big, 500, 200)") == "補助 | 500円 | 500円 | 500円\n" + end + "500円\n");
  CHECK(of_formula("all_expenses - 90") ==
        "補助 | 経費の総額 − 90円 | 390円 − 90円 | 300円\n" + end + "300円\n");
  CHECK(of_formula("-(0 - spent('personnel', 'machinery'))") ==
        "補助 | −(0円 − （機械装置費・人件費）の合計) | −(0円 − (300円 + 90円)) | 390円\n" + end +
            "390円\n");
  CHECK(of_formula("spent('personnel', 'machinery') * 1/2") ==
        "補助 | （機械装置費・人件費）の合計 × 1/2 | (300円 + 90円) × 1/2 | 195円\n" + end +
            "195円\n");
  CHECK(of_formula("applicant.capital_yen / heads * heads") ==
        "「heads」 | applicant.employees + 1人 | 20人 + 1人 | 21人\n"
        "補助 | applicant.capital_yen ÷ 「heads」 × 「heads」 | 1,000円 ÷ 21人 × 21人 | 1,000円\n" +
            end + "1,000円\n");
  CHECK(of_formula("spent('training')") == "補助 | （研修費）の合計 | 0円 | 0円\n" + end + "0円\n");
  CHECK(of_formula("caps.national") == "補助 | 上限 |  | 400円\n" + end + "400円\n");
}

TEST_CASE("explanation: the unit of rounding") {
  CHECK(of_formula("1999", Language::ja, 1000) ==
        "補助 |  |  | 1,999円\n試算額 | 1,000円未満は切り捨て |  | 1,000円\n");
  CHECK(of_formula("1999", Language::en, 1000) ==
        "grant |  |  | ¥1,999\nEstimate | rounded down to ¥1,000 |  | ¥1,000\n");
}

TEST_CASE("explanation: values with their units") {
  const auto ja = [](const Ratio& value, std::string_view unit) {
    return format_value(value, *parse_unit(unit)).ja;
  };
  const auto en = [](const Ratio& value, std::string_view unit) {
    return format_value(value, *parse_unit(unit)).en;
  };
  CHECK(ja(20'000'000, "yen") == "20,000,000円");
  CHECK(en(20'000'000, "yen") == "¥20,000,000");
  CHECK(ja(Ratio::of(20'000'000, 3), "yen") == "6,666,666と2/3円");
  CHECK(en(Ratio::of(20'000'000, 3), "yen") == "¥6,666,666 2/3");
  CHECK(ja(3, "person") == "3人");
  CHECK(en(3, "person") == "3 employees");
  CHECK(en(1, "person") == "1 employee");
  CHECK(ja(Ratio::of(5, 2), "year") == "5/2");
  CHECK(ja(1'234, "year") == "1,234");
  CHECK(format_value(Ratio::of(2, 3), Unit::bare()).ja == "2/3");
  CHECK(format_value(Ratio::of(5, 2), Unit::bare()).ja == "2と1/2");
  CHECK(format_value(Ratio::undefined(), Unit::bare()).ja == "計算できません");
  CHECK(format_value(Ratio::undefined(), Unit::bare()).en == "not computable");
  CHECK(ja(Ratio::whole(core::Int128{1} << 100), "1") == "1267650600228229401496703205376");
}

TEST_CASE("explanation: amounts, known and not") {
  CHECK(format_amount({4'000'000, 4'000'000}).ja == "4,000,000円");
  CHECK(format_amount({4'000'000, 4'000'000}).en == "¥4,000,000");
  CHECK(format_amount({0, 4'000'000}).ja == "0円〜4,000,000円");
  CHECK(format_amount({0, 4'000'000}).en == "¥0 – ¥4,000,000");
  CHECK(format_amount({5, std::nullopt}).ja == "5円以上（上は決まりません）");
  CHECK(format_amount({5, std::nullopt}).en == "¥5 or more, no upper bound yet");
}

}  // namespace uwanose::rules
