#include "core/municipality_code.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace uwanose::core {

TEST_CASE("全国地方公共団体コード: published codes hold") {
  // 長野県, 長野市, 松本市, 札幌市, 千代田区, 大阪市, 那覇市
  for (const std::string code :
       {"200000", "202011", "202029", "011002", "131016", "271004", "472018"}) {
    CAPTURE(code);
    CHECK(municipality_check_digit(code.substr(0, 5)) == code[5]);
    CHECK(parse_municipality_code(code).fault == MunicipalityCodeFault::none);
    CHECK(parse_municipality_code(code).five_digits == code.substr(0, 5));
    CHECK(parse_municipality_code(code.substr(0, 5)).five_digits == code.substr(0, 5));
  }
}

TEST_CASE("全国地方公共団体コード: remainders 0 and 1 give the last digits of 11 and 10") {
  CHECK(municipality_check_digit("20120") == '1');  // 2·6 + 1·4 + 2·3 = 22
  CHECK(municipality_check_digit("20000") == '0');  // 2·6 = 12
}

TEST_CASE("全国地方公共団体コード: any other sixth digit is wrong") {
  for (char digit = '0'; digit <= '9'; ++digit) {
    if (digit == '1') continue;
    CAPTURE(digit);
    const MunicipalityCode code = parse_municipality_code(std::string("20201") + digit);
    CHECK(code.fault == MunicipalityCodeFault::wrong_check_digit);
    CHECK(code.five_digits == "");
  }
}

TEST_CASE("全国地方公共団体コード: what is no code") {
  struct Row {
    const char* text;
    MunicipalityCodeFault fault;
  };
  const std::vector<Row> rows = {{"", MunicipalityCodeFault::not_five_or_six_digits},
                                 {"2020", MunicipalityCodeFault::not_five_or_six_digits},
                                 {"2020111", MunicipalityCodeFault::not_five_or_six_digits},
                                 {"00201", MunicipalityCodeFault::unknown_prefecture},
                                 {"48201", MunicipalityCodeFault::unknown_prefecture},
                                 {"2020a", MunicipalityCodeFault::not_digits},
                                 {"20 201", MunicipalityCodeFault::not_digits},
                                 {"長野市", MunicipalityCodeFault::not_digits},
                                 {"\xFF", MunicipalityCodeFault::not_digits}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_municipality_code(row.text).fault == row.fault);
  }
}

TEST_CASE("全国地方公共団体コード: full-width digits and outer spaces") {
  CHECK(parse_municipality_code(" ２０２０１１　").five_digits == "20201");
}

}  // namespace uwanose::core
