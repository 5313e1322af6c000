#include <string>
#include <string_view>

#include "app/what_if.h"
#include "core/number_format.h"
#include "ui/layout.h"
#include "ui/pages/parts.h"
#include "ui/slider.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

// A slider with a field for the exact figure below it.
struct Tried {
  std::string_view id, label, number_label, unit;
  std::int64_t value = 0;
  std::optional<std::int64_t> stated;
  app::SliderScale scale;
  const app::Entry& entry;
  void (*moved)(app::State&, std::int64_t);
  void (*entered)(app::State&, std::string_view);
};

void build_tried(PageView& view, const Tried& tried) {
  Frame& frame = view.frame;
  const std::string figure = core::format_integer(tried.value);
  const std::string said = view.words("unit.quantity", {figure, std::string(tried.unit)});
  const std::optional<int> mark =
      tried.stated ? std::optional(tried.scale.place_of(*tried.stated)) : std::nullopt;
  if (const auto place = slider(frame, {.id = tried.id,
                                        .label = tried.label,
                                        .place = tried.scale.place_of(tried.value),
                                        .places = tried.scale.places,
                                        .said = said,
                                        .mark = mark}))
    tried.moved(view.state, tried.scale.at(*place));
  frame.gap(0.25f);
  const std::string error = tried.entry.error.empty() ? "" : view.words(tried.entry.error);
  const std::string shown = tried.entry.text.empty() ? figure : tried.entry.text;
  const std::string number_id = std::string(tried.id) + ".number";
  const Entry entry = text_field(frame, {.id = number_id,
                                         .label = tried.number_label,
                                         .value = shown,
                                         .unit = tried.unit,
                                         .error = error,
                                         .align_right = true,
                                         .mode = InputMode::text,
                                         .width = 11});
  if (entry.commit != nullptr) tried.entered(view.state, *entry.commit);
}

void build_outcome(PageView& view) {
  Frame& frame = view.frame;
  const app::WhatIfAnswer& answer = view.what_if;
  if (answer.lines.empty()) return;
  frame.gap(0.75f);
  const Box box(frame, {frame.theme().panel, frame.theme().line});
  badge(frame, "what_if.verdict", badge_of(answer.verdict), answer.verdict_word, 1.125f);
  paragraph(frame, "what_if.frame", answer.frame, support_style(frame));
  frame.gap(0.25f);
  {
    Table table(frame, "what_if.table", view.words("what_if.table"),
                {{std::string(view.words("scenarios.item")), 6, 1, false},
                 {std::string(view.words("what_if.now")), 7, 1, true},
                 {std::string(view.words("what_if.then")), 7, 1, true},
                 {std::string(view.words("what_if.difference")), 8, 1, true}});
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
      const app::WhatIfLine& line = answer.lines[i];
      table.row(std::to_string(i), line.label);
      table.words(line.now);
      table.words(line.then, {.weight = Weight::bold});
      table.words(line.difference);
    }
  }
  frame.gap(0.75f);
  Flow flow(frame);
  if (button_in(frame, flow,
                {.id = "what_if.take_over",
                 .label = view.words("what_if.take_over"),
                 .look = ButtonLook::primary}))
    app::take_over_what_if(view.state);
  if (button_in(frame, flow, {.id = "what_if.stop", .label = view.words("what_if.stop")}))
    app::stop_trying(view.state);
}

}  // namespace

void build_what_if(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  frame.gap(0.5f);
  heading(frame, "what_if", 3, view.words("what_if.title"));
  paragraph(frame, "what_if.lead", view.words("what_if.lead"));
  frame.gap(0.5f);
  {
    Grid grid(frame, 20, 2, 2);
    grid.next();
    const auto expense = app::stated_expense(state.facts());
    if (expense) {
      const app::AmountChart& chart = view.charts.amounts;
      const std::int64_t end = chart.empty() ? 0 : chart.corners.back().expense_yen;
      build_tried(view, {"what_if.expense", view.words("what_if.expense"),
                         view.words("what_if.expense_number"), view.words("unit.yen"),
                         state.what_if.expense_yen.value_or(*expense), expense,
                         app::expense_scale(state, end), state.what_if.expense_entry,
                         app::try_expense, app::enter_expense});
      frame.gap(0.5f);
      paragraph(frame, "what_if.proportion", view.words("what_if.proportion"),
                support_style(frame));
    } else {
      paragraph(frame, "what_if.no_expense", view.words("what_if.no_expense"));
    }
    grid.next();
    const auto employees = app::stated_employees(state);
    build_tried(view, {"what_if.employees", view.words("what_if.employees"),
                       view.words("what_if.employees_number"), view.words("unit.person"),
                       state.what_if.employees.value_or(employees.value_or(0)), employees,
                       app::employees_scale(state), state.what_if.employees_entry,
                       app::try_employees, app::enter_employees});
  }
  if (!state.what_if.empty()) build_outcome(view);
}

}  // namespace uwanose::ui
