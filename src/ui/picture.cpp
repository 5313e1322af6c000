#include "ui/picture.h"

#include <algorithm>
#include <utility>

namespace uwanose::ui {
namespace {

using Kind = DrawnShape::Kind;

void paint_shape(const DrawnShape& shape, Point origin) {
  const Point at{origin.x + shape.x, origin.y + shape.y};
  const Point to{origin.x + shape.a, origin.y + shape.b};
  switch (shape.kind) {
    case Kind::fill: return paint::fill({at.x, at.y, shape.a, shape.b}, shape.colour, shape.size);
    case Kind::line: return paint::line(at, to, shape.colour, shape.size);
    case Kind::dashes: return paint::dashes(at, to, shape.colour, shape.size);
    case Kind::disc: return paint::disc(at, shape.size, shape.colour);
    case Kind::text:
      return paint::text(at, shape.words, {shape.size, Weight::regular}, shape.colour);
    case Kind::bold_text:
      return paint::text(at, shape.words, {shape.size, Weight::bold}, shape.colour);
  }
}

}  // namespace

Picture::Picture(Frame& frame)
    : frame_(frame), rect_{frame.cursor().x, frame.cursor().y, frame.cursor().width, 0} {
  add(Kind::fill, {rect_.x, rect_.y}, frame.theme().background);
}

Picture::Picture(Frame& frame, const Rect& rect, Colour ground)
    : frame_(frame), rect_(rect), own_ground_(true) {
  fill(rect, ground);
}

DrawnShape& Picture::add(Kind kind, Point at, Colour colour) {
  DrawnShape& shape = shapes_.emplace_back();
  shape.kind = kind;
  shape.colour = colour;
  shape.x = at.x - rect_.x;
  shape.y = at.y - rect_.y;
  return shape;
}

void Picture::fill(const Rect& rect, Colour colour, float radius) {
  DrawnShape& shape = add(Kind::fill, {rect.x, rect.y}, colour);
  shape.a = rect.width;
  shape.b = rect.height;
  shape.size = radius;
}

void Picture::line(Point from, Point to, Colour colour, float width) {
  DrawnShape& shape = add(Kind::line, from, colour);
  shape.a = to.x - rect_.x;
  shape.b = to.y - rect_.y;
  shape.size = width;
}

void Picture::dashes(Point from, Point to, Colour colour, float width) {
  line(from, to, colour, width);
  shapes_.back().kind = Kind::dashes;
}

void Picture::disc(Point centre, float radius, Colour colour) {
  add(Kind::disc, centre, colour).size = radius;
}

void Picture::square(Point centre, float half, Colour colour) {
  fill({centre.x - half, centre.y - half, 2 * half, 2 * half}, colour);
}

void Picture::stroke(const Rect& rect, Colour colour, float width) {
  fill({rect.x, rect.y, rect.width, width}, colour);
  fill({rect.x, rect.y + rect.height - width, rect.width, width}, colour);
  fill({rect.x, rect.y, width, rect.height}, colour);
  fill({rect.x + rect.width - width, rect.y, width, rect.height}, colour);
}

void Picture::hatch(const Rect& rect, Colour colour, float step, float width) {
  for (float along = step; along < rect.width + rect.height; along += step) {
    // From the left or lower edge up to the upper or right one.
    const float left = std::max(0.0f, along - rect.height);
    const float right = std::min(along, rect.width);
    line({rect.x + left, rect.y + along - left}, {rect.x + right, rect.y + along - right}, colour,
         width);
  }
}

void Picture::text(Point top_left, std::string_view words, Type type, Colour colour) {
  if (words.empty()) return;
  DrawnShape& shape =
      add(type.weight == Weight::bold ? Kind::bold_text : Kind::text, top_left, colour);
  shape.size = type.px;
  shape.words = words;
}

Rect Picture::whole() const {
  if (own_ground_) return rect_;
  return {rect_.x, rect_.y, rect_.width, frame_.cursor().y - rect_.y};
}

void Picture::paint() const {
  if (!paint::visible(whole())) return;
  for (std::size_t i = own_ground_ ? 0 : 1; i < shapes_.size(); ++i)
    paint_shape(shapes_[i], {rect_.x, rect_.y});
}

void Picture::show(std::string_view id, std::string_view name) {
  const Rect rect = whole();
  shapes_.front().a = rect.width;
  shapes_.front().b = rect.height;
  paint();
  frame_.append(Role::image, id, rect, name).drawing = std::move(shapes_);
}

}  // namespace uwanose::ui
