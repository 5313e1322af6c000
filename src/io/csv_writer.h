// Writes a table as CSV for spreadsheet programs: UTF-8 with a byte-order mark, so that they do not
// take it for Shift_JIS; lines end in CR LF; quoting as RFC 4180 has it.
//
// A spreadsheet computes with what looks like a formula, and turns what looks like a number or a
// date into one: 13 digits become 8.0E+12, 「1-2」 the second of January. CSV has no types, so a
// text that could be taken for either begins with an apostrophe: the sign that spreadsheet users
// know for "text", seen rather than hidden (a tab would travel on into web forms) and no formula
// itself (as
// ="…" would be). Numbers are bare, with their minus sign: they are no texts.
#pragma once

#include <string>
#include <string_view>

#include "core/table.h"

namespace uwanose::io {

std::string write_csv(const core::Table& table);

// Whether a spreadsheet could take the text for a formula, a number, a date or a truth value.
bool needs_apostrophe(std::string_view text);

}  // namespace uwanose::io
