#include "app/scenarios.h"

#include <algorithm>
#include <utility>

#include "app/change.h"
#include "core/utf8.h"

namespace uwanose::app {

namespace {

constexpr std::size_t longest_name = 40;  // characters

using Scenarios = std::vector<Scenario>;

Scenarios::iterator find(Scenarios& scenarios, ScenarioId id) {
  return std::find_if(scenarios.begin(), scenarios.end(),
                      [&](const Scenario& scenario) { return scenario.id == id; });
}

Scenarios::iterator edited(Scenarios& scenarios) {
  return std::find_if(scenarios.begin(), scenarios.end(),
                      [](const Scenario& scenario) { return scenario.kept == nullptr; });
}

DocumentRef kept(const Document& document) {
  Document alone = document;
  alone.scenarios.clear();
  return std::make_shared<const Document>(std::move(alone));
}

// The document with that scenario in the place of the edited one, which stays or goes.
Document switched(const Document& from, ScenarioId to, bool stays) {
  Scenarios scenarios = from.scenarios;
  const auto left = edited(scenarios);
  if (stays) {
    left->kept = kept(from);
  } else {
    scenarios.erase(left);
  }
  const auto next = find(scenarios, to);
  Document document = *next->kept;
  next->kept.reset();
  document.scenarios = std::move(scenarios);
  return document;
}

std::string name_in(const State& state, ScenarioId id) {
  Scenarios scenarios = state.document->scenarios;
  const auto at = find(scenarios, id);
  return at == scenarios.end() ? std::string() : scenario_name(state.words(), *at);
}

void change_and_say(State& state, Document next, std::string key, Message notice) {
  change(state, std::move(next), std::move(key));
  state.notice = std::move(notice);
  ask_for(state, Effect::Kind::announce, state.words()(state.notice));
}

std::string cut(std::string_view name) {
  std::string text;
  std::size_t count = 0;
  for (const core::DecodedCharacter& c : core::code_points(name)) {
    if (++count > longest_name) break;
    core::append_utf8(text, c.code_point);
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

void duplicate_case(State& state) {
  Document next = *state.document;
  Scenarios& scenarios = next.scenarios;
  if (scenarios.size() >= most_scenarios) return;
  if (scenarios.empty()) scenarios.push_back({1, {}, {}, {}});
  ScenarioId last = 0;
  for (const Scenario& scenario : scenarios) last = std::max(last, scenario.id);
  const auto original = edited(scenarios);
  original->kept = kept(*state.document);
  scenarios.insert(original + 1, {last + 1, {}, {}, {}});
  const std::string name = scenario_name(state.words(), {last + 1, {}, {}, {}});
  change_and_say(state, std::move(next), "scenarios.add", {"notice.scenario_added", {name}});
}

void edit_scenario(State& state, ScenarioId id) {
  Scenarios scenarios = state.document->scenarios;
  const auto at = find(scenarios, id);
  if (at == scenarios.end() || at->kept == nullptr) return;
  const std::string name = name_in(state, id);
  change_and_say(state, switched(*state.document, id, true), "scenarios.add",
                 {"notice.scenario_edited", {name}});
}

void rename_scenario(State& state, ScenarioId id, std::string_view name) {
  Document next = *state.document;
  const auto at = find(next.scenarios, id);
  std::string cut_name = cut(name);
  if (at == next.scenarios.end() || at->name == cut_name) {
    ++state.revision;  // the field may still show what was cut off
    return;
  }
  at->name = std::move(cut_name);
  change(state, std::move(next), "scenarios.name." + std::to_string(id));
}

void drop_scenario(State& state, ScenarioId id) {
  Document next = *state.document;
  const auto at = find(next.scenarios, id);
  if (at == next.scenarios.end()) return;
  const std::string name = name_in(state, id);
  if (at->kept == nullptr) {
    const auto beside = at == next.scenarios.begin() ? at + 1 : at - 1;
    next = switched(*state.document, beside->id, false);
  } else {
    next.scenarios.erase(at);
  }
  if (next.scenarios.size() == 1) next.scenarios.clear();
  change_and_say(state, std::move(next), "scenarios.add", {"notice.scenario_dropped", {name}});
  focus(state, "scenarios.add");  // the button that was pressed is gone
}

std::string scenario_name(const Words& words, const Scenario& scenario) {
  if (!scenario.name.empty()) return scenario.name;
  return words("scenarios.number", {std::to_string(scenario.id)});
}

const Document& document_of(const State& state, const Scenario& scenario) {
  return scenario.kept ? *scenario.kept : *state.document;
}

}  // namespace uwanose::app
