#include "ui/chart.h"

#include <algorithm>
#include <cmath>

#include "ui/paint.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

constexpr int steps = 4;

struct Plot {
  Rect area;  // of the data
  std::int64_t top = 1, bottom = 0;
  float column = 0;

  float y(std::int64_t value) const {
    const auto share = static_cast<float>(value - bottom) / static_cast<float>(top - bottom);
    return area.y + area.height * (1 - std::clamp(share, 0.0f, 1.0f));
  }
  float x(std::size_t index) const { return area.x + column * (static_cast<float>(index) + 0.5f); }
};

// From the lowest value to the highest, zero among them, in round quarters.
void fit(Plot& plot, const Chart& chart) {
  std::int64_t highest = 1, lowest = 0;
  for (const Series& series : chart.series)
    for (const auto& value : series.values) {
      highest = std::max(highest, value.value_or(0));
      lowest = std::min(lowest, value.value_or(0));
    }
  plot.top = axis_top(highest);
  if (lowest < 0) {
    const std::int64_t end = axis_top(std::max(highest, -lowest));
    plot.top = end;
    plot.bottom = -end;
  }
}

std::string with_commas(std::int64_t value) {
  if (value < 0) return "-" + with_commas(-value);
  std::string digits = std::to_string(value);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

void paint_marks(Frame& frame, const Chart& chart, const Plot& plot, Type type) {
  const Theme& theme = frame.theme();
  for (std::size_t i = 0; i < chart.marks.size(); ++i) {
    if (chart.marks[i].empty()) continue;
    const float left = plot.area.x + plot.column * static_cast<float>(i);
    paint::fill({left, plot.area.y, plot.column, plot.area.height}, theme.unknown_soft);
    const float width = paint::text_width(chart.marks[i], type);
    paint::text({plot.x(i) - width / 2, plot.area.y - type.px * 1.2f}, chart.marks[i], type,
                theme.unknown);
  }
}

// Axes, labels and marks; where the data goes.
Plot paint_axes(Frame& frame, const Chart& chart, const Rect& rect) {
  const Theme& theme = frame.theme();
  const float small = frame.em() * theme.small * 0.9f;
  const Type type{small, Weight::regular};
  Plot plot;
  fit(plot, chart);
  const auto word_at = [&](int step) {
    return with_commas((plot.bottom + (plot.top - plot.bottom) / steps * step) / chart.unit);
  };
  float left = 0;
  for (int i = 0; i <= steps; ++i) left = std::max(left, paint::text_width(word_at(i), type));
  left += 0.5f * frame.em();
  plot.area = {rect.x + left, rect.y + 2.6f * small, rect.width - left, rect.height - 4.4f * small};
  plot.column = plot.area.width / std::max<float>(1, static_cast<float>(chart.labels.size()));
  if (!paint::visible(rect)) return plot;

  paint::text({rect.x, rect.y}, chart.unit_word, type, theme.support);
  paint_marks(frame, chart, plot, {small, Weight::bold});
  for (int i = 0; i <= steps; ++i) {
    const float y = plot.area.y + plot.area.height * (1 - static_cast<float>(i) / steps);
    paint::line({plot.area.x, y}, {plot.area.x + plot.area.width, y}, theme.line, 1);
    const std::string word = word_at(i);
    paint::text({rect.x + left - 0.5f * frame.em() - paint::text_width(word, type), y - small / 2},
                word, type, theme.support);
  }
  paint::line({plot.area.x, plot.y(0)}, {plot.area.x + plot.area.width, plot.y(0)}, theme.border,
              1);
  // As many labels as find room.
  float widest = 1;
  for (const std::string& label : chart.labels)
    widest = std::max(widest, paint::text_width(label, type));
  const auto every =
      static_cast<std::size_t>(std::max(1.0f, std::ceil((widest + 0.6f * small) / plot.column)));
  for (std::size_t i = 0; i < chart.labels.size(); i += every) {
    const float width = paint::text_width(chart.labels[i], type);
    const float x = std::clamp(plot.x(i) - width / 2, rect.x, rect.x + rect.width - width);
    paint::text({x, plot.area.y + plot.area.height + 0.4f * small}, chart.labels[i], type,
                theme.support);
  }
  return plot;
}

// A disc for the first series of points, squares for the next.
void paint_point(Point at, float size, std::size_t index, Colour colour) {
  if (index % 2 == 0) return paint::disc(at, size, colour);
  paint::fill({at.x - size, at.y - size, 2 * size, 2 * size}, colour);
}

void paint_bars(const Plot& plot, const Series& series) {
  const float width = std::max(1.0f, plot.column * 0.66f);
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) continue;
    const float from = plot.y(0), to = plot.y(*series.values[i]);
    paint::fill(
        {plot.x(i) - width / 2, std::min(from, to), width, std::max(1.0f, std::abs(from - to))},
        series.colour);
  }
}

// Points that follow on each other are joined; a gap stays a gap.
void paint_line(const Plot& plot, const Series& series, std::size_t index) {
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
      paint::line({here.x - half, here.y}, {here.x + half, here.y}, series.colour, 2);
    } else {
      if (before) paint::line(*before, here, series.colour, 1.5f);
      paint_point(here, size, index, series.colour);
    }
    before = here;
  }
}

void paint_swatch(const Rect& square, const Series& series, std::size_t index) {
  if (series.look == SeriesLook::bars) return paint::fill(square, series.colour);
  const float y = square.y + square.height / 2;
  paint::line({square.x, y}, {square.x + square.width, y}, series.colour, 2);
  if (series.look == SeriesLook::line)
    paint_point({square.x + square.width / 2, y}, 3.5f, index, series.colour);
}

void legend(Frame& frame, const Chart& chart) {
  const Theme& theme = frame.theme();
  const float small = frame.em() * theme.small;
  const Type type{small, Weight::regular};
  Cursor& cursor = frame.cursor();
  float x = cursor.x;
  const float line = std::round(1.7f * small);
  const auto entry = [&](std::string_view word, const auto& swatch) {
    const float width = small * 1.4f + paint::text_width(word, type) + small;
    if (x > cursor.x && x + width > cursor.x + cursor.width) {
      x = cursor.x;
      cursor.y += line;
    }
    const float top = cursor.y + (line - small) / 2;
    swatch(Rect{x, top, small, small});
    paint::text({x + small * 1.4f, top}, word, type, theme.label);
    x += width;
  };
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    entry(chart.series[i].name,
          [&](const Rect& square) { paint_swatch(square, chart.series[i], i); });
  if (!chart.mark_word.empty())
    entry(chart.mark_word, [&](const Rect& square) { paint::fill(square, theme.unknown_soft); });
  cursor.y += line;
}

}  // namespace

std::int64_t axis_top(std::int64_t largest) {
  constexpr std::int64_t limit = 2'000'000'000'000'000'000;
  for (std::int64_t power = 4; power < limit / 10; power *= 10)
    for (const std::int64_t factor : {1, 2, 5})
      if (power * factor >= largest) return power * factor;
  return limit;
}

void chart(Frame& frame, const Chart& chart) {
  const Rect rect = frame.take(std::round(chart.height * frame.em()));
  frame.append(Role::image, chart.id, rect, chart.name);
  const Plot plot = paint_axes(frame, chart, rect);
  if (paint::visible(rect)) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const Series& series = chart.series[i];
      if (series.look == SeriesLook::bars)
        paint_bars(plot, series);
      else
        paint_line(plot, series, i);
    }
  }
  legend(frame, chart);
}

void stacked_bar(Frame& frame, std::string_view id, std::string_view name,
                 std::span<const Part> parts, bool with_legend) {
  const Theme& theme = frame.theme();
  std::int64_t whole = 0;
  for (const Part& part : parts) whole += std::max<std::int64_t>(0, part.amount);
  const Rect rect = frame.take(std::round(1.25f * frame.em()));
  frame.append(Role::image, id, rect, name);
  paint::fill(rect, theme.stripe, 4);
  float x = rect.x;
  for (const Part& part : parts) {
    if (part.amount <= 0) continue;
    const auto share = static_cast<float>(part.amount) / static_cast<float>(whole);
    const float width = rect.width * share;
    // A white seam tells neighbours apart without colour.
    paint::fill({x, rect.y, std::max(2.0f, width - 2), rect.height}, part.colour);
    x += width;
  }
  if (whole == 0) paint::stroke(rect, theme.line, 1, 4);
  if (!with_legend) return;
  frame.gap(0.4f);
  std::size_t index = 0;
  for (const Part& part : parts) {
    const float square = std::round(0.8f * frame.em());
    Cursor& cursor = frame.cursor();
    const Cursor outer = cursor;
    const float line = frame.line(frame.em());
    paint::fill({cursor.x, cursor.y + (line - square) / 2, square, square}, part.colour, 2);
    cursor.x += 1.4f * square;
    cursor.width -= 1.4f * square;
    label_value(frame, std::string(id) + "." + std::to_string(index++), part.label, part.value);
    cursor.x = outer.x;
    cursor.width = outer.width;
  }
}

}  // namespace uwanose::ui
