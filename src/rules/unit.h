// Units of figures: products of powers of base units. Formulas are checked with them when a pack
// loads, so that yen are never added to persons. "any" is the unit of a bare number in a formula,
// which takes the unit of what it is compared with or added to.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::rules {

struct Unit {
  enum Base { yen, person, hour, kilowatt, year, round, count, base_count };
  std::array<signed char, base_count> powers{};
  bool any = false;

  friend bool operator==(const Unit&, const Unit&) = default;

  static Unit bare() {
    Unit unit;
    unit.any = true;
    return unit;
  }
  static Unit of(Base base) {
    Unit unit;
    unit.powers[base] = 1;
    return unit;
  }
};

// "yen", "person", "yen/hour", "yen/kilowatt", "round", "1" for none; nullopt if unknown.
std::optional<Unit> parse_unit(std::string_view text);
std::string to_string(const Unit& unit);

Unit product(const Unit& a, const Unit& b);
Unit quotient(const Unit& a, const Unit& b);
// The common unit of a sum, comparison, min or max; nullopt where they differ.
std::optional<Unit> common(const Unit& a, const Unit& b);

}  // namespace uwanose::rules
