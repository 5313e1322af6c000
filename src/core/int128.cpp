#include "core/int128.h"

#include <algorithm>

namespace uwanose::core {

std::string to_string(Int128 value) {
  const bool negative = value < 0;
  Uint128 rest = negative ? Uint128{0} - static_cast<Uint128>(value) : static_cast<Uint128>(value);
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  if (negative) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace uwanose::core
