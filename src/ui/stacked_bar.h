// One bar of parts that add up, each labelled, with its legend below. Parts differ by their ground
// (solid, striped, outlined) as well as by colour.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace uwanose::ui {

enum class PartLook { solid, striped, outlined };

struct Part {
  std::string label, value;  // in the legend
  std::int64_t amount = 0;   // at least 0
  Colour colour = 0;
  std::string sign = {};  // within the bar, where it fits: 国
  PartLook look = PartLook::solid;
};

// `name` is the sentence that stands for the picture.
void stacked_bar(Frame& frame, std::string_view id, std::string_view name,
                 std::span<const Part> parts, bool with_legend = true);

}  // namespace uwanose::ui
