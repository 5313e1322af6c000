// Paths: every way in which a case's missing facts can turn out, as far as the rules can tell them
// apart. Evaluation asks a question about a missing fact; the path answers, narrows the fact's
// possible values, and comes back later with the other answer. Internal to the evaluation.
#pragma once

#include <initializer_list>
#include <utility>
#include <vector>

#include "core/int128.h"
#include "core/ratio.h"
#include "rules/catalogue.h"
#include "rules/fact_set.h"
#include "rules/formula.h"

namespace uwanose::rules {

// What one path assumes of a missing fact.
struct Assumption {
  enum class Kind : std::uint8_t {
    interval,  // values from low to high remain
    choice,    // `high` is the set of choices (or categories) that remain
    fork,      // a question of several facts at once: low = high = the answer
  };
  Kind kind = Kind::interval;
  std::size_t key = 0;  // a FactIndex; beyond the facts, a row of expenses; of a fork, its place
  core::Int128 low = 0, high = 0;
  FactSet explains;  // the facts that could make the difference
};
using Assumptions = std::vector<Assumption>;

class Paths {
 public:
  explicit Paths(const Catalogue& catalogue) : catalogue_(catalogue) {}

  // To the first path; to the next one, false after the last.
  void restart();
  bool next();

  // Differs between paths.
  std::uint32_t id() const { return id_; }
  std::size_t decisions() const { return next_; }
  const Assumptions& assumptions() const { return assumptions_; }

  // The values of a missing number that remain.
  const Assumption& remaining(FactIndex fact) { return assumption(fact); }
  // Whether a missing number stands so to a limit.
  bool compare(Op op, FactIndex fact, const core::Ratio& limit);
  bool is_true(FactIndex fact) { return split(fact, {{0, 0}, {1, 1}}) == 1; }
  bool is_choice(FactIndex fact, int choice);
  // Whether an expense without a category belongs to one of `categories`; `nth` such expense.
  bool belongs(std::size_t nth, std::uint64_t categories);
  // Whether something holds that is undetermined because of `missing`; the same answer for the
  // same `what` throughout a path.
  bool fork(const void* what, const FactSet& missing);

 private:
  using Interval = std::pair<core::Int128, core::Int128>;
  struct Decision {
    int taken = 0, count = 0;
  };

  Assumption& assumption(FactIndex fact);
  Assumption* find(Assumption::Kind kind, std::size_t key);
  // Keeps one of the intervals that are still possible and says which.
  std::size_t split(FactIndex fact, std::initializer_list<Interval> intervals);
  // Keeps the choices within or without `set`; says whether within.
  bool split_choices(Assumption& taken, core::Int128 set);
  int decide(int count);
  void begin();

  const Catalogue& catalogue_;
  std::vector<Decision> trail_;
  std::size_t next_ = 0;
  std::uint32_t id_ = 1;  // 0 is no path
  Assumptions assumptions_;
};

}  // namespace uwanose::rules
