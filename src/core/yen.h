// Yen: a whole number of Japanese yen. Money is never anything else.
//
// A figure that a case states lies between 0 and `max_stated_yen` (10^13); value added may be
// negative. Sums are checked: what does not fit in 63 bits is no value rather than a wrong one.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace uwanose::core {

inline constexpr std::int64_t max_stated_yen = 10'000'000'000'000;

struct Yen {
  std::int64_t value = 0;

  friend constexpr auto operator<=>(Yen, Yen) = default;
};

constexpr std::optional<Yen> checked_add(Yen a, Yen b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.value, b.value, &sum)) return std::nullopt;
  return Yen{sum};
}

constexpr std::optional<Yen> checked_subtract(Yen a, Yen b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a.value, b.value, &difference)) return std::nullopt;
  return Yen{difference};
}

}  // namespace uwanose::core
