// Glyphs of fixed size and no pixels: ASCII by class, everything from Japanese one em wide. Text
// then wraps the same on every machine.
#pragma once

#include <cstddef>

#include "ui/glyph_source.h"

namespace uwanose::platform {

class HeadlessGlyphs : public ui::GlyphSource {
 public:
  ui::VerticalMetrics vertical(ui::Weight weight, float px) override;
  float advance(ui::Weight weight, float px, char32_t codepoint) override;
  ui::InkMetrics ink(ui::Weight weight, float px, char32_t codepoint) override;
  bool is_coloured(char32_t codepoint) override;
  void reset(int width, int height, std::span<const std::uint8_t> rgba) override;
  void draw(std::span<const ui::GlyphCell> cells) override;
  void upload(std::uint32_t texture, int x, int y, int width, int height) override;

  // What was asked of it.
  int resets = 0, uploads = 0;
  std::size_t drawn = 0;
  int width = 0, height = 0;
  bool outside = false;  // a cell that does not lie within the atlas
};

}  // namespace uwanose::platform
