// The compact form of a rule book: what its JSON says, read, checked and compiled already, so that
// the page is ready without doing that again. Made when the page is built, for that page; no
// format for exchange, which is the JSON of the packs.
//
// Whole, in every member: a book that is read back gives the same assessments, under the hashes of
// the packs' own bytes. It carries a version and a checksum, and every length in it is held against
// the bytes that there are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/assessment.h"

namespace uwanose::io {

std::string write_compact(const rules::RuleBook& book);

// nullopt where the bytes are not what `write_compact` of this version gave.
std::optional<rules::RuleBook> read_compact(std::string_view bytes);

}  // namespace uwanose::io
