// Glyphs from the user's own fonts, drawn by the browser's Canvas 2D (web/fonts.js).
#pragma once

#include "ui/glyph_source.h"

namespace uwanose::platform {

class CanvasGlyphs final : public ui::GlyphSource {
 public:
  ui::VerticalMetrics vertical(ui::Weight weight, float px) override;
  float advance(ui::Weight weight, float px, char32_t codepoint) override;
  ui::InkMetrics ink(ui::Weight weight, float px, char32_t codepoint) override;
  bool is_coloured(char32_t codepoint) override;
  void reset(int width, int height, std::span<const std::uint8_t> rgba) override;
  void draw(std::span<const ui::GlyphCell> cells) override;
  void upload(std::uint32_t texture, int x, int y, int width, int height) override;
};

}  // namespace uwanose::platform
