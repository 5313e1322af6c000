#include "core/corporate_number.h"

#include <doctest/doctest.h>

#include <string>

namespace uwanose::core {

TEST_CASE("法人番号: a published number holds, every other first digit does not") {
  CHECK(check_corporate_number("8000012010038") == CorporateNumberFault::none);
  CHECK(corporate_check_digit("000012010038") == '8');
  for (char first = '0'; first <= '9'; ++first) {
    if (first == '8') continue;
    CAPTURE(first);
    CHECK(check_corporate_number(first + std::string("000012010038")) ==
          CorporateNumberFault::wrong_check_digit);
  }
}

TEST_CASE("法人番号: the check digit of a sum that 9 divides is 9, never 0") {
  CHECK(corporate_check_digit("000000000000") == '9');
  CHECK(corporate_check_digit("999999999999") == '9');
  CHECK(corporate_check_digit("000000000001") == '8');
  CHECK(corporate_check_digit("000000000010") == '7');
}

TEST_CASE("法人番号: one wrong digit is found, except 0 for 9") {
  const std::string good = "8000012010038";
  for (std::size_t i = 1; i < good.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = good;
      wrong[i] = digit;
      const bool same_modulo_nine = (digit - good[i]) % 9 == 0;
      CAPTURE(wrong);
      CHECK((check_corporate_number(wrong) == CorporateNumberFault::none) == same_modulo_nine);
    }
  }
}

TEST_CASE("法人番号: what is not thirteen digits") {
  CHECK(check_corporate_number("") == CorporateNumberFault::not_thirteen_digits);
  CHECK(check_corporate_number("800001201003") == CorporateNumberFault::not_thirteen_digits);
  CHECK(check_corporate_number("80000120100388") == CorporateNumberFault::not_thirteen_digits);
  CHECK(check_corporate_number("8000012-10038") == CorporateNumberFault::not_digits);
  CHECK(check_corporate_number("８000012010038") == CorporateNumberFault::not_digits);
}

TEST_CASE("法人番号: as typed, with full-width digits, spaces and hyphens") {
  for (const char* text : {"8000012010038", "８００００１２０１００３８", " 8-0000-1201-0038 ",
                           "8 0000 1201 0038", "８－００００－１２０１－００３８"}) {
    CAPTURE(text);
    CHECK(parse_corporate_number(text).fault == CorporateNumberFault::none);
    CHECK(parse_corporate_number(text).digits == "8000012010038");
  }
  CHECK(parse_corporate_number("T8000012010038").fault == CorporateNumberFault::not_digits);
  CHECK(parse_corporate_number("9000012010038").fault == CorporateNumberFault::wrong_check_digit);
  CHECK(parse_corporate_number("9000012010038").digits == "");
  CHECK(parse_corporate_number("\xFF").fault == CorporateNumberFault::not_digits);
}

}  // namespace uwanose::core
