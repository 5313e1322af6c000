// Cells as a spreadsheet or a CSV file gives them, and what their words can tell: labels that mean
// the same however they are written, and the unit that figures stand in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/catalogue.h"

namespace uwanose::app {

struct Judged;  // entry.h

using CellRow = std::vector<std::string>;
using Cells = std::vector<CellRow>;

// "" outside of the table.
std::string_view cell(const Cells& cells, std::size_t row, std::size_t column);
std::size_t width_of(const Cells& cells);

// Half-width, without spaces and brackets: 「［ 売上高　合計 ］」 is 「売上高合計」.
std::string label_of(std::string_view text);

// Reads as a number of yen, perhaps in two ways.
bool is_figure(std::string_view text);

// The factor of the first unit that a cell which is no figure names: 千円, 万円, 百万円. 1 if none.
std::int64_t named_unit(const Cells& cells);

// As judge() (entry.h), of a figure that stands in so many yen. A figure that names its own unit
// (「1.5億」「3千円」) is taken as it is.
Judged judge_cell(const rules::FactDefinition& definition, const rules::Catalogue& catalogue,
                  std::string_view text, std::int64_t unit);

}  // namespace uwanose::app
