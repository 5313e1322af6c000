#include "rules/evaluator.h"

#include <algorithm>

#include "rules/number.h"

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Ratio;

constexpr std::uint32_t always = 0xffffffff;
constexpr std::uint64_t all_categories = ~std::uint64_t{0};

// No figure at all because of missing facts that can only be known or not, such as a rate.
Number unknown(const FactSet& missing) {
  Number number = Number::exactly(Ratio::undefined());
  number.missing = missing;
  return number;
}

}  // namespace

Evaluator::Evaluator(const Catalogue& catalogue, const Pack& pack, const Case& input)
    : catalogue_(catalogue),
      pack_(pack),
      input_(input),
      checks_(pack.checks.size()),
      memo_(pack.definitions.size()),
      paths_(catalogue) {}

std::optional<FactIndex> Evaluator::missing_fact(const Node& node) const {
  if (node.op != Op::fact || input_.scalar(node.index)) return std::nullopt;
  // Decimals have no next value to split at; they stay ranges.
  if (catalogue_[node.index].type == FactType::decimal) return std::nullopt;
  return node.index;
}

bool Evaluator::choice_is(FactIndex fact, int choice) {
  const auto known = input_.scalar(fact);
  return known ? known->numerator() == choice : paths_.is_choice(fact, choice);
}

// --- values ------------------------------------------------------------------------------------

Number Evaluator::fact_number(FactIndex fact) {
  if (const auto known = input_.scalar(fact)) return Number::exactly(*known);
  const Assumption& taken = paths_.remaining(fact);
  Number number;
  number.low = Ratio::whole(taken.low);
  number.high = Ratio::whole(taken.high);
  number.open_above = taken.high == catalogue_[fact].max;
  number.open_below = taken.low == catalogue_[fact].min && catalogue_[fact].min < 0;
  if (taken.low != taken.high) number.missing.add(fact);
  return number;
}

namespace {

// A row of a known amount whose category is missing: it counts whole or not at all.
bool forks(const Expense& expense) {
  return !expense.category && expense.amount_yen && *expense.amount_yen != 0;
}

}  // namespace

Number Evaluator::spent(std::uint64_t categories) {
  for (const auto& [key, value] : spent_) {
    if (key == categories) return value;
  }
  Number sum;
  std::size_t forked = 0;
  if (!input_.expenses) {
    sum.open_above = true;
    sum.missing.add(FactSet::list_slot);
  } else {
    Int128 low = 0;
    Int128 high = 0;
    for (const Expense& expense : *input_.expenses) {
      bool surely = expense.category ? (categories >> *expense.category & 1) != 0
                                     : categories == all_categories;
      if (!surely && expense.category) continue;
      if (!surely && forks(expense) && forked < FactSet::forked_rows) {
        surely = paths_.belongs(forked++, categories);
        if (!surely) continue;
      }
      if (!surely) sum.missing.add(FactSet::uncategorised_slot);
      if (!expense.amount_yen) {
        sum.open_above = true;
        sum.missing.add(expense.category
                            ? FactSet::category_slot + static_cast<std::size_t>(*expense.category)
                            : FactSet::uncategorised_slot);
      }
      high += expense.amount_yen.value_or(0);
      if (surely) low += expense.amount_yen.value_or(0);
    }
    sum.low = Ratio::whole(low);
    sum.high = Ratio::whole(high);
  }
  if (forked == 0) spent_.emplace_back(categories, sum);
  return sum;
}

Number Evaluator::table_value(const Node& node) {
  const Table& table = pack_.tables[node.index];
  for (const Table::Row& row : table.rows) {
    bool fits = true;
    for (std::size_t k = 0; k < row.keys.size() && fits; ++k) {
      const Node& by = table.by[k].root_node();
      const Table::Key& key = row.keys[k];
      if (key.kind == Table::Key::Kind::choice) {
        fits = choice_is(by.index, key.choice_index);
      } else if (key.kind == Table::Key::Kind::at_most) {
        const auto fact = missing_fact(by);
        fits = fact ? paths_.compare(Op::less_equal, *fact, key.limit)
                    : compare_numbers(Op::less_equal, evaluate_number(table.by[k], by),
                                      Number::exactly(key.limit), &key);
      }
    }
    if (fits) return Number::exactly(row.values[node.column]);
  }
  unsettled_ = true;
  return Number::exactly(Ratio::undefined());
}

Number Evaluator::tier(const Formula& formula, const Node& node) {
  const auto argument = [&](std::size_t i) {
    return evaluate_number(formula, formula.argument(node, i));
  };
  const Number base = argument(0);
  const Number rates[] = {argument(1), argument(2), argument(3)};
  for (const Number& rate : rates) {
    if (!rate.exact()) return unknown(base.missing | rate.missing);
  }
  const auto at = [&](const Ratio& amount) {
    return tiered(amount, rates[0].low, rates[1].low, rates[2].low);
  };
  Number result = base;
  result.low = at(base.low);
  result.high = at(base.high);
  return result;
}

bool Evaluator::compare_numbers(Op op, const Number& left, const Number& right, const void* where) {
  if (!left.defined() || !right.defined()) {
    unsettled_ = true;
    return false;
  }
  const auto settled = compare_ranges(op, left, right);
  return settled ? *settled : paths_.fork(where, left.missing | right.missing);
}

bool Evaluator::compare(Op op, const Formula& formula, const Node& node) {
  const Node& left = formula.argument(node, 0);
  const Node& right = formula.argument(node, 1);
  if (left.type == ValueType::choice) {
    return choice_is(left.index, right.index) == (op == Op::equal);
  }
  if (const auto fact = missing_fact(left)) {
    const Number limit = evaluate_number(formula, right);
    if (limit.exact() && limit.defined()) return paths_.compare(op, *fact, limit.low);
    return compare_numbers(op, fact_number(*fact), limit, &node);
  }
  if (const auto fact = missing_fact(right)) {
    const Number limit = evaluate_number(formula, left);
    if (limit.exact() && limit.defined()) return paths_.compare(mirrored(op), *fact, limit.low);
    return compare_numbers(op, limit, fact_number(*fact), &node);
  }
  const Number left_value = evaluate_number(formula, left);
  return compare_numbers(op, left_value, evaluate_number(formula, right), &node);
}

bool Evaluator::evaluate_condition(const Formula& formula, const Node& node) {
  const auto argument = [&](std::size_t i) {
    return evaluate_condition(formula, formula.argument(node, i));
  };
  switch (node.op) {
    case Op::fact:
      if (const auto known = input_.scalar(node.index)) return known->numerator() != 0;
      return paths_.is_true(node.index);
    case Op::definition: return evaluate_definition(node.index).truth;
    case Op::check: {
      const CheckResult& result = check(node.index);
      if (result.verdict != core::Verdict::undetermined) {
        return result.verdict == core::Verdict::met;
      }
      return paths_.fork(&result, FactSet::of(FactSet::check_slot + node.index));
    }
    case Op::logical_and: return argument(0) && argument(1);
    case Op::logical_or: return argument(0) || argument(1);
    case Op::logical_not: return !argument(0);
    case Op::if_else: return argument(argument(0) ? 1 : 2);
    default: return compare(node.op, formula, node);
  }
}

Number Evaluator::evaluate_number(const Formula& formula, const Node& node) {
  const auto value = [&](std::size_t i) {
    return evaluate_number(formula, formula.argument(node, i));
  };
  switch (node.op) {
    case Op::number: return Number::exactly(node.value);
    case Op::fact: return fact_number(node.index);
    case Op::definition: return evaluate_definition(node.index).number;
    case Op::table: return table_value(node);
    case Op::national: return national_;
    case Op::add: return sum(value(0), value(1));
    case Op::subtract: return sum(value(0), negated(value(1)));
    case Op::negate: return negated(value(0));
    case Op::multiply: return product(value(0), value(1));
    case Op::divide: return quotient(value(0), value(1));
    case Op::min: {
      Number least = value(0);
      for (std::size_t i = 1; i < node.argument_count; ++i) least = lesser(least, value(i));
      return least;
    }
    case Op::max: {
      Number least = negated(value(0));
      for (std::size_t i = 1; i < node.argument_count; ++i) {
        least = lesser(least, negated(value(i)));
      }
      return negated(least);
    }
    case Op::floor: return rounded_down(value(0), Ratio(1));
    case Op::round_down: {
      const Number number = value(0);
      const Number unit = value(1);
      if (!unit.exact()) return unknown(number.missing | unit.missing);
      return rounded_down(number, unit.low);
    }
    case Op::if_else: return value(evaluate_condition(formula, formula.argument(node, 0)) ? 1 : 2);
    case Op::tier: return tier(formula, node);
    case Op::spent: return spent(node.categories);
    default: return all_expenses();
  }
}

const Evaluator::Result& Evaluator::evaluate_definition(std::size_t index) {
  Memo& memo = memo_[index];
  if (memo.path == paths_.id() || memo.path == always) return memo.result;
  const Freedom before = freedom();
  Result result;
  bool found = false;
  for (const Definition::Variant& variant : pack_.definitions[index].variants) {
    if (!condition(variant.when)) continue;
    const Node& root = variant.value.root_node();
    if (root.type == ValueType::boolean) {
      result.truth = evaluate_condition(variant.value, root);
    } else {
      result.number = evaluate_number(variant.value, root);
      unsettled_ |= !result.number.defined();
    }
    found = true;
    break;
  }
  if (!found) {
    unsettled_ = true;
    result.number = Number::exactly(Ratio::undefined());
  }
  memo = {still_free(before) ? always : paths_.id(), result};
  return memo.result;
}

bool Evaluator::condition(const Formula& formula) {
  return formula.empty() || evaluate_condition(formula, formula.root_node());
}

Number Evaluator::number(const Formula& formula) {
  const Number result = evaluate_number(formula, formula.root_node());
  unsettled_ |= !result.defined();
  return result;
}

Number Evaluator::all_expenses() { return spent(all_categories); }

Number Evaluator::definition(std::size_t index) { return evaluate_definition(index).number; }

Evaluator::Freedom Evaluator::freedom() const {
  return {paths_.decisions(), paths_.assumptions().size()};
}

// Without assumptions of its own, and on a path that had none before, a value holds on every path.
// One that has no rule must say so on each path anew.
bool Evaluator::still_free(const Freedom& before) const {
  return before.assumed == 0 && paths_.assumptions().empty() &&
         paths_.decisions() == before.decisions && !unsettled_;
}

const AmountOnPath& Evaluator::amount(const AmountRule& rule) {
  AmountMemo* memo = nullptr;
  for (AmountMemo& known : amounts_) {
    if (known.rule == &rule) memo = &known;
  }
  if (memo == nullptr) memo = &amounts_.emplace_back();
  if (memo->rule == &rule && (memo->path == paths_.id() || memo->path == always))
    return memo->amount;
  const Freedom before = freedom();
  memo->rule = &rule;
  memo->amount = compute_amount(rule);
  memo->path = still_free(before) ? always : paths_.id();
  return memo->amount;
}

AmountOnPath Evaluator::compute_amount(const AmountRule& rule) {
  AmountOnPath result;
  const bool unsettled_before = std::exchange(unsettled_, false);
  for (std::size_t v = 0; v < rule.variants.size(); ++v) {
    const AmountRule::Variant& variant = rule.variants[v];
    if (!condition(variant.when)) continue;
    result.variant = static_cast<int>(v);
    Number yen = number(variant.amount);
    if (!variant.cap.empty()) yen = lesser(yen, number(variant.cap));
    yen = rounded_down(yen, Ratio(rule.unit_yen));
    result.before_limit = yen;
    if (!variant.at_least.empty()) {
      result.limit = number(variant.at_least);
    } else if (!variant.more_than.empty()) {
      result.limit = sum(number(variant.more_than), Number::exactly(Ratio(1)));
    }
    result.yen = !result.limit           ? yen
                 : result.limit->exact() ? granted_from(yen, result.limit->low)
                                         : unknown(yen.missing | result.limit->missing);
    break;
  }
  // That no variant applies means 0, but that one cannot be judged does not.
  if (result.variant < 0 && unsettled_) result.yen = Number::exactly(Ratio::undefined());
  unsettled_ |= unsettled_before;
  return result;
}

void Evaluator::expenses_changed() {
  for (Memo& memo : memo_) memo.path = 0;
  for (AmountMemo& memo : amounts_) memo.path = 0;
  spent_.clear();
  for (std::size_t i = 0; i < checks_.size(); ++i) {
    if (std::holds_alternative<ItemUnitPrice>(pack_.checks[i].rule)) checks_[i].reset();
  }
}

const CheckResult& Evaluator::check(std::size_t index) {
  std::optional<CheckResult>& result = checks_[index];
  if (!result) {
    if (!check_facts_) check_facts_ = CheckFacts::find(catalogue_);
    result =
        check_facts_ ? run_check(pack_.checks[index].rule, input_, *check_facts_) : CheckResult{};
  }
  return *result;
}

void Evaluator::name_facts(const FactSet& set, std::vector<FactRef>& names) {
  if (set.empty()) return;
  for (std::size_t i = 0; i < std::min(FactSet::scalar_slots, catalogue_.facts.size()); ++i) {
    if (set.has(i)) names.push_back(scalar_ref(catalogue_, static_cast<FactIndex>(i)));
  }
  if (set.has(FactSet::list_slot)) names.push_back({FactRef::Kind::expenses, 0, 0});
  const bool uncategorised = set.has(FactSet::uncategorised_slot);
  std::size_t forked = 0;
  for (std::size_t row = 0; input_.expenses && row < input_.expenses->size(); ++row) {
    const Expense& expense = (*input_.expenses)[row];
    const auto name = [&](std::int32_t field) {
      names.push_back({FactRef::Kind::expense, static_cast<std::int32_t>(row), field});
    };
    if (forks(expense) && forked < FactSet::forked_rows) {
      if (set.has(FactSet::row_slot + forked++)) name(0);
    } else if (!expense.category && uncategorised && expense.amount_yen != 0) {
      name(0);
      if (!expense.amount_yen) name(1);
    } else if (expense.category && !expense.amount_yen &&
               set.has(FactSet::category_slot + static_cast<std::size_t>(*expense.category))) {
      name(1);
    }
  }
  for (std::size_t i = 0; i < checks_.size(); ++i) {
    if (FactSet::check_slot + i < FactSet::slots && set.has(FactSet::check_slot + i)) {
      const CheckResult& result = check(i);
      names.insert(names.end(), result.missing.begin(), result.missing.end());
    }
  }
}

std::optional<std::pair<std::size_t, std::size_t>> Evaluator::overlap(
    const std::vector<const Formula*>& conditions) {
  std::optional<std::pair<std::size_t, std::size_t>> found;
  each_path([&] {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < conditions.size() && !found; ++i) {
      if (!condition(*conditions[i])) continue;
      if (first) {
        found = std::pair(*first, i);
      } else {
        first = i;
      }
    }
  });
  return found;
}

}  // namespace uwanose::rules
