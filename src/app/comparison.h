// Scenarios side by side: what each comes to, and the facts in which they differ.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/state.h"
#include "core/verdict.h"

namespace uwanose::app {

struct ComparedScenario {
  ScenarioId id = 0;
  std::string name;
  std::string given_name;  // "" where it is called by its number
  bool edited = false;
  core::Verdict verdict = core::Verdict::undetermined;
};

struct ComparedRow {
  std::string id, label;
  std::vector<std::string> cells;  // one a scenario
  std::vector<bool> differs;       // from the first scenario
};

struct Comparison {
  std::vector<ComparedScenario> scenarios;  // empty: nothing is compared
  std::vector<ComparedRow> results;         // verdict, best frame, amounts
  std::vector<ComparedRow> inputs;          // those that differ, in the order of the case
  std::size_t more = 0;                     // beyond those, not listed

  bool empty() const { return scenarios.empty(); }
};

// Keeps what the waiting scenarios come to: they do not change while they wait.
class Comparer {
 public:
  Comparison compare(const State& state);

 private:
  const rules::Assessment& assessment_of(const State& state, const Scenario& scenario);

  std::vector<std::pair<DocumentRef, rules::Assessment>> known_;
};

}  // namespace uwanose::app
