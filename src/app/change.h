// What every action is made of: a new document in the old one's place, and requests to the machine.
#pragma once

#include <string>

#include "app/state.h"

namespace uwanose::app {

void ask_for(State& state, Effect::Kind kind, std::string text = {}, bool on = false);
void focus(State& state, std::string key);

// The document takes the present one's place; what follows from it is brought up to date.
void show(State& state, DocumentRef document, bool saved = false);
// As show, as a step that can be undone; `key` is the field that it began in.
void change(State& state, Document next, std::string key);

// A whole other case: a sample, a file, the empty page. `saved`: nothing in it is the user's own
// work yet.
void replace_whole(State& state, Pending next, bool saved);
// The document has left in a file; the notice says so, and what is not in it.
void mark_saved(State& state, const char* notice);

// The document of a case, its rows of expenses with ids of their own.
DocumentRef document_of(State& state, const rules::Case& facts, std::string extra = {});

// Whether the row of an expense is still there; any other field is.
bool has_row(const Document& document, const FieldKey& key);

}  // namespace uwanose::app
