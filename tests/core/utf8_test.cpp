#include "core/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace uwanose::core {

TEST_CASE("Unicode table 3-7: UTF-8 that is well-formed") {
  const std::vector<std::string_view> texts = {"",
                                               "abc",
                                               std::string_view("\0", 1),
                                               "長野県",
                                               "髙﨑德𠮷",
                                               "\x7F",
                                               "\xC2\x80",
                                               "\xDF\xBF",
                                               "\xE0\xA0\x80",
                                               "\xED\x9F\xBF",
                                               "\xEE\x80\x80",
                                               "\xEF\xBF\xBF",
                                               "\xF0\x90\x80\x80",
                                               "\xF4\x8F\xBF\xBF"};
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(text).has_value());
  }
}

TEST_CASE("Unicode table 3-7: the first byte that is not UTF-8 is named by its offset") {
  struct Row {
    std::string_view text;
    std::size_t offset;
  };
  const std::vector<Row> rows = {
      {"\x80", 0},                  // continuation without a lead
      {"a\xBFz", 1},                //
      {"ab\xC0\x80", 2},            // overlong NUL
      {"\xC1\xBF", 0},              // overlong, two bytes
      {"\xE0\x9F\xBF", 0},          // overlong, three bytes
      {"\xF0\x8F\xBF\xBF", 0},      // overlong, four bytes
      {"\xED\xA0\x80", 0},          // first surrogate
      {"x\xED\xBF\xBF", 1},         // last surrogate
      {"\xF4\x90\x80\x80", 0},      // U+110000
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"\xFE", 0},                  //
      {"\xFF", 0},                  //
      {"長\xE9", 3},                // cut off after one byte of three
      {"長\xE9\x95", 3},            // cut off after two
      {"\xF0\xA0\xAE", 0},          // cut off after three of four
      {"\xE9z\x95", 0},             // a letter inside a sequence
      {"\x92\xB7\x96\xEC", 0},      // 長野 in Shift_JIS
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    REQUIRE(find_invalid_utf8(row.text).has_value());
    CHECK(*find_invalid_utf8(row.text) == row.offset);
  }
}

TEST_CASE("decoding: code points, their sizes, and U+FFFD for each byte that is none") {
  std::u32string seen;
  for (const DecodedCharacter c : code_points("aé円𠮷\xFF!")) seen.push_back(c.code_point);
  CHECK(seen == U"aé円𠮷\uFFFD!");
  CHECK(decode_utf8("𠮷", 0).size == 4);
  CHECK(decode_utf8("\xFF", 0).size == 1);
  CHECK_FALSE(decode_utf8("\xFF", 0).valid);
  CHECK(decode_utf8("\uFFFD", 0).valid);
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("髙﨑德𠮷") == 4);
  CHECK(count_code_points("a\xFF\xFE") == 3);
}

TEST_CASE("encoding: every scalar value comes back, anything else becomes U+FFFD") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const DecodedCharacter decoded = decode_utf8(text, 0);
    if (!decoded.valid || decoded.code_point != c || decoded.size != text.size()) {
      FAIL("code point " << static_cast<unsigned>(c));
    }
  }
  std::string text;
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    append_utf8(text, c);
  }
  CHECK(text == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("full-width forms fold to half width, half-width katakana stays") {
  CHECK(fold_full_width("！０９ＡＺａｚ～　円") == "!09AZaz~ 円");
  CHECK(fold_full_width("ｶﾀｶﾅ ｢｣､｡ カタカナ") == "ｶﾀｶﾅ ｢｣､｡ カタカナ");
  CHECK(fold_full_width("￥￠") == "￥￠");
  CHECK(fold_full_width("") == "");
}

TEST_CASE("random bytes: the offset of the fault splits valid from invalid") {
  std::mt19937_64 random(1);
  int valid = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t size = random() % 12;
    while (text.size() < size) {
      if (random() % 2 == 0) {
        append_utf8(text, static_cast<char32_t>(random() % 0x3100));
      } else {
        text.push_back(static_cast<char>(random() % 256));
      }
    }
    const auto offset = find_invalid_utf8(text);
    valid += offset ? 0 : 1;
    const std::size_t end = offset.value_or(text.size());
    CHECK_FALSE(find_invalid_utf8(std::string_view(text).substr(0, end)).has_value());
    if (offset) CHECK_FALSE(decode_utf8(text, *offset).valid);
    CHECK_FALSE(find_invalid_utf8(fold_full_width(text)).has_value());
    CHECK(count_code_points(text) == count_code_points(fold_full_width(text)));
  }
  CHECK(valid > 1000);
  CHECK(valid < 19000);
}

}  // namespace uwanose::core
