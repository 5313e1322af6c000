// The shipped rules, and an applicant of theirs with one expense.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "assets/assets.h"
#include "io/rule_book.h"
#include "support.h"

namespace uwanose::rules::testing {

inline RuleBook shipped_book(std::string_view pack) {
  const std::array<io::RuleFile, 1> packs = {{{pack, assets::find(pack)}}};
  io::RuleBookFile file =
      io::load_rule_book({"rules/facts.json", assets::find("rules/facts.json")}, packs);
  for (const core::Fault& fault : file.faults) FAIL(fault.to_string());
  return std::move(*file.value);
}

inline const RuleBook& flyer() {
  static const RuleBook book = shipped_book("rules/nagano_plus_1.json");
  return book;
}

inline void state_choice(Case& input, std::string_view id, std::string_view choice) {
  const FactIndex fact = *flyer().catalogue.find(id);
  const auto& choices = flyer().catalogue[fact].choices;
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const Choice& known) { return known.id == choice; });
  REQUIRE(found != choices.end());
  input.set_scalar(fact, core::Ratio(found - choices.begin()));
}

inline Expense spent_on(std::string_view category, Figure amount_yen) {
  Expense expense;
  expense.category = *flyer().catalogue.find_category(category);
  expense.amount_yen = amount_yen;
  return expense;
}

// A manufacturer in Nagano, in the last calls that the prefecture adds to.
inline Case manufacturer(std::int64_t employees, Figure machinery_yen) {
  Case input;
  state_choice(input, "applicant.kind", "corporation");
  state_choice(input, "applicant.industry", "manufacturing");
  const std::pair<const char*, std::int64_t> scalars[] = {
      {"applicant.capital_yen", 20'000'000}, {"applicant.employees", employees},
      {"applicant.head_office", 20209},      {"application.rounds.saikouchiku", 5},
      {"application.rounds.monozukuri", 9},  {"application.rounds.jizokuka", 6},
      {"application.rounds.it", 5}};
  for (const auto& [id, value] : scalars) state(input, flyer().catalogue, id, value);
  input.expenses = {{spent_on("machinery", machinery_yen)}};
  return input;
}

inline FrameResult judged(const Case& input, const std::string& frame) {
  const Assessment assessment = assess(flyer(), input, {frame});
  REQUIRE(assessment.frames.size() == 1);
  return assessment.frames[0];
}

}  // namespace uwanose::rules::testing
