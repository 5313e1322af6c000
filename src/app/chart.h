// The data of the monthly chart: figures against their base, in whole yen, with the months that the
// test of the decline chose. The page draws it; a table says the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/chart_texts.h"
#include "app/state.h"
#include "core/month.h"

namespace uwanose::app {

struct ChartMonth {
  core::Month month;
  std::optional<std::int64_t> value;  // none: unknown
  std::optional<std::int64_t> base;   // the larger of the same months before COVID
  std::optional<std::int64_t> limit;  // the most that is still enough below the base, of this month
  bool in_a = false, in_b = false;    // chosen for part (a), (b)
  bool is_base = false;               // itself within the base months
};

struct MonthlyChart : ChartTexts {
  std::string figures;      // 売上高, 付加価値額
  std::string limit_label;  // 基準の90%
  std::vector<ChartMonth> months;
  std::int64_t highest = 0, lowest = 0;  // of everything drawn; lowest is 0 or less
  bool empty() const { return months.empty(); }
};

// For the shown frame; empty while no month is known.
MonthlyChart make_monthly_chart(const State& state);

}  // namespace uwanose::app
