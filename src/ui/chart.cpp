#include "ui/chart.h"

#include <algorithm>
#include <cmath>

#include "ui/chart_parts.h"

namespace uwanose::ui {
namespace {

struct Plot {
  ValueAxis axis;
  float column = 0;

  float x(std::size_t index) const {
    return axis.area.x + column * (static_cast<float>(index) + 0.5f);
  }
  float y(std::int64_t value) const { return axis.y(value); }
};

AxisLook look_of(const Chart& chart) {
  AxisLook look;
  look.unit = chart.unit;
  look.unit_word = chart.unit_word;
  for (const Series& series : chart.series)
    for (const auto& value : series.values) {
      look.highest = std::max(look.highest, value.value_or(0));
      look.lowest = std::min(look.lowest, value.value_or(0));
    }
  return look;
}

void draw_marks(Picture& picture, const Frame& frame, const Chart& chart, const Plot& plot,
                const Rect& rect) {
  const Theme& theme = frame.theme();
  const Rect& area = plot.axis.area;
  float ends[2] = {rect.x - 1, rect.x - 1};  // of the lower and the upper row
  for (std::size_t i = 0; i < chart.marks.size(); ++i) {
    if (chart.marks[i].empty()) continue;
    const float left = area.x + plot.column * static_cast<float>(i);
    picture.fill({left, area.y, plot.column, area.height}, theme.unknown_soft);
    const Type type = fitted(axis_type(frame, Weight::bold), chart.marks[i], rect.width);
    const float width = paint::text_width(chart.marks[i], type);
    const float x = std::clamp(plot.x(i) - width / 2, rect.x, rect.x + rect.width - width);
    // Beside the one before it, or above where they would touch.
    const float least = x - 0.2f * type.px;
    const bool upper = ends[0] > least;
    if (upper && ends[1] > least) continue;
    ends[upper ? 1 : 0] = x + width;
    picture.text({x, area.y - type.px * (upper ? 2.2f : 1.2f)}, chart.marks[i], type,
                 theme.unknown);
  }
}

// As many labels as find room.
void draw_labels(Picture& picture, const Frame& frame, const Chart& chart, const Plot& plot,
                 const Rect& rect) {
  const Type type = axis_type(frame);
  const Rect& area = plot.axis.area;
  float widest = 1;
  for (const std::string& label : chart.labels)
    widest = std::max(widest, paint::text_width(label, type));
  const auto every =
      static_cast<std::size_t>(std::max(1.0f, std::ceil((widest + 0.6f * type.px) / plot.column)));
  float end = rect.x - type.px;
  for (std::size_t i = 0; i < chart.labels.size(); i += every) {
    const float width = paint::text_width(chart.labels[i], type);
    const float x = std::clamp(plot.x(i) - width / 2, rect.x, rect.x + rect.width - width);
    if (x < end + 0.4f * type.px) continue;
    end = x + width;
    picture.text({x, area.y + area.height + 0.4f * type.px}, chart.labels[i], type,
                 frame.theme().support);
  }
}

// A disc for the first series of points, squares for the next.
void draw_point(Picture& picture, Point at, float size, std::size_t index, Colour colour) {
  if (index % 2 == 0) return picture.disc(at, size, colour);
  picture.square(at, size, colour);
}

void draw_bars(Picture& picture, const Plot& plot, const Series& series) {
  const float width = std::max(1.0f, plot.column * 0.66f);
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) continue;
    const float from = plot.y(0), to = plot.y(*series.values[i]);
    picture.fill(
        {plot.x(i) - width / 2, std::min(from, to), width, std::max(1.0f, std::abs(from - to))},
        series.colour);
  }
}

// Points that follow on each other are joined; a gap stays a gap.
void draw_line(Picture& picture, const Plot& plot, const Series& series, std::size_t index,
               Colour ground) {
  std::optional<Point> before;
  const float size = plot.column < 14 ? 2.0f : 3.5f;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) {
      before.reset();
      continue;
    }
    const Point here{plot.x(i), plot.y(*series.values[i])};
    if (series.look == SeriesLook::dashes) {
      const float half = plot.column * 0.42f;
      const Point from{here.x - half, here.y}, to{here.x + half, here.y};
      picture.line({from.x, from.y - 1}, {to.x, to.y - 1}, ground, 4);  // stands out of a bar
      picture.line(from, to, series.colour, 2);
    } else {
      if (before) picture.line(*before, here, series.colour, 1.5f);
      draw_point(picture, here, size, index, series.colour);
    }
    before = here;
  }
}

void draw_sign(Picture& picture, const Rect& square, const Series& series, std::size_t index) {
  if (series.look == SeriesLook::bars) return picture.fill(square, series.colour);
  const float y = square.y + square.height / 2;
  picture.line({square.x, y}, {square.x + square.width, y}, series.colour, 2);
  if (series.look == SeriesLook::line)
    draw_point(picture, {square.x + square.width / 2, y}, 3.5f, index, series.colour);
}

}  // namespace

void chart(Frame& frame, const Chart& chart) {
  Picture picture(frame);
  const Rect rect = frame.take(std::round(chart.height * frame.em()));
  Plot plot;
  plot.axis = draw_value_axis(picture, frame, rect, look_of(chart));
  plot.column = plot.axis.area.width / std::max<float>(1, static_cast<float>(chart.labels.size()));
  draw_marks(picture, frame, chart, plot, rect);
  draw_labels(picture, frame, chart, plot, rect);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const Series& series = chart.series[i];
    if (series.look == SeriesLook::bars)
      draw_bars(picture, plot, series);
    else
      draw_line(picture, plot, series, i, frame.theme().background);
  }
  {
    Legend legend(picture, frame);
    for (std::size_t i = 0; i < chart.series.size(); ++i)
      draw_sign(picture, legend.next(chart.series[i].name), chart.series[i], i);
    if (!chart.mark_word.empty())
      picture.fill(legend.next(chart.mark_word), frame.theme().unknown_soft);
  }
  picture.show(chart.id, chart.name);
}

}  // namespace uwanose::ui
