// The parts of the page, in their order. Each draws from the cursor on.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/actions.h"
#include "app/answer.h"
#include "app/chart.h"
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
  const app::Answer& answer;
  const app::MonthlyChart& chart;
  const app::Proposal* proposal;  // null: nothing is to be taken in
  std::span<const Sample> samples;
  std::string_view version;
  Screen screen;
};

void build_header(PageView& view);
void build_messages(PageView& view);
void build_import(PageView& view);  // within the messages
void build_contents(PageView& view);
void build_form(PageView& view);
void build_grid(PageView& view, const app::Grid& grid);
void build_answer(PageView& view);
void build_monthly_chart(PageView& view);
// Sheets to copy from, and the files to hand over.
void build_handoff(PageView& view);
void build_keep(PageView& view);
void build_footer(PageView& view);
// In the window's layer: at the right, or in the bar at the bottom.
void build_pinned_answer(PageView& view);

// --- shared
inline constexpr std::string_view form_id = "form";
inline constexpr std::string_view answer_id = "result";
inline constexpr std::string_view handoff_id = "handoff";

Badge badge_of(core::Verdict verdict);
void build_amounts(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   float total_size);
// Those first that settle most; at most `most` links.
void build_missing(PageView& view, const app::FrameAnswer& shown, std::string_view id,
                   std::size_t most);

}  // namespace uwanose::ui
