#include "core/ratio.h"

#include <doctest/doctest.h>

namespace uwanose::core {

namespace {

const Int128 huge = Int128{1} << 126;

}  // namespace

TEST_CASE("ratios: lowest terms, positive denominator") {
  CHECK(Ratio::of(4, 30).to_string() == "2/15");
  CHECK(Ratio::of(-4, 30).to_string() == "-2/15");
  CHECK(Ratio::of(4, -30).to_string() == "-2/15");
  CHECK(Ratio::of(-4, -30).to_string() == "2/15");
  CHECK(Ratio::of(30, 10).to_string() == "3");
  CHECK(Ratio::of(0, 7).to_string() == "0");
  CHECK(Ratio::of(30, 10).is_whole());
  CHECK_FALSE(Ratio::of(1, 2).is_whole());
}

TEST_CASE("ratios: exact arithmetic") {
  CHECK(Ratio::of(2, 3) + Ratio::of(4, 30) == Ratio::of(4, 5));
  CHECK(Ratio::of(2, 3) - Ratio::of(1, 6) == Ratio::of(1, 2));
  CHECK(Ratio(1) - Ratio(3) == Ratio(-2));
  CHECK(Ratio::of(1, 6) + Ratio::of(5, 6) == Ratio(1));
  CHECK(Ratio(30'000'000) * Ratio::of(2, 3) == Ratio(20'000'000));
  CHECK(Ratio(10) / Ratio(4) == Ratio::of(5, 2));
  CHECK(Ratio(10) / Ratio(-4) == Ratio::of(-5, 2));
}

TEST_CASE("ratios: floor towards negative infinity") {
  CHECK(Ratio::of(7, 2).floor() == 3);
  CHECK(Ratio::of(-7, 2).floor() == -4);
  CHECK(Ratio(-4).floor() == -4);
}

TEST_CASE("ratios: order") {
  CHECK(Ratio::of(1, 3) < Ratio::of(1, 2));
  CHECK(Ratio::of(-1, 2) < Ratio::of(-1, 3));
  CHECK(Ratio::of(2, 4) == Ratio::of(1, 2));
  CHECK(Ratio::of(2, 4) <= Ratio::of(1, 2));
  CHECK(Ratio(5) > Ratio::of(9, 2));
}

TEST_CASE("ratios: what is impossible is undefined, and stays so") {
  const Ratio undefined = Ratio::undefined();
  CHECK_FALSE(Ratio::of(1, 0).defined());
  CHECK_FALSE((Ratio(1) / Ratio(0)).defined());
  CHECK_FALSE((undefined + Ratio(1)).defined());
  CHECK_FALSE((Ratio(1) - undefined).defined());
  CHECK_FALSE((undefined * Ratio(0)).defined());
  CHECK_FALSE((Ratio(0) / undefined).defined());
  CHECK(undefined.to_string() == "undefined");
  CHECK_FALSE(undefined == undefined);
  CHECK_FALSE(undefined < Ratio(1));
  CHECK_FALSE(undefined >= Ratio(1));
}

TEST_CASE("ratios: results beyond 127 bits are undefined, never wrapped") {
  CHECK_FALSE((Ratio::whole(huge) + Ratio::whole(huge)).defined());
  CHECK_FALSE((Ratio::whole(-huge) - Ratio::whole(huge) - Ratio(1)).defined());
  CHECK_FALSE((Ratio::whole(huge) * Ratio(2)).defined());
  CHECK_FALSE((Ratio::of(1, huge) * Ratio::of(1, 2)).defined());
  CHECK_FALSE((Ratio::of(1, huge) + Ratio::of(1, 3)).defined());
  CHECK((Ratio::whole(huge) + Ratio::whole(huge - 1)).defined());
  // Comparing must not wrap either.
  CHECK_FALSE(Ratio::of(huge, 3) < Ratio::of(huge, 5));
  CHECK_FALSE(Ratio::of(huge, 3) > Ratio::of(huge, 5));
}

TEST_CASE("ratios: exact decimals") {
  CHECK(parse_exact_decimal("12.5") == Ratio::of(25, 2));
  CHECK(parse_exact_decimal("-0.25") == Ratio::of(-1, 4));
  CHECK(parse_exact_decimal("600") == Ratio(600));
  CHECK_FALSE(parse_exact_decimal("1e3"));
  CHECK_FALSE(parse_exact_decimal(""));
}

}  // namespace uwanose::core
