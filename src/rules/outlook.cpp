#include "rules/outlook.h"

#include "core/yen.h"
#include "rules/evaluator.h"
#include "rules/own_share.h"

namespace uwanose::rules {

namespace {

// A multiple of the rates' denominators that can be halved often, so that a slope comes out exact.
constexpr std::int64_t least_step = 60;
constexpr std::int64_t slope_step = least_step << 13;

std::optional<std::int64_t> yen_of(const Number& number) {
  if (!number.exact() || !number.defined()) return std::nullopt;
  return static_cast<std::int64_t>(number.low.floor());
}

}  // namespace

std::optional<Outlook> Outlook::of(const RuleBook& rules, const Case& input,
                                   const FrameResult& result) {
  Outlook outlook(rules, input, result);
  if (!outlook.known_) return std::nullopt;
  return outlook;
}

Outlook::Outlook(const RuleBook& rules, const Case& input, const FrameResult& result)
    : rules_(&rules),
      pack_(result.pack),
      frame_(result.frame),
      judge_(rules, *result.pack, *result.frame),
      single_(input) {
  // The first category whose expense counts in full.
  for (std::size_t category = 0; category < rules.catalogue.categories.size(); ++category) {
    single_.expenses = std::vector<Expense>(1);
    single_.expenses->front().category = static_cast<int>(category);
    single_.expenses->front().amount_yen = slope_step;
    Evaluator evaluator(rules.catalogue, *pack_, single_);
    std::optional<std::int64_t> eligible;
    evaluator.each_path([&] { eligible = yen_of(figures_on_path(evaluator, *frame_).eligible); });
    if (eligible != slope_step) continue;
    known_ = known_throughout();
    break;
  }
  if (!known_) return;
  const AmountsAt most = at(core::max_stated_yen);
  if (most.total_yen() > 0) {
    first_grant_ = least_expense([](const AmountsAt& a) { return a.total_yen() > 0; });
  }
  const AmountsAt nearly = at(core::max_stated_yen / 2);
  if (most.national_yen > 0 && nearly.national_yen == most.national_yen) {
    national_full_ =
        least_expense([&](const AmountsAt& a) { return a.national_yen == most.national_yen; });
  }
  if (most.prefectural_yen > 0 && nearly.prefectural_yen == most.prefectural_yen) {
    prefectural_full_ = least_expense(
        [&](const AmountsAt& a) { return a.prefectural_yen == most.prefectural_yen; });
  }
  next_yen_ = marginal_rate(input);
}

std::optional<AmountsAt> Outlook::evaluate(const Case& varied) const {
  const FrameAmounts sooner = judge_.amounts(varied);
  if (sooner.national_yen && sooner.prefectural_yen) {
    return AmountsAt{0, *sooner.national_yen, *sooner.prefectural_yen};
  }
  Evaluator evaluator(rules_->catalogue, *pack_, varied);
  std::optional<AmountsAt> amounts;
  bool agreed = true;
  evaluator.each_path([&] {
    const FigurePath path = figures_on_path(evaluator, *frame_);
    const auto national = yen_of(path.national.yen);
    const auto prefectural = yen_of(path.prefectural.yen);
    const bool same = national && prefectural &&
                      (!amounts || (amounts->national_yen == *national &&
                                    amounts->prefectural_yen == *prefectural));
    agreed = agreed && same;
    if (same) amounts = AmountsAt{0, *national, *prefectural};
  });
  return agreed ? amounts : std::nullopt;
}

// A missing fact may only show at small or at large expenses (a lower limit, a cap).
bool Outlook::known_throughout() const {
  Case varied = single_;
  for (std::int64_t expense = core::max_stated_yen; expense > 0; expense /= 2) {
    varied.expenses->front().amount_yen = expense;
    if (!evaluate(varied)) return false;
  }
  return true;
}

AmountsAt Outlook::at(std::int64_t expense_yen) const {
  Case varied = single_;
  varied.expenses->front().amount_yen = expense_yen;
  AmountsAt amounts = evaluate(varied).value_or(AmountsAt{});
  amounts.expense_yen = expense_yen;
  return amounts;
}

// `reached` stays true once it is: amounts never fall with more expense.
template <class Reached>
std::optional<std::int64_t> Outlook::least_expense(const Reached& reached) const {
  std::int64_t low = 0;
  std::int64_t high = core::max_stated_yen;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (reached(at(middle))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

std::optional<core::Ratio> Outlook::marginal_rate(const Case& input) const {
  if (!input.expenses || has_unknown_amount(input)) return std::nullopt;
  Case varied = input;
  varied.expenses->push_back(single_.expenses->front());
  const auto total = [&](std::int64_t extra) -> std::optional<std::int64_t> {
    varied.expenses->back().amount_yen = extra;
    const auto amounts = evaluate(varied);
    return amounts ? std::optional(amounts->total_yen()) : std::nullopt;
  };
  const auto now = total(0);
  const auto next = total(1);
  const auto later = total(slope_step);
  if (!now || !next || !later) return std::nullopt;
  // Caps within the step would blur the slope: halve it until both halves agree.
  for (std::int64_t step = slope_step; step > least_step; step /= 2) {
    const auto half = total(step / 2);
    const auto whole = total(step);
    if (!half || !whole) return std::nullopt;
    if (2 * (*half - *now) == *whole - *now) return core::Ratio::of(*whole - *now, step);
  }
  return core::Ratio(*next - *now);
}

}  // namespace uwanose::rules
