// Scenarios: up to four cases side by side, one of which is edited. The form and the answer are of
// the edited one; the others wait as they were left, and a saved file holds them all. Every action
// here is one step of the history, so dropping one can be undone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "core/verdict.h"

namespace uwanose::app {

inline constexpr std::size_t most_scenarios = 4;

// The case as it is stays behind; its copy is edited from now on. Nothing beyond the most.
void duplicate_case(State& state);
void edit_scenario(State& state, ScenarioId id);
void rename_scenario(State& state, ScenarioId id, std::string_view name);  // "" by its number
// Where it was the edited one, its neighbour is edited then; the last one is no scenario any more.
void drop_scenario(State& state, ScenarioId id);

std::string scenario_name(const Words& words, const Scenario& scenario);
// The facts of a scenario, edited or not.
const Document& document_of(const State& state, const Scenario& scenario);

}  // namespace uwanose::app
