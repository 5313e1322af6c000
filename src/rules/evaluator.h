// The evaluator: formulas over a case in which facts may be missing.
//
// A missing fact is not guessed and not averaged: evaluation *forks*. Where a condition compares a
// missing fact with a limit, the fact's possible values are split at that limit and each side is
// followed; a *path* is one way through all such choices, and on it every condition is true or
// false. Missing figures that enter arithmetic (an expense without an amount) stay ranges. What
// all paths agree on is settled; the rest is a range or undetermined, and two paths that differ in
// one missing fact only, but not in outcome, name a fact that matters.
//
// A complete case has exactly one path.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/ratio.h"
#include "rules/case.h"
#include "rules/checks.h"
#include "rules/pack.h"

namespace uwanose::rules {

// A set of missing facts, by slot: scalars, the amounts of a category, the list of expenses,
// rows without a category, checks.
class FactSet {
 public:
  static constexpr std::size_t scalar_slots = 128;
  static constexpr std::size_t category_slot = scalar_slots;    // + category
  static constexpr std::size_t list_slot = category_slot + 64;  // expenses as a whole
  static constexpr std::size_t uncategorised_slot = list_slot + 1;
  // The first rows without a category fork over where they belong, each by itself; the rest share
  // the slot before.
  static constexpr std::size_t forked_rows = 4;
  static constexpr std::size_t row_slot = uncategorised_slot + 1;    // + which of them
  static constexpr std::size_t check_slot = row_slot + forked_rows;  // + check
  static constexpr std::size_t slots = 256;
  static constexpr std::size_t check_slots = slots - check_slot;

  static FactSet of(std::size_t slot) {
    FactSet set;
    set.add(slot);
    return set;
  }
  void add(std::size_t slot) {
    slot = slot < slots ? slot : slots - 1;
    words_[slot / 64] |= std::uint64_t{1} << slot % 64;
  }
  bool has(std::size_t slot) const { return (words_[slot / 64] >> slot % 64 & 1) != 0; }
  bool empty() const { return (words_[0] | words_[1] | words_[2] | words_[3]) == 0; }
  bool covers(const FactSet& other) const { return (other & *this) == other; }
  FactSet operator|(const FactSet& other) const;
  FactSet operator&(const FactSet& other) const;
  friend bool operator==(const FactSet&, const FactSet&) = default;

 private:
  std::array<std::uint64_t, slots / 64> words_{};
};

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

// An amount on one path.
struct AmountOnPath {
  Number yen;                   // after cap, rounding and lower limit
  Number before_limit;          // after cap and rounding
  std::optional<Number> limit;  // the least amount that is granted
  int variant = -1;             // -1: no variant applies, the amount is 0
};

class Evaluator {
 public:
  static constexpr std::size_t most_paths = 20'000;

  Evaluator(const Catalogue& catalogue, const Pack& pack, const Case& input);

  // Runs `leaf` once a path; within it the functions below may be called. Stops at a limit that
  // only a hostile pack reaches; then `exhausted()` and nothing is known.
  template <class Leaf>
  void each_path(const Leaf& leaf) {
    trail_.clear();
    exhausted_ = false;
    std::size_t paths = 0;
    do {
      if (++paths > most_paths) {
        exhausted_ = true;
        return;
      }
      begin_path();
      leaf();
    } while (next_path());
  }
  bool exhausted() const { return exhausted_; }

  // --- on a path ----------------------------------------------------------------------------
  bool condition(const Formula& formula);  // empty: true
  Number number(const Formula& formula);
  Number definition(std::size_t index);
  Number all_expenses();
  const AmountOnPath& amount(const AmountRule& rule);
  // What "national" stands for in the formulas evaluated next on this path.
  void set_national(const Number& national) { national_ = national; }
  // A value that had no rule was met on this path (a rule outside its dates).
  bool unsettled() const { return unsettled_; }
  // Forks on something known to be undetermined because of `missing`.
  bool fork(const void* what, const FactSet& missing);

  const CheckResult& check(std::size_t index);

  // --- across paths -------------------------------------------------------------------------
  // What one path assumed of missing facts.
  struct Assumption {
    std::size_t fact = 0;  // FactIndex, or an opaque key with is_fork
    bool is_fork = false;
    bool is_choice = false;          // then `high` is the set of choices that remain
    core::Int128 low = 0, high = 0;  // of a fact: its remaining values; of a fork: the branch
    FactSet explains;                // the facts that could make the difference
  };
  using Assumptions = std::vector<Assumption>;
  const Assumptions& assumptions() const { return assumptions_; }
  // The missing facts of `set`, by name.
  void name_facts(const FactSet& set, std::vector<FactRef>& names);

  // The first two of the conditions that hold on one path together.
  std::optional<std::pair<std::size_t, std::size_t>> overlap(
      const std::vector<const Formula*>& conditions);

 private:
  struct Result {
    bool truth = false;
    Number number;
  };
  struct Choice {
    int taken = 0, count = 0;
  };
  // What was computed on one path, or on any (`always`) if no assumption went into it.
  struct Memo {
    std::uint32_t path = 0;
    Result result;
  };
  struct AmountMemo {
    const AmountRule* rule = nullptr;
    std::uint32_t path = 0;
    AmountOnPath amount;
  };
  struct Freedom {
    std::size_t decisions = 0, assumed = 0;
  };
  Freedom freedom() const;
  bool still_free(const Freedom& before) const;

  bool evaluate_condition(const Formula& formula, const Node& node);
  Number evaluate_number(const Formula& formula, const Node& node);
  const Result& evaluate_definition(std::size_t index);
  AmountOnPath compute_amount(const AmountRule& rule);
  bool compare(Op op, const Formula& formula, const Node& node);
  bool compare_numbers(Op op, const Number& left, const Number& right, const void* where);
  Number table_value(const Node& node);
  Number tier(const Formula& formula, const Node& node);
  Number spent(std::uint64_t categories);
  Number fact_number(FactIndex fact);

  // The missing fact that a bare fact node stands for.
  std::optional<FactIndex> missing_fact(const Node& node) const;
  Assumption& assumption(FactIndex fact);
  // Splits a missing fact's values at limits; returns the index of the interval taken.
  std::size_t split(FactIndex fact,
                    const std::vector<std::pair<core::Int128, core::Int128>>& parts);
  bool split_compare(Op op, FactIndex fact, const core::Ratio& limit);
  bool choice_is(FactIndex fact, int choice);
  // Whether a row without a category belongs to one of `categories`; `nth` of the forked rows.
  bool row_belongs(std::size_t nth, std::uint64_t categories);
  int decide(int count);
  void begin_path();
  bool next_path();

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Case& input_;
  std::optional<CheckFacts> check_facts_;
  std::vector<std::optional<CheckResult>> checks_;
  std::vector<Memo> memo_;
  std::deque<AmountMemo> amounts_;  // stays in place: amounts are handed out by reference
  std::vector<std::pair<std::uint64_t, Number>> spent_;
  std::vector<Choice> trail_;
  std::size_t next_ = 0;
  std::uint32_t path_ = 1;
  Assumptions assumptions_;
  Number national_;
  bool unsettled_ = false;
  bool exhausted_ = false;
};

}  // namespace uwanose::rules
