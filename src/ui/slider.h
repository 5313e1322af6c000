// A slider: a real range input lies over the painted track. It moves between places from 0 on; what
// a place means is said in words. A figure that must be exact has a field beside it.
#pragma once

#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace uwanose::ui {

struct Slider {
  std::string_view id;
  std::string_view label;
  int place = 0, places = 1;     // at most 255
  std::string_view said;         // what the place means: 30,000,000円
  std::optional<int> mark = {};  // a place to be marked on the track: where it stood
};

// The place it was moved to in this frame, while it is dragged and when it is let go.
std::optional<int> slider(Frame& frame, const Slider& spec);

}  // namespace uwanose::ui
