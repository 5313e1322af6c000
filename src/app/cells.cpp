#include "app/cells.h"

#include <algorithm>
#include <array>

#include "app/entry.h"
#include "core/japanese_number.h"
#include "core/utf8.h"

namespace uwanose::app {

namespace {

// A number that names its own unit is not counted in that of its table.
bool names_unit(std::string_view text) {
  constexpr std::array<std::string_view, 6> units{"円", "千", "万", "億", "兆", "百"};
  return std::any_of(units.begin(), units.end(), [&](std::string_view unit) {
    return text.find(unit) != std::string_view::npos;
  });
}

}  // namespace

std::string_view cell(const Cells& cells, std::size_t row, std::size_t column) {
  if (row >= cells.size() || column >= cells[row].size()) return {};
  return cells[row][column];
}

std::size_t width_of(const Cells& cells) {
  std::size_t width = 0;
  for (const CellRow& row : cells) width = std::max(width, row.size());
  return width;
}

std::string label_of(std::string_view text) {
  constexpr std::u32string_view left_out = U" \t\r\n[]()<>{}【】〔〕《》「」『』・･:";
  std::string label;
  for (const core::DecodedCharacter& c : core::code_points(text)) {
    const char32_t folded = core::fold_full_width(c.code_point);
    if (left_out.find(folded) == std::u32string_view::npos) core::append_utf8(label, folded);
  }
  return label;
}

bool is_figure(std::string_view text) {
  const core::DecimalEntry entry = core::parse_decimal(text, "円");
  return entry.kind == core::EntryKind::value || entry.kind == core::EntryKind::ambiguous;
}

std::int64_t named_unit(const Cells& cells) {
  struct Unit {
    std::string_view word;
    std::int64_t factor;
  };
  constexpr std::array<Unit, 3> units{{{"百万円", 1'000'000}, {"千円", 1'000}, {"万円", 10'000}}};
  for (const CellRow& row : cells) {
    for (const std::string& text : row) {
      if (text.empty() || is_figure(text)) continue;
      const std::string label = label_of(text);
      for (const Unit& unit : units) {
        if (label.find(unit.word) != std::string::npos) return unit.factor;
      }
    }
  }
  return 1;
}

Judged judge_cell(const rules::FactDefinition& definition, const rules::Catalogue& catalogue,
                  std::string_view text, std::int64_t unit) {
  if (unit == 1 || to_string(definition.unit) != "yen" || names_unit(text)) {
    return judge(definition, catalogue, text);
  }
  const core::DecimalEntry entry = core::parse_decimal(text);
  if (entry.kind != core::EntryKind::value) return judge(definition, catalogue, text);
  int zeros = 0;
  for (std::int64_t rest = unit; rest > 1; rest /= 10) ++zeros;
  const auto yen = core::shifted(entry.value, zeros);
  if (!yen)
    return {std::nullopt, {std::string(text), {"entry.unexpected", {std::string(text)}}, {}}};
  return judge_reading(definition, text, core::to_plain_text(*yen));
}

}  // namespace uwanose::app
