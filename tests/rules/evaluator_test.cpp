#include "rules/evaluator.h"

#include <doctest/doctest.h>

#include "small_pack.h"

namespace uwanose::rules {

using core::Ratio;
using testing::as_text;
using testing::definition;
using testing::expense;

namespace {

constexpr int machinery = 0, training = 1, personnel = 2;

// The small catalogue with one fact of each remaining type.
Catalogue catalogue() {
  Catalogue catalogue = testing::small_catalogue();
  catalogue.facts.push_back(testing::fact("plan.share", FactType::decimal, "1", 0, 100));
  catalogue.facts.push_back(
      testing::fact("applicant.head_office", FactType::code, "1", 1000, 47999));
  return catalogue;
}

// A pack whose only definition of interest is `formula`, named "value".
struct Probe {
  RuleBook book;
  Case input;
  std::size_t value;

  explicit Probe(const std::string& formula, Pack pack = testing::small_pack()) {
    pack.definitions.push_back(definition("value", formula));
    value = pack.definitions.size() - 1;
    book = testing::book_of(std::move(pack), catalogue());
  }
  void state(std::string_view id, const Ratio& stated) {
    testing::state(input, book.catalogue, id, stated);
  }
  const Formula& formula() const { return book.packs[0].definitions[value].variants[0].value; }

  // The truth of a condition, or the ranges of a number, path by path.
  std::string conditions() {
    Evaluator evaluator(book.catalogue, book.packs[0], input);
    std::string result;
    evaluator.each_path([&] {
      const bool truth = evaluator.condition(formula());
      result += evaluator.unsettled() ? '?' : truth ? 'y' : 'n';
    });
    return result;
  }
  std::string numbers() {
    Evaluator evaluator(book.catalogue, book.packs[0], input);
    std::string result;
    evaluator.each_path([&] {
      const Number number = evaluator.number(formula());
      if (!result.empty()) result += ", ";
      if (!number.defined()) {
        result += "undefined";
      } else if (number.exact()) {
        result += number.low.to_string();
      } else {
        result += (number.open_below ? "" : number.low.to_string()) + "…" +
                  (number.open_above ? "" : number.high.to_string());
        std::vector<FactRef> missing;
        evaluator.name_facts(number.missing, missing);
        for (const std::string& name : testing::names_of(missing, book.catalogue)) {
          result += " " + name;
        }
      }
    });
    return result;
  }
};

std::string conditions(const std::string& formula) { return Probe(formula).conditions(); }

}  // namespace

TEST_CASE("evaluator: a complete case has one path") {
  Probe probe("applicant.employees <= 20 and answers.wage_plan");
  probe.state("applicant.employees", 20);
  probe.state("answers.wage_plan", 1);
  CHECK(probe.conditions() == "y");
  probe.state("applicant.employees", 21);
  CHECK(probe.conditions() == "n");
}

TEST_CASE("evaluator: a missing answer forks into yes and no") {
  CHECK(conditions("answers.wage_plan") == "ny");
  CHECK(conditions("not answers.wage_plan") == "yn");
  // The same answer stays the same within a path.
  CHECK(conditions("answers.wage_plan and not answers.wage_plan") == "nn");
  CHECK(conditions("answers.wage_plan or applicant.deemed_large") == "nyy");
  CHECK(conditions("if(answers.wage_plan, applicant.deemed_large, answers.wage_plan)") == "nny");
}

TEST_CASE("evaluator: a missing whole number is split at the limits that are asked for") {
  CHECK(conditions("applicant.employees <= 20") == "yn");
  CHECK(conditions("applicant.employees < 20") == "yn");
  CHECK(conditions("applicant.employees > 20") == "ny");
  CHECK(conditions("applicant.employees >= 20") == "ny");
  CHECK(conditions("applicant.employees == 20") == "nyn");
  CHECK(conditions("applicant.employees != 20") == "yny");
  CHECK(conditions("applicant.employees == 2.5") == "n");
  CHECK(conditions("applicant.employees < 2.5 and applicant.employees > 2") == "nn");
  CHECK(conditions("20 >= applicant.employees") == "yn");
  CHECK(conditions("20 < applicant.employees") == "ny");
  // 1…20, 21…50, 51 and more: what was assumed once narrows what comes later.
  CHECK(conditions("applicant.employees <= 20 or applicant.employees > 50") == "yny");
  CHECK(conditions("applicant.employees <= 50 and applicant.employees <= 80") == "yn");
}

TEST_CASE("evaluator: limits outside a fact's bounds settle it") {
  CHECK(conditions("plan.years >= 3") == "y");
  CHECK(conditions("plan.years < 3") == "n");
  CHECK(conditions("plan.years <= 5") == "y");
  CHECK(conditions("plan.years == 6") == "n");
  CHECK(conditions("plan.years != 2") == "y");
  CHECK(conditions("plan.years == 4") == "nyn");
  CHECK(conditions("applicant.head_office >= 20000 and applicant.head_office <= 20999") == "nyn");
}

TEST_CASE("evaluator: a missing month") {
  CHECK(conditions("application.month >= '2021-01'") == "ny");
  CHECK(conditions("application.month >= '1900-01'") == "y");
  CHECK(conditions("application.month == '2021-01'") == "nyn");
  Probe probe("application.month >= '2021-01'");
  probe.state("application.month", testing::month(2020, 12).index());
  CHECK(probe.conditions() == "n");
  probe.state("application.month", testing::month(2021, 1).index());
  CHECK(probe.conditions() == "y");
}

TEST_CASE("evaluator: a missing choice keeps what is left of it") {
  CHECK(conditions("applicant.kind == 'corporation'") == "yn");
  CHECK(conditions("applicant.kind != 'corporation'") == "ny");
  // Neither of the first two is the third.
  CHECK(conditions("applicant.kind == 'corporation' or applicant.kind == 'sole_proprietor' or "
                   "applicant.kind == 'no_capital'") == "yyy");
  CHECK(conditions("applicant.kind == 'corporation' and applicant.kind == 'no_capital'") == "nn");
  Probe probe("applicant.kind == 'sole_proprietor'");
  probe.state("applicant.kind", 1);
  CHECK(probe.conditions() == "y");
}

TEST_CASE("evaluator: a missing decimal stays a range and forks as a whole") {
  CHECK(conditions("plan.share >= 12.5") == "ny");
  CHECK(conditions("plan.share >= 0") == "y");
  Probe probe("plan.share * 2");
  CHECK(probe.numbers() == "0… plan.share");
  probe.state("plan.share", Ratio::of(25, 2));
  CHECK(probe.numbers() == "25");
}

TEST_CASE("evaluator: a missing figure in arithmetic is a range within its bounds") {
  CHECK(Probe("plan.years * 2").numbers() == "6… plan.years");
  CHECK(Probe("applicant.employees + 1").numbers() == "1… applicant.employees");
  CHECK(Probe("plan.base.value_added_yen + 1").numbers() == "… plan.base.value_added_yen");
  CHECK(Probe("0 - applicant.employees").numbers() == "…0 applicant.employees");
  // Where a limit has narrowed it, within that; where it has left one value, that.
  CHECK(Probe("if(applicant.employees <= 20, applicant.employees, 0)").numbers() ==
        "0…20 applicant.employees, 0");
  CHECK(Probe("if(plan.years >= 5, plan.years, 0)").numbers() == "0, 5");
  CHECK(conditions("applicant.employees * 2 > plan.base.employees") == "ny");
  CHECK(conditions("applicant.employees > plan.base.employees") == "ny");
  CHECK(conditions("plan.base.employees + 0 < applicant.employees") == "ny");
}

TEST_CASE("evaluator: functions") {
  const auto value = [](const std::string& formula) {
    Probe probe(formula);
    probe.state("applicant.capital_yen", 1000);
    return probe.numbers();
  };
  CHECK(value("min(3, applicant.capital_yen / 300, 5)") == "3");
  CHECK(value("min(7, applicant.capital_yen / 300, 5)") == "10/3");
  CHECK(value("max(3, applicant.capital_yen / 300, 2)") == "10/3");
  CHECK(value("max(3, 2, 7)") == "7");
  CHECK(value("floor(applicant.capital_yen / 300)") == "3");
  CHECK(value("floor(-applicant.capital_yen / 300)") == "-4");
  CHECK(value("round_down(applicant.capital_yen, 300)") == "900");
  CHECK(value("round_down(applicant.capital_yen, 0)") == "undefined");
  CHECK(value("if(applicant.capital_yen == 1000, 1, 2)") == "1");
  CHECK(value("all_expenses + 1") == "1… expenses");
}

TEST_CASE("evaluator: a tier takes the second rate only beyond its limit") {
  const auto at = [](std::int64_t capital) {
    Probe probe("tier(applicant.capital_yen, 2/3, 600, 1/2)");
    probe.state("applicant.capital_yen", capital);
    return probe.numbers();
  };
  CHECK(at(0) == "0");
  CHECK(at(899) == "1798/3");
  CHECK(at(900) == "600");
  CHECK(at(901) == "1201/2");
  CHECK(at(1000) == "650");
  CHECK(Probe("tier(spent('machinery'), 2/3, 600, 1/2)").numbers() == "0… expenses");
  CHECK(Probe("tier(min(spent('machinery'), 1000), 2/3, 600, 1/2)").numbers() == "0…650 expenses");
}

TEST_CASE("evaluator: a rate or a unit that is not known gives no figure, and is named") {
  Probe tier("tier(600, 2/3, applicant.capital_yen, 1/2)");
  CHECK(tier.numbers() == "undefined");
  tier.state("applicant.capital_yen", 200);
  CHECK(tier.numbers() == "350");
  Probe rounding("round_down(1234, applicant.capital_yen)");
  CHECK(rounding.numbers() == "undefined");
  rounding.state("applicant.capital_yen", 100);
  CHECK(rounding.numbers() == "1200");
}

TEST_CASE("evaluator: expenses by category") {
  Probe probe("spent('machinery', 'training')");
  CHECK(probe.numbers() == "0… expenses");
  probe.input.expenses.emplace();
  CHECK(probe.numbers() == "0");
  probe.input.expenses = {
      {expense(machinery, 700), expense(personnel, 5000), expense(training, 20)}};
  CHECK(probe.numbers() == "720");
  probe.input.expenses->push_back(expense(personnel, {}));
  CHECK(probe.numbers() == "720");
  probe.input.expenses->push_back(expense(training, {}));
  CHECK(probe.numbers() == "720… expenses[4].amount_yen");
}

TEST_CASE("evaluator: an expense without a category may be any") {
  Probe probe("spent('machinery')");
  probe.input.expenses = {{expense(machinery, 700)}};
  probe.input.expenses->push_back({{}, "", 300, {}});
  CHECK(probe.numbers() == "1000, 700");
  probe.input.expenses->push_back({{}, "", {}, {}});
  CHECK(probe.numbers() ==
        "1000… expenses[2].category expenses[2].amount_yen, "
        "700… expenses[2].category expenses[2].amount_yen");
  Probe all("all_expenses");
  all.input = probe.input;
  all.input.expenses->pop_back();
  CHECK(all.numbers() == "1000");
}

namespace {

Pack with_two_keys() {
  Pack pack = testing::small_pack();
  Table table;
  table.id = "rates";
  table.by = {as_text("applicant.kind"), as_text("applicant.employees")};
  table.columns = {{"rate", {}}, {"more", {}}};
  table.rows = {{{testing::choice_key("corporation"), testing::at_most(20)}, {1, 10}},
                {{testing::choice_key("corporation"), testing::any_key()}, {2, 20}},
                {{testing::any_key(), testing::at_most(5)}, {3, 30}}};
  table.source = testing::source();
  pack.tables.push_back(table);
  return pack;
}

}  // namespace

TEST_CASE("evaluator: tables by choice and by band; the first row that fits") {
  const auto rate = [](int kind, std::int64_t employees) {
    Probe probe("rates.rate + rates.more", with_two_keys());
    probe.state("applicant.kind", kind);
    probe.state("applicant.employees", employees);
    return probe.numbers();
  };
  CHECK(rate(0, 20) == "11");
  CHECK(rate(0, 21) == "22");
  CHECK(rate(1, 5) == "33");
  CHECK(rate(1, 6) == "undefined");
}

TEST_CASE("evaluator: tables split the facts that are missing") {
  Probe probe("rates.rate", with_two_keys());
  CHECK(probe.numbers() == "1, 2, 3, undefined");
  probe.state("applicant.kind", 0);
  CHECK(probe.numbers() == "1, 2");
  probe.input = {};
  probe.state("applicant.employees", 5);
  CHECK(probe.numbers() == "1, 3");
  Probe pair("rates.rate + rates.more", with_two_keys());  // one row a path, not two
  CHECK(pair.numbers() == "11, 22, 33, undefined");
}

TEST_CASE("evaluator: a table by a sum compares it as a range") {
  Pack pack = testing::small_pack();
  pack.tables[0].by = {as_text("applicant.employees + plan.base.employees")};
  Probe probe("caps.national", pack);
  CHECK(probe.numbers() == "800, 400");
  probe.state("applicant.employees", 21);
  CHECK(probe.numbers() == "800");
  probe.state("plan.base.employees", 0);
  probe.state("applicant.employees", 20);
  CHECK(probe.numbers() == "400");
}

TEST_CASE("evaluator: a value that no rule gives is unsettled, on every path, never zero") {
  Pack pack = testing::small_pack();
  for (const char* id : {"first", "second"}) {
    Definition dated = definition(id, "answers.wage_plan");
    dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
    pack.definitions.push_back(dated);
  }
  Probe both("first or second", pack);
  both.state("answers.wage_plan", 1);
  both.state("application.rounds.saikouchiku", 1);
  CHECK(both.conditions() == "y");
  both.state("application.rounds.saikouchiku", 2);
  CHECK(both.conditions() == "?");

  // Two questions to one evaluator: the second must not take the first's answer for settled.
  Evaluator evaluator(both.book.catalogue, both.book.packs[0], both.input);
  evaluator.each_path([&] {
    evaluator.condition(both.formula());
    CHECK(evaluator.unsettled());
  });
  const Formula& second = both.book.packs[0].definitions[3].variants[0].value;
  CHECK_FALSE(second.empty());
  evaluator.each_path([&] {
    CHECK_FALSE(evaluator.unsettled());
    evaluator.condition(both.formula());
    CHECK(evaluator.unsettled());
  });
}

TEST_CASE("evaluator: an unsettled definition stays so when it is asked alone after others") {
  Pack pack = testing::small_pack();
  for (const char* id : {"first", "second"}) {
    Definition dated = definition(id, "answers.wage_plan");
    dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
    pack.definitions.push_back(dated);
  }
  pack.requirements.push_back(testing::requirement_of("either", "first or second"));
  pack.requirements.push_back(testing::requirement_of("later", "second"));
  pack.frames[0].national_requirements = {"either", "later", "wage_plan"};
  const RuleBook book = testing::book_of(pack);
  Case input;
  testing::state(input, book.catalogue, "answers.wage_plan", 1);
  testing::state(input, book.catalogue, "application.rounds.saikouchiku", 2);
  const Assessment assessment = assess(book, input);
  const auto& judged = assessment.frames[0].national.requirements;
  CHECK(judged[0].verdict == core::Verdict::undetermined);
  CHECK(judged[1].verdict == core::Verdict::undetermined);
  CHECK(judged[2].verdict == core::Verdict::met);
}

TEST_CASE("evaluator: comparisons with what is undefined are unsettled") {
  CHECK(conditions("1 / (2 - 2) > 3") == "?");
  CHECK(conditions("3 != 1 / (2 - 2)") == "?");
  CHECK(conditions("applicant.employees > 1 / (2 - 2)") == "?");
  CHECK(conditions("1 / (2 - 2) > applicant.employees") == "?");
}

TEST_CASE("evaluator: definitions are computed once a path and anew on the next") {
  Pack pack = testing::small_pack();
  pack.definitions.push_back(definition("heads", "if(answers.wage_plan, 2, 3)"));
  pack.definitions.push_back(definition("known", "applicant.capital_yen + 1"));
  Probe probe("heads * 10 + heads + known", pack);
  probe.state("applicant.capital_yen", 99);
  CHECK(probe.numbers() == "133, 122");
}

TEST_CASE("evaluator: an undetermined check forks once for all its uses") {
  Pack pack = testing::small_pack();
  YearlyWageRaise raise{45};
  pack.checks.push_back({"raise", {}, raise, testing::source()});
  Probe probe("raise and not raise", pack);
  CHECK(probe.conditions() == "nn");
  Probe alone("if(raise, 1, 0)", pack);
  CHECK(alone.numbers() == "0, 1");
  alone.state("plan.years", 3);
  alone.state("plan.base.minimum_hourly_wage_yen", 900);
  alone.input.yearly = {{{}, {}, 945}, {{}, {}, 990}, {{}, {}, 1035}};
  CHECK(alone.numbers() == "1");
  alone.input.yearly[0].minimum_hourly_wage_yen = 944;
  CHECK(alone.numbers() == "0");
}

TEST_CASE("evaluator: without the facts that checks read, a check is never settled") {
  Catalogue bare;
  bare.facts = {testing::fact("answers.wage_plan", FactType::boolean, "1", 0, 1)};
  Pack pack;
  pack.checks.push_back({"raise", {}, YearlyWageRaise{45}, {}});
  Evaluator evaluator(bare, pack, {});
  CHECK(evaluator.check(0).verdict == core::Verdict::undetermined);
}

TEST_CASE("evaluator: a hostile pack stops at a limit, and nothing is claimed") {
  Pack pack = testing::small_pack();
  std::string odd = "answers.wage_plan";
  for (int i = 0; i < 15; ++i) {
    const std::string id = "programmes.small.f" + std::to_string(i);
    pack.facts.push_back(testing::fact(id, FactType::boolean, "1", 0, 0));
    pack.definitions.push_back(
        definition("odd" + std::to_string(i), "if(" + id + ", not (" + odd + "), " + odd + ")"));
    odd = "odd" + std::to_string(i);
  }
  pack.requirements.push_back(testing::requirement_of("odd", "odd14"));
  pack.frames[0].national_requirements = {"odd", "wage_plan"};
  pack.frames[0].national.variants[0].when = as_text("odd14");
  const RuleBook book = testing::book_of(pack);
  Case input;
  testing::state(input, book.catalogue, "answers.wage_plan", 1);
  testing::state(input, book.catalogue, "applicant.employees", 3);
  input.expenses = {{expense(machinery, 600)}};
  Evaluator evaluator(book.catalogue, book.packs[0], input);
  std::size_t paths = 0;
  evaluator.each_path([&] {
    ++paths;
    evaluator.condition(book.packs[0].frames[0].national.variants[0].when);
  });
  CHECK(evaluator.exhausted());
  CHECK(paths == Evaluator::most_paths);

  const Assessment assessment = assess(book, input);
  const FrameResult& result = assessment.frames[0];
  CHECK(result.national.requirements[0].verdict == core::Verdict::undetermined);
  CHECK(result.national.requirements[1].verdict == core::Verdict::met);
  CHECK(result.national.yen == Amount{0, std::nullopt});
  CHECK(result.total == Amount{0, std::nullopt});
  CHECK(result.own == Amount{0, std::nullopt});
  CHECK(result.verdict == core::Verdict::undetermined);
}

TEST_CASE("evaluator: sets of missing facts") {
  FactSet set = FactSet::of(3);
  set.add(70);
  CHECK(set.has(3));
  CHECK_FALSE(set.has(4));
  CHECK((set & FactSet::of(70)) == FactSet::of(70));
  CHECK((set | FactSet::of(3)) == set);
  CHECK(set.has(70));
  CHECK_FALSE(set.has(71));
  CHECK(FactSet{}.empty());
  CHECK_FALSE(set.empty());
}

}  // namespace uwanose::rules
