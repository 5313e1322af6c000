#include "rules/own_share.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <set>

#include "core/yen.h"
#include "rules/number.h"

namespace uwanose::rules {

FigurePath figures_on_path(Evaluator& evaluator, const Frame& frame) {
  FigurePath path;
  const core::Ratio yen(1);
  path.eligible =
      rounded_down(evaluator.definition(static_cast<std::size_t>(frame.eligible_index)), yen);
  path.national = evaluator.amount(frame.national);
  evaluator.set_national(path.national.yen);
  if (frame.prefectural) path.prefectural = evaluator.amount(*frame.prefectural);
  path.total = sum(path.national.yen, path.prefectural.yen);
  path.own = sum(evaluator.all_expenses(), negated(path.total));
  return path;
}

bool has_unknown_amount(const Case& input) {
  return !input.expenses || std::any_of(input.expenses->begin(), input.expenses->end(),
                                        [](const Expense& row) { return !row.amount_yen; });
}

Case with_amounts(const Case& input, std::int64_t amount_yen) {
  Case completed = input;
  if (!completed.expenses) completed.expenses.emplace(1);
  for (Expense& expense : *completed.expenses) {
    if (!expense.amount_yen) expense.amount_yen = amount_yen;
  }
  return completed;
}

namespace {

// Rounding moves the own share by a few yen within this many yen of expense.
constexpr std::int64_t rounding_period = 64;

struct Point {
  std::int64_t amount = 0, own = 0;
};

// The own share as a function of one unknown amount: straight pieces, with jumps.
class OwnShare {
 public:
  // `stated` has an amount for every expense; the one of `row` varies and stays what it was last.
  OwnShare(const Catalogue& catalogue, const Pack& pack, const Frame& frame, Case& stated,
           std::size_t row)
      : frame_(frame), case_(stated), row_(row), evaluator_(catalogue, pack, stated) {}

  Point at(std::int64_t amount) {
    (*case_.expenses)[row_].amount_yen = amount;
    evaluator_.expenses_changed();
    Point point{amount, std::numeric_limits<std::int64_t>::max()};
    evaluator_.each_path([&] {
      const Number own = figures_on_path(evaluator_, frame_).own;
      if (!own.defined()) return;
      point.own = std::min(point.own, static_cast<std::int64_t>(own.low.floor()));
    });
    return point;
  }

  // The least point from 0 to `reach`.
  Point least(std::int64_t reach) {
    ends_.clear();
    split(at(0), at(reach));
    Point best = ends_.front();
    for (const Point& end : ends_) {
      if (end.own < best.own) best = end;
    }
    // Rounding can still win a few yen near the lowest ends, and a jump lies up to a period before.
    const std::int64_t lowest = best.own;
    for (const Point& end : ends_) {
      if (end.own > lowest + rounding_period + rounding_gain) continue;
      const std::int64_t last = std::min(reach, end.amount + rounding_period);
      for (std::int64_t amount = std::max<std::int64_t>(0, end.amount - rounding_period);
           amount <= last; ++amount) {
        const Point point = at(amount);
        if (point.own < best.own) best = point;
      }
    }
    return best;
  }

 private:
  static constexpr std::int64_t rounding_gain = 4;

  // Collects the ends of the straight pieces from a to b.
  void split(const Point& a, const Point& b) {
    const std::int64_t width = b.amount - a.amount;
    const Point quarter = at(a.amount + width / 4);
    const Point middle = at(a.amount + width / 2);
    if (width <= rounding_period || (straight(a, quarter, b) && straight(a, middle, b))) {
      ends_.push_back(a);
      ends_.push_back(b);
      return;
    }
    split(a, middle);
    split(middle, b);
  }
  static bool straight(const Point& a, const Point& m, const Point& b) {
    const core::Int128 expected = (core::Int128{b.own} - a.own) * (m.amount - a.amount);
    const core::Int128 seen = (core::Int128{m.own} - a.own) * (b.amount - a.amount);
    const core::Int128 difference = seen - expected;
    return (difference < 0 ? -difference : difference) <=
           core::Int128{rounding_gain} * (b.amount - a.amount);
  }

  const Frame& frame_;
  Case& case_;
  std::size_t row_;
  Evaluator evaluator_;
  std::vector<Point> ends_;
};

core::Int128 lowest_bit(core::Int128 set) {
  core::Int128 bit = 0;
  while ((set >> bit & 1) == 0) ++bit;
  return bit;
}

// The case as one path assumes it; what only forks stays open.
Case as_assumed(const Case& input, const Catalogue& catalogue, const Assumptions& assumptions) {
  Case assumed = input;
  for (const Assumption& assumption : assumptions) {
    if (assumption.kind == Assumption::Kind::fork) continue;
    const core::Int128 value =
        assumption.kind == Assumption::Kind::choice ? lowest_bit(assumption.high) : assumption.low;
    if (assumption.key < catalogue.facts.size()) {
      assumed.set_scalar(static_cast<FactIndex>(assumption.key), core::Ratio::whole(value));
    }
  }
  return assumed;
}

// Many ways in which the other facts can turn out give the same amounts: one case of each kind.
std::vector<Case> distinct_cases(const Catalogue& catalogue, const Pack& pack, const Frame& frame,
                                 const Case& stated, std::size_t row) {
  std::vector<Case> assumed;
  Evaluator evaluator(catalogue, pack, stated);
  evaluator.each_path([&] {
    figures_on_path(evaluator, frame);
    assumed.push_back(as_assumed(stated, catalogue, evaluator.assumptions()));
  });
  std::set<std::vector<std::int64_t>> seen;
  std::vector<Case> distinct;
  for (Case& world : assumed) {
    std::vector<std::int64_t> shape;
    {
      OwnShare own(catalogue, pack, frame, world, row);
      for (const std::int64_t amount : telling_amounts) shape.push_back(own.at(amount).own);
    }
    if (seen.insert(std::move(shape)).second) distinct.push_back(std::move(world));
  }
  return distinct;
}

}  // namespace

std::int64_t least_own_share(const Catalogue& catalogue, const Pack& pack, const Frame& frame,
                             const Case& input, const Amount& total) {
  // With no list at all, nothing may be spent.
  if (!input.expenses) return 0;
  Case stated = with_amounts(input, 0);
  // Beyond what the grant can still bring, spending more only costs.
  const std::int64_t reach =
      total.max_yen ? *total.max_yen + rounding_period : core::max_stated_yen;
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  std::set<int> seen;  // rows of one category are alike
  for (std::size_t row = 0; row < input.expenses->size(); ++row) {
    const Expense& expense = (*input.expenses)[row];
    if (expense.amount_yen || !seen.insert(expense.category.value_or(-1)).second) continue;
    Point least{0, std::numeric_limits<std::int64_t>::max()};
    for (Case& world : distinct_cases(catalogue, pack, frame, stated, row)) {
      const Point point = OwnShare(catalogue, pack, frame, world, row).least(reach);
      if (point.own < least.own) least = point;
    }
    best = std::min(best, least.own);
    // Keep this row where it is best while the next one varies.
    (*stated.expenses)[row].amount_yen = least.amount;
  }
  return best;
}

}  // namespace uwanose::rules
