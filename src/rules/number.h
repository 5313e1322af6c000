// Arithmetic on the numbers of one path. A range stands for every value that its missing figures
// can give; each operation keeps exactly the figures that can still change its result.
#pragma once

#include <optional>

#include "core/ratio.h"
#include "rules/fact_set.h"
#include "rules/formula.h"

namespace uwanose::rules {

// A number on one path: a value, or the range that missing figures leave, and which they are.
struct Number {
  core::Ratio low, high;
  bool open_below = false, open_above = false;  // no bound
  FactSet missing;                              // empty for a value

  static Number exactly(core::Ratio value) {
    Number number;
    number.low = number.high = value;
    return number;
  }
  bool exact() const { return missing.empty(); }
  bool defined() const { return low.defined() && high.defined(); }
};

Number sum(const Number& a, const Number& b);
Number negated(const Number& a);
Number product(const Number& a, const Number& b);
Number quotient(const Number& a, const Number& b);
Number lesser(const Number& a, const Number& b);
// Down to a multiple of `unit`, towards negative infinity.
core::Ratio rounded_down(const core::Ratio& a, const core::Ratio& unit);
Number rounded_down(const Number& a, const core::Ratio& unit);
// amount·first while that is at most the limit; what lies beyond at `second`. Rising in the amount.
core::Ratio tiered(const core::Ratio& amount, const core::Ratio& first, const core::Ratio& limit,
                   const core::Ratio& second);
// The amount where it reaches `least`, otherwise 0.
Number granted_from(const Number& amount, const core::Ratio& least);

// What the ranges settle about a comparison.
std::optional<bool> compare_ranges(Op op, const Number& left, const Number& right);
// The operator with its sides exchanged.
Op mirrored(Op op);

}  // namespace uwanose::rules
