#include "rules/formula.h"

#include <limits>
#include <optional>

#include "core/month.h"
#include "core/utf8.h"
#include "rules/formula_scanner.h"

namespace uwanose::rules {

namespace {

using core::Ratio;

constexpr int max_depth = 64;
constexpr std::size_t max_nodes = 4096;
constexpr std::size_t max_text = 60'000;  // bytes

struct Failure {
  std::size_t position;
  std::string reason;
};

// Recursive descent; the first failure wins and everything after it is idle.
class Parser {
 public:
  Parser(std::string_view text, const Scope& scope)
      : scanner_(text.size() > max_text ? "" : text), scope_(scope) {
    formula_.text = std::string(text);
    if (text.size() > max_text) fail("the formula is too long");
  }

  std::variant<Formula, core::Fault> run() {
    const std::uint16_t root = parse_or();
    scanner_.skip_space();
    if (!failure_ && !scanner_.rest().empty()) fail("unexpected \"" + rest_word() + "\"");
    if (failure_) {
      const auto before = std::string_view(formula_.text).substr(0, failure_->position);
      return core::Fault{"column " + std::to_string(core::count_code_points(before) + 1),
                         "fault.formula",
                         failure_->reason,
                         {failure_->reason}};
    }
    formula_.root = root;
    return std::move(formula_);
  }

 private:
  using Index = std::uint16_t;

  // --- characters -------------------------------------------------------------------------
  bool accept(std::string_view token) { return scanner_.accept(token); }
  void expect(std::string_view token) {
    if (!accept(token)) fail("expected \"" + std::string(token) + "\"");
  }
  std::string rest_word() const { return std::string(scanner_.rest().substr(0, 12)); }
  Index fail(std::string reason) {
    if (!failure_) failure_ = Failure{scanner_.position(), std::move(reason)};
    return add(Node{});
  }

  // --- nodes ------------------------------------------------------------------------------
  Index add(Node node, std::initializer_list<Index> arguments = {}) {
    return add(node, std::vector<Index>(arguments));
  }
  Index add(Node node, const std::vector<Index>& arguments) {
    if (formula_.nodes.size() >= max_nodes) {
      if (!failure_) failure_ = Failure{scanner_.position(), "the formula is too long"};
      return 0;
    }
    node.first_argument = static_cast<Index>(formula_.arguments.size());
    node.argument_count = static_cast<Index>(arguments.size());
    formula_.arguments.insert(formula_.arguments.end(), arguments.begin(), arguments.end());
    formula_.nodes.push_back(node);
    return static_cast<Index>(formula_.nodes.size() - 1);
  }
  const Node& at(Index index) const { return formula_.nodes[index]; }

  bool want(Index index, ValueType type, const char* what) {
    if (failure_ || at(index).type == type) return true;
    fail(std::string(what) +
         (type == ValueType::boolean ? " must be a condition" : " must be a number"));
    return false;
  }
  Unit same_unit(Index a, Index b) {
    if (failure_) return {};
    const std::optional<Unit> unit = common(at(a).unit, at(b).unit);
    if (unit) return *unit;
    fail("units differ: " + to_string(at(a).unit) + " and " + to_string(at(b).unit));
    return {};
  }

  Index binary_number(Op op, Index a, Index b) {
    if (!want(a, ValueType::number, "the left side") ||
        !want(b, ValueType::number, "the right side")) {
      return a;
    }
    Node node{.op = op};
    node.unit = op == Op::multiply ? product(at(a).unit, at(b).unit)
                : op == Op::divide ? quotient(at(a).unit, at(b).unit)
                                   : same_unit(a, b);
    if (op == Op::divide && at(b).op == Op::number && at(b).value == Ratio(0)) {
      return fail("division by zero");
    }
    return add(node, {a, b});
  }
  Index binary_boolean(Op op, Index a, Index b) {
    want(a, ValueType::boolean, "the left side");
    want(b, ValueType::boolean, "the right side");
    return add(Node{.op = op, .type = ValueType::boolean}, {a, b});
  }

  // --- grammar ----------------------------------------------------------------------------
  Index parse_or() {
    if (++depth_ > max_depth) return fail("the formula is nested too deeply");
    Index left = parse_and();
    while (!failure_ && accept("or")) left = binary_boolean(Op::logical_or, left, parse_and());
    --depth_;
    return left;
  }
  Index parse_and() {
    Index left = parse_not();
    while (!failure_ && accept("and")) left = binary_boolean(Op::logical_and, left, parse_not());
    return left;
  }
  Index parse_not() {
    if (++depth_ > max_depth) return fail("the formula is nested too deeply");
    Index result = 0;
    if (accept("not")) {
      const Index operand = parse_not();
      want(operand, ValueType::boolean, "what follows \"not\"");
      result = add(Node{.op = Op::logical_not, .type = ValueType::boolean}, {operand});
    } else {
      result = parse_comparison();
    }
    --depth_;
    return result;
  }
  Index parse_comparison() {
    const Index left = parse_sum();
    constexpr std::pair<std::string_view, Op> operators[] = {
        {"<=", Op::less_equal}, {">=", Op::greater_equal}, {"!=", Op::not_equal}, {"==", Op::equal},
        {"<", Op::less},        {">", Op::greater},        {"=", Op::equal}};
    for (const auto& [token, op] : operators) {
      if (failure_ || !accept(token)) continue;
      pending_choices_ = left;
      const Index right = parse_sum();
      pending_choices_.reset();
      if (failure_) return left;
      if (at(left).type != at(right).type) return fail("both sides must be of one kind");
      if (at(left).type == ValueType::boolean) return fail("conditions are not compared");
      if (at(left).type == ValueType::choice && op != Op::equal && op != Op::not_equal) {
        return fail("choices are compared with == and != only");
      }
      if (at(left).type == ValueType::choice && at(left).op != Op::fact) {
        return fail("the left side must be a fact");
      }
      if (at(left).type == ValueType::number) same_unit(left, right);
      return add(Node{.op = op, .type = ValueType::boolean}, {left, right});
    }
    return left;
  }
  Index parse_sum() {
    Index left = parse_product();
    while (!failure_) {
      if (accept("+")) {
        left = binary_number(Op::add, left, parse_product());
      } else if (accept("-")) {
        left = binary_number(Op::subtract, left, parse_product());
      } else {
        break;
      }
    }
    return left;
  }
  Index parse_product() {
    Index left = parse_unary();
    while (!failure_) {
      if (accept("*") || accept("×")) {
        left = binary_number(Op::multiply, left, parse_unary());
      } else if (accept("/") || accept("÷")) {
        left = binary_number(Op::divide, left, parse_unary());
      } else {
        break;
      }
    }
    return left;
  }
  Index parse_unary() {
    if (++depth_ > max_depth) return fail("the formula is nested too deeply");
    Index result = 0;
    if (accept("-")) {
      const Index operand = parse_unary();
      want(operand, ValueType::number, "what follows \"-\"");
      if (failure_) return operand;
      result = add(Node{.op = Op::negate, .unit = at(operand).unit}, {operand});
    } else {
      result = parse_primary();
    }
    --depth_;
    return result;
  }
  Index parse_primary() {
    scanner_.skip_space();
    if (scanner_.rest().empty()) return fail("the formula ends too early");
    if (scanner_.at_digit()) return parse_number();
    if (scanner_.rest().front() == '\'') return parse_quoted();
    if (accept("(")) {
      const Index inner = parse_or();
      expect(")");
      return inner;
    }
    if (scanner_.at_name()) return parse_name();
    return fail("unexpected \"" + rest_word() + "\"");
  }
  Index parse_number() {
    const std::size_t start = scanner_.position();
    const std::string_view first = scanner_.rest();
    const auto value = core::parse_exact_decimal(scanner_.digits_and_points());
    if (!value) return fail("not a number: \"" + std::string(first.substr(0, 16)) + "\"");
    Ratio number = *value;
    // 2/3 without spaces is one number, as in the call text.
    const std::string_view rest = scanner_.rest();
    if (rest.size() > 1 && rest[0] == '/' && rest[1] >= '0' && rest[1] <= '9') {
      accept("/");
      const auto divisor = core::parse_exact_decimal(scanner_.digits());
      if (!divisor || *divisor == Ratio(0)) return fail("division by zero");
      number = number / *divisor;
    } else if (accept("万")) {
      number = number * Ratio(10'000);
    } else if (accept("億")) {
      number = number * Ratio(100'000'000);
    } else if (accept("%")) {
      number = number / Ratio(100);
    }
    return add(Node{.op = Op::number,
                    .unit = Unit::bare(),
                    .value = number,
                    .text_begin = static_cast<Index>(start),
                    .text_size = static_cast<Index>(scanner_.position() - start)});
  }
  // A month, or a choice of the fact on the left side.
  Index parse_quoted() {
    const std::size_t start = scanner_.position();
    const auto word = scanner_.quoted_word();
    if (!word) return fail("the quotation mark is not closed");
    if (const auto month = core::Month::parse(*word)) {
      return add(Node{.op = Op::number, .unit = Unit::bare(), .value = Ratio(month->index())});
    }
    if (pending_choices_ && at(*pending_choices_).type == ValueType::choice) {
      const auto& choices = (*scope_.catalogue)[at(*pending_choices_).index].choices;
      for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].id == *word) {
          return add(
              Node{.op = Op::choice, .type = ValueType::choice, .index = static_cast<Index>(i)});
        }
      }
    }
    scanner_.go_back(start);
    return fail("'" + std::string(*word) + "' is neither a month nor a choice of the left side");
  }
  Index parse_name() {
    const std::size_t start = scanner_.position();
    const std::string_view name = scanner_.name();
    if (accept("(")) return parse_call(name, start);
    if (const auto resolved = scope_.resolve(name)) {
      return add(Node{.op = resolved->op,
                      .type = resolved->type,
                      .index = resolved->index,
                      .column = resolved->column,
                      .unit = resolved->unit});
    }
    scanner_.go_back(start);
    std::string reason = "unknown name \"" + std::string(name) + "\"";
    const std::string_view nearest = nearest_name(name, scope_.names());
    if (!nearest.empty()) reason += "; did you mean \"" + std::string(nearest) + "\"?";
    return fail(reason);
  }

  Index parse_call(std::string_view name, std::size_t start) {
    if (name == "spent") return parse_spent();
    std::vector<Index> arguments;
    if (!accept(")")) {
      do {
        arguments.push_back(parse_or());
      } while (!failure_ && accept(","));
      expect(")");
    }
    if (failure_) return 0;
    struct Function {
      std::string_view name;
      Op op;
      std::size_t least, most;
    };
    constexpr auto any_number = std::numeric_limits<std::size_t>::max();
    constexpr Function functions[] = {
        {"min", Op::min, 2, any_number}, {"max", Op::max, 2, any_number},
        {"floor", Op::floor, 1, 1},      {"round_down", Op::round_down, 2, 2},
        {"if", Op::if_else, 3, 3},       {"tier", Op::tier, 4, 4}};
    for (const Function& function : functions) {
      if (function.name != name) continue;
      if (arguments.size() < function.least || arguments.size() > function.most) {
        scanner_.go_back(start);
        return fail(std::string(name) + " takes " + std::to_string(function.least) +
                    (function.most == function.least ? "" : " or more") + " arguments");
      }
      return checked_call(function.op, arguments);
    }
    scanner_.go_back(start);
    return fail("unknown function \"" + std::string(name) + "\"");
  }
  Index checked_call(Op op, const std::vector<Index>& arguments) {
    Node node{.op = op};
    if (op == Op::if_else) {
      want(arguments[0], ValueType::boolean, "the first argument");
      node.type = at(arguments[1]).type;
      if (node.type == ValueType::choice || at(arguments[2]).type != node.type) {
        return fail("both branches must be of one kind");
      }
      if (node.type == ValueType::number) node.unit = same_unit(arguments[1], arguments[2]);
      return add(node, arguments);
    }
    for (const Index argument : arguments) want(argument, ValueType::number, "an argument");
    if (failure_) return 0;
    node.unit = at(arguments[0]).unit;
    if (op == Op::min || op == Op::max) {
      for (std::size_t i = 1; i < arguments.size() && !failure_; ++i) {
        const auto unit = common(node.unit, at(arguments[i]).unit);
        if (!unit)
          return fail("units differ: " + to_string(node.unit) + " and " +
                      to_string(at(arguments[i]).unit));
        node.unit = *unit;
      }
    } else if (op == Op::round_down) {
      same_unit(arguments[0], arguments[1]);
    } else if (op == Op::tier) {
      same_unit(arguments[0], arguments[2]);
    }
    return add(node, arguments);
  }
  Index parse_spent() {
    Node node{.op = Op::spent, .unit = Unit::of(Unit::yen)};
    do {
      const std::size_t start = scanner_.position();
      const auto word = scanner_.quoted_word();
      const auto category = word ? scope_.catalogue->find_category(*word) : std::nullopt;
      if (!category) {
        scanner_.go_back(start);
        return fail("spent(…) takes expense categories in quotation marks");
      }
      node.categories |= std::uint64_t{1} << *category;
    } while (accept(","));
    expect(")");
    return add(node);
  }

  FormulaScanner scanner_;
  const Scope& scope_;
  int depth_ = 0;
  std::optional<Index> pending_choices_;
  std::optional<Failure> failure_;
  Formula formula_;
};

}  // namespace

std::variant<Formula, core::Fault> parse_formula(std::string_view text, const Scope& scope) {
  return Parser(text, scope).run();
}

}  // namespace uwanose::rules
