// What every chart has: a value axis with round quarters, and a legend below.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/picture.h"

namespace uwanose::ui {

// The end of an axis that holds `largest`: 4, 8 or 20 times a power of ten, so that its quarters
// are round.
std::int64_t axis_top(std::int64_t largest);

inline constexpr int axis_steps = 4;

// Where values from `bottom` to `top` lie, zero among them.
struct ValueAxis {
  Rect area;
  std::int64_t top = 1, bottom = 0;

  float y(std::int64_t value) const;
};

struct AxisLook {
  std::int64_t highest = 0, lowest = 0;  // what it must hold
  std::int64_t unit = 10000;
  std::string_view unit_word;        // 万円
  float above = 2.6f, below = 1.8f;  // lines of small type left free within the rectangle
};
// Grid lines with their values at the left of `rect`.
ValueAxis draw_value_axis(Picture& picture, const Frame& frame, const Rect& rect,
                          const AxisLook& look);

Type axis_type(const Frame& frame, Weight weight = Weight::regular);
// Smaller, where the words would not fit into the room: none are cut off.
Type fitted(Type type, std::string_view words, float room);
std::string in_units(std::int64_t value, std::int64_t unit);

// Entries side by side, wrapping, from the cursor on; leaves the cursor below them.
class Legend {
 public:
  Legend(Picture& picture, Frame& frame);
  ~Legend();
  Legend(const Legend&) = delete;
  Legend& operator=(const Legend&) = delete;
  // The square where the entry's sign is to be drawn.
  Rect next(std::string_view words);

 private:
  Picture& picture_;
  Frame& frame_;
  float x_, line_;
};

}  // namespace uwanose::ui
