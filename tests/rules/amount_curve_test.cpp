#include "rules/amount_curve.h"

#include <doctest/doctest.h>

#include "shipped.h"

namespace uwanose::rules {

using testing::flyer;
using testing::judged;
using testing::manufacturer;

namespace {

struct Corner {
  std::int64_t expense, national, prefectural;
  friend bool operator==(const Corner&, const Corner&) = default;
};

std::vector<Corner> corners(std::int64_t employees, const std::string& frame, std::int64_t until) {
  const Case input = manufacturer(employees, 30'000'000);
  const auto outlook = Outlook::of(flyer(), input, judged(input, frame));
  REQUIRE(outlook);
  std::vector<Corner> found;
  for (const AmountsAt& at : amount_curve(*outlook, until)) {
    found.push_back({at.expense_yen, at.national_yen, at.prefectural_yen});
  }
  return found;
}

}  // namespace

TEST_CASE("amount curve: 通常枠 jumps at its lower limit, bends at each cap, and ends flat") {
  CHECK(corners(20, "saikouchiku.normal", 80'000'000) ==
        std::vector<Corner>{{0, 0, 0},
                            {1'499'999, 0, 0},
                            {1'500'000, 1'000'000, 200'000},
                            {37'500'000, 25'000'000, 5'000'000},
                            {60'000'000, 40'000'000, 5'000'000},
                            {80'000'000, 40'000'000, 5'000'000}});
}

TEST_CASE("amount curve: beyond a tier the second rate begins at its exact yen") {
  CHECK(corners(51, "saikouchiku.normal", 160'000'000) ==
        std::vector<Corner>{{0, 0, 0},
                            {1'499'999, 0, 0},
                            {1'500'000, 1'000'000, 200'000},
                            {37'500'000, 25'000'000, 5'000'000},
                            {90'000'000, 60'000'000, 5'000'000},
                            {130'000'000, 80'000'000, 5'000'000},
                            {160'000'000, 80'000'000, 5'000'000}});
}

TEST_CASE("amount curve: cut off before the first grant there is nothing") {
  CHECK(corners(20, "saikouchiku.normal", 1'000'000) ==
        std::vector<Corner>{{0, 0, 0}, {1'000'000, 0, 0}});
}

TEST_CASE("amount curve: every frame's corners carry its amounts between them") {
  for (const Pack& pack : flyer().packs) {
    for (const Frame& frame : pack.frames) {
      CAPTURE(frame.id);
      const Case input = manufacturer(20, 30'000'000);
      const auto outlook = Outlook::of(flyer(), input, judged(input, frame.id));
      if (!outlook) continue;
      const auto curve = amount_curve(*outlook, 200'000'000);
      CHECK(curve.size() <= 10);
      for (std::size_t i = 1; i < curve.size(); ++i) {
        const AmountsAt& a = curve[i - 1];
        const AmountsAt& b = curve[i];
        CHECK(a.expense_yen < b.expense_yen);
        for (const int tenth : {1, 3, 7, 9}) {
          const auto at = a.expense_yen + (b.expense_yen - a.expense_yen) * tenth / 10;
          const std::int64_t line = a.national_yen + (b.national_yen - a.national_yen) *
                                                         (at - a.expense_yen) /
                                                         (b.expense_yen - a.expense_yen);
          const std::int64_t off = outlook->at(at).national_yen - line;
          CHECK(-1 <= off);
          CHECK(off <= 1);
        }
      }
    }
  }
}

}  // namespace uwanose::rules
