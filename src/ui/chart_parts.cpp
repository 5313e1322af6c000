#include "ui/chart_parts.h"

#include <algorithm>
#include <cmath>

namespace uwanose::ui {
namespace {

std::string with_commas(std::int64_t value) {
  if (value < 0) return "-" + with_commas(-value);
  std::string digits = std::to_string(value);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace

std::int64_t axis_top(std::int64_t largest) {
  constexpr std::int64_t limit = 2'000'000'000'000'000'000;
  for (std::int64_t power = 4; power < limit / 10; power *= 10)
    for (const std::int64_t factor : {1, 2, 5})
      if (power * factor >= largest) return power * factor;
  return limit;
}

float ValueAxis::y(std::int64_t value) const {
  const auto share = static_cast<float>(value - bottom) / static_cast<float>(top - bottom);
  return area.y + area.height * (1 - std::clamp(share, 0.0f, 1.0f));
}

Type axis_type(const Frame& frame, Weight weight) {
  return {frame.em() * frame.theme().small * 0.9f, weight};
}

Type fitted(Type type, std::string_view words, float room) {
  // Each letter takes whole device pixels: the width does not shrink evenly.
  while (type.px > 6 && paint::text_width(words, type) > room) type.px -= 0.5f;
  return type;
}

std::string in_units(std::int64_t value, std::int64_t unit) { return with_commas(value / unit); }

ValueAxis draw_value_axis(Picture& picture, const Frame& frame, const Rect& rect,
                          const AxisLook& look) {
  const Theme& theme = frame.theme();
  const Type type = axis_type(frame);
  ValueAxis axis;
  const std::int64_t highest = std::max<std::int64_t>(look.highest, 1);
  axis.top = axis_top(std::max(highest, -std::min<std::int64_t>(look.lowest, 0)));
  if (look.lowest < 0) axis.bottom = -axis.top;
  const auto word_at = [&](int step) {
    return in_units(axis.bottom + (axis.top - axis.bottom) / axis_steps * step, look.unit);
  };
  float left = 0;
  for (int i = 0; i <= axis_steps; ++i) left = std::max(left, paint::text_width(word_at(i), type));
  const float gap = 0.5f * frame.em();
  left += gap;
  axis.area = {rect.x + left, rect.y + look.above * type.px, rect.width - left,
               rect.height - (look.above + look.below) * type.px};
  picture.text({rect.x, rect.y}, look.unit_word, type, theme.support);
  for (int i = 0; i <= axis_steps; ++i) {
    const float y = axis.area.y + axis.area.height * (1 - static_cast<float>(i) / axis_steps);
    picture.line({axis.area.x, y}, {axis.area.x + axis.area.width, y}, theme.line);
    const std::string word = word_at(i);
    picture.text({axis.area.x - gap - paint::text_width(word, type), y - type.px / 2}, word, type,
                 theme.support);
  }
  picture.line({axis.area.x, axis.y(0)}, {axis.area.x + axis.area.width, axis.y(0)}, theme.border);
  return axis;
}

Legend::Legend(Picture& picture, Frame& frame)
    : picture_(picture),
      frame_(frame),
      x_(frame.cursor().x),
      line_(std::round(1.7f * frame.em() * frame.theme().small)) {}

Legend::~Legend() { frame_.cursor().y += line_; }

Rect Legend::next(std::string_view words) {
  const float small = frame_.em() * frame_.theme().small;
  Cursor& cursor = frame_.cursor();
  const float sign = 1.6f * small;
  const Type type = fitted({small, Weight::regular}, words, cursor.width - 1.4f * sign);
  const float width = 1.4f * sign + paint::text_width(words, type) + small;
  if (x_ > cursor.x && x_ + width > cursor.x + cursor.width) {
    x_ = cursor.x;
    cursor.y += line_;
  }
  const float top = cursor.y + (line_ - small) / 2;
  const Rect square{x_, top, sign, small};
  picture_.text({x_ + 1.4f * sign, top}, words, type, frame_.theme().label);
  x_ += width;
  return square;
}

}  // namespace uwanose::ui
