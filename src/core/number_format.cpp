#include "core/number_format.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace uwanose::core {
namespace {

constexpr std::string_view minus_sign = "−";

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

std::string sign_of(std::int64_t value) { return value < 0 ? std::string(minus_sign) : ""; }

std::string grouped(std::string digits) {
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

std::string grouped(std::uint64_t value) { return grouped(std::to_string(value)); }

// Writes the last `decimals` digits behind a point.
std::string with_point(std::string digits, std::size_t decimals) {
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - decimals;
  const std::string fraction = digits.substr(whole);
  return grouped(digits.substr(0, whole)) + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

std::string format_integer(std::int64_t value) {
  return sign_of(value) + grouped(magnitude(value));
}

std::string format_decimal(Decimal value) {
  return sign_of(value.mantissa) + with_point(std::to_string(magnitude(value.mantissa)),
                                              static_cast<std::size_t>(value.scale));
}

std::string format_yen(std::int64_t yen) { return format_integer(yen) + "円"; }

std::string format_yen_in_units(std::int64_t yen) {
  struct Unit {
    std::uint64_t yen;
    std::string_view name;
  };
  constexpr std::array<Unit, 4> units = {
      {{1'000'000'000'000, "兆"}, {100'000'000, "億"}, {10'000, "万"}, {1, ""}}};
  std::string text = sign_of(yen);
  std::uint64_t rest = magnitude(yen);
  for (const Unit& unit : units) {
    if (rest >= unit.yen) text.append(grouped(rest / unit.yen)).append(unit.name);
    rest %= unit.yen;
  }
  return (yen == 0 ? "0" : text) + "円";
}

std::string format_yen_english(std::int64_t yen) {
  return sign_of(yen) + "¥" + grouped(magnitude(yen));
}

std::optional<std::string> format_percent(Int128 numerator, Int128 denominator, int decimals) {
  if (denominator <= 0) return std::nullopt;
  const bool negative = numerator < 0;
  Int128 share = (negative ? -numerator : numerator) * 100 * power_of_ten(decimals) / denominator;
  const std::string text = with_point(to_string(share), static_cast<std::size_t>(decimals)) + "%";
  return negative && share != 0 ? std::string(minus_sign) + text : text;
}

}  // namespace uwanose::core
