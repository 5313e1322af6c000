#include "rules/unit.h"

namespace uwanose::rules {

namespace {

constexpr std::array<std::string_view, Unit::base_count> names{"yen",  "person", "hour", "kilowatt",
                                                               "year", "round",  "count"};

Unit combine(const Unit& a, const Unit& b, int sign) {
  Unit result;
  result.any = a.any && b.any;
  for (std::size_t i = 0; i < names.size(); ++i) {
    result.powers[i] = static_cast<signed char>(a.powers[i] + sign * b.powers[i]);
  }
  return result;
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
  Unit unit;
  if (text == "1") return unit;
  int sign = 1;
  while (true) {
    const std::size_t end = text.find('/');
    const std::string_view name = text.substr(0, end);
    bool found = false;
    for (std::size_t i = 0; i < names.size() && !found; ++i) {
      if (names[i] != name) continue;
      unit.powers[i] = static_cast<signed char>(unit.powers[i] + sign);
      found = true;
    }
    if (!found) return std::nullopt;
    if (end == std::string_view::npos) return unit;
    text.remove_prefix(end + 1);
    sign = -1;
  }
}

std::string to_string(const Unit& unit) {
  std::string above;
  std::string below;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (auto p = unit.powers[i]; p > 0; --p)
      above += (above.empty() ? "" : "*") + std::string(names[i]);
    for (auto p = unit.powers[i]; p < 0; ++p) below += "/" + std::string(names[i]);
  }
  return (above.empty() ? "1" : above) + below;
}

Unit product(const Unit& a, const Unit& b) { return combine(a, b, 1); }
Unit quotient(const Unit& a, const Unit& b) { return combine(a, b, -1); }

std::optional<Unit> common(const Unit& a, const Unit& b) {
  if (a.any) return b;
  if (b.any || a == b) return a;
  return std::nullopt;
}

}  // namespace uwanose::rules
