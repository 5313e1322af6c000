#include <doctest/doctest.h>

#include "rules/pack.h"
#include "small_pack.h"

namespace uwanose::rules {

using core::Ratio;
using testing::amount;
using testing::as_text;
using testing::definition;
using testing::faults_of;
using testing::requirement_of;
using testing::small_pack;

namespace {

using Faults = std::string;  // a line a fault

// The faults of the small pack after one change.
template <class Change>
Faults after(const Change& change) {
  Pack pack = small_pack();
  change(pack);
  return faults_of(std::move(pack));
}

Faults with_check(CheckRule rule) {
  return after([&](Pack& pack) {
    pack.checks.push_back({"check", {}, std::move(rule), testing::source()});
  });
}

ThreeMonthDecline three_months() {
  ThreeMonthDecline rule;
  rule.base_from = testing::month(2019, 1);
  rule.base_to = testing::month(2020, 3);
  rule.sets = {{MonthlySet::sales, {{'a', testing::month(2020, 4), 0, Ratio::of(1, 10)}}}};
  return rule;
}

}  // namespace

TEST_CASE("compile: the small pack is sound") { CHECK(faults_of(small_pack()) == Faults{}); }

TEST_CASE("compile: a fact's code table must be one of the catalogue") {
  CHECK(after([](Pack& pack) {
          FactDefinition town = testing::fact("programmes.small.town", FactType::code, "1", 0, 9);
          town.codes = "towns";
          pack.facts = {town};
        }) == Faults{"facts[0].codes: \"towns\" is no code table"});
}

TEST_CASE("compile: what a preparation names must be there") {
  const auto with_step = [](auto change) {
    return after([&](Pack& pack) {
      Preparation::Step step;
      step.id = "step";
      step.source = testing::source();
      change(step);
      pack.preparation.steps = {step};
    });
  };
  CHECK(with_step([](Preparation::Step&) {}) == Faults{});
  CHECK(with_step([](Preparation::Step& step) { step.frames = {"small.other"}; }) ==
        Faults{"preparation.steps[0].frames: unknown frame or programme \"small.other\""});
  CHECK(with_step([](Preparation::Step& step) { step.requirement = "luck"; }) ==
        Faults{"preparation.steps[0].requirement: unknown requirement \"luck\""});
  CHECK(with_step([](Preparation::Step& step) { step.source.document = "rumour"; }) ==
        Faults{"preparation.steps[0].source.document: unknown document \"rumour\""});
  CHECK(with_step([](Preparation::Step& step) {
          step.days_before = 3;
          step.date = core::Date(2022, 3, 24);
        }) == Faults{"preparation.steps[0]: \"days_before\" or \"date\", not both"});
  CHECK(after([](Pack& pack) {
          Preparation::Round round;
          round.fact = "applicant.name";
          round.source = testing::source();
          pack.preparation.rounds = {round};
        }) == Faults{"preparation.rounds[0].fact: \"applicant.name\" is no whole number of the "
                     "catalogue"});
}

TEST_CASE("compile: a pack's own facts") {
  CHECK(after([](Pack& pack) {
          pack.facts.push_back(testing::fact("applicant.rooms", FactType::integer, "1", 0, 9));
        }) == Faults{"facts[0].id: a pack's own facts begin with \"programmes.\""});
  CHECK(after([](Pack& pack) {
          const auto rooms = testing::fact("programmes.small.rooms", FactType::integer, "1", 0, 9);
          pack.facts = {rooms, rooms};
        }) == Faults{"facts[1].id: \"programmes.small.rooms\" is declared twice"});
  CHECK(after([](Pack& pack) {
          pack.facts = {testing::fact("programmes.small.rooms", FactType::integer, "1", 0, 9)};
          pack.requirements[0].variants[0].test = as_text("programmes.small.rooms >= 3");
        }) == Faults{});
  CHECK(after([](Pack& pack) {
          for (int i = 0; i < 118; ++i) {
            pack.facts.push_back(testing::fact("programmes.small.f" + std::to_string(i),
                                               FactType::integer, "1", 0, 9));
          }
        }) == Faults{"facts: too many facts"});
}

TEST_CASE("compile: ids are plain and each stands once") {
  const std::string plain = "ids are lower-case letters, digits, \"_\" and \".\"";
  CHECK(after([](Pack& pack) { pack.tables[0].id = "Caps"; }) == Faults{"tables[0].id: " + plain});
  CHECK(after([](Pack& pack) { pack.definitions[1].id = ""; }) ==
        Faults{"definitions[1].id: " + plain});
  CHECK(after([](Pack& pack) { pack.requirements[1].key = "wage plan"; }) ==
        Faults{"requirements[1].key: " + plain});
  CHECK(after([](Pack& pack) { pack.frames[0].id = "grant-normal"; }) ==
        Faults{"frames[0].id: " + plain});
  CHECK(after([](Pack& pack) { pack.definitions[0].id = "caps"; }) ==
        Faults{"definitions[0].id: \"caps\" is taken already"});
  CHECK(after([](Pack& pack) { pack.definitions[0].id = "national"; }) ==
        Faults{"definitions[0].id: \"national\" is taken already"});
  CHECK(after([](Pack& pack) {
          pack.checks.push_back({"small", {}, three_months(), testing::source()});
        }) == Faults{"checks[0].id: \"small\" is taken already"});
  CHECK(after([](Pack& pack) { pack.requirements[1].key = "size"; }) ==
        Faults{"requirements[1].key: \"size\" is taken already"});
  CHECK(after([](Pack& pack) { pack.frames.push_back(pack.frames[0]); }) ==
        Faults{"frames[1].id: \"grant.normal\" is taken already"});
  CHECK(after([](Pack& pack) { pack.frames.clear(); }) ==
        Faults{"frames: a pack has at least one frame"});
}

TEST_CASE("compile: tables") {
  CHECK(after([](Pack& pack) { pack.tables[0].by[0] = as_text("applicant.employes"); }) ==
        Faults{"tables[0].by[0]: column 1: unknown name \"applicant.employes\"; did you mean "
               "\"applicant.employees\"?"});
  CHECK(after([](Pack& pack) { pack.tables[0].rows[0].keys.clear(); }) ==
        Faults{"tables[0].rows[0].keys: one key for each \"by\""});
  CHECK(after([](Pack& pack) { pack.tables[0].rows[1].values.push_back(1); }) ==
        Faults{"tables[0].rows[1].values: one value for each column"});
  CHECK(after([](Pack& pack) {
          pack.tables[0].rows[0].keys[0] = testing::choice_key("corporation");
        }) == Faults{"tables[0].rows[0].keys[0]: a number for a number, a choice for a choice, or "
                     "null for any"});
  CHECK(after([](Pack& pack) {
          pack.tables[0].by[0] = as_text("applicant.kind");
          pack.tables[0].rows[0].keys[0] = testing::choice_key("company");
        }) == Faults{"tables[0].rows[0].keys[0]: \"company\" is no choice of applicant.kind"});
  // A condition has no value that a key could equal.
  CHECK(after([](Pack& pack) { pack.tables[0].by[0] = as_text("answers.wage_plan"); }) ==
        Faults{"tables[0].by[0]: must be a number or a choice"});
}

TEST_CASE("compile: checks") {
  CHECK(with_check(three_months()) == Faults{});
  ThreeMonthDecline rule = three_months();
  rule.sets.clear();
  CHECK(with_check(rule) == Faults{"checks[0].sets: one or two sets"});
  rule = three_months();
  rule.sets[0].parts.clear();
  CHECK(with_check(rule) == Faults{"checks[0].sets: a set has one or two parts"});
  rule = three_months();
  rule.base_to = testing::month(2021, 1);
  CHECK(with_check(rule) == Faults{"checks[0].base_to: the base is a span of at most 24 months"});
  rule.base_to = testing::month(2018, 12);
  CHECK(with_check(rule) == Faults{"checks[0].base_to: the base is a span of at most 24 months"});
  rule = three_months();
  rule.window = 2;
  CHECK(with_check(rule) == Faults{"checks[0].window: 3 to 24 months"});
  for (const Ratio& drop : {Ratio(0), Ratio(1), Ratio::of(-1, 10), Ratio::undefined()}) {
    rule = three_months();
    rule.sets[0].parts[0].drop = drop;
    CHECK(with_check(rule) == Faults{"checks[0].sets: a drop lies between 0 and 100 %"});
  }
  rule = three_months();
  rule.sets[0].parts[0].from.reset();
  rule.sets[0].parts[0].last_months = 2;
  CHECK(with_check(rule) ==
        Faults{"checks[0].sets: a part has \"from\" or \"last_months\" (3 to 24)"});

  OneMonthDecline month;
  month.from = testing::month(2021, 1);
  CHECK(with_check(month) == Faults{"checks[0].sets: one or two sets"});
  month.sets = {{MonthlySet::sales, Ratio(2)}};
  CHECK(with_check(month) == Faults{"checks[0].sets: a drop lies between 0 and 100 %"});

  CHECK(with_check(ValueAddedGrowth{Ratio(0), false, false}) ==
        Faults{"checks[0].yearly: between 0 and 100 %"});
  MonthsShare share{testing::month(2021, 1), testing::month(2021, 6), 3, Ratio(1)};
  CHECK(with_check(share) == Faults{"checks[0].share: between 0 and 100 %"});
  share.share = Ratio::of(1, 10);
  share.to = testing::month(2020, 12);
  CHECK(with_check(share) == Faults{"checks[0].to: a span of at most 120 months"});
}

TEST_CASE("compile: rates of checks stay small enough to be exact") {
  ThreeMonthDecline rule = three_months();
  rule.sets[0].parts[0].drop = Ratio::of(1, 10'001);
  CHECK(with_check(rule) == Faults{"checks[0].sets: finer than a fraction of 1/10000"});
  CHECK(with_check(ValueAddedGrowth{Ratio::of(123, 10'000), true, false}) == Faults{});
  CHECK(with_check(ValueAddedGrowth{Ratio::of(123, 10'000), true, true}) ==
        Faults{"checks[0].yearly: finer than a fraction of 1/200"});
}

TEST_CASE("compile: more checks than can be told apart when they are unsettled are refused") {
  CHECK(after([](Pack& pack) {
          for (int i = 0; i < 63; ++i) {
            pack.checks.push_back({"c" + std::to_string(i), {}, three_months(), testing::source()});
          }
        }) == Faults{"checks: too many checks"});
}

TEST_CASE("compile: definitions") {
  CHECK(after([](Pack& pack) { pack.definitions[0].variants.clear(); }) ==
        Faults{"definitions[0]: needs a formula"});
  CHECK(after([](Pack& pack) { pack.definitions[0] = definition("small", "1 +"); }) ==
        Faults{"definitions[0].variants[0].formula: column 4: the formula ends too early"});
  CHECK(after([](Pack& pack) { pack.definitions[0].variants[0].when = as_text("1"); }) ==
        Faults{"definitions[0].variants[0].when: must be a condition"});
  CHECK(after([](Pack& pack) {
          pack.definitions[0].variants[0].when = as_text("answers.wage_plan");
          pack.definitions[0].variants.push_back({as_text("not answers.wage_plan"), as_text("1")});
        }) == Faults{"definitions[0].variants[1].formula: must be a condition"});
  CHECK(after([](Pack& pack) { pack.definitions[1].unit = *parse_unit("person"); }) ==
        Faults{"definitions[1].variants[0].formula: must be in person, not yen"});
  CHECK(after([](Pack& pack) {
          pack.definitions.push_back(definition("kind", "applicant.kind"));
        }) == Faults{"definitions[2].variants[0].formula: must be a number"});
}

TEST_CASE("compile: a definition uses what stands before it only") {
  CHECK(after([](Pack& pack) { pack.definitions.push_back(definition("later", "later")); }) ==
        Faults{"definitions[2].variants[0].formula: column 1: unknown name \"later\""});
  CHECK(after([](Pack& pack) { pack.definitions.push_back(definition("later", "eligible")); }) ==
        Faults{"definitions[2].variants[0].formula: column 1: unknown name \"eligible\""});
  CHECK(after([](Pack& pack) {
          pack.definitions.push_back(definition("later", "cap.national"));
        }) == Faults{"definitions[2].variants[0].formula: column 1: unknown name "
                     "\"cap.national\"; did you mean \"caps.national\"?"});
  CHECK(after([](Pack& pack) { pack.definitions.push_back(definition("later", "countd")); }) ==
        Faults{"definitions[2].variants[0].formula: column 1: unknown name \"countd\"; did you "
               "mean \"counted\"?"});
}

TEST_CASE("compile: texts and series are no names of formulas") {
  Catalogue catalogue = testing::small_catalogue();
  catalogue.facts.push_back(testing::fact("applicant.name", FactType::text, "1", 0, 0));
  catalogue.facts.push_back(testing::fact("monthly.sales_yen", FactType::integer, "yen", 0, 9));
  catalogue.facts.back().series = Series::monthly;
  Pack pack = small_pack();
  pack.definitions.push_back(definition("a", "applicant.name"));
  pack.definitions.push_back(definition("b", "monthly.sales_yen"));
  CHECK(faults_of(pack, catalogue) ==
        "definitions[2].variants[0].formula: column 1: unknown name \"applicant.name\"; did you "
        "mean \"applicant.kind\"?\n"
        "definitions[3].variants[0].formula: column 1: unknown name \"monthly.sales_yen\"");
}

TEST_CASE("compile: frames") {
  CHECK(after([](Pack& pack) { pack.frames[0].eligible = "cost"; }) ==
        Faults{"frames[0].eligible: \"cost\" is no number among the definitions"});
  CHECK(after([](Pack& pack) { pack.frames[0].eligible = "small"; }) ==
        Faults{"frames[0].eligible: \"small\" is no number among the definitions"});
  CHECK(after([](Pack& pack) { pack.frames[0].national.unit_yen = 0; }) ==
        Faults{"frames[0].national.unit_yen: must be 1 or more"});
  CHECK(after([](Pack& pack) { pack.frames[0].national.variants.clear(); }) ==
        Faults{"frames[0].national.variants: needs at least one variant"});
  CHECK(after([](Pack& pack) {
          pack.frames[0].prefectural->variants[0].amount = as_text("applicant.employees");
        }) == Faults{"frames[0].prefectural.variants[0].amount: must be in yen, not person"});
  CHECK(after([](Pack& pack) { pack.frames[0].national.variants[0].cap = as_text("small"); }) ==
        Faults{"frames[0].national.variants[0].cap: must be a number"});
  CHECK(after([](Pack& pack) { pack.frames[0].national.variants[0].more_than = as_text("100"); }) ==
        Faults{"frames[0].national.variants[0]: \"at_least\" or \"more_than\", not both"});
  CHECK(after([](Pack& pack) {
          pack.frames[0].national.variants[0].when = as_text("national > 0");
        }) == Faults{"frames[0].national.variants[0].when: column 1: unknown name \"national\""});
  CHECK(after([](Pack& pack) { pack.frames[0].national_requirements.push_back("siz"); }) ==
        Faults{"frames[0].national.requirements[1]: unknown requirement \"siz\""});
}

TEST_CASE("compile: requirements") {
  const auto with_variant = [](Requirement::Variant variant) {
    return after([&](Pack& pack) { pack.requirements[0].variants[0] = std::move(variant); });
  };
  Requirement::Variant variant;
  variant.check = "decline";
  CHECK(with_variant(variant) ==
        Faults{"requirements[0].variants[0].check: unknown check \"decline\""});
  variant = {};
  variant.test = as_text("eligible");
  CHECK(with_variant(variant) == Faults{"requirements[0].variants[0].test: must be a condition"});
  variant.test = as_text("small");
  variant.when = as_text("2");
  CHECK(with_variant(variant) == Faults{"requirements[0].variants[0].when: must be a condition"});
  variant.when = {};
  variant.needed_when = as_text("national > small");
  CHECK(with_variant(variant) ==
        Faults{"requirements[0].variants[0].needed_when: column 17: both sides must be of one "
               "kind"});
  variant = {};
  variant.value = as_text("applicant.employees");
  variant.at_least = as_text("3");
  CHECK(with_variant(variant) == Faults{});
  variant.at_least = as_text("eligible");
  CHECK(with_variant(variant) ==
        "requirements[0].variants[0].test: column 36: units differ: person and yen\n"
        "requirements[0].variants[0].at_least: must be in person, not yen");
}

TEST_CASE("compile: a fault of a requirement is told once, however many parts use it") {
  CHECK(after([](Pack& pack) {
          pack.requirements[0] = requirement_of("size", "smal");
          pack.frames[0].national_requirements.push_back("size");
        }) == Faults{"requirements[0].variants[0].test: column 1: unknown name \"smal\"; did you "
                     "mean \"small\"?"});
}

TEST_CASE("compile: a requirement that no frame uses is refused, for nothing would check it") {
  CHECK(after([](Pack& pack) { pack.requirements.push_back(requirement_of("idle", "1 +")); }) ==
        Faults{"requirements[2]: no frame uses \"idle\""});
}

TEST_CASE("compile: cautions") {
  CHECK(after([](Pack& pack) { pack.cautions = {testing::caution("c", "eligible")}; }) ==
        Faults{"cautions[0].when: must be a condition"});
  CHECK(after([](Pack& pack) {
          pack.cautions = {testing::caution("c", "national > 0", {"grant", "grant.special"})};
        }) == Faults{"cautions[0].frames: unknown frame or programme \"grant.special\""});
}

TEST_CASE("compile: every source names a document of the pack") {
  const auto unknown = [](const char* place) {
    return Faults{std::string(place) + ".source.document: unknown document \"flyer\""};
  };
  const Source flyer = testing::source("flyer");
  CHECK(after([&](Pack& pack) { pack.tables[0].source = flyer; }) == unknown("tables[0]"));
  CHECK(after([&](Pack& pack) { pack.definitions[1].source = flyer; }) ==
        unknown("definitions[1]"));
  CHECK(after([&](Pack& pack) {
          pack.checks.push_back({"c", {}, three_months(), flyer});
        }) == unknown("checks[0]"));
  CHECK(after([&](Pack& pack) { pack.requirements[1].source = flyer; }) ==
        unknown("requirements[1]"));
  CHECK(after([&](Pack& pack) {
          pack.cautions = {testing::caution("c", "")};
          pack.cautions[0].source = flyer;
        }) == unknown("cautions[0]"));
  CHECK(after([&](Pack& pack) { pack.frames[0].national.variants[0].source = flyer; }) ==
        unknown("frames[0].national.variants[0]"));
  CHECK(after([&](Pack& pack) { pack.frames[0].prefectural->variants[0].source = flyer; }) ==
        unknown("frames[0].prefectural.variants[0]"));
}

TEST_CASE("compile: variants that can hold at once are refused") {
  const std::string together = "variants 0 and 1 can hold at once";
  CHECK(after([](Pack& pack) {
          pack.definitions[1].variants[0].when = as_text("small");
          pack.definitions[1].variants.push_back(
              {as_text("applicant.employees >= 20"), as_text("0")});
        }) == Faults{"definitions[1].variants: " + together});
  CHECK(after([](Pack& pack) {
          pack.frames[0].national.variants = {amount("small", "1"), amount("not small", "1"),
                                              amount("applicant.employees == 50", "1")};
        }) == Faults{"frames[0].national.variants: variants 1 and 2 can hold at once"});
  CHECK(after([](Pack& pack) {
          pack.frames[0].prefectural->variants.push_back(amount("answers.wage_plan", "1"));
        }) == Faults{"frames[0].prefectural.variants: " + together});
  CHECK(after([](Pack& pack) {
          Requirement::Variant other;
          other.test = as_text("small");
          pack.requirements[1].variants.push_back(other);
        }) == Faults{"frames[0].requirements.wage_plan: " + together});
  // Apart in every case: by a limit, by a choice, by an answer.
  CHECK(after([](Pack& pack) {
          pack.frames[0].national.variants = {
              amount("small and answers.wage_plan", "1"),
              amount("small and not answers.wage_plan", "1"),
              amount("not small and applicant.kind == 'corporation'", "1"),
              amount("not small and applicant.kind != 'corporation'", "1")};
        }) == Faults{});
}

TEST_CASE("compile: variants that cannot be told apart within bounds are refused") {
  Pack pack = small_pack();
  std::string odd = "not answers.wage_plan";
  for (int i = 0; i < 16; ++i) {
    const std::string id = "programmes.small.f" + std::to_string(i);
    pack.facts.push_back(testing::fact(id, FactType::boolean, "1", 0, 0));
    odd = "if(" + id + ", not (" + odd + "), " + odd + ")";
    pack.definitions.push_back(definition("odd" + std::to_string(i), odd));
    odd = "odd" + std::to_string(i);
  }
  pack.frames[0].national.variants = {amount("odd15", "1"), amount("not odd15", "2")};
  CHECK(faults_of(pack) ==
        Faults{"frames[0].national.variants: too many cases to tell the variants apart"});
}

TEST_CASE("compile: faults of one stage are told together, and the pack is refused whole") {
  const Faults faults = after([](Pack& pack) {
    pack.tables[0].rows[0].keys.clear();
    pack.tables[0].rows[1].values.clear();
    pack.definitions[0] = definition("small", "applicant.employees <=");
  });
  CHECK(faults ==
        "tables[0].rows[0].keys: one key for each \"by\"\n"
        "tables[0].rows[1].values: one value for each column\n"
        "definitions[0].variants[0].formula: column 23: the formula ends too early");
}

}  // namespace uwanose::rules
