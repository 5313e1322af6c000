// From files to a compiled rule book: the catalogue, then each pack read, compiled and appended in
// the given order. All or nothing: a fault anywhere leaves no book.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/fault.h"
#include "rules/assessment.h"

namespace uwanose::io {

struct RuleFile {
  std::string_view name;  // for the place of a fault: "rules/nagano_plus_1.json"
  std::string_view bytes;
};

struct RuleBookFile {
  std::optional<rules::RuleBook> value;
  core::Faults faults;  // `FILE: frames[2].national.variants[0].cap`
};

RuleBookFile load_rule_book(const RuleFile& catalogue, std::span<const RuleFile> packs);

// Appends one more pack to a book; what is wrong with it leaves the book as it is.
core::Faults add_pack(rules::RuleBook& book, const RuleFile& file);

// Where to ask; what is wrong with the file leaves the book as it is.
core::Faults add_contacts(rules::RuleBook& book, const RuleFile& file);

}  // namespace uwanose::io
