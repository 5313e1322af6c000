// The formula language of rule packs: what a clerk can read beside the call text.
//
//   min(normal_cap, tier(eligible, 2/3, 6000万, 1/2))
//   sme and application.rounds.saikouchiku >= 3
//   if(applicant.kind == 'corporation', applicant.capital_yen < 10億, applicant.employees <= 2000)
//
// Names are facts (applicant.employees), tables (size_limits.capital), definitions and checks of
// the pack. Numbers are exact: 600, 6000万, 10億, 30%, 12.5, and fractions without spaces: 2/3.
// Quoted words are choices ('retail'), months ('2021-01') or expense categories. Operators, loosest
// first: or; and; not; = == != < <= > >=; + -; * / × ÷; unary -. Functions: min max floor
// round_down(x, unit) if(condition, a, b) tier(x, r1, limit, r2) spent('category', …).
//
// A formula is parsed, resolved and checked (types and units) once, when its pack loads; what
// comes out cannot fail when it is evaluated, except that a number may be undefined.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/fault.h"
#include "core/ratio.h"
#include "rules/catalogue.h"
#include "rules/unit.h"

namespace uwanose::rules {

enum class ValueType : std::uint8_t { number, boolean, choice };

enum class Op : std::uint8_t {
  number,      // `value`
  choice,      // `index` of the choice
  fact,        // `index` is a FactIndex
  definition,  // `index` into the pack's definitions
  check,       // `index` into the pack's checks: boolean
  table,       // `index` into the pack's tables, `column`
  national,    // the national amount of the frame that is being judged
  add,
  subtract,
  multiply,
  divide,
  negate,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  logical_and,
  logical_or,
  logical_not,
  min,
  max,
  floor,
  round_down,
  if_else,
  tier,
  spent,  // `categories`
  all_expenses,
};

struct Node {
  Op op = Op::number;
  ValueType type = ValueType::number;
  std::uint16_t index = 0;
  std::uint16_t column = 0;
  std::uint16_t first_argument = 0;  // into Formula::arguments
  std::uint16_t argument_count = 0;
  Unit unit;
  core::Ratio value;
  std::uint64_t categories = 0;                 // bit set of expense categories
  std::uint16_t text_begin = 0, text_size = 0;  // of a number, as written
};

struct Formula {
  std::string text;  // as written in the pack
  std::vector<Node> nodes;
  std::vector<std::uint16_t> arguments;  // node indices
  std::uint16_t root = 0;

  bool empty() const { return nodes.empty(); }
  const Node& root_node() const { return nodes[root]; }
  const Node& argument(const Node& node, std::size_t i) const {
    return nodes[arguments[node.first_argument + i]];
  }
};

// What a name in a formula stands for.
struct Resolved {
  Op op = Op::fact;  // fact, definition, check, table, national or all_expenses
  std::uint16_t index = 0;
  std::uint16_t column = 0;
  ValueType type = ValueType::number;
  Unit unit;
};

struct Scope {
  const Catalogue* catalogue = nullptr;
  // nullopt where the name is unknown.
  std::function<std::optional<Resolved>(std::string_view)> resolve;
  // The names that could have been meant, for the message.
  std::function<std::vector<std::string_view>()> names;
};

// The formula, or what is wrong with it (place: "column 12").
std::variant<Formula, core::Fault> parse_formula(std::string_view text, const Scope& scope);

}  // namespace uwanose::rules
