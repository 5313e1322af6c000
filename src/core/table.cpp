#include "core/table.h"

#include <utility>

namespace uwanose::core {

// Out of line: tables are written cell by cell in many places, and small counts.
Cell::Cell() = default;
Cell::Cell(std::int64_t figure) : number(figure) {}
Cell::Cell(std::optional<std::int64_t> figure) : number(figure) {}
Cell::Cell(std::string words) : text(std::move(words)) {}
Cell::Cell(std::string_view words) : text(words) {}
Cell::Cell(const char* words) : text(words) {}
Cell::Cell(const Cell& other) = default;
Cell::Cell(Cell&& other) noexcept = default;
Cell& Cell::operator=(const Cell& other) = default;
Cell& Cell::operator=(Cell&& other) noexcept = default;
Cell::~Cell() = default;

}  // namespace uwanose::core
