// Charts over a row of columns (months, years): bars, lines and dashes. Series differ by kind of
// line and shape of point as well as by colour. The same figures stand in a table beside them,
// which the page adds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace uwanose::ui {

enum class SeriesLook { bars, line, dashes };

struct Series {
  std::string name;
  Colour colour = 0;
  SeriesLook look = SeriesLook::bars;
  std::vector<std::optional<std::int64_t>> values;  // an unknown one is left out
};

struct Chart {
  std::string_view id;
  std::string_view name;  // the sentence that stands for the picture
  std::span<const std::string> labels;
  std::span<const Series> series;
  std::span<const std::string> marks = {};  // over a column: "a", "b"; "" none
  std::string_view mark_word = {};          // in the legend
  std::int64_t unit = 10000;                // of the axis
  std::string_view unit_word = {};          // 万円
  float height = 15;                        // em
};

void chart(Frame& frame, const Chart& chart);

}  // namespace uwanose::ui
