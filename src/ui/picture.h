// A picture in the making: shapes that are described once and painted twice, by Dear ImGui into the
// canvas and by the page as SVG in the text view and in print (web/picture.js).
//
// Places are given in the frame's coordinates. The picture becomes one image node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/paint.h"

namespace uwanose::ui {

class Picture {
 public:
  // On the page's ground; takes the room between here and the cursor when it is shown.
  explicit Picture(Frame& frame);
  // On a ground of its own.
  Picture(Frame& frame, const Rect& rect, Colour ground);

  void fill(const Rect& rect, Colour colour, float radius = 0);
  void line(Point from, Point to, Colour colour, float width = 1);
  void dashes(Point from, Point to, Colour colour, float width);
  void disc(Point centre, float radius, Colour colour);
  void square(Point centre, float half, Colour colour);
  // An edge within the rectangle.
  void stroke(const Rect& rect, Colour colour, float width);
  // Diagonal stripes, to tell neighbours apart without colour.
  void hatch(const Rect& rect, Colour colour, float step, float width);
  void text(Point top_left, std::string_view words, Type type, Colour colour);

  // Paints it, and appends its node.
  void show(std::string_view id, std::string_view name);
  // Paints it only: an ornament that words beside it say.
  void paint() const;

 private:
  Rect whole() const;
  DrawnShape& add(DrawnShape::Kind kind, Point at, Colour colour);

  Frame& frame_;
  Rect rect_;  // as far as it is known at the start
  bool own_ground_ = false;
  std::vector<DrawnShape> shapes_;
};

}  // namespace uwanose::ui
