#include "app/figures.h"

#include "core/japanese_date.h"
#include "core/number_format.h"
#include "core/yen.h"

namespace uwanose::app {

namespace {

using rules::Unit;

// The keys of a unit's names, of several and of one.
struct UnitKeys {
  const char* unit;
  const char* several;
  const char* one;
};
constexpr UnitKeys unit_keys[] = {
    {"yen", "unit.yen", "unit.yen"},
    {"person", "unit.person", "unit.person_one"},
    {"yen/hour", "unit.yen_hour", "unit.yen_hour"},
    {"year", "unit.year", "unit.year_one"},
    {"kilowatt", "unit.kilowatt", "unit.kilowatt"},
    {"count", "unit.count", "unit.count_one"},
};

const UnitKeys* keys_of(const Unit& unit) {
  const std::string name = to_string(unit);
  for (const UnitKeys& keys : unit_keys) {
    if (name == keys.unit) return &keys;
  }
  return nullptr;
}

std::string integer_text(core::Int128 value) {
  const auto narrow = static_cast<std::int64_t>(value);
  return narrow == value ? core::format_integer(narrow) : core::to_string(value);
}

}  // namespace

rules::Amount expense_sum(const rules::Case& facts) {
  if (!facts.expenses) return {0, std::nullopt};
  rules::Amount sum;
  for (const rules::Expense& expense : *facts.expenses) {
    const auto more =
        core::checked_add(core::Yen{sum.min_yen}, core::Yen{expense.amount_yen.value_or(0)});
    if (!more || !expense.amount_yen) sum.max_yen.reset();
    if (!more) break;
    sum.min_yen = more->value;
  }
  if (sum.max_yen) sum.max_yen = sum.min_yen;
  return sum;
}

std::string yen_text(const Words& words, std::int64_t yen) {
  return words.language() == Language::ja ? core::format_yen(yen) : core::format_yen_english(yen);
}

std::string yen_readback(const Words& words, std::int64_t yen) {
  const bool large = yen >= 10'000 || yen <= -10'000;
  return large && words.language() == Language::ja ? core::format_yen_in_units(yen) : std::string();
}

std::string amount_text(const Words& words, const rules::Amount& amount) {
  if (amount.known()) return yen_text(words, amount.min_yen);
  if (amount.max_yen) {
    return words("amount.range",
                 {yen_text(words, amount.min_yen), yen_text(words, *amount.max_yen)});
  }
  if (amount.min_yen > 0) return words("amount.from", {yen_text(words, amount.min_yen)});
  return std::string(words("amount.unknown"));
}

std::string_view unit_text(const Words& words, const Unit& unit) {
  const UnitKeys* keys = keys_of(unit);
  return keys != nullptr ? words(keys->several) : std::string_view();
}

std::string quantity_text(const Words& words, core::Int128 value, const Unit& unit) {
  const auto narrow = static_cast<std::int64_t>(value);
  if (to_string(unit) == "yen" && narrow == value) return yen_text(words, narrow);
  const UnitKeys* keys = keys_of(unit);
  if (keys == nullptr) return integer_text(value);
  const std::string_view name = words(value == 1 ? keys->one : keys->several);
  return words("unit.quantity", {integer_text(value), std::string(name)});
}

std::string month_text(const Words& words, core::Month month) {
  return core::format_month(month, words.language() == Language::ja ? core::MonthStyle::japanese
                                                                    : core::MonthStyle::english);
}

std::string date_text(const Words& words, core::Date date) {
  const core::Date::Parts at = date.parts();
  return words("date.day",
               {month_text(words, core::Month(at.year, at.month)), std::to_string(at.day)});
}

std::string decimal_text(const core::Ratio& value) {
  core::Int128 power = 1;
  for (int scale = 0; scale <= 18; ++scale, power *= 10) {
    if (power % value.denominator() != 0) continue;
    const core::Ratio mantissa = value * core::Ratio::whole(power);
    if (!mantissa.defined()) break;
    const auto digits = static_cast<std::int64_t>(mantissa.numerator());
    if (digits != mantissa.numerator()) break;
    return core::to_plain_text({digits, scale});
  }
  return value.to_string();
}

}  // namespace uwanose::app
