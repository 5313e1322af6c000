// Curves over a quantity: corners joined by straight lines, with marks along the horizontal axis.
// Curves differ by kind of line and shape of point as well as by colour, and so do marks by their
// words. The same figures stand in a table beside them, which the page adds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace uwanose::ui {

enum class CurveLook { thick, thin, dashed };

struct CurvePoint {
  std::int64_t x = 0, y = 0;
};

struct Curve {
  std::string name;
  Colour colour = 0;
  CurveLook look = CurveLook::thin;
  std::vector<CurvePoint> points;  // ascending
  std::vector<CurvePoint> dots;    // painted larger: the present
};

struct CurveMark {
  std::int64_t x = 0;
  std::string words;
  bool strong = false;  // the present
};

struct CurveChart {
  std::string_view id;
  std::string_view name;  // the sentence that stands for the picture
  std::int64_t end = 1;   // of the horizontal axis, which begins at 0
  std::span<const Curve> curves;
  std::span<const CurveMark> marks;
  std::int64_t unit = 10000;  // of both axes
  std::string_view unit_word, axis_word;
  float height = 17;  // em
};

void curve_chart(Frame& frame, const CurveChart& chart);

}  // namespace uwanose::ui
