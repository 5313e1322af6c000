// Painting, in CSS pixels, without a type of Dear ImGui: what widgets draw with.
//
// There are two surfaces. The document is painted where the canvas covers it; the pinned layer is
// painted in viewport coordinates. What lies wholly outside is skipped at once, so a page of a
// thousand rows costs what its visible part costs. Within the document, backgrounds of nested boxes
// lie below all content however late their height is known: a box names its depth.
#pragma once

#include <span>
#include <string_view>

#include "ui/glyph_source.h"
#include "ui/nodes.h"
#include "ui/renderer.h"
#include "ui/theme.h"

namespace uwanose::ui {

struct Type {
  float px = 16;  // CSS pixels
  Weight weight = Weight::regular;

  bool operator==(const Type&) const = default;
};

struct Point {
  float x = 0, y = 0;
};

namespace paint {

inline constexpr int max_depth = 3;  // of nested boxes
inline constexpr int content = max_depth + 1;
inline constexpr int focus = content + 1;  // over its neighbours, however close they stand

void begin(const Surface& surface);
void end();
// While muted nothing is visible and nothing is painted. Nests.
void mute(bool on);
// `layer` in viewport coordinates; everything until leave_pinned() is painted there.
void enter_pinned();
void leave_pinned(const Rect& layer);
// 0 (outermost box) to max_depth, content or focus. Documents only.
void set_depth(int depth);

bool visible(const Rect& rect);

void fill(const Rect& rect, Colour colour, float radius = 0);
// Inside the rectangle's edge.
void stroke(const Rect& rect, Colour colour, float width = 1, float radius = 0);
void line(Point from, Point to, Colour colour, float width = 1);
void polyline(std::span<const Point> points, Colour colour, float width);
void dashes(Point from, Point to, Colour colour, float width);
void disc(Point centre, float radius, Colour colour);
void ring(Point centre, float radius, Colour colour, float width);
void triangle(Point a, Point b, Point c, Colour colour);
// Diagonal stripes, for telling series apart without colour.
void hatch(const Rect& rect, Colour colour, float step);
// The token's focus: 2 px of yellow around the control, then 4 px of black.
void focus_ring(const Rect& rect, const Theme& theme, float radius);
// One line; `top` of its em box.
void text(Point top_left, std::string_view text, Type type, Colour colour);

// CSS pixels.
float advance(char32_t codepoint, Type type);
float text_width(std::string_view text, Type type);

}  // namespace paint
}  // namespace uwanose::ui
