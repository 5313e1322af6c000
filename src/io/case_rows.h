// Reads the tables of a case: months, years, wages, expenses. Internal to the case reader.
#pragma once

#include <string_view>

#include "io/case_file.h"
#include "io/case_shape.h"
#include "io/values.h"
#include "rules/case.h"

namespace uwanose::io {

// A member that nobody knows, which is kept; names() are those that could have been meant.
template <typename Names>
void warn_unknown(std::string_view name, Trail& trail, const Names& names) {
  // Looking for the nearest name takes time: a file of nothing but unknown names gets so many
  // hints.
  constexpr std::size_t most_hints = 100;
  const std::string_view near =
      trail.warnings.size() < most_hints ? near_name(name, names()) : std::string_view();
  trail.warn(near.empty() ? "warning.unknown_field" : "warning.unknown_field_near",
             "unknown field, kept as it is" + did_you_mean(near), {std::string(near)});
}

// The unknown members, by row. `kind` is that of a table. `notes`: how expenses were entered; null
// leaves that unread.
Value read_rows(Value& list, CaseShape::Kind kind, const rules::Catalogue& catalogue, Trail& trail,
                rules::Case& into, EntryNotes* notes);

}  // namespace uwanose::io
