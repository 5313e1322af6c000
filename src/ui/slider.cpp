#include "ui/slider.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "ui/paint.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

constexpr float thumb = 28;  // wide, as in web/canvas.css
constexpr float target = 44;

std::optional<int> place_in(const std::string& text, int places) {
  int place = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::clamp(place, 0, places);
}

void paint_slider(const Frame& frame, const Slider& spec, const Rect& rect) {
  const Theme& theme = frame.theme();
  const float way = rect.width - thumb;
  const auto x_of = [&](int place) {
    return rect.x + thumb / 2 +
           way * static_cast<float>(place) / static_cast<float>(std::max(1, spec.places));
  };
  const float y = rect.y + rect.height / 2;
  const float x = x_of(std::clamp(spec.place, 0, spec.places));
  paint::fill({rect.x + thumb / 2, y - 3, way, 6}, theme.border, 3);
  paint::fill({rect.x + thumb / 2, y - 3, x - rect.x - thumb / 2, 6}, theme.primary, 3);
  if (spec.mark) paint::fill({x_of(*spec.mark) - 1, y - 12, 3, 24}, theme.text);
  const bool lit = frame.hovered(spec.id) || frame.pressed(spec.id);
  paint::disc({x, y}, 13, lit ? theme.primary_hover : theme.primary);
  paint::disc({x, y}, 8, theme.background);
  if (frame.focused(spec.id)) paint::focus_ring({x - 14, y - 14, 28, 28}, theme, 14);
}

}  // namespace

std::optional<int> slider(Frame& frame, const Slider& spec) {
  std::optional<int> moved;
  for (const DomEvent& event : frame.events()) {
    const bool given = event.kind == DomEvent::Kind::input || event.kind == DomEvent::Kind::commit;
    if (given && event.id == spec.id) moved = place_in(event.value, spec.places);
  }
  const TextStyle bold{.weight = Weight::bold};
  const float em = frame.em();
  const float said = std::ceil(paint::text_width(spec.said, {em, Weight::bold})) + 1;
  Cursor& cursor = frame.cursor();
  Rect label{cursor.x, cursor.y, cursor.width - said - em, 0};
  const bool beside = label.width >= 8 * em;
  if (!beside) label.width = cursor.width;
  label.height = text_height(frame, spec.label, label.width, bold);
  paint_text(frame, spec.label, label, bold);
  frame.take(label.height);
  Rect value{label.x + label.width + em, label.y, said, label.height};
  if (!beside) value = frame.take(std::round(frame.line(em)));
  paint_text(frame, spec.said, value, bold);
  const Rect rect = frame.take(target);
  paint_slider(frame, spec, rect);
  Node& node = frame.append(Role::slider, spec.id, rect, spec.label);
  node.label_rect = label;
  describe_text(frame, node, spec.label, label.width, bold);
  node.level = spec.places;
  node.unit = spec.said;
  frame.publish_value(node, std::to_string(spec.place));
  return moved;
}

}  // namespace uwanose::ui
