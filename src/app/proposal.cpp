#include "app/proposal.h"

#include <utility>

#include "app/entry.h"
#include "app/facts.h"

namespace uwanose::app {

namespace {

std::string place_text(const Words& words, std::pair<std::size_t, std::size_t> place) {
  return words("import.place", {std::to_string(place.first + 1), std::to_string(place.second + 1)});
}

}  // namespace

std::string ask(const State& state, Draft& draft, Question question, std::string likely) {
  const auto& answers = state.import->answers;
  const auto given = answers.find(question.id);
  std::string value = std::move(likely);
  if (given != answers.end()) value = given->second;
  draft.open = draft.open || value.empty();
  question.value = value;
  draft.proposal.questions.push_back(std::move(question));
  return value;
}

std::int64_t ask_unit(const State& state, Draft& draft, std::int64_t likely) {
  const Words words = state.words();
  Question question{"unit", std::string(words("import.unit")), {}, {}, {}};
  if (likely != 1) question.help = words("import.unit_named");
  question.choices = {{"1", std::string(words("unit.yen"))},
                      {"1000", std::string(words("import.unit_thousand"))},
                      {"10000", std::string(words("import.unit_ten_thousand"))},
                      {"1000000", std::string(words("import.unit_million"))}};
  const std::string value = ask(state, draft, std::move(question), std::to_string(likely));
  for (const std::int64_t unit : {1'000, 10'000, 1'000'000}) {
    if (value == std::to_string(unit)) return unit;
  }
  return 1;
}

void take_cell(const State& state, Draft& draft, const FieldKey& key, std::string_view text,
               std::int64_t unit, std::pair<std::size_t, std::size_t> place) {
  const rules::Catalogue& catalogue = state.catalogue();
  const Judged judged = judge_cell(catalogue[key.fact], catalogue, text, unit);
  if (judged.refused()) {
    const Words words = state.words();
    // Its readings cannot be chosen from here.
    const bool ambiguous = !judged.entry.readings.empty();
    draft.proposal.refused.push_back(
        {place_text(words, place), std::string(text),
         ambiguous ? words("import.ambiguous", {std::string(text)}) : words(judged.entry.error)});
  } else if (judged.value) {
    write_fact(draft.next, key, judged.value, catalogue);
    draft.next.entries.erase(to_string(key, catalogue));
  }
}

void check_wages(const State& state, Draft& draft) {
  const Words words = state.words();
  for (rules::WageMonth& row : draft.next.facts.wages) {
    if (!row.employees || !row.near_minimum || *row.near_minimum <= *row.employees) continue;
    const std::string near = std::to_string(*row.near_minimum);
    draft.proposal.refused.push_back(
        {words("form.cell", {row.month.to_string(), std::string(words("import.near_minimum"))}),
         near, words("entry.near_above_employees", {std::to_string(*row.employees)})});
    row.near_minimum.reset();
  }
}

Proposal make_proposal(const State& state) {
  const Import& import = *state.import;
  const Words words = state.words();
  Draft draft;
  Proposal& proposal = draft.proposal;
  proposal.title = words("import.title", {import.source});
  draft.next = *state.document;
  if (import.kind == Import::Kind::whole_case) {
    proposal.remarks.emplace_back(words("import.replaces"));
    draft.next = *import.document;
    if (const std::size_t count = draft.next.scenarios.size(); count != 0) {
      proposal.remarks.emplace_back(words("import.scenarios", {std::to_string(count)}));
    }
  } else if (import.kind == Import::Kind::table) {
    draft_table(state, draft);
  } else {
    draft_ledger(state, draft);
  }
  check_wages(state, draft);
  if (draft.open) return std::move(proposal);
  proposal.changes = changes_between(*state.document, draft.next, state.catalogue(), words);
  if (proposal.changes.empty()) proposal.remarks.emplace_back(words("import.no_change"));
  // Two cases may differ in what the form does not show.
  if (!proposal.changes.empty() || import.kind == Import::Kind::whole_case) {
    proposal.next = std::move(draft.next);
  }
  return std::move(proposal);
}

}  // namespace uwanose::app
