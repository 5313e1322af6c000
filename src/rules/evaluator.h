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

#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/ratio.h"
#include "rules/case.h"
#include "rules/checks.h"
#include "rules/number.h"
#include "rules/pack.h"
#include "rules/paths.h"

namespace uwanose::rules {

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
    exhausted_ = false;
    paths_.restart();
    std::size_t count = 0;
    do {
      if (++count > most_paths) {
        exhausted_ = true;
        return;
      }
      unsettled_ = false;
      leaf();
    } while (paths_.next());
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

  const CheckResult& check(std::size_t index);

  // The expenses of the case are no longer what they were; checks on other facts stand.
  void expenses_changed();

  // --- across paths -------------------------------------------------------------------------
  const Assumptions& assumptions() const { return paths_.assumptions(); }
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
  bool choice_is(FactIndex fact, int choice);

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Case& input_;
  std::optional<CheckFacts> check_facts_;
  std::vector<std::optional<CheckResult>> checks_;
  std::vector<Memo> memo_;
  std::deque<AmountMemo> amounts_;  // stays in place: amounts are handed out by reference
  std::vector<std::pair<std::uint64_t, Number>> spent_;
  Paths paths_;
  Number national_;
  bool unsettled_ = false;
  bool exhausted_ = false;
};

}  // namespace uwanose::rules
