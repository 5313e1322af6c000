// The data of the chart of the plan: value added year by year against the line that it must reach,
// in whole yen. The page draws it; a table says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/chart_texts.h"
#include "app/state.h"

namespace uwanose::app {

struct PlanYear {
  int year = 0;                       // 0 is the base
  std::optional<std::int64_t> value;  // none: unknown; per employee rounded down
  std::optional<std::int64_t> limit;  // the least that is on the line
  bool judged = false;
};

struct PlanChart : ChartTexts {
  std::string figures;      // 付加価値額, or per employee where that was judged
  std::string limit_label;  // 年率3%の線
  std::vector<PlanYear> years;
  bool empty() const { return years.empty(); }
};

// For the shown frame; empty while the base is unknown or not above zero.
PlanChart make_plan_chart(const State& state);

}  // namespace uwanose::app
