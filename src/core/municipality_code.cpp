#include "core/municipality_code.h"

#include <cstddef>

#include "core/utf8.h"

namespace uwanose::core {
namespace {

MunicipalityCodeFault check(std::string_view digits) {
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return MunicipalityCodeFault::not_digits;
  }
  if (digits.size() != 5 && digits.size() != 6) {
    return MunicipalityCodeFault::not_five_or_six_digits;
  }
  const int prefecture = (digits[0] - '0') * 10 + (digits[1] - '0');
  if (prefecture < 1 || prefecture > 47) return MunicipalityCodeFault::unknown_prefecture;
  if (digits.size() == 6 && digits[5] != municipality_check_digit(digits.substr(0, 5))) {
    return MunicipalityCodeFault::wrong_check_digit;
  }
  return MunicipalityCodeFault::none;
}

}  // namespace

char municipality_check_digit(std::string_view five_digits) {
  int sum = 0;
  for (std::size_t i = 0; i < five_digits.size(); ++i) {
    sum += (five_digits[i] - '0') * (6 - static_cast<int>(i));
  }
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

std::string municipality_code_text(std::int64_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
  return digits;
}

MunicipalityCode parse_municipality_code(std::string_view text) {
  const std::string folded = fold_full_width(text);
  std::string_view digits = folded;
  while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
  while (!digits.empty() && digits.back() == ' ') digits.remove_suffix(1);
  MunicipalityCode code;
  code.fault = check(digits);
  if (code.fault == MunicipalityCodeFault::none) code.five_digits = digits.substr(0, 5);
  return code;
}

}  // namespace uwanose::core
