#include "core/corporate_number.h"

#include <cstddef>

#include "core/utf8.h"

namespace uwanose::core {

char corporate_check_digit(std::string_view twelve_digits) {
  int sum = 0;
  int weight = 1;
  for (std::size_t i = twelve_digits.size(); i-- > 0;) {
    sum += (twelve_digits[i] - '0') * weight;
    weight = 3 - weight;
  }
  return static_cast<char>('9' - sum % 9);
}

CorporateNumberFault check_corporate_number(std::string_view digits) {
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return CorporateNumberFault::not_digits;
  }
  if (digits.size() != 13) return CorporateNumberFault::not_thirteen_digits;
  if (digits[0] != corporate_check_digit(digits.substr(1))) {
    return CorporateNumberFault::wrong_check_digit;
  }
  return CorporateNumberFault::none;
}

CorporateNumber parse_corporate_number(std::string_view text) {
  CorporateNumber number;
  for (const char c : fold_full_width(text)) {
    if (c != ' ' && c != '-') number.digits.push_back(c);
  }
  number.fault = check_corporate_number(number.digits);
  if (number.fault != CorporateNumberFault::none) number.digits.clear();
  return number;
}

}  // namespace uwanose::core
