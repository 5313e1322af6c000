#include "rules/formula.h"

#include <doctest/doctest.h>

#include "support.h"

namespace uwanose::rules {

using testing::catalogue;

namespace {

Scope scope() {
  return {&catalogue(),
          [](std::string_view name) -> std::optional<Resolved> {
            if (name == "eligible")
              return Resolved{.op = Op::definition, .unit = *parse_unit("yen")};
            const auto fact = catalogue().find(name);
            if (!fact) return std::nullopt;
            const FactType type = catalogue()[*fact].type;
            return Resolved{
                .op = Op::fact,
                .index = *fact,
                .type = type == FactType::boolean  ? ValueType::boolean
                        : type == FactType::choice ? ValueType::choice
                                                   : ValueType::number,
                .unit = type == FactType::month ? Unit::bare() : catalogue()[*fact].unit};
          },
          [] {
            std::vector<std::string_view> names{"eligible"};
            for (const FactDefinition& fact : catalogue().facts) names.push_back(fact.id);
            return names;
          }};
}

// "" if the formula is sound, otherwise where and why not.
std::string fault_of(std::string_view text) {
  const auto parsed = parse_formula(text, scope());
  const auto* fault = std::get_if<core::Fault>(&parsed);
  return fault == nullptr ? "" : fault->to_string();
}

Formula formula(std::string_view text) { return std::get<Formula>(parse_formula(text, scope())); }

}  // namespace

TEST_CASE("formula: the forms that packs use") {
  CHECK(fault_of("min(6000万, tier(eligible, 2/3, 6000万, 1/2))").empty());
  CHECK(fault_of("eligible * 4/30").empty());
  CHECK(fault_of("eligible × 4 ÷ 30").empty());
  CHECK(fault_of("not applicant.deemed_large and applicant.employees <= 20").empty());
  CHECK(fault_of("if(applicant.kind == 'corporation', applicant.capital_yen < 10億, true_)") ==
        "column 66: unknown name \"true_\"");
  CHECK(fault_of("applicant.kind != 'corporation' or application.month >= '2021-01'").empty());
  CHECK(fault_of("spent('machinery', 'training') + round_down(eligible, 1000)").empty());
  CHECK(fault_of("-eligible + floor(eligible / 3)").empty());
}

TEST_CASE("formula: numbers are exact and know 万, 億 and %") {
  CHECK(formula("6000万").root_node().value == core::Ratio(60'000'000));
  CHECK(formula("1.5億").root_node().value == core::Ratio(150'000'000));
  CHECK(formula("7.5%").root_node().value == core::Ratio::of(3, 40));
  CHECK(fault_of("1.2.3") == "column 6: not a number: \"1.2.3\"");
  CHECK(fault_of("12.") == "column 4: not a number: \"12.\"");
}

TEST_CASE("formula: precedence is that of arithmetic, and of or under and under not") {
  CHECK(formula("1 + 2 * 3").root_node().op == Op::add);
  CHECK(formula("(1 + 2) * 3").root_node().op == Op::multiply);
  CHECK(formula("applicant.deemed_large or applicant.deemed_large and not applicant.deemed_large")
            .root_node()
            .op == Op::logical_or);
  CHECK(formula("1 - 2 - 3").argument(formula("1 - 2 - 3").root_node(), 1).value == core::Ratio(3));
}

TEST_CASE("formula: units are checked") {
  CHECK(fault_of("eligible + applicant.employees") == "column 31: units differ: yen and person");
  CHECK(fault_of("eligible < applicant.employees") == "column 31: units differ: yen and person");
  CHECK(fault_of("min(eligible, 5, applicant.employees)") ==
        "column 38: units differ: yen and person");
  CHECK(fault_of("eligible / applicant.employees * applicant.employees + eligible").empty());
}

TEST_CASE("formula: kinds are checked") {
  CHECK(fault_of("eligible and applicant.deemed_large") ==
        "column 36: the left side must be a condition");
  CHECK(fault_of("not eligible") == "column 13: what follows \"not\" must be a condition");
  CHECK(fault_of("applicant.deemed_large + 1") == "column 27: the left side must be a number");
  CHECK(fault_of("applicant.deemed_large == applicant.deemed_large") ==
        "column 49: conditions are not compared");
  CHECK(fault_of("applicant.kind < 'corporation'") ==
        "column 31: choices are compared with == and != only");
  CHECK(fault_of("applicant.kind == 'company'") ==
        "column 19: 'company' is neither a month nor a choice of the left side");
  CHECK(fault_of("if(eligible, 1, 2)") == "column 19: the first argument must be a condition");
}

TEST_CASE("formula: what is wrong is named with its column") {
  CHECK(fault_of("") == "column 1: the formula ends too early");
  CHECK(fault_of("1 +") == "column 4: the formula ends too early");
  CHECK(fault_of("(1") == "column 3: expected \")\"");
  CHECK(fault_of("1 2") == "column 3: unexpected \"2\"");
  CHECK(fault_of("min(1)") == "column 1: min takes 2 or more arguments");
  CHECK(fault_of("tier(1, 2)") == "column 1: tier takes 4 arguments");
  CHECK(fault_of("sum(1, 2)") == "column 1: unknown function \"sum\"");
  CHECK(fault_of("eligible / 0") == "column 13: division by zero");
  CHECK(fault_of("aplicant.employees > 1") ==
        "column 1: unknown name \"aplicant.employees\"; did you mean \"applicant.employees\"?");
  CHECK(fault_of("spent(machinery)") ==
        "column 7: spent(…) takes expense categories in quotation marks");
  CHECK(fault_of("spent('machines')") ==
        "column 7: spent(…) takes expense categories in quotation marks");
  CHECK(fault_of("'2021-01") == "column 1: the quotation mark is not closed");
  CHECK(fault_of("#") == "column 1: unexpected \"#\"");
}

TEST_CASE("formula: words end where letters and digits end") {
  CHECK(fault_of("eligible < 1 order 2") == "column 14: unexpected \"order 2\"");
  CHECK(fault_of("notapplicable") == "column 1: unknown name \"notapplicable\"");
  CHECK(fault_of("eligible\n  + 1").empty());
}

TEST_CASE("formula: choices are no values") {
  CHECK(fault_of("if(applicant.deemed_large, applicant.kind, applicant.kind)") ==
        "column 59: both branches must be of one kind");
  CHECK(fault_of("if(applicant.deemed_large, 1, applicant.deemed_large)") ==
        "column 54: both branches must be of one kind");
  CHECK(fault_of("applicant.kind == 1") == "column 20: both sides must be of one kind");
  CHECK(fault_of("min(applicant.kind, 1)") == "column 23: an argument must be a number");
  CHECK(fault_of("- applicant.deemed_large") == "column 25: what follows \"-\" must be a number");
}

TEST_CASE("formula: depth and length are bounded") {
  CHECK(fault_of(std::string(60'001, ' ') + "1") == "column 1: the formula is too long");
  CHECK(fault_of(std::string(10'000, '(')) == "column 22: the formula is nested too deeply");
  CHECK(fault_of(std::string(10'000, '-') + "1").find("nested too deeply") != std::string::npos);
  std::string sum = "1";
  for (int i = 0; i < 5'000; ++i) sum += "+1";
  CHECK(fault_of(sum).find("the formula is too long") != std::string::npos);
}

}  // namespace uwanose::rules
