#include "core/date.h"

#include <doctest/doctest.h>

namespace uwanose::core {
namespace {

std::string read(std::string_view text) {
  const auto date = Date::parse(text);
  return date ? date->to_string() : "no date";
}

TEST_CASE("date: it is written as it is read") {
  CHECK(read("2022-03-24") == "2022-03-24");
  CHECK(read("1900-01-01") == "1900-01-01");
  CHECK(read("2999-12-31") == "2999-12-31");
  CHECK(read("2024-02-29") == "2024-02-29");
  CHECK(read("2000-02-29") == "2000-02-29");
}

TEST_CASE("date: a day that the month does not have is none") {
  CHECK(read("2023-02-29") == "no date");
  CHECK(read("2100-02-29") == "no date");
  CHECK(read("2021-04-31") == "no date");
  CHECK(read("2021-04-00") == "no date");
  CHECK(read("2021-13-01") == "no date");
}

TEST_CASE("date: another way of writing is none") {
  for (const char* text : {"", "2021-4-1", "2021/04/01", "2021-04-1 ", "2021-04-0x", "20210401",
                           "2021-04-011", "1899-12-31", "2021-04- 1"}) {
    CHECK(read(text) == "no date");
  }
}

TEST_CASE("date: days before and after, over months, years and leap days") {
  CHECK((Date(2022, 3, 24) - 21).to_string() == "2022-03-03");
  CHECK((Date(2022, 3, 24) - 28).to_string() == "2022-02-24");
  CHECK((Date(2020, 3, 14) - 14).to_string() == "2020-02-29");
  CHECK((Date(2022, 1, 12) - 21).to_string() == "2021-12-22");
  CHECK((Date(2021, 12, 31) + 1).to_string() == "2022-01-01");
  CHECK(Date(2026, 11, 20) - Date(2026, 2, 13) == 280);
  CHECK(Date(2026, 2, 13) < Date(2026, 11, 20));
  CHECK(Date(1970, 1, 1) + 20'000 == Date(2024, 10, 4));
}

TEST_CASE("date: every day of four centuries has its own name") {
  Date day(2000, 1, 1);
  Date::Parts before = (day - 1).parts();
  bool in_order = true;
  for (int i = 0; i < 146097; ++i, day = day + 1) {
    const Date::Parts now = day.parts();
    const bool next_day =
        now.year == before.year && now.month == before.month && now.day == before.day + 1;
    const bool next_month =
        now.day == 1 && before.day >= 28 &&
        (now.month == before.month + 1 || (now.month == 1 && now.year == before.year + 1));
    in_order = in_order && (next_day || next_month);
    in_order = in_order && Date(now.year, now.month, now.day) == day;
    before = now;
  }
  CHECK(in_order);
  CHECK(day == Date(2400, 1, 1));
}

}  // namespace
}  // namespace uwanose::core
