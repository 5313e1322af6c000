// Ratio: an exact rational number, the only kind of number that rules compute with.
//
// Invariants: the denominator is positive and the fraction is in lowest terms, or the ratio is
// undefined. Division by zero and results beyond 127 bits are undefined, and whatever is computed
// from an undefined ratio is undefined too: an impossible figure can never look like a figure.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/int128.h"

namespace uwanose::core {

class Ratio {
 public:
  constexpr Ratio() = default;
  constexpr Ratio(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are ratios
  static constexpr Ratio whole(Int128 value) { return Ratio(value, 1, Normal{}); }
  static Ratio of(Int128 numerator, Int128 denominator);
  static constexpr Ratio undefined() { return Ratio(0, 0, Normal{}); }

  constexpr bool defined() const { return denominator_ != 0; }
  constexpr bool is_whole() const { return denominator_ == 1; }
  constexpr Int128 numerator() const { return numerator_; }
  constexpr Int128 denominator() const { return denominator_; }
  // Towards negative infinity. Of a defined ratio only.
  Int128 floor() const { return is_whole() ? numerator_ : floor_div(numerator_, denominator_); }
  // 7, 2/3, -1/2
  std::string to_string() const;

  friend Ratio operator+(const Ratio& a, const Ratio& b) {
    Int128 sum = 0;
    if (a.is_whole() && b.is_whole() && !__builtin_add_overflow(a.numerator_, b.numerator_, &sum)) {
      return whole(sum);
    }
    return add(a, b, false);
  }
  friend Ratio operator-(const Ratio& a, const Ratio& b) {
    Int128 difference = 0;
    if (a.is_whole() && b.is_whole() &&
        !__builtin_sub_overflow(a.numerator_, b.numerator_, &difference)) {
      return whole(difference);
    }
    return add(a, b, true);
  }
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);
  friend constexpr bool operator==(const Ratio& a, const Ratio& b) {
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_ && a.defined();
  }
  // Unordered where either is undefined.
  friend std::partial_ordering operator<=>(const Ratio& a, const Ratio& b) {
    if (a.is_whole() && b.is_whole()) return a.numerator_ <=> b.numerator_;
    return compare(a, b);
  }

 private:
  struct Normal {};
  constexpr Ratio(Int128 numerator, Int128 denominator, Normal)
      : numerator_(numerator), denominator_(denominator) {}
  static Ratio add(const Ratio& a, const Ratio& b, bool subtract);
  static std::partial_ordering compare(const Ratio& a, const Ratio& b);

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
};

// The exact value of a plain decimal of at most 18 digits such as "12.5"; nullopt for anything
// else.
std::optional<Ratio> parse_exact_decimal(std::string_view text);

}  // namespace uwanose::core
