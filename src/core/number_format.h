// Numbers as the page and the command line show them. What is shown is exact, or cut off towards
// zero: a share of 9.99 % is never shown as 10.0 %. Negative numbers carry the minus sign U+2212.
// `parse_number` reads every form of yen back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/decimal.h"
#include "core/int128.h"

namespace uwanose::core {

// 12,500,000
std::string format_integer(std::int64_t value);

// 1,234.5
std::string format_decimal(Decimal value);

// 12,500,000円
std::string format_yen(std::int64_t yen);

// 1,250万円; 1,234万5,678円; 1億5,000万円
std::string format_yen_in_units(std::int64_t yen);

// ¥12,500,000
std::string format_yen_english(std::int64_t yen);

// numerator / denominator in percent with so many decimals, cut off towards zero: 10.0%.
// Nothing if the denominator is not positive: such a share has no meaning.
std::optional<std::string> format_percent(Int128 numerator, Int128 denominator, int decimals);

}  // namespace uwanose::core
