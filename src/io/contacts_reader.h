// Reads where to ask (assets/data/contacts.json, format "uwanose-contacts").
#pragma once

#include <string_view>

#include "io/members.h"
#include "rules/catalogue.h"
#include "rules/contacts.h"

namespace uwanose::io {

// Bureaus and municipalities are those of the catalogue.
WholeFile<rules::Contacts> read_contacts(std::string_view bytes, const rules::Catalogue& catalogue);

}  // namespace uwanose::io
