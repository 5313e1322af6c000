// Numbers as people in Japan write them, read exactly or not at all.
//
//   number  = sign? ¥? body unit?          「▲1,234円」「（1,234）」「￥５００」
//   body    = section big-unit … section   big units 万 億 兆, each less than the one before
//   section = coefficient small-unit …     small units 十 百 千, likewise: 「3千万」「2,500千円」
//   coefficient = half- or full-width digits, grouped by three with `, ， 、` or a space, perhaps
//                 with a decimal point; or kanji digits, also formal ones:
//                 「二千五百」「〇」「壱弐参」
//
// Signs: + - － − ー ▲ △ or brackets around the number. Only the last coefficient may have a
// fraction: 「1.5億」 is 150,000,000, 「1.5億2千」 is nothing. A number that can be read in two
// ways is returned with its readings, to be asked about: 「1.250」 is 1.25 or 1,250.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"

namespace uwanose::core {

enum class NumberFault {
  none,
  invalid_utf8,  // only the offset tells where
  no_digits,     // nothing but a sign or a unit: 「円」「-」「万円」
  unexpected,    // text that belongs to no number: 「12人」 where yen are asked for
  bad_grouping,  // separators that make no number: 「2021.4.1」
  unit_order,    // 「1万2億」「2千5000」
  bad_sign,      // two signs, or a bracket without its other
  not_whole,     // a fraction of a yen
  overflow       // more than 64 bits hold
};

enum class EntryKind { value, empty, ambiguous, fault };

template <typename Value>
struct Entry {
  EntryKind kind = EntryKind::empty;
  Value value{};                  // if kind is value
  std::vector<Decimal> readings;  // if ambiguous: one or two, the decimal point first; whole or not
  NumberFault fault = NumberFault::none;
  std::string offending;   // if fault: the part of the text that is in the way
  std::size_t offset = 0;  // if fault: where that part begins, in bytes

  bool operator==(const Entry&) const = default;
};

using NumberEntry = Entry<std::int64_t>;
using DecimalEntry = Entry<Decimal>;

// `unit` is the word that may stand behind the number: "円", "人", "件", "円/時" (which also takes
// 円 alone), or none. With a unit of 円 the sign ¥ may stand before it. The result is in that unit.
NumberEntry parse_number(std::string_view text, std::string_view unit = "円");
DecimalEntry parse_decimal(std::string_view text, std::string_view unit = {});

}  // namespace uwanose::core
