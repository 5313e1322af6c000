#include "ui/curve_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/chart_parts.h"

namespace uwanose::ui {
namespace {

struct Plot {
  ValueAxis axis;
  std::int64_t end = 1;

  float x(std::int64_t value) const {
    const auto share = static_cast<float>(value) / static_cast<float>(end);
    return axis.area.x + axis.area.width * std::clamp(share, 0.0f, 1.0f);
  }
  Point at(const CurvePoint& point) const { return {x(point.x), axis.y(point.y)}; }
  float bottom() const { return axis.area.y + axis.area.height; }
};

void draw_labels(Picture& picture, const Frame& frame, const CurveChart& chart, const Plot& plot,
                 const Rect& rect) {
  const Theme& theme = frame.theme();
  const Type type = axis_type(frame);
  float free = rect.x;
  for (int i = 0; i <= axis_steps; ++i) {
    const std::int64_t value = chart.end / axis_steps * i;
    const std::string word = in_units(value, chart.unit);
    const float width = paint::text_width(word, type);
    const float x = std::min(plot.x(value) - width / 2, rect.x + rect.width - width);
    picture.line({plot.x(value), plot.bottom()}, {plot.x(value), plot.bottom() + 4}, theme.border);
    if (x < free) continue;
    picture.text({x, plot.bottom() + 0.5f * type.px}, word, type, theme.support);
    free = x + width + type.px;
  }
  const Type small = fitted(type, chart.axis_word, rect.width);
  const float width = paint::text_width(chart.axis_word, small);
  picture.text({rect.x + rect.width - width, plot.bottom() + 1.9f * type.px}, chart.axis_word,
               small, theme.support);
}

// Each has a line down to the axis; its words stand above the plot, in the lowest row with room.
struct PlacedMark {
  const CurveMark* mark;
  Type type;
  float left, width;
  int row;
};

std::vector<PlacedMark> place_marks(const Frame& frame, const CurveChart& chart, float left,
                                    float width) {
  std::vector<PlacedMark> placed;
  for (const CurveMark& mark : chart.marks) {
    const Weight weight = mark.strong ? Weight::bold : Weight::regular;
    const Type type = fitted(axis_type(frame, weight), mark.words, width);
    const float words = paint::text_width(mark.words, type);
    const float share = static_cast<float>(mark.x) / static_cast<float>(chart.end);
    const float x = std::clamp(left + width * share - words / 2, left, left + width - words);
    int row = 0;
    const auto taken = [&](const PlacedMark& other) {
      return other.row == row && x < other.left + other.width + type.px &&
             other.left < x + words + type.px;
    };
    while (std::any_of(placed.begin(), placed.end(), taken)) ++row;
    placed.push_back({&mark, type, x, words, row});
  }
  return placed;
}

void draw_marks(Picture& picture, const Frame& frame, const std::vector<PlacedMark>& marks,
                const Plot& plot) {
  const Theme& theme = frame.theme();
  const float px = axis_type(frame).px;
  const auto top_of = [&](const PlacedMark& placed) {
    return plot.axis.area.y - (static_cast<float>(placed.row) + 1) * 1.4f * px;
  };
  const auto colour_of = [&](const PlacedMark& placed) {
    return placed.mark->strong ? theme.text : theme.support;
  };
  for (const PlacedMark& placed : marks) {
    const float x = plot.x(placed.mark->x);
    const Point from{x, top_of(placed) + 1.2f * px}, to{x, plot.bottom()};
    if (placed.mark->strong)
      picture.line(from, to, colour_of(placed), 2);
    else
      picture.dashes(from, to, colour_of(placed), 1);
  }
  // No line crosses the words of another mark.
  for (const PlacedMark& placed : marks) {
    const float top = top_of(placed);
    picture.fill({placed.left - 2, top, placed.width + 4, 1.2f * px}, theme.background);
    picture.text({placed.left, top}, placed.mark->words, placed.type, colour_of(placed));
  }
}

void draw_line(Picture& picture, Point from, Point to, const Curve& curve) {
  if (curve.look == CurveLook::dashed) return picture.dashes(from, to, curve.colour, 2);
  picture.line(from, to, curve.colour, curve.look == CurveLook::thick ? 3.0f : 2.0f);
}

void draw_dot(Picture& picture, Point at, float size, const Curve& curve) {
  if (curve.look == CurveLook::thick) return picture.disc(at, size, curve.colour);
  picture.square(at, 0.8f * size, curve.colour);
}

void draw_curve(Picture& picture, const Curve& curve, const Plot& plot) {
  for (std::size_t i = 1; i < curve.points.size(); ++i)
    draw_line(picture, plot.at(curve.points[i - 1]), plot.at(curve.points[i]), curve);
  for (const CurvePoint& point : curve.dots) draw_dot(picture, plot.at(point), 6, curve);
}

}  // namespace

void curve_chart(Frame& frame, const CurveChart& chart) {
  Picture picture(frame);
  const Rect rect = frame.take(std::round(chart.height * frame.em()));
  AxisLook look;
  look.unit = chart.unit;
  look.unit_word = chart.unit_word;
  for (const Curve& curve : chart.curves)
    for (const CurvePoint& point : curve.points) look.highest = std::max(look.highest, point.y);
  // The words of the axis take about as much at the left as a limit's words take above.
  const std::vector<PlacedMark> first = place_marks(frame, chart, rect.x, rect.width * 0.85f);
  int rows = 0;
  for (const PlacedMark& placed : first) rows = std::max(rows, placed.row + 1);
  look.above = 1.6f + 1.4f * static_cast<float>(rows);
  look.below = 3.4f;
  Plot plot{draw_value_axis(picture, frame, rect, look), chart.end};
  draw_labels(picture, frame, chart, plot, rect);
  draw_marks(picture, frame, place_marks(frame, chart, plot.axis.area.x, plot.axis.area.width),
             plot);
  for (const Curve& curve : chart.curves) draw_curve(picture, curve, plot);
  frame.gap(0.4f);
  {
    Legend legend(picture, frame);
    for (const Curve& curve : chart.curves) {
      const Rect square = legend.next(curve.name);
      const float y = square.y + square.height / 2;
      draw_line(picture, {square.x, y}, {square.x + square.width, y}, curve);
      if (!curve.dots.empty()) draw_dot(picture, {square.x + square.width / 2, y}, 4, curve);
    }
  }
  picture.show(chart.id, chart.name);
}

}  // namespace uwanose::ui
