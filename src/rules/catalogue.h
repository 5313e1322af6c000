// The fact catalogue: every fact that a case can state, with its type, unit, bounds, words and
// place in the form. The page's form, the check of case files and the names in formulas all come
// from it. Loaded from assets/rules/facts.json; rule packs append facts of their own
// ("programmes.nagano_energy.solar_kw").
//
// A *scalar* is stated once (applicant.employees). A *series* fact belongs to a table of the case
// (monthly.sales_yen: one a month).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/int128.h"
#include "rules/text.h"
#include "rules/unit.h"

namespace uwanose::rules {

enum class FactType : std::uint8_t {
  text,     // never used by a rule
  code,     // 全国地方公共団体コード: five digits, computed with as a number
  boolean,  // yes or no
  choice,   // one of `choices`
  integer,  // from `min` to `max`, in `unit`
  decimal,  // exact, "12.5" in the file
  month,
};

enum class Series : std::uint8_t { none, monthly, yearly, wages, expenses };

struct Choice {
  std::string id;
  Text label;
};

// The codes that have a name, in groups to choose from: municipalities by regional bureau. A code
// without a name is still a code.
struct CodeTable {
  struct Code {
    std::int64_t number = 0;
    Text label;
    std::size_t group = 0;
  };
  std::string id;
  Text source;
  std::vector<Choice> groups;
  std::vector<Code> codes;  // group by group

  const Code* find(std::int64_t number) const;
  // The code itself; where it has no name, the prefecture that it lies in.
  const Code* nearest(std::int64_t number) const;
};

struct FactDefinition {
  std::string id;
  FactType type = FactType::text;
  Series series = Series::none;
  std::string codes;  // of a code: the table of its names; "" none
  Unit unit;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::vector<Choice> choices;
  std::string section;
  Text label;
  Text help;
  Text question;  // the fact as a question, for one-by-one answering
};

struct Section {
  std::string id;
  Text label;
  Text help;
};

using FactIndex = std::uint16_t;

class Catalogue {
 public:
  std::vector<Section> sections;
  std::vector<CodeTable> code_tables;
  std::vector<FactDefinition> facts;  // scalars first, in the order of the case
  std::vector<Choice> categories;     // of expenses

  // Scalars and series facts by id.
  std::optional<FactIndex> find(std::string_view id) const;
  std::optional<int> find_category(std::string_view id) const;
  // Null: there is none of that id.
  const CodeTable* find_codes(std::string_view id) const;
  const FactDefinition& operator[](FactIndex index) const { return facts[index]; }
};

// The nearest of `names` to a mistyped one, by edit distance; empty if nothing is near.
std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& names);

}  // namespace uwanose::rules
