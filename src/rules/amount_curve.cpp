#include "rules/amount_curve.h"

#include <algorithm>

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Ratio;
using Part = std::int64_t AmountsAt::*;

constexpr Part parts[] = {&AmountsAt::national_yen, &AmountsAt::prefectural_yen};

// A multiple of the rates' denominators: amounts that far apart are exact, so their slope is too.
constexpr std::int64_t step = 3600;

// Both are rounded down, so they differ from a straight line by less than one yen.
bool on_line(const AmountsAt& from, const AmountsAt& point, const AmountsAt& to) {
  const Int128 width = to.expense_yen - from.expense_yen;
  const Int128 along = point.expense_yen - from.expense_yen;
  return std::all_of(std::begin(parts), std::end(parts), [&](Part part) {
    const Int128 off = (point.*part - from.*part) * width - (to.*part - from.*part) * along;
    return -width < off && off < width;
  });
}

class Tracer {
 public:
  explicit Tracer(const Outlook& outlook) : outlook_(outlook) {}

  void to(std::int64_t expense) {
    const AmountsAt end = outlook_.at(expense);
    if (corners_.empty()) return corners_.push_back(end);
    trace(corners_.back(), end);
  }

  std::vector<AmountsAt> corners() {
    std::vector<AmountsAt> kept;
    for (std::size_t i = 0; i < corners_.size(); ++i) {
      const bool inner = !kept.empty() && i + 1 < corners_.size();
      if (!inner || !on_line(kept.back(), corners_[i], corners_[i + 1]))
        kept.push_back(corners_[i]);
    }
    return kept;
  }

 private:
  bool straight(const AmountsAt& from, const AmountsAt& to) const {
    const std::int64_t width = to.expense_yen - from.expense_yen;
    for (const int share : {2, 1, 3}) {
      const AmountsAt point = outlook_.at(from.expense_yen + width / 4 * share);
      if (!on_line(from, point, to)) return false;
    }
    return true;
  }

  void trace(const AmountsAt& from, const AmountsAt& to) {
    const std::int64_t width = to.expense_yen - from.expense_yen;
    if (width <= 1 || straight(from, to)) return corners_.push_back(to);
    if (width > 4 * step) {
      for (const Part part : parts) {
        const auto corner = meeting(from, to, part);
        if (!corner || !straight(from, *corner) || !straight(*corner, to)) continue;
        corners_.push_back(*corner);
        return corners_.push_back(to);
      }
    }
    std::int64_t middle = from.expense_yen + width / 2;
    if (width > 4 * step) middle -= middle % step;
    const AmountsAt half = outlook_.at(middle);
    trace(from, half);
    trace(half, to);
  }

  // Where the line that begins at `from` meets the one that ends at `to`.
  std::optional<AmountsAt> meeting(const AmountsAt& from, const AmountsAt& to, Part part) const {
    const AmountsAt a = outlook_.at((from.expense_yen + step - 1) / step * step);
    const AmountsAt b = outlook_.at(to.expense_yen / step * step);
    const Ratio rise = slope(a, outlook_.at(a.expense_yen + step), part);
    const Ratio fall = slope(outlook_.at(b.expense_yen - step), b, part);
    if (rise == fall) return std::nullopt;
    const Ratio apart =
        Ratio(b.*part) - Ratio(a.*part) - fall * Ratio(b.expense_yen - a.expense_yen);
    const Ratio beyond = apart / (rise - fall);
    if (!beyond.defined()) return std::nullopt;
    const Int128 at = a.expense_yen - (Ratio(0) - beyond).floor();
    if (at <= from.expense_yen || at >= to.expense_yen) return std::nullopt;
    return outlook_.at(static_cast<std::int64_t>(at));
  }

  static Ratio slope(const AmountsAt& from, const AmountsAt& to, Part part) {
    return Ratio::of(to.*part - from.*part, to.expense_yen - from.expense_yen);
  }

  const Outlook& outlook_;
  std::vector<AmountsAt> corners_;
};

}  // namespace

std::vector<AmountsAt> amount_curve(const Outlook& outlook, std::int64_t until_yen) {
  std::vector<std::int64_t> known{until_yen};
  if (outlook.first_grant())
    known.insert(known.end(), {*outlook.first_grant() - 1, *outlook.first_grant()});
  for (const auto& full : {outlook.national_full(), outlook.prefectural_full()}) {
    if (full) known.push_back(*full);
  }
  std::sort(known.begin(), known.end());
  Tracer tracer(outlook);
  tracer.to(0);
  std::int64_t reached = 0;
  for (const std::int64_t expense : known) {
    if (expense <= reached || expense > until_yen) continue;
    tracer.to(expense);
    reached = expense;
  }
  return tracer.corners();
}

}  // namespace uwanose::rules
