// Reads the fact catalogue (assets/rules/facts.json, format "uwanose-facts").
#pragma once

#include <string_view>

#include "io/members.h"
#include "rules/catalogue.h"

namespace uwanose::io {

WholeFile<rules::Catalogue> read_catalogue(std::string_view bytes);

// One fact, of the catalogue or of a pack.
void read_fact(const Value& value, rules::FactDefinition& fact, Trail& trail);
// An id with its label.
void read_choice_definition(const Value& value, rules::Choice& choice, Trail& trail);

}  // namespace uwanose::io
