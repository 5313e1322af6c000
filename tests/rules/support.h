// Small catalogues and cases for the tests of the rules.
#pragma once

#include <string>
#include <string_view>

#include "rules/case.h"
#include "rules/checks.h"
#include "rules/unit.h"

namespace uwanose::rules::testing {

inline FactDefinition fact(std::string id, FactType type, std::string_view unit, std::int64_t min,
                           std::int64_t max, std::vector<Choice> choices = {}) {
  FactDefinition definition;
  definition.id = std::move(id);
  definition.type = type;
  definition.unit = parse_unit(unit).value_or(Unit{});
  definition.min = min;
  definition.max = max;
  definition.choices = std::move(choices);
  definition.label = {definition.id, definition.id};
  return definition;
}

inline Catalogue small_catalogue() {
  constexpr std::int64_t most = 10'000'000'000'000;
  Catalogue catalogue;
  catalogue.facts = {
      fact("applicant.kind", FactType::choice, "1", 0, 0,
           {{"corporation", {}}, {"sole_proprietor", {}}, {"no_capital", {}}}),
      fact("applicant.capital_yen", FactType::integer, "yen", 0, most),
      fact("applicant.employees", FactType::integer, "person", 0, most),
      fact("applicant.deemed_large", FactType::boolean, "1", 0, 1),
      fact("application.month", FactType::month, "1", 0, 0),
      fact("application.rounds.saikouchiku", FactType::integer, "round", 1, 99),
      fact("plan.years", FactType::integer, "year", 3, 5),
      fact("plan.base.value_added_yen", FactType::integer, "yen", -most, most),
      fact("plan.base.employees", FactType::integer, "person", 0, most),
      fact("plan.base.minimum_hourly_wage_yen", FactType::integer, "yen/hour", 0, most),
      fact("answers.wage_plan", FactType::boolean, "1", 0, 1),
  };
  catalogue.categories = {{"machinery", {"機械装置費", "machinery"}},
                          {"training", {"研修費", "training"}},
                          {"personnel", {"人件費", "personnel"}}};
  return catalogue;
}

inline const Catalogue& catalogue() {
  static const Catalogue catalogue = small_catalogue();
  return catalogue;
}

inline const CheckFacts& facts() {
  static const CheckFacts facts = *CheckFacts::find(catalogue());
  return facts;
}

inline std::vector<std::string> missing_of(const CheckResult& result) {
  std::vector<std::string> names;
  for (const FactRef& ref : result.missing) names.push_back(to_string(ref, catalogue()));
  return names;
}

inline void state(Case& input, const Catalogue& catalogue, std::string_view id, core::Ratio value) {
  input.set_scalar(*catalogue.find(id), value);
}

inline core::Month month(int year, int number) { return core::Month(year, number); }

// Every month from…to with the same sales and value added.
inline void level(Case& input, core::Month from, core::Month to, Figure sales, Figure value_added) {
  for (core::Month m = from; m <= to; m = m + 1) input.monthly.push_back({m, sales, value_added});
}

inline MonthFigures& at(Case& input, core::Month wanted) {
  for (MonthFigures& figures : input.monthly) {
    if (figures.month == wanted) return figures;
  }
  input.monthly.push_back({wanted, {}, {}});
  return input.monthly.back();
}

}  // namespace uwanose::rules::testing
