// The parts of the page, in their order. Each draws from the cursor on.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/actions.h"
#include "app/answer.h"
#include "app/checklist.h"
#include "app/flow_page.h"
#include "app/form.h"
#include "app/proposal.h"
#include "ui/layout.h"
#include "ui/pages/main_page.h"
#include "ui/widgets.h"

namespace uwanose::ui {

struct PageView {
  Frame& frame;
  app::State& state;
  app::Words words;
  const app::Form& form;
  const app::FlowPage& flow;  // where the mode is 順番に答える
  const app::Answer& answer;
  const Charts& charts;
  const app::Proposal* proposal;  // null: nothing is to be taken in
  const app::Comparison& comparison;
  const app::WhatIfAnswer& what_if;  // while something is tried
  std::span<const Sample> samples;
  std::string_view version;
  Screen screen;
  const app::Checklist& checklist;
  bool printing = false;
};

void build_header(PageView& view);
void build_messages(PageView& view);
void build_import(PageView& view);  // within the messages
void build_contents(PageView& view);
void build_mode_switch(PageView& view);
void build_form(PageView& view);
void build_step_view(PageView& view);
void build_field(PageView& view, const app::Field& field);
// Whether a doubtful value is meant; below a table with its name.
void build_doubt(PageView& view, const app::Field& field, bool named = false);
void build_grid(PageView& view, const app::Grid& grid);
void build_answer(PageView& view);
void build_monthly_chart(PageView& view);
void build_share(PageView& view);
// Who embeds the page, and what it is told.
void build_embedding(PageView& view);
void build_help(PageView& view);
void build_statement(PageView& view);
void build_checklist(PageView& view);
// Sheets to copy from, and the files to hand over.
void build_handoff(PageView& view);
void build_keep(PageView& view);
void build_plan_chart(PageView& view);
void build_amount_chart(PageView& view);
void build_scenarios(PageView& view);
void build_what_if(PageView& view);
void build_footer(PageView& view);
// While the page is printed: what stands above the answer, and what was entered in place of the
// form.
void build_report_head(PageView& view);
void build_report_inputs(PageView& view);
// In the window's layer: at the right, or in the bar at the bottom.
void build_pinned_answer(PageView& view);

// --- before a room
void present_sample(app::State& state, const Sample& sample);
// The samples, one key each.
void build_presenter(PageView& view);
// In place of the answer, and in its layer, while it is shown step by step.
void build_covered_answer(PageView& view);
void build_covered_rail(PageView& view, const app::FrameAnswer& shown);
void build_covered_bar(PageView& view, const app::FrameAnswer& shown);

// --- shared
inline constexpr std::string_view form_id = "form";
inline constexpr std::string_view answer_id = "result";
inline constexpr std::string_view handoff_id = "handoff";
inline constexpr std::string_view scenarios_id = "scenarios";

Badge badge_of(core::Verdict verdict);
void build_amounts(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   float total_size);
// The frame that comes next or, where another than the best is shown, the best one.
void build_runner_up(PageView& view, std::string_view id);
// Where a link to a field leads: while another question is shown, to its heading.
std::string_view field_target(const PageView& view, std::string_view key);
// A link to a field, whichever question it is in.
void field_link(PageView& view, std::string_view id, std::string_view text, std::string_view key);
// Those first that settle most; at most `most` links.
void build_missing(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   std::size_t most);

}  // namespace uwanose::ui
