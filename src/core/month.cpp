#include "core/month.h"

namespace uwanose::core {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_digits(std::string& text, int value, int width) {
  for (int scale = width == 4 ? 1000 : 10; scale > 0; scale /= 10) {
    text.push_back(static_cast<char>('0' + value / scale % 10));
  }
}

}  // namespace

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  int digits[7] = {};
  for (std::size_t i = 0; i < 7; ++i) {
    if (i == 4) continue;
    if (!is_digit(text[i])) return std::nullopt;
    digits[i] = text[i] - '0';
  }
  const int year = ((digits[0] * 10 + digits[1]) * 10 + digits[2]) * 10 + digits[3];
  const int month = digits[5] * 10 + digits[6];
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return std::nullopt;
  return Month(year, month);
}

std::string Month::to_string() const {
  std::string text;
  append_digits(text, year(), 4);
  text.push_back('-');
  append_digits(text, month(), 2);
  return text;
}

}  // namespace uwanose::core
