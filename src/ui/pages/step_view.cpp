#include <cmath>
#include <string>
#include <vector>

#include "app/flow.h"
#include "ui/field_parts.h"
#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

using app::FlowStage;

// How far one is: a bar, and its words beside it for everyone.
void build_progress(PageView& view) {
  const app::FlowPage& flow = view.flow;
  if (flow.progress.empty()) return;
  Frame& frame = view.frame;
  paragraph(frame, "step.progress", flow.progress,
            {.weight = Weight::bold, .colour = frame.theme().support});
  frame.gap(0.25f);
  Rect bar = frame.take(std::round(0.5f * frame.em()));
  const float radius = bar.height / 2;
  paint::fill(bar, frame.theme().line, radius);
  bar.width *= static_cast<float>(flow.number) / static_cast<float>(flow.all);
  paint::fill(bar, frame.theme().primary, radius);
  frame.gap(1);
}

void build_interests(PageView& view) {
  Frame& frame = view.frame;
  for (const app::InterestProgramme& programme : view.flow.programmes) {
    if (checkbox(frame, "interest." + programme.id, programme.label, programme.chosen,
                 programme.note)) {
      std::vector<std::string> ids;
      for (const app::InterestFrame& each : programme.frames) ids.push_back(each.id);
      app::set_interest(view.state, ids, !programme.chosen);
    }
    frame.gap(0.5f);
  }
  if (!disclosure(frame, "interest.frames", view.words("flow.choose_frames"))) return;
  for (const app::InterestProgramme& programme : view.flow.programmes) {
    frame.gap(0.5f);
    const std::string id = "interest." + programme.id + ".frames";
    const Cursor start = frame.cursor();
    const Caption caption = paint_caption(frame, {.id = id, .label = programme.label});
    Node& group = frame.open(Role::group, id, caption.name);
    group.label_rect = caption.label;
    describe_text(frame, group, caption.name, caption.label.width, {.weight = Weight::bold});
    for (const app::InterestFrame& each : programme.frames)
      if (checkbox(frame, "interest." + each.id, each.label, each.chosen))
        app::set_interest(view.state, {each.id}, !each.chosen);
    frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
  }
}

void build_rows(PageView& view, const app::CheckSection& section) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  Table table(frame, "check." + section.id, section.label,
              {{std::string(words("flow.item")), 7, 1, false},
               {std::string(words("flow.answer")), 7, 1, false},
               {std::string(words("flow.change_column")), 5, 0, false, true}},
              {.padding = 0.25f});
  for (const app::CheckRow& row : section.rows) {
    table.row(row.question, row.label, button_height(frame));
    table.words(row.value, {.weight = row.open ? Weight::bold : Weight::regular,
                            .colour = row.open ? frame.theme().unknown : frame.theme().text});
    const Rect cell = table.open_cell(button_height(frame));
    const std::string id = "check.change." + row.question;
    const std::string spoken = words("flow.change_row", {row.label});
    if (button_at(
            frame,
            {.id = id, .label = words("flow.change"), .look = ButtonLook::quiet, .spoken = spoken},
            cell))
      app::visit(view.state, row.question);
    table.close_cell();
  }
}

void build_check(PageView& view) {
  Frame& frame = view.frame;
  if (view.flow.all_not_met) {
    notice(frame, "check.settled", Notice::information, "", view.words("flow.all_not_met"));
    frame.gap(0.75f);
    if (button(frame, {.id = "check.everything", .label = view.words("flow.everything")}))
      app::ask_for_everything(view.state);
    frame.gap(1);
  }
  link(frame, "check.answer", view.words("flow.to_answer"), answer_id);
  frame.gap(1);
  for (const app::CheckSection& section : view.flow.sections) {
    build_rows(view, section);
    frame.gap(1.25f);
  }
}

void build_buttons(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  const app::FlowPage& flow = view.flow;
  Flow line(frame);
  if (flow.stage != FlowStage::check) {
    const bool first = flow.stage == FlowStage::start;
    if (button_in(frame, line,
                  {.id = "step.next",
                   .label = view.words(first ? "flow.begin" : "flow.next"),
                   .look = ButtonLook::primary}))
      app::go_on(state);
  }
  if (flow.can_leave_open &&
      button_in(frame, line, {.id = "step.unknown", .label = view.words("form.unknown")}))
    app::leave_open(state);
  if (flow.can_go_back &&
      button_in(frame, line,
                {.id = "step.back", .label = view.words("flow.back"), .look = ButtonLook::quiet}))
    app::go_back(state);
  if (flow.stage == FlowStage::question &&
      button_in(
          frame, line,
          {.id = "step.check", .label = view.words("flow.see_answers"), .look = ButtonLook::quiet}))
    app::visit(state, app::flow_check);
}

}  // namespace

std::string_view field_target(const PageView& view, std::string_view key) {
  const bool elsewhere =
      view.state.mode == app::Mode::step && app::question_of(key) != view.state.flow.current;
  return elsewhere ? app::flow_heading_id : key;
}

void field_link(PageView& view, std::string_view id, std::string_view text, std::string_view key) {
  if (link(view.frame, id, text, field_target(view, key)) && view.state.mode == app::Mode::step)
    app::go_to_field(view.state, key);
}

void build_mode_switch(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  const bool list = state.mode == app::Mode::list;
  const std::vector<Option> options{{"step", std::string(view.words("mode.step"))},
                                    {"list", std::string(view.words("mode.list"))}};
  if (const Option* chosen = radio_group(frame, {.id = "mode",
                                                 .legend = view.words("mode.title"),
                                                 .value = list ? "list" : "step",
                                                 .options = options,
                                                 .in_a_row = true}))
    app::set_mode(state, chosen->value == "list" ? app::Mode::list : app::Mode::step);
  if (list && !state.flow.interests.empty()) {
    paragraph(frame, "mode.interests",
              view.words("flow.interests", {std::to_string(state.flow.interests.size())}),
              support_style(frame));
    if (button(
            frame,
            {.id = "mode.all", .label = view.words("flow.every_frame"), .look = ButtonLook::quiet}))
      app::set_interest(state, state.flow.interests, false);
  }
  frame.gap(1.25f);
}

void build_step_view(PageView& view) {
  Frame& frame = view.frame;
  const app::FlowPage& flow = view.flow;
  const Cursor start = frame.cursor();
  frame.open(Role::section, form_id, view.words("page.form"));
  build_progress(view);
  {
    const Section section(frame, "step", flow.title);
    if (!flow.help.empty()) paragraph(frame, "step.help", flow.help, support_style(frame));
    frame.gap(0.75f);
    switch (flow.stage) {
      case FlowStage::start: build_interests(view); break;
      case FlowStage::question:
        for (const app::Field& field : flow.fields) build_field(view, field);
        for (const app::Grid& grid : flow.grids) build_grid(view, grid);
        if (!flow.why.empty()) {
          frame.gap(0.75f);
          paragraph(frame, "step.why", flow.why, support_style(frame));
        }
        break;
      case FlowStage::check: build_check(view); break;
    }
    frame.gap(1.25f);
    build_buttons(view);
  }
  frame.gap(2);
  frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
}

}  // namespace uwanose::ui
