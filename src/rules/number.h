// Arithmetic on the numbers of one path. A range stands for every value that its missing figures
// can give; each operation keeps exactly the figures that can still change its result.
#pragma once

#include <optional>

#include "rules/evaluator.h"

namespace uwanose::rules {

Number sum(const Number& a, const Number& b);
Number negated(const Number& a);
Number product(const Number& a, const Number& b);
Number quotient(const Number& a, const Number& b);
Number lesser(const Number& a, const Number& b);
// Down to a multiple of `unit`, towards negative infinity.
Number rounded_down(const Number& a, const core::Ratio& unit);
// The amount where it reaches `least`, otherwise 0.
Number granted_from(const Number& amount, const core::Ratio& least);

// What the ranges settle about a comparison.
std::optional<bool> compare_ranges(Op op, const Number& left, const Number& right);
// The operator with its sides exchanged.
Op mirrored(Op op);

}  // namespace uwanose::rules
