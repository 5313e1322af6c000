#include <string>
#include <string_view>
#include <vector>

#include "ui/chart.h"
#include "ui/curve_chart.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

// Small figures in yen, others in 万円.
struct Scale {
  std::int64_t unit;
  std::string_view word;
};

Scale scale_of(const PageView& view, std::int64_t highest) {
  if (highest < 400'000) return {1, view.words("unit.yen")};
  return {10'000, view.words("chart.unit")};
}

// What a picture says, as a table: folded, and always there in the text view. A report has the
// figures among what was entered, and the picture itself.
void build_figures(PageView& view, const std::string& id, const app::ChartTexts& texts) {
  if (view.printing) return;
  Frame& frame = view.frame;
  const auto content = [&] {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < texts.columns.size(); ++i)
      columns.push_back({texts.columns[i], i == 0 ? 6.0f : 7.0f, 1, i > 0});
    Table table(frame, id + ".table", texts.name, std::move(columns),
                {.padding = 0.3f, .captioned = false});
    for (std::size_t i = 0; i < texts.table.size(); ++i) {
      table.row(std::to_string(i), texts.table[i].front());
      for (std::size_t cell = 1; cell < texts.table[i].size(); ++cell)
        table.words(texts.table[i][cell]);
    }
  };
  const std::string spoken =
      view.words("chart.table_of", {std::string(view.words("chart.table")), texts.name});
  frame.gap(0.35f);
  if (disclosure(frame, id + ".figures", spoken)) {
    content();
  } else {
    const PrintOnly print(frame);
    content();
  }
}

void build_title(PageView& view, const std::string& id, const app::ChartTexts& texts) {
  view.frame.gap(0.5f);
  heading(view.frame, id + ".heading", 3, texts.name);
  paragraph(view.frame, id + ".description", texts.description, support_style(view.frame));
  view.frame.gap(0.25f);
}

// A chart over columns with its heading and its table; `drawn` says what is in the picture.
void build_column_chart(PageView& view, const std::string& id, const app::ChartTexts& texts,
                        std::int64_t highest, Chart drawn) {
  const Scale scale = scale_of(view, highest);
  drawn.id = id;
  drawn.name = texts.description;
  drawn.unit = scale.unit;
  drawn.unit_word = scale.word;
  build_title(view, id, texts);
  chart(view.frame, drawn);
  build_figures(view, id, texts);
}

Curve curve_of(const PageView& view, const app::AmountChart& chart, std::string_view name,
               Colour colour, CurveLook look, std::int64_t (*part)(const rules::AmountsAt&)) {
  Curve curve{std::string(view.words(name)), colour, look, {}, {}};
  for (const rules::AmountsAt& at : chart.corners)
    curve.points.push_back({at.expense_yen, part(at)});
  if (chart.now) curve.dots.push_back({chart.now->expense_yen, part(*chart.now)});
  return curve;
}

}  // namespace

void build_monthly_chart(PageView& view) {
  const app::MonthlyChart& monthly = view.charts.monthly;
  if (monthly.empty()) return;
  const Theme& theme = view.frame.theme();
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
  const std::vector<Series> series{std::move(value), std::move(base), std::move(limit)};
  build_column_chart(view, "monthly.chart", monthly, std::max(monthly.highest, -monthly.lowest),
                     {.labels = labels,
                      .series = series,
                      .marks = marks,
                      .mark_word = view.words("chart.mark_word")});
}

void build_plan_chart(PageView& view) {
  const app::PlanChart& plan = view.charts.plan;
  if (plan.empty()) return;
  const Theme& theme = view.frame.theme();
  std::vector<std::string> labels, marks;
  Series value{plan.figures, theme.bar_nation, SeriesLook::bars, {}};
  Series limit{plan.limit_label, theme.error, SeriesLook::dashes, {}};
  std::int64_t highest = 0;
  for (std::size_t i = 0; i < plan.years.size(); ++i) {
    labels.push_back(plan.table[i].front());
    marks.push_back(plan.years[i].judged ? std::string(view.words("chart.judged")) : "");
    value.values.push_back(plan.years[i].value);
    limit.values.push_back(plan.years[i].limit);
    highest = std::max(highest, plan.years[i].value.value_or(0));
  }
  const std::vector<Series> series{std::move(value), std::move(limit)};
  build_column_chart(view, "plan.chart", plan, highest,
                     {.labels = labels, .series = series, .marks = marks, .height = 13});
}

void build_amount_chart(PageView& view) {
  const app::AmountChart& amounts = view.charts.amounts;
  if (amounts.empty()) return;
  const Theme& theme = view.frame.theme();
  std::vector<Curve> curves;
  if (amounts.top_up)
    curves.push_back(curve_of(view, amounts, "answer.total", theme.text, CurveLook::thick,
                              [](const rules::AmountsAt& at) { return at.total_yen(); }));
  curves.push_back(curve_of(view, amounts, "answer.national", theme.bar_nation, CurveLook::thin,
                            [](const rules::AmountsAt& at) { return at.national_yen; }));
  if (amounts.top_up)
    curves.push_back(curve_of(view, amounts, "answer.prefectural", theme.bar_prefecture,
                              CurveLook::dashed,
                              [](const rules::AmountsAt& at) { return at.prefectural_yen; }));
  std::vector<CurveMark> marks;
  for (const app::AmountMark& mark : amounts.marks)
    marks.push_back({mark.expense_yen, mark.sign, mark.now});
  const std::int64_t end = amounts.corners.back().expense_yen;
  const Scale scale = scale_of(view, end);
  const std::string axis = view.words("chart.expense_axis", {std::string(scale.word)});
  build_title(view, "amounts.chart", amounts);
  curve_chart(view.frame, {.id = "amounts.chart",
                           .name = amounts.description,
                           .end = end,
                           .curves = curves,
                           .marks = marks,
                           .unit = scale.unit,
                           .unit_word = scale.word,
                           .axis_word = axis});
  build_figures(view, "amounts.chart", amounts);
}

}  // namespace uwanose::ui
