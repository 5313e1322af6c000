#include "core/decimal.h"

#include <algorithm>
#include <cstddef>

namespace uwanose::core {
namespace {

constexpr int max_exponent = 18;  // 10^18 is the greatest power of ten in 64 bits

}  // namespace

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Decimal normalized(Decimal decimal) {
  while (decimal.scale > 0 && decimal.mantissa % 10 == 0) {
    decimal.mantissa /= 10;
    --decimal.scale;
  }
  return decimal;
}

std::optional<Decimal> shifted(Decimal decimal, int exponent) {
  const int taken = std::min(decimal.scale, exponent);
  decimal.scale -= taken;
  exponent -= taken;
  if (decimal.mantissa == 0 || exponent == 0) return normalized(decimal);
  if (exponent > max_exponent) return std::nullopt;
  if (__builtin_mul_overflow(decimal.mantissa, power_of_ten(exponent), &decimal.mantissa)) {
    return std::nullopt;
  }
  return normalized(decimal);
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  if (a.scale > b.scale) std::swap(a, b);
  Decimal result{0, b.scale};
  if (__builtin_mul_overflow(a.mantissa, power_of_ten(b.scale - a.scale), &result.mantissa) ||
      __builtin_add_overflow(result.mantissa, b.mantissa, &result.mantissa)) {
    return std::nullopt;
  }
  return normalized(result);
}

bool is_below_power_of_ten(Decimal decimal, int exponent) {
  const int digits = exponent + decimal.scale;
  return digits > max_exponent || decimal.mantissa < power_of_ten(digits);
}

std::optional<Decimal> decimal_from_digits(std::string_view digits, std::size_t fraction_digits) {
  while (fraction_digits > 0 && digits.back() == '0') {
    digits.remove_suffix(1);
    --fraction_digits;
  }
  if (fraction_digits > static_cast<std::size_t>(max_exponent)) return std::nullopt;
  Decimal decimal{0, static_cast<int>(fraction_digits)};
  for (const char digit : digits) {
    if (__builtin_mul_overflow(decimal.mantissa, std::int64_t{10}, &decimal.mantissa) ||
        __builtin_add_overflow(decimal.mantissa, std::int64_t{digit - '0'}, &decimal.mantissa)) {
      return std::nullopt;
    }
  }
  return decimal;
}

std::optional<Decimal> parse_plain_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  std::size_t fraction_digits = 0;
  if (point != std::string_view::npos) {
    fraction_digits = text.size() - point - 1;
    if (point == 0 || fraction_digits == 0) return std::nullopt;
    digits += text.substr(point + 1);
  }
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  std::optional<Decimal> decimal = decimal_from_digits(digits, fraction_digits);
  if (decimal && negative) decimal->mantissa = -decimal->mantissa;
  return decimal;
}

std::string to_plain_text(Decimal decimal) {
  std::string text = std::to_string(decimal.mantissa);
  if (decimal.scale == 0) return text;
  const bool negative = decimal.mantissa < 0;
  if (negative) text.erase(0, 1);
  const auto scale = static_cast<std::size_t>(decimal.scale);
  if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
  text.insert(text.size() - scale, 1, '.');
  if (negative) text.insert(0, 1, '-');
  return text;
}

}  // namespace uwanose::core
