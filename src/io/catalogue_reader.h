// Reads the fact catalogue (assets/rules/facts.json, format "uwanose-facts").
#pragma once

#include <optional>
#include <string_view>

#include "core/fault.h"
#include "io/members.h"
#include "rules/catalogue.h"

namespace uwanose::io {

struct CatalogueFile {
  std::optional<rules::Catalogue> value;  // none if there is a fault
  core::Faults faults;
};

CatalogueFile read_catalogue(std::string_view bytes);

// One fact, of the catalogue or of a pack.
void read_fact(const Value& value, rules::FactDefinition& fact, Trail& trail);
// "format" and the version under `version_key`.
bool read_header(Members& members, std::string_view format, std::string_view version_key);

}  // namespace uwanose::io
