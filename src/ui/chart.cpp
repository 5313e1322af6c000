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
  std::int64_t top = 1;
  float column = 0;

  float y(std::int64_t value) const {
    const auto share = static_cast<float>(value) / static_cast<float>(top);
    return area.y + area.height * (1 - std::clamp(share, 0.0f, 1.0f));
  }
  float x(std::size_t index) const { return area.x + column * (static_cast<float>(index) + 0.5f); }
};

std::int64_t largest_of(const Chart& chart) {
  std::int64_t largest = 1;
  for (const Series& series : chart.series)
    for (const auto& value : series.values) largest = std::max(largest, value.value_or(0));
  return largest;
}

std::string with_commas(std::int64_t value) {
  std::string digits = std::to_string(value);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

// Axes, labels and marks; where the data goes.
Plot paint_axes(Frame& frame, const Chart& chart, const Rect& rect) {
  const Theme& theme = frame.theme();
  const float small = frame.em() * theme.small * 0.9f;
  const Type type{small, Weight::regular};
  Plot plot;
  plot.top = axis_top(largest_of(chart));
  float left = 0;
  const auto word_at = [&](int step) { return with_commas(plot.top / chart.unit * step / steps); };
  for (int i = 0; i <= steps; ++i) left = std::max(left, paint::text_width(word_at(i), type));
  left += 0.5f * frame.em();
  plot.area = {rect.x + left, rect.y + 1.6f * small, rect.width - left,
               rect.height - 3.4f * small};
  plot.column = plot.area.width / std::max<float>(1, static_cast<float>(chart.labels.size()));
  if (!paint::visible(rect)) return plot;

  paint::text({rect.x, rect.y}, chart.unit_word, type, theme.support);
  for (std::size_t i = 0; i < chart.marked.size(); ++i) {
    if (!chart.marked[i]) continue;
    const float x = plot.area.x + plot.column * static_cast<float>(i);
    paint::fill({x, plot.area.y, plot.column, plot.area.height}, theme.unknown_soft);
    paint::triangle({plot.x(i) - small * 0.4f, plot.area.y - small * 0.8f},
                    {plot.x(i) + small * 0.4f, plot.area.y - small * 0.8f},
                    {plot.x(i), plot.area.y - small * 0.1f}, theme.unknown);
  }
  for (int i = 0; i <= steps; ++i) {
    const float y = plot.area.y + plot.area.height * (1 - static_cast<float>(i) / steps);
    paint::line({plot.area.x, y}, {plot.area.x + plot.area.width, y},
                i == 0 ? theme.border : theme.line, 1);
    const std::string word = word_at(i);
    paint::text({rect.x + left - 0.5f * frame.em() - paint::text_width(word, type), y - small / 2},
                word, type, theme.support);
  }
  // As many labels as find room.
  float widest = 1;
  for (const std::string& label : chart.labels)
    widest = std::max(widest, paint::text_width(label, type));
  const auto every = static_cast<std::size_t>(
      std::max(1.0f, std::ceil((widest + 0.4f * small) / plot.column)));
  for (std::size_t i = 0; i < chart.labels.size(); i += every) {
    const float width = paint::text_width(chart.labels[i], type);
    const float x = std::clamp(plot.x(i) - width / 2, rect.x, rect.x + rect.width - width);
    paint::text({x, plot.area.y + plot.area.height + 0.4f * small}, chart.labels[i], type,
                theme.support);
  }
  return plot;
}

enum class Mark { bar, line };

void paint_swatch(const Rect& square, Colour colour, std::size_t index, Mark mark,
                  const Theme& theme) {
  if (mark == Mark::bar) {
    if (index == 0) return paint::fill(square, colour);
    paint::fill(square, theme.background);
    paint::hatch(square, colour, 5);
    return paint::stroke(square, colour, 1);
  }
  const float y = square.y + square.height / 2;
  paint::line({square.x, y}, {square.x + square.width, y}, colour, 2);
  const Point c{square.x + square.width / 2, y};
  if (index == 0) return paint::disc(c, 4, colour);
  paint::fill({c.x - 4, c.y - 4, 8, 8}, colour);
}

void legend(Frame& frame, const Chart& chart, Mark mark) {
  const Theme& theme = frame.theme();
  const float small = frame.em() * theme.small;
  const Type type{small, Weight::regular};
  Cursor& cursor = frame.cursor();
  float x = cursor.x;
  const float line = std::round(1.7f * small);
  const auto entry = [&](const std::string& word, const auto& swatch) {
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
    entry(chart.series[i].name, [&](const Rect& square) {
      paint_swatch(square, chart.series[i].colour, i, mark, theme);
    });
  if (!chart.marked_word.empty())
    entry(std::string(chart.marked_word), [&](const Rect& s) {
      paint::fill(s, theme.unknown_soft);
      paint::triangle({s.x, s.y}, {s.x + s.width, s.y}, {s.x + s.width / 2, s.y + s.height * 0.7f},
                      theme.unknown);
    });
  cursor.y += line;
}

Rect begin_chart(Frame& frame, const Chart& chart) {
  const Rect rect = frame.take(std::round(chart.height * frame.em()));
  frame.append(Role::image, chart.id, rect, chart.name);
  return rect;
}

}  // namespace

std::int64_t axis_top(std::int64_t largest) {
  constexpr std::int64_t limit = 1'000'000'000'000'000'000;
  for (std::int64_t power = 4; power < limit; power *= 10)
    for (const std::int64_t factor : {1, 2, 5})
      if (power * factor >= largest) return power * factor;
  return limit;
}

void bar_chart(Frame& frame, const Chart& chart) {
  const Rect rect = begin_chart(frame, chart);
  const Plot plot = paint_axes(frame, chart, rect);
  const auto count = static_cast<float>(std::max<std::size_t>(1, chart.series.size()));
  const float group = plot.column * 0.72f;
  const float bar = std::max(1.0f, group / count);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) continue;
      const float top = plot.y(*series.values[i]);
      paint_swatch({plot.x(i) - group / 2 + bar * static_cast<float>(s), top, bar,
                    plot.area.y + plot.area.height - top},
                   series.colour, s, Mark::bar, frame.theme());
    }
  }
  legend(frame, chart, Mark::bar);
}

void line_chart(Frame& frame, const Chart& chart) {
  const Rect rect = begin_chart(frame, chart);
  const Plot plot = paint_axes(frame, chart, rect);
  for (std::size_t s = 0; s < chart.series.size() && paint::visible(rect); ++s) {
    const Series& series = chart.series[s];
    std::vector<Point> run;
    const auto draw = [&] {
      if (run.size() > 1) paint::polyline(run, series.colour, 2);
      for (const Point& p : run) {
        if (s == 0)
          paint::disc(p, 4, series.colour);
        else
          paint::fill({p.x - 4, p.y - 4, 8, 8}, series.colour);
      }
      run.clear();
    };
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (series.values[i])
        run.push_back({plot.x(i), plot.y(*series.values[i])});
      else
        draw();
    }
    draw();
  }
  legend(frame, chart, Mark::line);
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
