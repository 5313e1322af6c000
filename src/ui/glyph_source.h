// Where glyphs come from. The browser rasterises them with Canvas 2D and the user's own fonts
// (nothing is read back, so fingerprinting protection does not spoil them); the headless source
// answers fixed metrics and draws nothing.
//
// All lengths are device pixels. `px` is the font size in device pixels, a whole number. The origin
// of a glyph is the point on the baseline where its advance begins.
#pragma once

#include <cstdint>
#include <span>

namespace uwanose::ui {

enum class Weight : std::uint8_t { regular, bold };  // CSS 400 and 700

// Distances from the baseline, both positive, of the font's content box.
struct VerticalMetrics {
  float ascent = 0, descent = 0;
};

// The ink box, measured from the origin; `left` is positive to the left, `ascent` upwards
// (as Canvas 2D's actualBoundingBox…).
struct InkMetrics {
  float advance = 0, left = 0, right = 0, ascent = 0, descent = 0;
};

// One glyph to draw: clear the cell (x, y, width, height) of the atlas, then fill the character
// with its origin at (x + origin_x, y + origin_y). White on transparent, unless it is coloured.
struct GlyphCell {
  int x = 0, y = 0, width = 0, height = 0;
  int origin_x = 0, origin_y = 0;
  float px = 16;
  char32_t codepoint = 0;
  Weight weight = Weight::regular;
  bool coloured = false;
};

class GlyphSource {
 public:
  virtual ~GlyphSource() = default;

  virtual VerticalMetrics vertical(Weight weight, float px) = 0;
  virtual float advance(Weight weight, float px, char32_t codepoint) = 0;
  virtual InkMetrics ink(Weight weight, float px, char32_t codepoint) = 0;
  // An emoji that brings its own colours.
  virtual bool is_coloured(char32_t codepoint) = 0;

  // The atlas was replaced (or the graphics context came back): the mirror becomes `width` ×
  // `height` with these RGBA bytes (all but a few white pixels are empty); every glyph that is
  // still in use is drawn again right after.
  virtual void reset(int width, int height, std::span<const std::uint8_t> rgba) = 0;
  // Draws into the mirror.
  virtual void draw(std::span<const GlyphCell> cells) = 0;
  // Copies a rectangle of the mirror into the renderer's texture of the same size.
  virtual void upload(std::uint32_t texture, int x, int y, int width, int height) = 0;
};

}  // namespace uwanose::ui
