// Reads the checks of a rule pack, each by the fields of its function, and the sources of rules.
#pragma once

#include "io/members.h"
#include "rules/pack.h"

namespace uwanose::io {

void read_check(const Value& value, rules::Check& check, const rules::Catalogue& catalogue,
                Trail& trail);
void read_source(Members& members, rules::Source& source, Trail& trail);

}  // namespace uwanose::io
