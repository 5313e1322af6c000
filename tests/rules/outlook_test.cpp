#include "rules/outlook.h"

#include <doctest/doctest.h>

#include "shipped.h"

namespace uwanose::rules {

using core::Ratio;
using testing::flyer;
using testing::judged;
using testing::manufacturer;
using testing::spent_on;

namespace {

std::optional<Outlook> outlook(const Case& input, const std::string& frame) {
  return Outlook::of(flyer(), input, judged(input, frame));
}

}  // namespace

TEST_CASE("outlook: 通常枠 with up to 20 employees grows to 60 million of expense") {
  const auto seen = outlook(manufacturer(20, 30'000'000), "saikouchiku.normal");
  REQUIRE(seen);
  CHECK(seen->first_grant() == 1'500'000);
  CHECK(seen->national_full() == 60'000'000);
  CHECK(seen->prefectural_full() == 37'500'000);
  CHECK(seen->next_yen() == Ratio::of(4, 5));  // 2/3 + 4/30

  CHECK(seen->at(1'499'999).total_yen() == 0);
  CHECK(seen->at(1'500'000).national_yen == 1'000'000);
  CHECK(seen->at(1'500'000).prefectural_yen == 200'000);
  CHECK(seen->at(37'499'999).prefectural_yen == 4'999'999);
  CHECK(seen->at(60'000'000).expense_yen == 60'000'000);
  CHECK(seen->at(60'000'000).national_yen == 40'000'000);
  CHECK(seen->at(59'999'999).national_yen == 39'999'999);
  CHECK(seen->at(130'000'000).total_yen() == 45'000'000);
}

TEST_CASE("outlook: 通常枠 by bands of employees") {
  const auto full = [](std::int64_t employees) {
    return outlook(manufacturer(employees, 1), "saikouchiku.normal")->national_full();
  };
  CHECK(full(20) == 60'000'000);
  CHECK(full(21) == 90'000'000);
  CHECK(full(50) == 90'000'000);
  CHECK(full(51) == 130'000'000);  // 60 million, and half of 40 million more
}

TEST_CASE("outlook: the next yen, between and at the limits") {
  const auto next = [](std::int64_t employees, std::int64_t expense) {
    return outlook(manufacturer(employees, expense), "saikouchiku.normal")->next_yen();
  };
  CHECK(next(20, 37'000'000) == Ratio::of(4, 5));
  CHECK(next(20, 37'500'000) == Ratio::of(2, 3));
  CHECK(next(20, 60'000'000) == Ratio(0));
  CHECK(next(51, 89'000'000) == Ratio::of(2, 3));
  CHECK(next(51, 90'000'000) == Ratio::of(1, 2));
  CHECK(next(51, 130'000'000) == Ratio(0));
  CHECK(next(20, 1'000'000) == Ratio(0));
  // One yen more is enough for the lower limit: what it brings, at once.
  CHECK(next(20, 1'499'999) == Ratio(1'200'000));
}

TEST_CASE("outlook: 卒業枠 begins where two thirds are more than 60 million") {
  const auto seen = outlook(manufacturer(20, 30'000'000), "saikouchiku.graduation");
  REQUIRE(seen);
  CHECK(seen->first_grant() == 90'000'002);
  CHECK(seen->at(90'000'001).total_yen() == 0);
  CHECK(seen->at(90'000'002).national_yen == 60'000'001);
  CHECK(seen->at(90'000'002).prefectural_yen == 10'000'000);
  CHECK(seen->prefectural_full() == 90'000'002);
  CHECK(seen->national_full() == 150'000'000);
  CHECK(seen->next_yen() == Ratio(0));
}

TEST_CASE("outlook: a frame that never grants anything, and one without the prefecture") {
  const auto mid_size_only = outlook(manufacturer(20, 30'000'000), "saikouchiku.global_recovery");
  REQUIRE(mid_size_only);
  CHECK_FALSE(mid_size_only->first_grant());
  CHECK_FALSE(mid_size_only->national_full());
  CHECK_FALSE(mid_size_only->prefectural_full());
  CHECK(mid_size_only->next_yen() == Ratio(0));

  const auto small_shop = outlook(manufacturer(20, 300'000), "jizokuka.normal");
  REQUIRE(small_shop);
  CHECK(small_shop->first_grant() == 2);
  CHECK(small_shop->national_full() == 750'000);
  CHECK_FALSE(small_shop->prefectural_full());
  CHECK(small_shop->next_yen() == Ratio::of(2, 3));
}

TEST_CASE("outlook: a frame takes its own categories") {
  const auto seen = outlook(manufacturer(20, 30'000'000), "it.d");
  REQUIRE(seen);
  CHECK(seen->national_full() == 2'250'000);
  CHECK(seen->prefectural_full() == 2'250'000);
  CHECK(seen->first_grant() == 450'000);
}

TEST_CASE("outlook: what is not known") {
  Case input = manufacturer(20, 30'000'000);
  input.set_scalar(*flyer().catalogue.find("applicant.employees"), std::nullopt);
  CHECK_FALSE(outlook(input, "saikouchiku.normal"));
  CHECK(outlook(input, "it.d"));  // whose amounts don't hang on it: the capital makes it an SME

  input = manufacturer(20, {});
  auto seen = outlook(input, "saikouchiku.normal");
  REQUIRE(seen);
  CHECK(seen->national_full() == 60'000'000);
  CHECK_FALSE(seen->next_yen());
  input.expenses.reset();
  seen = outlook(input, "saikouchiku.normal");
  REQUIRE(seen);
  CHECK(seen->prefectural_full() == 37'500'000);
  CHECK_FALSE(seen->next_yen());
}

}  // namespace uwanose::rules
