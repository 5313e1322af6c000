#include "rules/paths.h"

#include <algorithm>

#include "core/month.h"

namespace uwanose::rules {

using core::Int128;

void Paths::begin() {
  next_ = 0;
  ++id_;
  assumptions_.clear();
}

void Paths::restart() {
  trail_.clear();
  begin();
}

bool Paths::next() {
  while (!trail_.empty() && trail_.back().taken + 1 == trail_.back().count) trail_.pop_back();
  if (trail_.empty()) return false;
  ++trail_.back().taken;
  begin();
  return true;
}

// A path repeats the answers of the one before it up to the last question that has answers left.
int Paths::decide(int count) {
  if (next_ == trail_.size()) trail_.push_back({0, count});
  return trail_[next_++].taken;
}

Assumption* Paths::find(Assumption::Kind kind, std::size_t key) {
  for (Assumption& taken : assumptions_) {
    if (taken.kind == kind && taken.key == key) return &taken;
  }
  return nullptr;
}

Assumption& Paths::assumption(FactIndex fact) {
  const FactDefinition& definition = catalogue_[fact];
  Assumption fresh{Assumption::Kind::interval, fact, definition.min, definition.max,
                   FactSet::of(fact)};
  if (definition.type == FactType::boolean) {
    fresh.low = 0;
    fresh.high = 1;
  } else if (definition.type == FactType::choice) {
    fresh.kind = Assumption::Kind::choice;
    fresh.high = (Int128{1} << definition.choices.size()) - 1;
  } else if (definition.type == FactType::month) {
    fresh.low = core::Month(1900, 1).index();
    fresh.high = core::Month(2999, 12).index();
  }
  if (Assumption* taken = find(fresh.kind, fact)) return *taken;
  assumptions_.push_back(fresh);
  return assumptions_.back();
}

std::size_t Paths::split(FactIndex fact, std::initializer_list<Interval> intervals) {
  Assumption& taken = assumption(fact);
  const auto possible = [&](const Interval& interval) {
    return std::max(taken.low, interval.first) <= std::min(taken.high, interval.second);
  };
  const auto count = std::count_if(intervals.begin(), intervals.end(), possible);
  int wanted = count == 1 ? 0 : decide(static_cast<int>(count));
  const Interval* chosen =
      std::find_if(intervals.begin(), intervals.end(),
                   [&](const Interval& it) { return possible(it) && wanted-- == 0; });
  const auto [low, high] = *chosen;
  taken.low = std::max(taken.low, low);
  taken.high = std::min(taken.high, high);
  return static_cast<std::size_t>(chosen - intervals.begin());
}

bool Paths::compare(Op op, FactIndex fact, const core::Ratio& limit) {
  // Any limit leaves the fact's values on its two sides.
  constexpr Int128 everything = Int128{1} << 120;
  const Int128 floor = limit.floor();
  const Int128 below = limit.is_whole() ? floor - 1 : floor;  // the largest under the limit
  const auto above = [&](Int128 value) {
    return split(fact, {{-everything, value}, {value + 1, everything}}) == 1;
  };
  switch (op) {
    case Op::less: return !above(below);
    case Op::less_equal: return !above(floor);
    case Op::greater: return above(floor);
    case Op::greater_equal: return above(below);
    default: {
      const bool equal =
          limit.is_whole() &&
          split(fact, {{-everything, floor - 1}, {floor, floor}, {floor + 1, everything}}) == 1;
      return equal == (op == Op::equal);
    }
  }
}

bool Paths::split_choices(Assumption& taken, Int128 set) {
  const Int128 within = taken.high & set;
  const Int128 without = taken.high & ~set;
  const bool inside = within != 0 && (without == 0 || decide(2) == 0);
  taken.high = inside ? within : without;
  return inside;
}

bool Paths::is_choice(FactIndex fact, int choice) {
  return split_choices(assumption(fact), Int128{1} << choice);
}

bool Paths::belongs(std::size_t nth, std::uint64_t categories) {
  const std::size_t key = catalogue_.facts.size() + nth;
  Assumption* taken = find(Assumption::Kind::choice, key);
  if (taken == nullptr) {
    const Int128 every = (Int128{1} << catalogue_.categories.size()) - 1;
    taken = &assumptions_.emplace_back(
        Assumption{Assumption::Kind::choice, key, 0, every, FactSet::of(FactSet::row_slot + nth)});
  }
  return split_choices(*taken, static_cast<Int128>(categories));
}

bool Paths::fork(const void* what, const FactSet& missing) {
  const auto key = reinterpret_cast<std::uintptr_t>(what);
  if (const Assumption* taken = find(Assumption::Kind::fork, key)) return taken->low == 1;
  const int answer = decide(2);
  assumptions_.push_back({Assumption::Kind::fork, key, answer, answer, missing});
  return answer == 1;
}

}  // namespace uwanose::rules
