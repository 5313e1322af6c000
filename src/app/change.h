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

// Whether the row of an expense is still there; any other field is.
bool has_row(const Document& document, const FieldKey& key);

}  // namespace uwanose::app
