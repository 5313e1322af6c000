#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "app/scenarios.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

std::string id_of(std::string_view what, app::ScenarioId scenario) {
  return "scenarios." + std::string(what) + "." + std::to_string(scenario);
}

void build_cells(PageView& view, Table& table, const app::ComparedRow& row) {
  const auto& scenarios = view.comparison.scenarios;
  table.row(row.id, row.label);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    TextStyle style;
    if (row.differs[i]) style.weight = Weight::bold;
    if (row.id == "verdict")
      style.colour = badge_colour(view.frame.theme(), badge_of(scenarios[i].verdict));
    table.words(row.differs[i] ? view.words("scenarios.mark", {row.cells[i]}) : row.cells[i],
                style);
  }
}

// One button a scenario; true for the one that was pressed.
template <typename Press>
void build_buttons(PageView& view, Table& table, const char* what, std::string_view label,
                   const Press& press) {
  Frame& frame = view.frame;
  const bool edit = what == std::string_view("edit");
  table.row(what, view.words(edit ? "scenarios.action" : "scenarios.action_drop"),
            button_height(frame));
  for (const app::ComparedScenario& scenario : view.comparison.scenarios) {
    const Rect cell = table.open_cell(button_height(frame));
    const bool current = edit && scenario.edited;
    const std::string spoken = view.words(current ? "scenarios.editing_one"
                                          : edit  ? "scenarios.edit_one"
                                                  : "scenarios.drop_one",
                                          {scenario.name});
    const std::string id = id_of(what, scenario.id);
    if (button_at(frame,
                  {.id = id,
                   .label = current ? view.words("scenarios.editing") : label,
                   .look = edit ? ButtonLook::secondary : ButtonLook::quiet,
                   .disabled = current,
                   .spoken = spoken},
                  cell))
      press(scenario.id);
    table.close_cell();
  }
}

void build_comparison(PageView& view) {
  Frame& frame = view.frame;
  const app::Comparison& comparison = view.comparison;
  std::vector<Column> columns{{std::string(view.words("scenarios.item")), 8, 1, false}};
  for (const app::ComparedScenario& scenario : comparison.scenarios)
    columns.push_back(
        {scenario.edited ? view.words("scenarios.edited", {scenario.name}) : scenario.name, 8.5f, 1,
         false});
  frame.gap(0.5f);
  {
    Table table(frame, "scenarios.table", view.words("scenarios.table"), std::move(columns));
    for (const app::ComparedRow& row : comparison.results) build_cells(view, table, row);
    for (const app::ComparedRow& row : comparison.inputs) build_cells(view, table, row);
    build_buttons(view, table, "edit", view.words("scenarios.edit"),
                  [&](app::ScenarioId id) { app::edit_scenario(view.state, id); });
    build_buttons(view, table, "drop", view.words("scenarios.drop"),
                  [&](app::ScenarioId id) { app::drop_scenario(view.state, id); });
  }
  frame.gap(0.5f);
  paragraph(frame, "scenarios.mark_note", view.words("scenarios.mark_note"), support_style(frame));
  if (comparison.inputs.empty())
    paragraph(frame, "scenarios.no_difference", view.words("scenarios.no_difference"));
  if (comparison.more > 0)
    paragraph(frame, "scenarios.more",
              view.words("scenarios.more", {std::to_string(comparison.more)}));
  paragraph(frame, "scenarios.kept", view.words("scenarios.kept"), support_style(frame));
}

void build_name(PageView& view) {
  const auto& scenarios = view.comparison.scenarios;
  const auto edited =
      std::find_if(scenarios.begin(), scenarios.end(),
                   [](const app::ComparedScenario& scenario) { return scenario.edited; });
  if (edited == scenarios.end()) return;
  view.frame.gap(0.75f);
  const std::string id = id_of("name", edited->id);
  const Entry entry = text_field(
      view.frame,
      {.id = id, .label = view.words("scenarios.name"), .value = edited->name, .width = 16});
  if (entry.commit != nullptr) app::rename_scenario(view.state, edited->id, *entry.commit);
}

}  // namespace

void build_scenarios(PageView& view) {
  if (view.answer.empty()) return;
  Frame& frame = view.frame;
  paint::line({frame.cursor().x, frame.cursor().y},
              {frame.cursor().x + frame.cursor().width, frame.cursor().y}, frame.theme().line);
  frame.gap(1.25f);
  const Section section(frame, scenarios_id, view.words("scenarios.title"));
  build_what_if(view);
  frame.gap(1);
  heading(frame, "scenarios.side", 3, view.words("scenarios.side"));
  paragraph(frame, "scenarios.lead", view.words("scenarios.lead"));
  const bool compared = !view.comparison.empty();
  if (compared) build_comparison(view);
  if (compared) build_name(view);
  frame.gap(0.75f);
  const bool full = view.comparison.scenarios.size() >= app::most_scenarios;
  if (full) paragraph(frame, "scenarios.full", view.words("scenarios.full"), support_style(frame));
  const std::string_view label = view.words(compared ? "scenarios.add_more" : "scenarios.add");
  if (button(frame, {.id = "scenarios.add", .label = label, .disabled = full}))
    app::duplicate_case(view.state);
  frame.gap(1);
}

}  // namespace uwanose::ui
