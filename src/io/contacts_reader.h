// Reads where to ask (assets/data/contacts.json, format "uwanose-contacts").
#pragma once

#include <optional>
#include <string_view>

#include "core/fault.h"
#include "rules/catalogue.h"
#include "rules/contacts.h"

namespace uwanose::io {

struct ContactsFile {
  std::optional<rules::Contacts> value;  // none if there is a fault
  core::Faults faults;
};

// Bureaus and municipalities are those of the catalogue.
ContactsFile read_contacts(std::string_view bytes, const rules::Catalogue& catalogue);

}  // namespace uwanose::io
