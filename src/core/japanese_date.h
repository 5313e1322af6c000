// Months as people in Japan write them, in the Western calendar or in an era.
//
//   2021-04  2021/4  2021.4  202104  2021年4月  令和3年4月  令3.4  R3.4  H31/4  令和元年五月  Apr
//   2021
//
// in half- or full-width characters or kanji digits; a day that follows is checked and dropped
// (2021/4/1), 「度」 and 「分」 are taken (2021年4月分). 「4月」 alone is a month whose year
// someone else must know. A two-digit year without an era is refused: 21 may be 2021 or 平成21.
//
// Eras change within a month: 1989-01 is both 昭和64 and 平成元, 1926-12 both 大正15 and 昭和元.
// 令和 began on 2019-05-01.
#pragma once

#include <string>
#include <string_view>

#include "core/month.h"

namespace uwanose::core {

enum class MonthFault {
  none,
  invalid_utf8,
  unrecognized,
  impossible_month,   // 2021年13月
  impossible_day,     // 2021/2/29
  two_digit_year,     // 21/4
  year_out_of_range,  // not 1900 to 2999
  before_era,         // 令和元年4月
  after_era           // 平成31年5月
};

enum class MonthEntryKind { value, without_year, empty, fault };

struct MonthEntry {
  MonthEntryKind kind = MonthEntryKind::empty;
  Month month;            // if kind is value
  int month_of_year = 0;  // 1 to 12, if the year is missing
  MonthFault fault = MonthFault::none;
  std::string_view era;  // the era that a fault is about: "平成"

  bool operator==(const MonthEntry&) const = default;
};

MonthEntry parse_month(std::string_view text);

enum class MonthStyle {
  japanese,  // 2021年4月
  era,       // 令和3年4月, 令和元年5月; before 大正 (1912-07) like japanese
  english    // Apr 2021
};

std::string format_month(Month month, MonthStyle style);

}  // namespace uwanose::core
