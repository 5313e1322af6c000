// 法人番号 (corporate number): 13 digits, the first of which is a check digit over the other
// twelve, `9 − (Σ Pn·Qn mod 9)`, where Pn is the n-th digit from the right and Qn is 1 for odd n, 2
// for even. A sole proprietor has none. Source: 法人番号の指定等に関する省令 第2条.
//
// The check digit is 1 to 9, never 0, and it can't tell a 0 from a 9 among the other digits.
#pragma once

#include <string>
#include <string_view>

namespace uwanose::core {

enum class CorporateNumberFault { none, not_digits, not_thirteen_digits, wrong_check_digit };

struct CorporateNumber {
  CorporateNumberFault fault = CorporateNumberFault::none;
  std::string digits;  // 13 half-width digits; empty if there is a fault
};

// What the case file carries: exactly 13 half-width digits.
CorporateNumberFault check_corporate_number(std::string_view digits);

// What a person types: full-width digits, spaces and hyphens between them are taken.
CorporateNumber parse_corporate_number(std::string_view text);

// The check digit of the twelve digits that follow it ('1' to '9').
char corporate_check_digit(std::string_view twelve_digits);

}  // namespace uwanose::core
