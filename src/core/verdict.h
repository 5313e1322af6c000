// Verdict: three-valued truth about a requirement (Kleene's strong logic).
//
// `undetermined` says that the known facts do not settle it: some completion of the missing ones
// would meet it and another would not.
#pragma once

#include <cstdint>
#include <string_view>

namespace uwanose::core {

enum class Verdict : std::uint8_t { not_met, undetermined, met };

constexpr Verdict operator&&(Verdict a, Verdict b) { return a < b ? a : b; }
constexpr Verdict operator||(Verdict a, Verdict b) { return a < b ? b : a; }
constexpr Verdict operator!(Verdict a) {
  return a == Verdict::met       ? Verdict::not_met
         : a == Verdict::not_met ? Verdict::met
                                 : Verdict::undetermined;
}
constexpr Verdict verdict_of(bool met) { return met ? Verdict::met : Verdict::not_met; }

constexpr std::string_view to_string(Verdict verdict) {
  return verdict == Verdict::met ? "met" : verdict == Verdict::not_met ? "not_met" : "undetermined";
}

}  // namespace uwanose::core
