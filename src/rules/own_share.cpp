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

// The own share as a function of one unknown amount: straight pieces, with jumps.
class OwnShare {
 public:
  OwnShare(const Catalogue& catalogue, const Pack& pack, const Frame& frame, Case& completed,
           std::size_t row)
      : catalogue_(catalogue), pack_(pack), frame_(frame), case_(completed), row_(row) {}

  struct Point {
    std::int64_t amount = 0, own = 0;
  };

  Point at(std::int64_t amount) {
    (*case_.expenses)[row_].amount_yen = amount;
    Evaluator evaluator(catalogue_, pack_, case_);
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    evaluator.each_path([&] {
      const Number own = figures_on_path(evaluator, frame_).own;
      if (own.defined()) least = std::min(least, static_cast<std::int64_t>(own.low.floor()));
    });
    return {amount, least};
  }

  // The least point from a to b.
  Point least(Point a, Point b) {
    const std::int64_t width = b.amount - a.amount;
    if (width <= 2 * rounding_period) return scan(a.amount, b.amount);
    const Point quarter = at(a.amount + width / 4);
    const Point middle = at(a.amount + width / 2);
    if (straight(a, quarter, b) && straight(a, middle, b)) {
      const Point left = scan(a.amount, a.amount + rounding_period);
      const Point right = scan(b.amount - rounding_period, b.amount);
      return right.own < left.own ? right : left;
    }
    const Point left = least(a, middle);
    const Point right = least(middle, b);
    return right.own < left.own ? right : left;
  }

 private:
  static bool straight(const Point& a, const Point& m, const Point& b) {
    const core::Int128 expected = (core::Int128{b.own} - a.own) * (m.amount - a.amount);
    const core::Int128 seen = (core::Int128{m.own} - a.own) * (b.amount - a.amount);
    const core::Int128 difference = seen - expected;
    return (difference < 0 ? -difference : difference) <= core::Int128{4} * (b.amount - a.amount);
  }
  Point scan(std::int64_t from, std::int64_t to) {
    Point best = at(from);
    for (std::int64_t amount = from + 1; amount <= to; ++amount) {
      const Point next = at(amount);
      if (next.own < best.own) best = next;
    }
    return best;
  }

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Frame& frame_;
  Case& case_;
  std::size_t row_;
};

}  // namespace

std::int64_t least_own_share(const Catalogue& catalogue, const Pack& pack, const Frame& frame,
                             const Case& input, const Amount& total) {
  // With no list at all, nothing may be spent.
  if (!input.expenses) return 0;
  Case completed = input;
  std::vector<std::size_t> unknown;
  std::set<int> seen;  // rows of one category are alike
  for (std::size_t row = 0; row < completed.expenses->size(); ++row) {
    Expense& expense = (*completed.expenses)[row];
    if (expense.amount_yen) continue;
    expense.amount_yen = 0;
    if (seen.insert(expense.category.value_or(-1)).second) unknown.push_back(row);
  }
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (const std::size_t row : unknown) {
    OwnShare own(catalogue, pack, frame, completed, row);
    const OwnShare::Point none = own.at(0);
    // Beyond what the grant can still bring, spending more only costs.
    const std::int64_t reach =
        total.max_yen ? *total.max_yen + rounding_period : core::max_stated_yen;
    const OwnShare::Point point = own.least(none, own.at(reach));
    best = std::min({best, none.own, point.own});
    // Keep this row where it is best while the next one varies.
    (*completed.expenses)[row].amount_yen = point.own < none.own ? point.amount : 0;
  }
  return best;
}

}  // namespace uwanose::rules
