// A table of figures and words for people's own tools: rows of cells, of which each is a whole
// number, a text, or empty. What is a number and what only looks like one (a corporate number) is
// decided where the table is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace uwanose::core {

struct Cell {
  std::optional<std::int64_t> number;
  std::string text;  // where there is no number; "" is an empty cell

  Cell() = default;
  Cell(std::int64_t figure) : number(figure) {}                 // NOLINT: a cell of it
  Cell(std::optional<std::int64_t> figure) : number(figure) {}  // NOLINT: likewise
  Cell(std::string words) : text(std::move(words)) {}           // NOLINT: likewise
  Cell(std::string_view words) : text(words) {}                 // NOLINT: likewise
  Cell(const char* words) : text(words) {}                      // NOLINT: likewise
  friend bool operator==(const Cell&, const Cell&) = default;
};

using Table = std::vector<std::vector<Cell>>;

}  // namespace uwanose::core
