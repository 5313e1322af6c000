#include <doctest/doctest.h>

#include "ui/chart_parts.h"

namespace uwanose::ui {

TEST_CASE("chart: an axis ends at a round number whose quarters are round") {
  CHECK(axis_top(0) == 4);
  CHECK(axis_top(4) == 4);
  CHECK(axis_top(5) == 8);
  CHECK(axis_top(9) == 20);
  CHECK(axis_top(21) == 40);
  CHECK(axis_top(5'200'000) == 8'000'000);
  CHECK(axis_top(10'000'000'000'000) == 20'000'000'000'000);
}

}  // namespace uwanose::ui
