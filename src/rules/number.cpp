#include "rules/number.h"

namespace uwanose::rules {

namespace {

using core::Ratio;

// A range that has shrunk to a point no longer depends on anything.
Number settle(Number number) {
  if (!number.open_below && !number.open_above && number.low == number.high) number.missing = {};
  return number;
}

bool below(const Number& a, const Number& b) {  // every a ≤ every b
  return !a.open_above && !b.open_below && a.high <= b.low;
}

}  // namespace

Number sum(const Number& a, const Number& b) {
  Number result;
  result.low = a.low + b.low;
  result.high = a.high + b.high;
  result.open_below = a.open_below || b.open_below;
  result.open_above = a.open_above || b.open_above;
  result.missing = a.missing | b.missing;
  return settle(result);
}

Number negated(const Number& a) {
  Number result = a;
  result.low = Ratio(0) - a.high;
  result.high = Ratio(0) - a.low;
  result.open_below = a.open_above;
  result.open_above = a.open_below;
  return result;
}

Number product(const Number& a, const Number& b) {
  if (a.exact() && b.exact()) return Number::exactly(a.low * b.low);
  if (a.exact() || b.exact()) {
    const Number& range = a.exact() ? b : a;
    const Ratio factor = a.exact() ? a.low : b.low;
    if (factor == Ratio(0)) return Number::exactly(Ratio(0));
    if (factor < Ratio(0)) return negated(product(range, Number::exactly(Ratio(0) - factor)));
    Number result = range;
    result.low = range.low * factor;
    result.high = range.high * factor;
    return result;
  }
  Number result;
  result.missing = a.missing | b.missing;
  if (a.low >= Ratio(0) && b.low >= Ratio(0) && !a.open_below && !b.open_below) {
    result.low = a.low * b.low;
    result.high = a.high * b.high;
    result.open_above = a.open_above || b.open_above;
  } else {
    result.open_below = result.open_above = true;
  }
  return settle(result);
}

Number quotient(const Number& a, const Number& b) {
  if (b.exact()) return product(a, Number::exactly(Ratio(1) / b.low));
  if (!b.open_below && b.low > Ratio(0)) {
    Number inverse = b;
    inverse.low = b.open_above ? Ratio(0) : Ratio(1) / b.high;
    inverse.high = Ratio(1) / b.low;
    inverse.open_above = false;
    return product(a, inverse);
  }
  Number unknown = Number::exactly(Ratio(0));
  unknown.open_below = unknown.open_above = true;
  unknown.missing = a.missing | b.missing;
  return unknown;
}

Number lesser(const Number& a, const Number& b) {
  if (!a.defined() || !b.defined()) return Number::exactly(Ratio::undefined());
  if (below(a, b)) return a;
  if (below(b, a)) return b;
  Number result;
  result.low = a.low < b.low ? a.low : b.low;
  result.open_below = a.open_below || b.open_below;
  result.open_above = a.open_above && b.open_above;
  result.high = a.open_above ? b.high : b.open_above || a.high < b.high ? a.high : b.high;
  result.missing = a.missing | b.missing;
  return settle(result);
}

Ratio rounded_down(const Ratio& a, const Ratio& unit) {
  if (!a.defined()) return a;
  if (unit == Ratio(1)) return Ratio::whole(a.floor());
  const Ratio steps = a / unit;
  return steps.defined() ? Ratio::whole(steps.floor()) * unit : steps;
}

Number rounded_down(const Number& a, const Ratio& unit) {
  Number result = a;
  result.low = rounded_down(a.low, unit);
  result.high = rounded_down(a.high, unit);
  return settle(result);
}

Ratio tiered(const Ratio& amount, const Ratio& first, const Ratio& limit, const Ratio& second) {
  const Ratio lower = amount * first;
  return lower <= limit ? lower : limit + (amount - limit / first) * second;
}

Number granted_from(const Number& amount, const Ratio& least) {
  if (!amount.defined() || !least.defined()) return Number::exactly(Ratio::undefined());
  if (!amount.open_below && amount.low >= least) return amount;
  if (!amount.open_above && amount.high < least) return Number::exactly(Ratio(0));
  Number result = amount;
  result.low = Ratio(0);
  result.open_below = false;
  return result;
}

std::optional<bool> compare_ranges(Op op, const Number& left, const Number& right) {
  const bool bounded_above = !left.open_above && !right.open_below;  // left.high, right.low count
  const bool bounded_below = !left.open_below && !right.open_above;  // left.low, right.high count
  switch (op) {
    case Op::less:
      if (bounded_above && left.high < right.low) return true;
      if (bounded_below && left.low >= right.high) return false;
      return std::nullopt;
    case Op::less_equal:
      if (bounded_above && left.high <= right.low) return true;
      if (bounded_below && left.low > right.high) return false;
      return std::nullopt;
    case Op::greater:
    case Op::greater_equal: return compare_ranges(mirrored(op), right, left);
    default: {
      std::optional<bool> equal;
      if (left.exact() && right.exact()) {
        equal = left.low == right.low;
      } else if ((bounded_above && left.high < right.low) ||
                 (bounded_below && left.low > right.high)) {
        equal = false;
      }
      if (!equal) return std::nullopt;
      return *equal == (op == Op::equal);
    }
  }
}

Op mirrored(Op op) {
  switch (op) {
    case Op::less: return Op::greater;
    case Op::less_equal: return Op::greater_equal;
    case Op::greater: return Op::less;
    case Op::greater_equal: return Op::less_equal;
    default: return op;
  }
}

}  // namespace uwanose::rules
