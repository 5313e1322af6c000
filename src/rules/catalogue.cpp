#include "rules/catalogue.h"

#include <algorithm>
#include <numeric>

namespace uwanose::rules {

std::optional<FactIndex> Catalogue::find(std::string_view id) const {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].id == id) return static_cast<FactIndex>(i);
  }
  return std::nullopt;
}

std::optional<int> Catalogue::find_category(std::string_view id) const {
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (categories[i].id == id) return static_cast<int>(i);
  }
  return std::nullopt;
}

const CodeTable* Catalogue::find_codes(std::string_view id) const {
  for (const CodeTable& table : code_tables) {
    if (table.id == id) return &table;
  }
  return nullptr;
}

const CodeTable::Code* CodeTable::find(std::int64_t number) const {
  for (const Code& code : codes) {
    if (code.number == number) return &code;
  }
  return nullptr;
}

const CodeTable::Code* CodeTable::nearest(std::int64_t number) const {
  const Code* code = find(number);
  return code != nullptr ? code : find(number / 1000 * 1000);
}

namespace {

// Levenshtein's distance.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& names) {
  if (name.size() > 64) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string_view candidate : names) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace uwanose::rules
