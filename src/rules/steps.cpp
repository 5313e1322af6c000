#include "rules/steps.h"

#include <limits>

#include "rules/number.h"

namespace uwanose::rules {

namespace {

using core::Ratio;
using core::Verdict;

constexpr std::uint32_t always = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t all_categories = ~std::uint64_t{0};

}  // namespace

// --- laying out ----------------------------------------------------------------------------------

Steps::Steps(const Catalogue& catalogue) : check_facts_(CheckFacts::find(catalogue)) {
  append({}, 0, false);  // nothing
}

void Steps::begin_pack(const Pack& pack) {
  pack_ = &pack;
  definitions_.assign(pack.definitions.size(), std::nullopt);
  first_check_ = checks_.size();
  for (const Check& check : pack.checks) checks_.push_back(&check.rule);
}

Steps::Slot Steps::append(const Step& step, std::uint32_t run_of, bool slow) {
  steps_.push_back(step);
  slow_.push_back(slow);
  numbers_.push_back(Ratio::undefined());
  truths_.push_back(Verdict::undetermined);
  run_of_.push_back(run_of);
  return static_cast<Slot>(steps_.size() - 1);
}

Steps::Slot Steps::constant(const Ratio& value) {
  const auto [known, is_new] =
      constants_.try_emplace({value.numerator(), value.denominator()}, Slot{});
  if (is_new) {
    known->second = append({}, always, false);
    numbers_[known->second] = value;
  }
  return known->second;
}

Steps::Slot Steps::met() {
  if (!met_) {
    met_ = append({}, always, false);
    truths_[*met_] = Verdict::met;
  }
  return *met_;
}

Steps::Slot Steps::add(const Step& step) {
  const auto [known, is_new] = known_.try_emplace(step, Slot{});
  if (is_new) {
    bool slow = step.op == Op::check;
    for (const Slot operand : step.operands) slow = slow || slow_[operand];
    known->second = append(step, 0, slow);
  }
  return known->second;
}

Steps::Slot Steps::compare(Op op, Slot left, Slot right) {
  switch (op) {
    case Op::greater:
    case Op::greater_equal: return compare(mirrored(op), right, left);
    case Op::not_equal: return negation(compare(Op::equal, left, right));
    default: return add({.op = op, .operands = {left, right}});
  }
}

Steps::Slot Steps::lay(const Formula& formula, const Node& node) {
  const auto argument = [&](std::size_t i) { return lay(formula, formula.argument(node, i)); };
  const auto operation = [&](Op op) {
    Step step{.op = op};
    for (std::size_t i = 0; i < node.argument_count; ++i) step.operands[i] = argument(i);
    return add(step);
  };
  switch (node.op) {
    case Op::number: return constant(node.value);
    case Op::fact: return add({.op = Op::fact, .immediate = node.index});
    case Op::check: return add({.op = Op::check, .immediate = first_check_ + node.index});
    case Op::definition: return definition(node.index);
    case Op::table: return table(node);
    case Op::national: return national_;
    case Op::spent: return add({.op = Op::spent, .immediate = node.categories});
    case Op::all_expenses: return add({.op = Op::spent, .immediate = all_categories});
    case Op::negate: return add({.op = Op::subtract, .operands = {constant(0), argument(0)}});
    case Op::floor: return add({.op = Op::round_down, .operands = {argument(0), constant(1)}});
    case Op::min:
    case Op::max: {
      Slot result = argument(0);
      for (std::size_t i = 1; i < node.argument_count; ++i) {
        result = add({.op = node.op, .operands = {result, argument(i)}});
      }
      return result;
    }
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal: {
      const Node& left = formula.argument(node, 0);
      if (left.type != ValueType::choice) return compare(node.op, argument(0), argument(1));
      const std::uint64_t choice = formula.argument(node, 1).index;
      const Slot same = add({.op = Op::choice, .immediate = choice << 16 | left.index});
      return node.op == Op::equal ? same : negation(same);
    }
    default: return operation(node.op);
  }
}

Steps::Slot Steps::condition(const Formula& formula) {
  return formula.empty() ? met() : lay(formula, formula.root_node());
}

Steps::Slot Steps::choose(Slot condition, Slot then, Slot otherwise) {
  if (condition == met_) return then;
  return add({.op = Op::if_else, .operands = {condition, then, otherwise}});
}

// The first variant whose condition holds.
template <class Variants, class Lay>
Steps::Slot Steps::first_of(const Variants& variants, Slot otherwise, const Lay& lay_variant) {
  for (auto variant = variants.rbegin(); variant != variants.rend(); ++variant) {
    otherwise = choose(condition(variant->when), lay_variant(*variant), otherwise);
  }
  return otherwise;
}

Steps::Slot Steps::definition(std::size_t index) {
  std::optional<Slot>& known = definitions_[index];
  if (!known) {
    known = first_of(pack_->definitions[index].variants, nothing,
                     [&](const Definition::Variant& variant) { return value(variant.value); });
  }
  return *known;
}

Steps::Slot Steps::table(const Node& node) {
  TableColumn column{&pack_->tables[node.index], node.column, {}};
  for (const Formula& by : column.table->by) {
    column.by.push_back(by.root_node().type == ValueType::choice ? nothing : value(by));
  }
  // The same column of the same pack is the same step.
  std::size_t place = 0;
  while (place < tables_.size() &&
         (tables_[place].table != column.table || tables_[place].column != column.column)) {
    ++place;
  }
  if (place == tables_.size()) tables_.push_back(std::move(column));
  return add({.op = Op::table, .immediate = place});
}

Steps::Slot Steps::amount(const AmountRule& rule, Slot national) {
  national_ = national;
  return first_of(rule.variants, constant(0), [&](const AmountRule::Variant& variant) {
    Slot yen = value(variant.amount);
    if (!variant.cap.empty()) yen = add({.op = Op::min, .operands = {yen, value(variant.cap)}});
    yen = add({.op = Op::round_down, .operands = {yen, constant(rule.unit_yen)}});
    if (!variant.at_least.empty()) {
      return choose(compare(Op::greater_equal, yen, value(variant.at_least)), yen, constant(0));
    }
    if (!variant.more_than.empty()) {
      const Slot least = sum(value(variant.more_than), constant(1));
      return choose(compare(Op::greater_equal, yen, least), yen, constant(0));
    }
    return yen;
  });
}

Steps::Slot Steps::requirement(const Requirement& requirement, Slot national) {
  national_ = national;
  return first_of(requirement.variants, nothing, [&](const Requirement::Variant& variant) {
    Slot test = met();
    if (variant.lower_limit) {
      test = compare(Op::greater, national, constant(0));
    } else if (variant.check_index >= 0) {
      const auto index = static_cast<std::size_t>(variant.check_index);
      test = add({.op = Op::check, .immediate = first_check_ + index});
    } else {
      test = condition(variant.test);
    }
    if (variant.needed_when.empty()) return test;
    return choose(condition(variant.needed_when), test, met());
  });
}

// --- running -------------------------------------------------------------------------------------

void Steps::start(const Case& input, bool in_turn) {
  input_ = &input;
  in_turn_ = in_turn;
  lacked_rule_ = false;
  if (++run_ < always) return;
  run_ = 1;
  for (std::uint32_t& run : run_of_) run = run == always ? always : 0;
}

const Ratio& Steps::number(Slot slot) {
  if (run_of_[slot] < run_) {
    numbers_[slot] = run_number(steps_[slot]);
    run_of_[slot] = run_;
  }
  return numbers_[slot];
}

Verdict Steps::truth(Slot slot) {
  if (run_of_[slot] < run_) {
    truths_[slot] = run_truth(steps_[slot]);
    run_of_[slot] = run_;
  }
  return truths_[slot];
}

Ratio Steps::run_number(const Step& step) {
  switch (step.op) {
    case Op::fact:
      return input_->scalar(static_cast<FactIndex>(step.immediate)).value_or(Ratio::undefined());
    case Op::if_else: return run_choice(step);
    case Op::table: return run_table(tables_[static_cast<std::size_t>(step.immediate)]);
    case Op::spent: return spent(step.immediate);
    case Op::tier: {
      const Ratio& base = number(step.operands[0]);
      const Ratio& first = number(step.operands[1]);
      const Ratio& limit = number(step.operands[2]);
      const Ratio& second = number(step.operands[3]);
      const bool known = base.defined() && first.defined() && limit.defined() && second.defined();
      if (!known) return Ratio::undefined();
      const Ratio result = tiered(base, first, limit, second);
      lacked_rule_ |= !result.defined();
      return result;
    }
    default: return run_arithmetic(step);
  }
}

Ratio Steps::run_arithmetic(const Step& step) {
  if (step.op == Op::number) {  // nothing
    lacked_rule_ = true;
    return Ratio::undefined();
  }
  const Ratio& a = number(step.operands[0]);
  const Ratio& b = number(step.operands[1]);
  if (!a.defined() || !b.defined()) return Ratio::undefined();
  Ratio result = Ratio::undefined();
  switch (step.op) {
    case Op::add: result = a + b; break;
    case Op::subtract: result = a - b; break;
    case Op::multiply: result = a * b; break;
    case Op::divide: result = a * (Ratio(1) / b); break;
    case Op::min: result = a <= b ? a : b; break;
    case Op::max: result = a <= b ? b : a; break;
    default: result = rounded_down(a, b); break;
  }
  lacked_rule_ |= !result.defined();
  return result;
}

Ratio Steps::run_choice(const Step& step) {
  const Verdict condition = truth(step.operands[0]);
  if (condition != Verdict::undetermined) {
    return number(step.operands[condition == Verdict::met ? 1 : 2]);
  }
  if (in_turn_) return Ratio::undefined();
  const Ratio& then = number(step.operands[1]);
  return then == number(step.operands[2]) ? then : Ratio::undefined();
}

Verdict Steps::run_truth(const Step& step) {
  const auto operand = [&](std::size_t i) { return truth(step.operands[i]); };
  switch (step.op) {
    case Op::number: lacked_rule_ = true; return Verdict::undetermined;  // nothing
    case Op::fact: {
      const auto known = input_->scalar(static_cast<FactIndex>(step.immediate));
      return known ? core::verdict_of(known->numerator() != 0) : Verdict::undetermined;
    }
    case Op::choice: {
      const auto known = input_->scalar(static_cast<FactIndex>(step.immediate & 0xffff));
      const auto choice = static_cast<std::int64_t>(step.immediate >> 16);
      return known ? core::verdict_of(known->numerator() == choice) : Verdict::undetermined;
    }
    case Op::check: {
      const CheckRule& rule = *checks_[static_cast<std::size_t>(step.immediate)];
      return check_facts_ ? judge_check(rule, *input_, *check_facts_) : Verdict::undetermined;
    }
    case Op::logical_and: {
      const Verdict left = operand(0);
      if (left == Verdict::not_met || (in_turn_ && left != Verdict::met)) return left;
      return left && operand(1);
    }
    case Op::logical_or: {
      const Verdict left = operand(0);
      if (left == Verdict::met || (in_turn_ && left != Verdict::not_met)) return left;
      return left || operand(1);
    }
    case Op::logical_not: return !operand(0);
    case Op::if_else: {
      const Verdict condition = operand(0);
      if (condition != Verdict::undetermined) return operand(condition == Verdict::met ? 1 : 2);
      if (in_turn_) return condition;
      const Verdict then = operand(1);
      return then == operand(2) ? then : Verdict::undetermined;
    }
    default: return run_comparison(step);
  }
}

Verdict Steps::run_comparison(const Step& step) {
  const auto order = number(step.operands[0]) <=> number(step.operands[1]);
  if (order == std::partial_ordering::unordered) return Verdict::undetermined;
  switch (step.op) {
    case Op::less: return core::verdict_of(order < 0);
    case Op::less_equal: return core::verdict_of(order <= 0);
    case Op::equal: return core::verdict_of(order == 0);
    default: return Verdict::undetermined;
  }
}

Ratio Steps::run_table(const TableColumn& column) {
  for (const Table::Row& row : column.table->rows) {
    Verdict fits = Verdict::met;
    for (std::size_t k = 0; k < row.keys.size() && fits == Verdict::met; ++k) {
      const Table::Key& key = row.keys[k];
      if (key.kind == Table::Key::Kind::choice) {
        const auto known = input_->scalar(column.table->by[k].root_node().index);
        fits = known ? core::verdict_of(known->numerator() == key.choice_index)
                     : Verdict::undetermined;
      } else if (key.kind == Table::Key::Kind::at_most) {
        const auto order = number(column.by[k]) <=> key.limit;
        fits = order == std::partial_ordering::unordered ? Verdict::undetermined
                                                         : core::verdict_of(order <= 0);
      }
    }
    if (fits == Verdict::met) return row.values[column.column];
    if (fits == Verdict::undetermined) return Ratio::undefined();
  }
  lacked_rule_ = true;
  return Ratio::undefined();
}

Ratio Steps::spent(std::uint64_t categories) const {
  if (!input_->expenses) return Ratio::undefined();
  core::Int128 sum = 0;
  for (const Expense& expense : *input_->expenses) {
    const bool counts = expense.category ? (categories >> *expense.category & 1) != 0
                                         : categories == all_categories;
    if (!counts && expense.category) continue;
    if (!counts || !expense.amount_yen) return Ratio::undefined();
    sum += *expense.amount_yen;
  }
  return Ratio::whole(sum);
}

}  // namespace uwanose::rules
