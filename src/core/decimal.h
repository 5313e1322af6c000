// Exact decimals: `mantissa / 10^scale`, for quantities that are not whole, such as 12.5 kW.
//
// Invariant of every Decimal these functions return: 0 ≤ scale ≤ 18 and the mantissa does not end
// in a zero unless the scale is 0, so equal numbers are equal members. What does not fit into the
// mantissa's 64 bits is no value, never a rounded one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::core {

struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;

  bool is_whole() const { return scale == 0; }
  bool operator==(const Decimal&) const = default;
};

// 10^exponent for 0 ≤ exponent ≤ 18.
std::int64_t power_of_ten(int exponent);

Decimal normalized(Decimal decimal);

// decimal × 10^exponent, exponent ≥ 0.
std::optional<Decimal> shifted(Decimal decimal, int exponent);

std::optional<Decimal> sum(Decimal a, Decimal b);

// Is a decimal that is not negative less than 10^exponent?
bool is_below_power_of_ten(Decimal decimal, int exponent);

// `digits` is one or more of 0–9; the last `fraction_digits` of them stand behind the point.
std::optional<Decimal> decimal_from_digits(std::string_view digits, std::size_t fraction_digits);

// The form of the case file: an optional '-', digits, optionally '.' and digits; nothing else.
std::optional<Decimal> parse_plain_decimal(std::string_view text);

// The shortest text of that form: "12.5", "-0.25", "3".
std::string to_plain_text(Decimal decimal);

}  // namespace uwanose::core
