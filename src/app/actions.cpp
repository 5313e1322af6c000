#include "app/actions.h"

#include <utility>

#include "app/change.h"
#include "app/doubts.h"
#include "app/facts.h"
#include "app/flow.h"

namespace uwanose::app {

namespace {

template <typename Value>
void set(State& state, Value& member, Value value) {
  member = value;
  ++state.revision;
}

void replace_or_ask(State& state, bool ask, Pending next) {
  if (!ask) return replace_whole(state, std::move(next), true);
  state.pending = std::move(next);
  ++state.revision;
}

void step(State& state, std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return;
  Step next = std::move(from.back());
  from.pop_back();
  to.push_back({state.document, next.key});
  state.notice = {};
  show(state, std::move(next.document));
  const auto key = parse_key(next.key, state.catalogue());
  go_to_field(state, key && !has_row(*state.document, *key) ? "expenses.add" : next.key);
}

}  // namespace

State start(std::shared_ptr<const rules::RuleBook> rules, std::shared_ptr<const Strings> strings,
            std::vector<std::string> frames) {
  State state;
  state.rules = std::move(rules);
  state.strings = std::move(strings);
  state.frames = std::move(frames);
  state.assessment = rules::assess(*state.rules, state.facts(), state.frames, rules::Detail::live);
  return state;
}

void undo(State& state) { step(state, state.past, state.future); }

void redo(State& state) { step(state, state.future, state.past); }

void load_sample(State& state, const rules::Case& sample) {
  Pending next;
  next.question = {"confirm.sample", {}};
  next.yes = {"confirm.sample_yes", {}};
  Document document = *document_of(state, sample);
  confirm_all(document, state.catalogue(), state.words());
  next.next = std::make_shared<const Document>(std::move(document));
  next.notice = {"notice.sample", {}};
  if (!state.seminar) return replace_or_ask(state, state.unsaved(), std::move(next));
  if (!state.aside)
    state.aside = {state.document, state.saved,        state.past,
                   state.future,   state.chosen_frame, state.flow};
  state.chosen_frame.clear();
  next.notice = {};
  next.covered = true;
  replace_whole(state, std::move(next), true);
}

void reset(State& state) {
  if (is_empty(*state.document)) return;
  Pending next;
  next.question = {"confirm.reset", {}};
  next.yes = {"confirm.reset_yes", {}};
  next.next = std::make_shared<const Document>();
  next.notice = {"notice.reset", {}};
  replace_or_ask(state, true, std::move(next));
}

void refuse_file(State& state, std::string_view file_name, core::Faults faults) {
  state.opened_file = file_name;
  state.file_faults = std::move(faults);
  state.file_warnings.clear();
  state.notice = {};
  ask_for(state, Effect::Kind::alert, state.words()("file.refused", {state.opened_file}));
  ++state.revision;
}

void dismiss_file_faults(State& state) {
  state.opened_file.clear();
  state.file_faults.clear();
  state.file_warnings.clear();
  ++state.revision;
}

void confirm(State& state) {
  if (!state.pending) return;
  replace_whole(state, *std::exchange(state.pending, std::nullopt), true);
}

void cancel(State& state) {
  if (!state.pending) return;
  state.pending.reset();
  ++state.revision;
}

void pick_file(State& state) { ask_for(state, Effect::Kind::pick_file); }

void save_case(State& state) {
  ask_for(state, Effect::Kind::save_case, "uwanose-case.json");
  mark_saved(state, "notice.saved");
  if (!state.document->entries.empty()) focus(state, std::string(fault_summary_id));
}

void save_assessment(State& state) {
  ask_for(state, Effect::Kind::save_assessment, "uwanose-assessment.json");
}

void save_handoff(State& state) {
  ask_for(state, Effect::Kind::save_handoff, "uwanose-handoff.json");
}

void save_table(State& state, std::string_view table) {
  ask_for(state, Effect::Kind::save_table, std::string(table));
}

void print(State& state) { ask_for(state, Effect::Kind::print); }

void copy(State& state, std::string_view text) {
  ask_for(state, Effect::Kind::copy, std::string(text));
  state.notice = {"notice.copied", {}};
  ++state.revision;
}

void set_keeping(State& state, bool on) {
  if (state.keeping == on) return;
  state.keeping = on;
  state.notice = {on ? "notice.keeping" : "notice.forgotten", {}};
  if (!on) {
    ask_for(state, Effect::Kind::forget);
    state.later.reset();
    if (state.import && state.import->kept) state.import.reset();
  }
  ask_for(state, Effect::Kind::announce, state.words()(state.notice));
  ++state.revision;
}

void keeping_failed(State& state) {
  state.keeping = false;
  state.notice = {"notice.keeping_failed", {}};
  ask_for(state, Effect::Kind::alert, state.words()(state.notice));
  ++state.revision;
}

void set_language(State& state, Language language) {
  if (state.language == language) return;
  state.language = language;
  ask_for(state, Effect::Kind::set_language, language == Language::ja ? "ja" : "en");
  ++state.revision;
}

void set_view(State& state, View view) {
  if (state.view == view) return;
  state.view = view;
  ask_for(state, Effect::Kind::set_view, view == View::canvas ? "canvas" : "text");
  ++state.revision;
}

void set_mode(State& state, Mode mode) { set(state, state.mode, mode); }

void set_strong(State& state, bool on) { set(state, state.strong, on); }

void show_help(State& state, bool on) { set(state, state.help, on); }

void allow_letters(State& state, bool on) { set(state, state.letters, on); }

void choose_frame(State& state, std::string_view frame_id) {
  state.chosen_frame = frame_id;
  ++state.revision;
}

void go_to_field(State& state, std::string_view key) {
  if (key.empty()) return;
  show_field(state, key);
  focus(state, std::string(key));
}

std::vector<Effect> take_effects(State& state) { return std::exchange(state.effects, {}); }

}  // namespace uwanose::app
