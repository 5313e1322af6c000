#include "rules/explanation.h"

#include <algorithm>
#include <limits>
#include <set>

#include "core/number_format.h"
#include "rules/evaluator.h"
#include "rules/own_share.h"

namespace uwanose::rules {

namespace {

using core::Ratio;

Text operator+(const Text& a, const Text& b) { return {a.ja + b.ja, a.en + b.en}; }
Text same(const std::string& text) { return {text, text}; }

std::string plain(core::Int128 value) {
  const bool fits = value <= std::numeric_limits<std::int64_t>::max() &&
                    value >= std::numeric_limits<std::int64_t>::min();
  return fits ? core::format_integer(static_cast<std::int64_t>(value)) : core::to_string(value);
}

bool is(const Unit& unit, Unit::Base base) { return unit == Unit::of(base); }

// A bare number stands for yen; a bare fraction is a rate.
Unit unit_of(const Formula& formula) {
  const Node& root = formula.root_node();
  if (!root.unit.any) return root.unit;
  return root.op == Op::number && !root.value.is_whole() ? Unit::bare() : Unit::of(Unit::yen);
}

// Formulas as text, in words (names) or with the numbers of the present path.
class Renderer {
 public:
  Renderer(const Catalogue& catalogue, const Pack& pack, const Case& input, Evaluator& evaluator,
           bool numbers)
      : catalogue_(catalogue),
        pack_(pack),
        input_(input),
        evaluator_(evaluator),
        numbers_(numbers) {}

  Text render(const Formula& formula) {
    return render(formula, formula.root_node(), lowest, unit_of(formula));
  }

 private:
  enum Precedence { lowest = 0, sum_level = 1, product_level = 2, unary_level = 3 };

  // `context`: the unit that a bare number takes here.
  Text render(const Formula& formula, const Node& node, int outer, const Unit& context) {
    const bool factor = node.op == Op::multiply || node.op == Op::divide;
    const Unit inner = factor ? Unit::bare() : node.unit.any ? context : node.unit;
    const auto argument = [&](std::size_t i, int level) {
      return render(formula, formula.argument(node, i), level, inner);
    };
    const auto infix = [&](const char* op, int level, int right_level) {
      const Text text = argument(0, level) + same(op) + argument(1, right_level);
      return level < outer ? Text{"(" + text.ja + ")", "(" + text.en + ")"} : text;
    };
    switch (node.op) {
      case Op::add: return infix(" + ", sum_level, sum_level);
      case Op::subtract: return infix(" − ", sum_level, product_level);
      case Op::multiply: return infix(" × ", product_level, product_level);
      case Op::divide: return infix(" ÷ ", product_level, unary_level);
      case Op::negate: return same("−") + argument(0, unary_level);
      case Op::min:
      case Op::max:
        return list(formula, node,
                    node.op == Op::min ? Text{"のうち最も小さい額", "the least of "}
                                       : Text{"のうち最も大きい額", "the greatest of "});
      case Op::floor:
      case Op::round_down: return argument(0, outer);
      case Op::tier: return tier(formula, node);
      case Op::if_else:
        return argument(evaluator_.condition(sub_formula(formula, node, 0)) ? 1 : 2, outer);
      case Op::spent:
        return numbers_ ? spent_rows(node.categories, outer) : categories(node.categories);
      case Op::number: return literal(formula, node, context);
      default: return numbers_ ? value_of(formula, node) : name_of(node);
    }
  }

  // As the call text writes it where that is a fraction or a percentage.
  static Text literal(const Formula& formula, const Node& node, const Unit& context) {
    const std::string written = formula.text.substr(node.text_begin, node.text_size);
    if (!node.value.is_whole() && !written.empty()) return same(written);
    return format_value(node.value, context);
  }
  static Formula sub_formula(const Formula& formula, const Node& node, std::size_t i) {
    Formula part = formula;
    part.root = formula.arguments[node.first_argument + i];
    return part;
  }
  Text value_of(const Formula& formula, const Node& node) {
    Formula part = formula;
    part.root = static_cast<std::uint16_t>(&node - formula.nodes.data());
    const Number number = evaluator_.number(part);
    return format_value(number.low, node.unit);
  }
  Text name_of(const Node& node) const {
    switch (node.op) {
      case Op::fact: return catalogue_[node.index].label;
      case Op::definition: return pack_.definitions[node.index].label;
      case Op::table: return pack_.tables[node.index].label;
      case Op::check: return pack_.checks[node.index].label;
      case Op::national: return {"国の補助額", "the national grant"};
      default: return {"経費の総額", "all expenses"};
    }
  }
  Text list(const Formula& formula, const Node& node, const Text& what) {
    Text joined;
    for (std::size_t i = 0; i < node.argument_count; ++i) {
      if (i != 0) joined = joined + Text{"、", "; "};
      joined = joined + render(formula, formula.argument(node, i), lowest, node.unit);
    }
    return {"（" + joined.ja + "）" + what.ja, what.en + "(" + joined.en + ")"};
  }
  Text tier(const Formula& formula, const Node& node) {
    const auto number = [&](std::size_t i) {
      return evaluator_.number(sub_formula(formula, node, i)).low;
    };
    const auto argument = [&](std::size_t i, const Unit& unit) {
      return render(formula, formula.argument(node, i), product_level, unit);
    };
    const Text base = argument(0, node.unit);
    const Text first = argument(1, Unit::bare());
    const Text second = argument(3, Unit::bare());
    const Ratio limit = number(2);
    const Unit& unit = node.unit;
    const Text band = format_value(limit, unit);
    if (!numbers_) {
      return base + same(" × ") + first +
             Text{"（補助額が" + band.ja + "を超える部分は " + second.ja + "）",
                  " (" + second.en + " for what lies beyond a grant of " + band.en + ")"};
    }
    const Ratio threshold = limit / number(1);
    if (number(0) <= threshold) return base + same(" × ") + first;
    return band + same(" + (") + base + same(" − ") + format_value(threshold, unit) + same(") × ") +
           second;
  }
  Text categories(std::uint64_t set) const {
    Text joined;
    for (std::size_t i = 0; i < catalogue_.categories.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      if (!joined.empty()) joined = joined + Text{"・", ", "};
      joined = joined + catalogue_.categories[i].label;
    }
    return {"（" + joined.ja + "）の合計", "sum of (" + joined.en + ")"};
  }
  Text spent_rows(std::uint64_t set, int outer) const {
    Text joined;
    int rows = 0;
    for (const Expense& expense : input_.expenses.value_or(std::vector<Expense>{})) {
      if (!expense.category || !expense.amount_yen || (set >> *expense.category & 1) == 0) continue;
      if (!joined.empty()) joined = joined + same(" + ");
      joined = joined + format_value(Ratio(*expense.amount_yen), Unit::of(Unit::yen));
      ++rows;
    }
    if (rows > 1 && outer > sum_level) return {"(" + joined.ja + ")", "(" + joined.en + ")"};
    return joined.empty() ? Text{"0円", "¥0"} : joined;
  }

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Case& input_;
  Evaluator& evaluator_;
  bool numbers_;
};

class Explainer {
 public:
  Explainer(const RuleBook& rules, const Case& input, const FrameResult& result)
      : rules_(rules),
        input_(input),
        result_(result),
        evaluator_(rules.catalogue, *result.pack, input) {}

  std::vector<Step> explain(bool prefectural) {
    const PartResult& part = prefectural ? *result_.prefectural : result_.national;
    const AmountRule& rule = prefectural ? *result_.frame->prefectural : result_.frame->national;
    if (part.variant < 0) return {};
    const AmountRule::Variant& variant = rule.variants[static_cast<std::size_t>(part.variant)];
    known_ = part.yen.known();
    std::vector<Shown> common;
    int paths = 0;
    evaluator_.each_path([&] {
      if (++paths > most_paths) return;
      explained_.clear();
      steps_.clear();
      const FigurePath path = figures_on_path(evaluator_, *result_.frame);
      explain_variant(rule, variant, prefectural ? path.prefectural : path.national, part);
      if (paths == 1) {
        common = std::move(steps_);
      } else {
        keep_common(common, steps_);
      }
    });
    if (paths > most_paths) keep_estimate(common);
    std::vector<Step> steps;
    steps.reserve(common.size());
    for (Shown& shown : common) steps.push_back(std::move(shown.step));
    return steps;
  }

 private:
  static constexpr int most_paths = 100;

  struct Shown {
    Step step;
    std::optional<Number> value;  // that `result` says, in `unit`
    Unit unit;
  };

  // Missing facts leave several ways to compute: what differs between them is a range, or left out.
  static void keep_common(std::vector<Shown>& common, const std::vector<Shown>& others) {
    const bool alike = std::equal(
        common.begin(), common.end(), others.begin(), others.end(),
        [](const Shown& a, const Shown& b) { return a.step.label.ja == b.step.label.ja; });
    if (!alike) return keep_estimate(common);
    for (std::size_t i = 0; i < common.size(); ++i) {
      Step& step = common[i].step;
      const Step& other = others[i].step;
      if (step.words.ja != other.words.ja) step.words = {};
      if (step.numbers.ja != other.numbers.ja) step.numbers = {};
      if (step.result.ja == other.result.ja) continue;
      step.numbers = {};
      std::optional<Number>& value = common[i].value;
      if (value && others[i].value) value = hull(*value, *others[i].value);
      step.result = value ? format_range(*value, common[i].unit) : Text{};
    }
  }
  // It comes last and says what all paths together say.
  static void keep_estimate(std::vector<Shown>& steps) {
    steps.erase(steps.begin(), steps.end() - 1);
  }

  static Number hull(const Number& a, const Number& b) {
    if (!a.defined() || !b.defined()) return Number::exactly(Ratio::undefined());
    Number result = a;
    if (b.low < a.low) result.low = b.low;
    if (b.high > a.high) result.high = b.high;
    result.open_above = a.open_above || b.open_above;
    return result;
  }
  static Text format_range(const Number& number, const Unit& unit) {
    Text low = format_value(number.low, unit);
    if (number.open_above) return low + Text{"以上", " or more"};
    if (number.low == number.high || !number.defined()) return low;
    return low + Text{"〜", " – "} + format_value(number.high, unit);
  }

  void explain_variant(const AmountRule& rule, const AmountRule::Variant& variant,
                       const AmountOnPath& amount, const PartResult& part) {
    explain_names(variant.amount);
    add(variant.label, variant.amount, &variant.source);
    if (!variant.cap.empty()) {
      explain_names(variant.cap);
      add({"補助上限額", "Cap"}, variant.cap, &variant.source);
    }
    if (amount.limit && known_) {
      Step step;
      step.label = {"補助下限額", "Lower limit"};
      step.result = format_value(amount.limit->low, Unit::of(Unit::yen));
      step.result.ja += "以上";
      step.result.en += " or more";
      step.source = &variant.source;
      steps_.push_back({step, {}, {}});
    }
    Step step;
    step.label = {"試算額", "Estimate"};
    step.words = rule.unit_yen == 1
                     ? Text{"1円未満は切り捨て", "rounded down to the yen"}
                     : Text{core::format_yen(rule.unit_yen) + "未満は切り捨て",
                            "rounded down to " + core::format_yen_english(rule.unit_yen)};
    if (amount.limit && known_ && part.yen.max_yen == 0) {
      step.words =
          step.words + Text{"。下限に満たないため0円", "; under the lower limit, so nothing"};
    }
    step.result = format_amount(part.yen);
    step.source = &variant.source;
    steps_.push_back({step, {}, {}});
  }

  // The definitions that a formula is computed from, innermost first.
  void explain_names(const Formula& formula) {
    for (const Node& node : formula.nodes) {
      if (node.op != Op::definition || node.type != ValueType::number) continue;
      if (!explained_.insert(node.index).second) continue;
      const Definition& definition = result_.pack->definitions[node.index];
      for (const Definition::Variant& variant : definition.variants) {
        if (!evaluator_.condition(variant.when)) continue;
        explain_names(variant.value);
        add(definition.label, variant.value, &definition.source);
        break;
      }
    }
  }

  void add(const Text& label, const Formula& formula, const Source* source) {
    Step step;
    step.label = label;
    step.source = source;
    const Node& root = formula.root_node();
    if (root.op != Op::number) {
      step.words =
          Renderer(rules_.catalogue, *result_.pack, input_, evaluator_, false).render(formula);
    }
    const Unit unit = unit_of(formula);
    const Number number = evaluator_.number(formula);
    if (number.exact() && (root.argument_count != 0 || root.op == Op::spent)) {
      step.numbers =
          Renderer(rules_.catalogue, *result_.pack, input_, evaluator_, true).render(formula);
    }
    step.result = format_range(number, unit);
    steps_.push_back({std::move(step), number, unit});
  }

  const RuleBook& rules_;
  const Case& input_;
  const FrameResult& result_;
  Evaluator evaluator_;
  std::set<std::uint16_t> explained_;
  bool known_ = false;
  std::vector<Shown> steps_;  // of the present path
};

}  // namespace

Text format_value(const Ratio& value, const Unit& unit) {
  if (!value.defined()) return {"計算できません", "not computable"};
  const core::Int128 whole = value.floor();
  const Ratio rest = value - Ratio::whole(whole);
  if (is(unit, Unit::yen) || unit == Unit::bare() || is(unit, Unit::person)) {
    const bool yen = is(unit, Unit::yen);
    const std::string fraction = rest == Ratio(0) ? "" : rest.to_string();
    if (!yen && whole == 0 && !fraction.empty()) return same(fraction);
    const std::string digits = plain(whole);
    const std::string ja = digits + (fraction.empty() ? "" : "と" + fraction);
    const std::string en = digits + (fraction.empty() ? "" : " " + fraction);
    if (yen) return {ja + "円", "¥" + en};
    if (is(unit, Unit::person)) return {ja + "人", en + (en == "1" ? " employee" : " employees")};
    return {ja, en};
  }
  return same(value.is_whole() ? plain(whole) : value.to_string());
}

Text format_amount(const Amount& amount) {
  Text low{core::format_yen(amount.min_yen), core::format_yen_english(amount.min_yen)};
  if (amount.known()) return low;
  if (!amount.max_yen)
    return {low.ja + "以上（上は決まりません）", low.en + " or more, no upper bound yet"};
  return {low.ja + "〜" + core::format_yen(*amount.max_yen),
          low.en + " – " + core::format_yen_english(*amount.max_yen)};
}

std::vector<Step> explain_amount(const RuleBook& rules, const Case& input,
                                 const FrameResult& result, bool prefectural) {
  if (prefectural && !result.prefectural) return {};
  return Explainer(rules, input, result).explain(prefectural);
}

}  // namespace uwanose::rules
