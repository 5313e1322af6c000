// What a user can do: one function each. An action changes the state, assesses anew where facts
// changed, and leaves its requests to the machine in `state.effects`.
//
// Entries are judged when they are committed, by the fact catalogue: type, bounds, and the people
// near the minimum wage among all employees. A faulty or ambiguous entry keeps its text and its
// reason (Entry, state.h), and its fact is unknown. An empty entry makes the fact unknown and is no
// fault. An entry that changes nothing is no step of the history.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"

namespace uwanose::app {

// The state of an empty page. `frames` as in State.
State start(std::shared_ptr<const rules::RuleBook> rules, std::shared_ptr<const Strings> strings,
            std::vector<std::string> frames = {});

// --- the case
// Any field by its key (keys.h). Of a choice the text is the choice's id, of a yes-or-no "yes" or
// "no", of an expense's category the category's id; "" is わからない.
void commit(State& state, std::string_view key, std::string_view text);
// The document as it would be if what is being typed, by the ids of its fields, were committed.
// What cannot be taken (yet) leaves what was there.
Document with_drafts(const State& state, const core::TextMap& drafts);
// Of an ambiguous entry, the reading meant.
void choose_reading(State& state, std::string_view key, std::size_t index);
void add_expense(State& state);                // at the end; focus goes to its first field
void remove_expense(State& state, RowId row);  // focus goes to the next row, or to the button
// What is written into forms beyond the facts (Case::form_texts); "" takes it out. `field` is the
// id of the node it was written in.
void write_form_text(State& state, std::string_view key, std::string_view text,
                     std::string_view field);
// Says that there are no expenses, which differs from not having said anything.
void declare_no_expenses(State& state, bool none);

void undo(State& state);
void redo(State& state);

// --- what replaces entries: each asks first where something would be lost
void load_sample(State& state, const rules::Case& sample);
void reset(State& state);
// A file that was read without a fault.
struct OpenedCase {
  std::string file_name;
  DocumentRef document;
  core::Faults warnings;
  bool kept = false;  // by this device: never taken without asking
};
// Takes the place of the empty page at once; of anything else after a preview (proposal.h).
void open_case(State& state, OpenedCase opened);
// Cells that were pasted into the field `at`, or read from a file ("" for `at`).
void offer_cells(State& state, const std::string& source, Cells cells, std::string at);
void answer_import(State& state, std::string_view question, std::string_view answer);
void accept_import(State& state);
void decline_import(State& state);
void refuse_file(State& state, std::string_view file_name, core::Faults faults);
void dismiss_file_faults(State& state);
// The answer to state.pending.
void confirm(State& state);
void cancel(State& state);

// --- in and out
void pick_file(State& state);
void save_case(State& state);
void save_assessment(State& state);
void save_handoff(State& state);
void save_table(State& state, std::string_view table);
void print(State& state);
void copy(State& state, std::string_view text);

// --- on this device: off until the user asks; switching it off erases what was kept
void set_keeping(State& state, bool on);
void keeping_failed(State& state);  // the device refuses

// --- how the page is shown
void set_language(State& state, Language language);
void set_view(State& state, View view);
void set_mode(State& state, Mode mode);
void set_strong(State& state, bool on);
void show_help(State& state, bool on);
void allow_letters(State& state, bool on);
void choose_frame(State& state, std::string_view frame_id);  // "" lets the answer choose
void go_to_field(State& state, std::string_view key);

// --- before a room
// Larger type. While it is on, a sample takes the place of one's own work without a question, its
// answer covered; the work comes back when it is switched off.
void set_seminar(State& state, bool on);
void reveal_next(State& state);
void reveal_back(State& state);
void reveal_all(State& state);

// The effects so far, in order; none are left.
std::vector<Effect> take_effects(State& state);

}  // namespace uwanose::app
