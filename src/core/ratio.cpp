#include "core/ratio.h"

#include <numeric>

#include "core/decimal.h"

namespace uwanose::core {

namespace {

constexpr Int128 magnitude(Int128 a) { return a < 0 ? -a : a; }

// Most figures fit 64 bits, where division is many times quicker.
constexpr bool fits_64(Int128 a) { return a >= 0 && a <= INT64_MAX; }

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  a = magnitude(a);
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

}  // namespace

Ratio Ratio::of(Int128 numerator, Int128 denominator) {
  if (denominator == 0) return undefined();
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (denominator == 1) return whole(numerator);
  if (fits_64(magnitude(numerator)) && fits_64(denominator)) {
    const auto over = static_cast<std::int64_t>(numerator);
    const auto under = static_cast<std::int64_t>(denominator);
    const std::int64_t divisor = std::gcd(over % under, under);  // most denominators are small
    return Ratio(over / divisor, under / divisor, Normal{});
  }
  const Int128 divisor = greatest_common_divisor(numerator, denominator);
  return Ratio(numerator / divisor, denominator / divisor, Normal{});
}

Ratio Ratio::add(const Ratio& a, const Ratio& b, bool subtract) {
  if (!a.defined() || !b.defined()) return undefined();
  Int128 left = a.numerator_;
  Int128 right = b.numerator_;
  Int128 denominator = 1;
  if (a.denominator_ != b.denominator_) {
    if (__builtin_mul_overflow(a.numerator_, b.denominator_, &left) ||
        __builtin_mul_overflow(b.numerator_, a.denominator_, &right) ||
        __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator)) {
      return undefined();
    }
  } else {
    denominator = a.denominator_;
  }
  Int128 sum = 0;
  const bool overflow = subtract ? __builtin_sub_overflow(left, right, &sum)
                                 : __builtin_add_overflow(left, right, &sum);
  return overflow ? undefined() : of(sum, denominator);
}

Ratio operator*(const Ratio& a, const Ratio& b) {
  if (!a.defined() || !b.defined()) return Ratio::undefined();
  Int128 numerator = 0;
  Int128 denominator = 0;
  if (__builtin_mul_overflow(a.numerator_, b.numerator_, &numerator) ||
      __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator)) {
    return Ratio::undefined();
  }
  return Ratio::of(numerator, denominator);
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  if (!a.defined() || !b.defined() || b.numerator_ == 0) return Ratio::undefined();
  return a * Ratio::of(b.denominator_, b.numerator_);
}

std::partial_ordering Ratio::compare(const Ratio& a, const Ratio& b) {
  if (!a.defined() || !b.defined()) return std::partial_ordering::unordered;
  if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
  Int128 left = 0;
  Int128 right = 0;
  if (__builtin_mul_overflow(a.numerator_, b.denominator_, &left) ||
      __builtin_mul_overflow(b.numerator_, a.denominator_, &right)) {
    return std::partial_ordering::unordered;
  }
  return left <=> right;
}

std::string Ratio::to_string() const {
  if (!defined()) return "undefined";
  std::string text = core::to_string(numerator_);
  if (denominator_ != 1) text += "/" + core::to_string(denominator_);
  return text;
}

std::optional<Ratio> parse_exact_decimal(std::string_view text) {
  const auto decimal = parse_plain_decimal(text);
  if (!decimal) return std::nullopt;
  return Ratio::of(decimal->mantissa, power_of_ten(decimal->scale));
}

}  // namespace uwanose::core
