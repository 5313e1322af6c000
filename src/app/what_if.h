// What if the expense or the number of employees were another? Tried beside the case, which stays
// as it is until the figures are taken over.
//
// Another total of the expenses means every expense in proportion, in whole yen; what rounding
// leaves goes to the largest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "core/verdict.h"

namespace uwanose::app {

// The places of a slider from 0 to `end`.
struct SliderScale {
  std::int64_t end = 1;
  int places = 1;

  std::int64_t at(int place) const;
  int place_of(std::int64_t value) const;  // the nearest one not above
};
// `least_end` is to be within reach.
SliderScale expense_scale(const State& state, std::int64_t least_end);
SliderScale employees_scale(const State& state);

// The sum of the stated expenses; nothing where there is none or an amount is missing.
std::optional<std::int64_t> stated_expense(const rules::Case& facts);
std::optional<std::int64_t> stated_employees(const State& state);

// --- actions
void try_expense(State& state, std::int64_t yen);
void try_employees(State& state, std::int64_t employees);
void enter_expense(State& state, std::string_view typed);  // "" as stated
void enter_employees(State& state, std::string_view typed);
void stop_trying(State& state);
void take_over_what_if(State& state);  // into the case, as one step

// The case with what is tried in its place.
rules::Case tried_case(const State& state);

struct WhatIfLine {
  std::string label, now, then, difference;
};
struct WhatIfAnswer {
  core::Verdict verdict = core::Verdict::undetermined;
  std::string verdict_word, frame;
  std::vector<WhatIfLine> lines;  // nation, prefecture, both, own share
};
// Of the frame that the page would show.
WhatIfAnswer make_what_if(const State& state);

}  // namespace uwanose::app
