// The parts of the page, in their order. Each draws from the cursor on.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/actions.h"
#include "app/answer.h"
#include "app/form.h"
#include "ui/layout.h"
#include "ui/pages/main_page.h"
#include "ui/widgets.h"

namespace uwanose::ui {

struct PageView {
  Frame& frame;
  app::State& state;
  app::Words words;
  const app::Form& form;
  const app::Answer& answer;
  const Charts& charts;
  const app::Comparison& comparison;
  const app::WhatIfAnswer& what_if;  // while something is tried
  std::span<const Sample> samples;
  std::string_view version;
  Screen screen;
};

void build_header(PageView& view);
void build_messages(PageView& view);
void build_contents(PageView& view);
void build_form(PageView& view);
void build_grid(PageView& view, const app::Grid& grid);
void build_answer(PageView& view);
void build_monthly_chart(PageView& view);
void build_plan_chart(PageView& view);
void build_amount_chart(PageView& view);
void build_scenarios(PageView& view);
void build_what_if(PageView& view);
void build_footer(PageView& view);
// In the window's layer: at the right, or in the bar at the bottom.
void build_pinned_answer(PageView& view);

// --- shared
inline constexpr std::string_view form_id = "form";
inline constexpr std::string_view answer_id = "result";
inline constexpr std::string_view scenarios_id = "scenarios";

Badge badge_of(core::Verdict verdict);
void build_amounts(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   float total_size);
// The frame that comes next or, where another than the best is shown, the best one.
void build_runner_up(PageView& view, std::string_view id);
// Those first that settle most; at most `most` links.
void build_missing(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   std::size_t most);

}  // namespace uwanose::ui
