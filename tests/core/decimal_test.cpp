#include "core/decimal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace uwanose::core {

TEST_CASE("decimals as text: the form of the case file") {
  struct Row {
    const char* text;
    Decimal decimal;
    const char* shortest;
  };
  const std::vector<Row> rows = {
      {"12.5", {125, 1}, "12.5"},
      {"0", {0, 0}, "0"},
      {"-0.25", {-25, 2}, "-0.25"},
      {"12.500", {125, 1}, "12.5"},
      {"3.0", {3, 0}, "3"},
      {"100", {100, 0}, "100"},
      {"-0.0", {0, 0}, "0"},
      {"007.10", {71, 1}, "7.1"},
      {"0.000000000000000001", {1, 18}, "0.000000000000000001"},
      {"9223372036854775807", {INT64_MAX, 0}, "9223372036854775807"},
      {"-9.223372036854775807", {-INT64_MAX, 18}, "-9.223372036854775807"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    REQUIRE(parse_plain_decimal(row.text).has_value());
    CHECK(*parse_plain_decimal(row.text) == row.decimal);
    CHECK(to_plain_text(row.decimal) == row.shortest);
  }
}

TEST_CASE("decimals as text: anything else is refused") {
  for (const char* text : {"",
                           "-",
                           ".",
                           "1.",
                           ".5",
                           "-.5",
                           "+1",
                           "--1",
                           "1.2.3",
                           "1,000",
                           "1e3",
                           " 1",
                           "1 ",
                           "１",
                           "1.5-",
                           "0x1",
                           "inf",
                           "9223372036854775808",
                           "0.0000000000000000001",
                           "99999999999999999999.5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_plain_decimal(text).has_value());
  }
}

TEST_CASE("decimals: shifting and adding are exact or nothing") {
  CHECK(shifted({15, 1}, 8) == Decimal{150'000'000, 0});
  CHECK(shifted({125, 2}, 1) == Decimal{125, 1});
  CHECK(shifted({125, 2}, 2) == Decimal{125, 0});
  CHECK(shifted({0, 0}, 40) == Decimal{0, 0});
  CHECK(shifted({9, 0}, 18) == Decimal{9'000'000'000'000'000'000, 0});
  CHECK_FALSE(shifted({10, 0}, 18).has_value());
  CHECK_FALSE(shifted({1, 0}, 19).has_value());
  CHECK(sum({15, 1}, {25, 2}) == Decimal{175, 2});
  CHECK(sum({15, 1}, {5, 1}) == Decimal{2, 0});
  CHECK(sum({15, 1}, {-15, 1}) == Decimal{0, 0});
  CHECK_FALSE(sum({INT64_MAX, 0}, {1, 0}).has_value());
  CHECK_FALSE(sum({INT64_MAX, 0}, {1, 1}).has_value());
}

TEST_CASE("decimals: comparison with a power of ten") {
  CHECK(is_below_power_of_ten({9999, 0}, 4));
  CHECK_FALSE(is_below_power_of_ten({10000, 0}, 4));
  CHECK(is_below_power_of_ten({99995, 1}, 4));
  CHECK_FALSE(is_below_power_of_ten({100005, 1}, 4));
  CHECK(is_below_power_of_ten({INT64_MAX, 0}, 19));
}

}  // namespace uwanose::core
