// Month: a calendar month of the proleptic Gregorian calendar, written "YYYY-MM".
//
// Arithmetic is in months; the difference of two months is a number of months.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::core {

class Month {
 public:
  constexpr Month() = default;
  constexpr Month(int year, int month) : index_(year * 12 + month - 1) {}
  static constexpr Month from_index(std::int32_t index) { return Month(0, index + 1); }
  // Exactly "YYYY-MM", year 1900 to 2999, month 01 to 12.
  static std::optional<Month> parse(std::string_view text);

  constexpr int year() const { return index_ / 12; }
  constexpr int month() const { return index_ % 12 + 1; }
  // Months since January of year 0.
  constexpr std::int32_t index() const { return index_; }
  std::string to_string() const;

  friend constexpr auto operator<=>(Month, Month) = default;
  friend constexpr Month operator+(Month a, int months) { return from_index(a.index_ + months); }
  friend constexpr Month operator-(Month a, int months) { return from_index(a.index_ - months); }
  friend constexpr int operator-(Month a, Month b) { return a.index_ - b.index_; }

 private:
  std::int32_t index_ = 0;
};

}  // namespace uwanose::core
