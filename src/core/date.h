// Date: a day of the proleptic Gregorian calendar, written "YYYY-MM-DD".
//
// Arithmetic is in days; the difference of two dates is a number of days.
// Years are counted from March, in eras of 400 years (146,097 days).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::core {

class Date {
 public:
  constexpr Date() = default;
  constexpr Date(int year, int month, int day) : days_(days_of(year, month, day)) {}
  // Exactly "YYYY-MM-DD", year 1900 to 2999, a day that the month has.
  static std::optional<Date> parse(std::string_view text);

  struct Parts {
    int year = 0, month = 0, day = 0;
  };
  Parts parts() const;
  std::string to_string() const;

  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date a, int days) { return from_days(a.days_ + days); }
  friend constexpr Date operator-(Date a, int days) { return from_days(a.days_ - days); }
  friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }

 private:
  static constexpr Date from_days(std::int32_t days) {
    Date date;
    date.days_ = days;
    return date;
  }
  // The year begins in March, so that the leap day is its last.
  static constexpr std::int32_t days_of(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int of_era = y - era * 400;
    const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  }

  std::int32_t days_ = 0;  // since 0000-03-01
};

}  // namespace uwanose::core
