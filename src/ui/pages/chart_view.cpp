#include <string>
#include <vector>

#include "ui/chart.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {

void build_monthly_chart(PageView& view) {
  const app::MonthlyChart& monthly = view.chart;
  if (monthly.empty()) return;
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  std::vector<std::string> labels, marks;
  Series value{monthly.figures, theme.bar_nation, SeriesLook::bars, {}};
  Series base{std::string(view.words("chart.base")), theme.bar_prefecture, SeriesLook::line, {}};
  Series limit{monthly.limit_label, theme.error, SeriesLook::dashes, {}};
  for (const app::ChartMonth& month : monthly.months) {
    const std::string text = month.month.to_string();
    labels.push_back(text.substr(2, 2) + "/" + text.substr(5));
    marks.push_back(std::string(month.in_a ? "a" : "") + (month.in_b ? "b" : ""));
    value.values.push_back(month.value);
    base.values.push_back(month.base);
    limit.values.push_back(month.limit);
  }
  std::vector<Series> series{std::move(value), std::move(base)};
  if (!monthly.limit_label.empty()) series.push_back(std::move(limit));
  frame.gap(0.5f);
  heading(frame, "monthly.chart.heading", 3, monthly.name);
  paragraph(frame, "monthly.chart.description", monthly.description, support_style(frame));
  chart(frame, {.id = "monthly.chart",
                .name = monthly.description,
                .labels = labels,
                .series = series,
                .marks = marks,
                .mark_word = view.words("chart.mark_word"),
                .unit_word = view.words("chart.unit")});
  const auto figures = [&] {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < monthly.columns.size(); ++i)
      columns.push_back({monthly.columns[i], i == 0 ? 6.0f : 7.0f, 1, i > 0});
    Table table(frame, "monthly.chart.table", monthly.name, std::move(columns), 0.3f);
    for (std::size_t i = 0; i < monthly.table.size(); ++i) {
      const std::vector<std::string>& row = monthly.table[i];
      table.row(monthly.months[i].month.to_string(), row.front());
      for (std::size_t cell = 1; cell < row.size(); ++cell) table.words(row[cell]);
    }
  };
  if (disclosure(frame, "monthly.chart.figures", view.words("chart.table"))) {
    figures();
  } else {
    const PrintOnly print(frame);
    figures();
  }
}

}  // namespace uwanose::ui
