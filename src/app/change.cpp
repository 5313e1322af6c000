#include "app/change.h"

#include <algorithm>
#include <utility>

#include "app/answer.h"
#include "app/flow.h"

namespace uwanose::app {

void ask_for(State& state, Effect::Kind kind, std::string text, bool on) {
  state.effects.push_back({kind, std::move(text), on});
}

void focus(State& state, std::string key) {
  if (!key.empty()) ask_for(state, Effect::Kind::focus, std::move(key));
}

void show(State& state, DocumentRef document, bool saved) {
  const bool was_unsaved = state.unsaved();
  state.document = std::move(document);
  if (saved) state.saved = state.document;
  const rules::Assessment before =
      std::exchange(state.assessment,
                    rules::assess(*state.rules, state.facts(), state.frames, rules::Detail::live));
  const std::string said = difference(state, before, state.assessment);
  if (!said.empty() && !state.covered()) ask_for(state, Effect::Kind::announce, said);
  if (state.unsaved() != was_unsaved) {
    ask_for(state, Effect::Kind::guard_unload, {}, state.unsaved());
  }
  ++state.revision;
}

void change(State& state, Document next, std::string key) {
  state.past.push_back({state.document, std::move(key)});
  state.future.clear();
  state.notice = {};
  show(state, std::make_shared<const Document>(std::move(next)));
}

void replace_whole(State& state, Pending next, bool saved) {
  state.past.push_back({state.document, {}});
  state.future.clear();
  state.opened_file = next.warnings.empty() ? std::string() : std::move(next.file_name);
  state.file_faults.clear();
  state.file_warnings = std::move(next.warnings);
  state.notice = std::move(next.notice);
  state.what_if = {};
  ++state.what_if_revision;
  state.reveal = next.covered ? Reveal::nothing : Reveal::reasons;
  show(state, std::move(next.next), saved);
  restart(state);
}

void mark_saved(State& state, const char* notice) {
  if (state.unsaved()) ask_for(state, Effect::Kind::guard_unload, {}, false);
  state.saved = state.document;
  std::size_t faulty = state.document->entries.size();
  for (const Scenario& scenario : state.document->scenarios) {
    if (scenario.kept) faulty += scenario.kept->entries.size();
  }
  state.notice =
      faulty == 0 ? Message{notice, {}} : Message{"notice.saved_without", {std::to_string(faulty)}};
  ++state.revision;
}

DocumentRef document_of(State& state, const rules::Case& facts, std::string extra) {
  Document document;
  document.facts = facts;
  document.extra = std::move(extra);
  if (facts.expenses) {
    for (std::size_t i = 0; i < facts.expenses->size(); ++i) {
      document.rows.push_back(++state.last_row);
    }
  }
  return std::make_shared<const Document>(std::move(document));
}

bool has_row(const Document& document, const FieldKey& key) {
  return key.series != rules::Series::expenses || position(document.rows, key.row).has_value();
}

}  // namespace uwanose::app
