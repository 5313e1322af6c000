#include "platform/web/canvas_glyphs.h"

#include <cstddef>

#include "platform/web/host.h"

namespace uwanose::platform {

// web/fonts.js reads cells from memory as nine words.
static_assert(sizeof(ui::GlyphCell) == 36);
static_assert(offsetof(ui::GlyphCell, origin_x) == 16 && offsetof(ui::GlyphCell, px) == 24 &&
              offsetof(ui::GlyphCell, codepoint) == 28 && offsetof(ui::GlyphCell, weight) == 32 &&
              offsetof(ui::GlyphCell, coloured) == 33);
static_assert(sizeof(ui::VerticalMetrics) == 8 && sizeof(ui::InkMetrics) == 20);

ui::VerticalMetrics CanvasGlyphs::vertical(ui::Weight weight, float px) {
  ui::VerticalMetrics metrics;
  host_glyph_vertical(static_cast<int>(weight), px, &metrics.ascent);
  return metrics;
}

float CanvasGlyphs::advance(ui::Weight weight, float px, char32_t codepoint) {
  return host_glyph_advance(static_cast<int>(weight), px, codepoint);
}

ui::InkMetrics CanvasGlyphs::ink(ui::Weight weight, float px, char32_t codepoint) {
  ui::InkMetrics metrics;
  host_glyph_ink(static_cast<int>(weight), px, codepoint, &metrics.advance);
  return metrics;
}

bool CanvasGlyphs::is_coloured(char32_t codepoint) { return host_glyph_coloured(codepoint) != 0; }

void CanvasGlyphs::reset(int width, int height, std::span<const std::uint8_t> rgba) {
  host_glyph_reset(width, height, rgba.data(), rgba.size());
}

void CanvasGlyphs::draw(std::span<const ui::GlyphCell> cells) {
  host_glyph_draw(cells.data(), cells.size());
}

void CanvasGlyphs::upload(std::uint32_t texture, int x, int y, int width, int height) {
  host_glyph_upload(texture, x, y, width, height);
}

}  // namespace uwanose::platform
