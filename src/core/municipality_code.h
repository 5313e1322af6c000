// 全国地方公共団体コード (municipality code): two digits of prefecture, three of municipality, one
// check digit `11 − (Σ digit·weight mod 11)` with weights 6 5 4 3 2, of which the last digit
// counts. The case carries the first five ("20201" = 長野市), public forms all six ("202011").
// Source: 総務省 全国地方公共団体コード仕様.
//
// A code that checks need not be in use: whether a municipality exists is for the data to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace uwanose::core {

enum class MunicipalityCodeFault {
  none,
  not_digits,
  not_five_or_six_digits,
  unknown_prefecture,  // the first two digits are not 01 to 47
  wrong_check_digit
};

struct MunicipalityCode {
  MunicipalityCodeFault fault = MunicipalityCodeFault::none;
  std::string five_digits;  // empty if there is a fault
};

// Five digits, or six of which the last must check; full-width digits and outer spaces are taken.
MunicipalityCode parse_municipality_code(std::string_view text);

// The first five digits of a code that is computed with as a number: 1202 → "01202".
std::string municipality_code_text(std::int64_t number);

// The check digit of five digits ('0' to '9').
char municipality_check_digit(std::string_view five_digits);

}  // namespace uwanose::core
