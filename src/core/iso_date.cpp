#include "core/iso_date.h"

#include <array>

#include "core/utf8.h"

namespace uwanose::core {

namespace {

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string iso_date(std::string_view text) {
  const std::string folded = fold_full_width(text);
  std::array<int, 3> parts{};
  std::size_t part = 0, digits = 0;
  for (const DecodedCharacter& c : code_points(folded)) {
    if (c.code_point >= U'0' && c.code_point <= U'9') {
      if (part == 3 || ++digits > 4) return {};
      parts[part] = parts[part] * 10 + static_cast<int>(c.code_point - U'0');
      continue;
    }
    constexpr std::u32string_view separators = U"-/.年月日";
    if (digits == 0 || separators.find(c.code_point) == std::u32string_view::npos) return {};
    ++part;
    digits = 0;
  }
  const auto [year, month, day] = parts;
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (part < 2 || year < 1600 || year > 2999 || month < 1 || month > 12 || day < 1) return {};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int last = days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
  if (day > last) return {};
  return std::to_string(year) + '-' + two_digits(month) + '-' + two_digits(day);
}

}  // namespace uwanose::core
