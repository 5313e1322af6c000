// Steps: the formulas of many frames laid out once for many cases. Each distinct part of a formula
// is one step, however many frames use it, and is run at most once a case, when something asks for
// it. What a frame adds around its formulas (variants, caps, limits) is laid out as formulas too.
//
// The same compiled formulas as the evaluator's, but no paths: a number that hangs on a missing
// fact is undefined and a condition undetermined (Kleene's logic), also where every path would
// agree. What is settled here, the evaluator settles alike. Internal to Judge.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "core/ratio.h"
#include "core/verdict.h"
#include "rules/case.h"
#include "rules/checks.h"
#include "rules/pack.h"

namespace uwanose::rules {

class Steps {
 public:
  using Slot = std::uint32_t;         // names a step
  static constexpr Slot nothing = 0;  // an undefined number, an undetermined condition

  explicit Steps(const Catalogue& catalogue);

  // --- laying out ---------------------------------------------------------------------------
  // What follows is of this pack, which must outlive the steps.
  void begin_pack(const Pack& pack);
  // In yen, after cap, rounding and lower limit. `national`: what the name stands for.
  Slot amount(const AmountRule& rule, Slot national);
  Slot requirement(const Requirement& requirement, Slot national);
  Slot sum(Slot a, Slot b) { return add({.op = Op::add, .operands = {a, b}}); }
  // Whether a check may be run, which takes longer than all else.
  bool is_slow(Slot slot) const { return slow_[slot]; }

  // --- running ------------------------------------------------------------------------------
  // What is asked for next is of this case. A value that has no rule (outside its dates, a division
  // by zero) leaves open what it is asked for, even where the rest of a condition would settle it:
  // `in_turn` goes from left to right as the evaluator does, and is only needed for a case that
  // met such a value.
  void start(const Case& input, bool in_turn);
  bool lacked_rule() const { return lacked_rule_; }
  const core::Ratio& number(Slot slot);
  core::Verdict truth(Slot slot);

 private:
  // An operation of the formula language; `immediate` is what it has besides its operands.
  struct Step {
    Op op = Op::number;
    std::array<Slot, 4> operands{};
    std::uint64_t immediate = 0;

    friend bool operator<(const Step& a, const Step& b) {
      return std::tie(a.op, a.operands, a.immediate) < std::tie(b.op, b.operands, b.immediate);
    }
  };
  struct TableColumn {
    const Table* table = nullptr;
    std::size_t column = 0;
    std::vector<Slot> by;  // of keys that are numbers
  };

  Slot add(const Step& step);
  Slot append(const Step& step, std::uint32_t run_of, bool slow);
  Slot constant(const core::Ratio& value);
  Slot met();
  Slot negation(Slot slot) { return add({.op = Op::logical_not, .operands = {slot}}); }
  Slot choose(Slot condition, Slot then, Slot otherwise);
  Slot compare(Op op, Slot left, Slot right);
  Slot condition(const Formula& formula);  // empty: met
  Slot value(const Formula& formula) { return lay(formula, formula.root_node()); }
  Slot lay(const Formula& formula, const Node& node);
  Slot definition(std::size_t index);
  Slot table(const Node& node);
  template <class Variants, class Lay>
  Slot first_of(const Variants& variants, Slot otherwise, const Lay& lay_variant);

  core::Ratio run_number(const Step& step);
  core::Verdict run_truth(const Step& step);
  core::Verdict run_comparison(const Step& step);
  core::Ratio run_arithmetic(const Step& step);
  core::Ratio run_choice(const Step& step);
  core::Ratio run_table(const TableColumn& column);
  core::Ratio spent(std::uint64_t categories) const;

  // By slot: the step, what it came to, and in which run (or in any: a constant).
  std::vector<Step> steps_;
  std::vector<bool> slow_;
  std::vector<core::Ratio> numbers_;
  std::vector<core::Verdict> truths_;
  std::vector<std::uint32_t> run_of_;
  std::uint32_t run_ = 1;

  std::optional<CheckFacts> check_facts_;
  std::vector<const CheckRule*> checks_;
  std::vector<TableColumn> tables_;
  const Case* input_ = nullptr;
  bool in_turn_ = false;
  bool lacked_rule_ = false;

  // While laying out.
  std::map<Step, Slot> known_;
  std::map<std::pair<core::Int128, core::Int128>, Slot> constants_;
  std::optional<Slot> met_;
  const Pack* pack_ = nullptr;
  std::vector<std::optional<Slot>> definitions_;
  std::size_t first_check_ = 0;  // of the pack, among checks_
  Slot national_ = nothing;
};

}  // namespace uwanose::rules
