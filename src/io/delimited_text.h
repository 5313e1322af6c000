// Cells from delimited text: what accounting software exports (CSV) and what spreadsheets copy
// (cells between tabs).
//
// RFC 4180: a cell in double quotes may hold the delimiter, line ends and doubled quotes. A quote
// within a bare cell is an ordinary character. Lines end with CR LF, LF or CR; empty lines at the
// end are dropped, and a first line `sep=;` is taken as what it says. Rows keep the number of cells
// that they have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"

namespace uwanose::io {

inline constexpr std::size_t max_cells = 200'000;

struct DelimitedText {
  std::vector<std::vector<std::string>> cells;
  core::Faults faults;  // no UTF-8, no text at all, too many cells, a quote that is never closed
};

// By the delimiter that the first lines have most of: tab, comma or semicolon.
DelimitedText read_delimited(std::string_view text);
DelimitedText read_delimited(std::string_view text, char delimiter);

}  // namespace uwanose::io
