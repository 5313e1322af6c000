#include "core/number_format.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/japanese_number.h"

namespace uwanose::core {

TEST_CASE("numbers as shown: yen") {
  struct Row {
    std::int64_t yen;
    const char* plain;
    const char* units;
    const char* english;
  };
  const std::vector<Row> rows = {
      {0, "0円", "0円", "¥0"},
      {5, "5円", "5円", "¥5"},
      {999, "999円", "999円", "¥999"},
      {1000, "1,000円", "1,000円", "¥1,000"},
      {10'000, "10,000円", "1万円", "¥10,000"},
      {12'500'000, "12,500,000円", "1,250万円", "¥12,500,000"},
      {12'345'678, "12,345,678円", "1,234万5,678円", "¥12,345,678"},
      {150'000'000, "150,000,000円", "1億5,000万円", "¥150,000,000"},
      {100'000'001, "100,000,001円", "1億1円", "¥100,000,001"},
      {10'000'000'000'000, "10,000,000,000,000円", "10兆円", "¥10,000,000,000,000"},
      {-1'234, "−1,234円", "−1,234円", "−¥1,234"},
      {-12'500'000, "−12,500,000円", "−1,250万円", "−¥12,500,000"},
      {INT64_MIN, "−9,223,372,036,854,775,808円", "−9,223,372兆368億5,477万5,808円",
       "−¥9,223,372,036,854,775,808"}};
  for (const Row& row : rows) {
    CAPTURE(row.yen);
    CHECK(format_yen(row.yen) == row.plain);
    CHECK(format_yen_in_units(row.yen) == row.units);
    CHECK(format_yen_english(row.yen) == row.english);
  }
}

TEST_CASE("numbers as shown: integers and decimals") {
  CHECK(format_integer(0) == "0");
  CHECK(format_integer(-100) == "−100");
  CHECK(format_integer(1'234'567) == "1,234,567");
  CHECK(format_decimal({125, 1}) == "12.5");
  CHECK(format_decimal({-25, 2}) == "−0.25");
  CHECK(format_decimal({12345678, 3}) == "12,345.678");
  CHECK(format_decimal({1000, 0}) == "1,000");
}

TEST_CASE("shares as shown: cut off, never rounded up") {
  CHECK(format_percent(1, 3, 1) == "33.3%");
  CHECK(format_percent(2, 3, 1) == "66.6%");
  CHECK(format_percent(2, 3, 0) == "66%");
  CHECK(format_percent(2, 3, 3) == "66.666%");
  CHECK(format_percent(1, 10, 1) == "10.0%");
  CHECK(format_percent(999'999, 10'000'000, 1) == "9.9%");
  CHECK(format_percent(1, 10'000, 1) == "0.0%");
  CHECK(format_percent(-1, 10'000, 1) == "0.0%");
  CHECK(format_percent(-1, 3, 1) == "−33.3%");
  CHECK(format_percent(5, 1, 1) == "500.0%");
  CHECK(format_percent(20, 1, 1) == "2,000.0%");
  CHECK(format_percent(0, 7, 1) == "0.0%");
  CHECK(format_percent(30'000'000'000'000, 30'000'000'000'001, 4) == "99.9999%");
}

TEST_CASE("shares as shown: none of nothing") {
  CHECK_FALSE(format_percent(1, 0, 1).has_value());
  CHECK_FALSE(format_percent(1, -3, 1).has_value());
}

TEST_CASE("yen as shown are read back") {
  std::mt19937_64 random(4);
  for (int round = 0; round < 20000; ++round) {
    const auto scale = static_cast<int>(random() % 19);
    const std::int64_t yen = static_cast<std::int64_t>(random() >> 1) % power_of_ten(scale) *
                             (random() % 2 == 0 ? 1 : -1);
    CAPTURE(yen);
    for (const std::string& text : {format_yen(yen), format_yen_in_units(yen),
                                    format_yen_english(yen), format_integer(yen)}) {
      const NumberEntry entry = parse_number(text);
      CHECK(entry.kind == EntryKind::value);
      CHECK(entry.value == yen);
    }
    const Decimal decimal = normalized({yen, scale});
    CHECK(parse_plain_decimal(to_plain_text(decimal)) == decimal);
  }
}

}  // namespace uwanose::core
