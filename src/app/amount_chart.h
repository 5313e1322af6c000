// The data of the chart of the amounts: nation, prefecture and both over the expense, with the
// limits and the present expense, in whole yen. The page draws it; a table says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/answer.h"
#include "app/chart_texts.h"
#include "app/state.h"
#include "rules/outlook.h"

namespace uwanose::app {

struct AmountMark {
  std::int64_t expense_yen = 0;
  std::string label;  // 国の上限額に届く経費
  std::string sign;   // 国の上限
  bool now = false;   // the present expense, as far as the frame takes it
};

struct AmountChart : ChartTexts {
  std::vector<rules::AmountsAt> corners;  // straight between them, the last at the end of the axis
  std::vector<AmountMark> marks;          // ascending
  std::optional<rules::AmountsAt> now;    // at the present expense, where it is known
  bool top_up = true;                     // whether there is a prefectural part to draw
  bool empty() const { return corners.empty(); }
};

// The end of an axis whose quarters are round, a quarter beyond `largest`.
std::int64_t axis_end(std::int64_t largest);

// For the frame that the state's answer shows; empty where facts are missing on which the amounts
// depend, or where nothing is ever granted.
AmountChart make_amount_chart(const State& state, const Answer& answer);

}  // namespace uwanose::app
