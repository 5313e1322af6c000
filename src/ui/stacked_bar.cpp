#include "ui/stacked_bar.h"

#include <algorithm>
#include <cmath>

#include "ui/picture.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

void draw_ground(Picture& picture, const Frame& frame, const Part& part, const Rect& rect) {
  const Colour white = frame.theme().background;
  picture.fill(rect, part.look == PartLook::outlined ? white : part.colour);
  if (part.look == PartLook::striped) picture.hatch(rect, white, 6, 1.5f);
  if (part.look != PartLook::solid) picture.stroke(rect, part.colour, 2);
}

void draw_part(Picture& picture, const Frame& frame, const Part& part, const Rect& rect) {
  draw_ground(picture, frame, part, rect);
  const Theme& theme = frame.theme();
  const Type type{frame.em() * theme.small, Weight::bold};
  const float words = paint::text_width(part.sign, type);
  const float pad = 0.3f * frame.em();
  if (words + 4 * pad > rect.width) return;
  const Point at{rect.x + (rect.width - words) / 2, rect.y + (rect.height - type.px) / 2};
  const bool solid = part.look == PartLook::solid;
  if (part.look == PartLook::striped)
    picture.fill({at.x - pad, rect.y + 2, words + 2 * pad, rect.height - 4}, theme.background);
  picture.text(at, part.sign, type, solid ? theme.on_primary : theme.text);
}

// Its sign as in the bar, beside label and value.
void legend_line(Frame& frame, const std::string& id, const Part& part) {
  Cursor& cursor = frame.cursor();
  const Cursor outer = cursor;
  const float side = std::round(0.9f * frame.em());
  const float line = frame.line(frame.em());
  cursor.y += (line - side) / 2;
  cursor.width = side;
  Picture sign(frame);
  draw_ground(sign, frame, part, frame.take(side));
  sign.paint();
  cursor = {outer.x + 1.4f * side, outer.y, outer.width - 1.4f * side};
  label_value(frame, id, part.label, part.value);
  cursor.x = outer.x;
  cursor.width = outer.width;
}

}  // namespace

void stacked_bar(Frame& frame, std::string_view id, std::string_view name,
                 std::span<const Part> parts, bool with_legend) {
  const Theme& theme = frame.theme();
  std::int64_t whole = 0;
  for (const Part& part : parts) whole += part.amount;
  Picture picture(frame);
  const Rect rect = frame.take(std::round(1.5f * frame.em()));
  float x = rect.x;
  for (const Part& part : parts) {
    if (part.amount <= 0) continue;
    const auto share = static_cast<float>(part.amount) / static_cast<float>(whole);
    const float width = rect.width * share;
    // A seam tells neighbours apart without colour.
    draw_part(picture, frame, part, {x, rect.y, std::max(2.0f, width - 2), rect.height});
    x += width;
  }
  if (whole == 0) picture.stroke(rect, theme.line, 1);
  picture.show(id, name);
  if (!with_legend) return;
  frame.gap(0.4f);
  std::size_t index = 0;
  for (const Part& part : parts)
    legend_line(frame, std::string(id) + "." + std::to_string(index++), part);
}

}  // namespace uwanose::ui
