// The figures of a frame on one path, and what is left for the applicant to pay.
#pragma once

#include "rules/assessment.h"
#include "rules/evaluator.h"

namespace uwanose::rules {

struct FigurePath {
  Number eligible, total, own;
  AmountOnPath national, prefectural;
};
FigurePath figures_on_path(Evaluator& evaluator, const Frame& frame);

// Expenses at which frames tell their rates, limits and caps apart.
inline constexpr std::int64_t telling_amounts[] = {
    1'200'000, 1'600'000, 4'000'000, 10'000'000, 30'000'000, 70'000'000, 110'000'000, 200'000'000};

// Whether some expense, or all of them, has no amount.
bool has_unknown_amount(const Case& input);
// The case with `amount_yen` for each amount that is missing; for a missing list, one expense.
Case with_amounts(const Case& input, std::int64_t amount_yen);

// The least that `own` can be while amounts are unknown. It does not simply rise with an amount:
// at a lower limit, and where one expense lets another count, a yen spent brings more than a yen.
std::int64_t least_own_share(const Catalogue& catalogue, const Pack& pack, const Frame& frame,
                             const Case& input, const Amount& total);

}  // namespace uwanose::rules
