#include "platform/headless/headless_glyphs.h"

#include <string_view>

namespace uwanose::platform {
namespace {

float ems(char32_t c) {
  constexpr std::u32string_view narrow = U" ijl.,:;'!|()[]";
  constexpr std::u32string_view broad = U"mwMW%@";
  if (c >= 0x250) return 1;
  if (narrow.find(c) != std::u32string_view::npos) return 0.3125f;
  if (broad.find(c) != std::u32string_view::npos) return 0.875f;
  if (c >= U'A' && c <= U'Z') return 0.6875f;
  return 0.5625f;
}

}  // namespace

ui::VerticalMetrics HeadlessGlyphs::vertical(ui::Weight, float px) {
  return {px * 1.16f, px * 0.288f};
}

float HeadlessGlyphs::advance(ui::Weight, float px, char32_t codepoint) {
  return px * ems(codepoint);
}

ui::InkMetrics HeadlessGlyphs::ink(ui::Weight, float px, char32_t codepoint) {
  const float wide = px * ems(codepoint);
  return {wide, 0, wide, px * 0.8f, px * 0.2f};
}

bool HeadlessGlyphs::is_coloured(char32_t codepoint) {
  return codepoint >= 0x1f300 && codepoint < 0x1fb00;
}

void HeadlessGlyphs::reset(int new_width, int new_height, std::span<const std::uint8_t> rgba) {
  ++resets;
  width = new_width;
  height = new_height;
  outside = outside ||
            rgba.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
}

void HeadlessGlyphs::draw(std::span<const ui::GlyphCell> cells) {
  drawn += cells.size();
  for (const ui::GlyphCell& cell : cells)
    outside = outside || cell.x < 0 || cell.y < 0 || cell.x + cell.width > width ||
              cell.y + cell.height > height;
}

void HeadlessGlyphs::upload(std::uint32_t, int x, int y, int part_width, int part_height) {
  ++uploads;
  outside = outside || x < 0 || y < 0 || x + part_width > width || y + part_height > height;
}

}  // namespace uwanose::platform
