// 128-bit integers: wide enough that no product of two case figures (each up to 10^13) and a small
// constant overflows. The one place that names the compiler's extension.
#pragma once

#include <cstdint>
#include <string>

namespace uwanose::core {

__extension__ typedef __int128 Int128;            // NOLINT(modernize-use-using)
__extension__ typedef unsigned __int128 Uint128;  // NOLINT(modernize-use-using)

std::string to_string(Int128 value);

// Floor and ceiling of a / b for b > 0, towards negative and positive infinity.
constexpr Int128 floor_div(Int128 a, Int128 b) {
  if (a >= 0 && a <= INT64_MAX && b <= INT64_MAX) {  // 64 bits divide many times quicker
    return static_cast<std::int64_t>(a) / static_cast<std::int64_t>(b);
  }
  const Int128 quotient = a / b;
  return a % b != 0 && a < 0 ? quotient - 1 : quotient;
}
constexpr Int128 ceil_div(Int128 a, Int128 b) {
  const Int128 quotient = a / b;
  return a % b != 0 && a > 0 ? quotient + 1 : quotient;
}

}  // namespace uwanose::core
