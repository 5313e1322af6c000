// A table of figures and words for people's own tools: rows of cells, of which each is a whole
// number, a text, or empty. What is a number and what only looks like one (a corporate number) is
// decided where the table is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace uwanose::core {

struct Cell {
  std::optional<std::int64_t> number;
  std::string text;  // where there is no number; "" is an empty cell

  Cell();
  Cell(std::int64_t figure);                 // NOLINT: a cell of it, likewise below
  Cell(std::optional<std::int64_t> figure);  // NOLINT
  Cell(std::string words);                   // NOLINT
  Cell(std::string_view words);              // NOLINT
  Cell(const char* words);                   // NOLINT
  Cell(const Cell& other);
  Cell(Cell&& other) noexcept;
  Cell& operator=(const Cell& other);
  Cell& operator=(Cell&& other) noexcept;
  ~Cell();
  friend bool operator==(const Cell&, const Cell&) = default;
};

using Table = std::vector<std::vector<Cell>>;

}  // namespace uwanose::core
