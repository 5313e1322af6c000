#include "ui/text_layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace uwanose::ui {
namespace {

// Ideographs are 10 wide, ASCII is 5.
std::vector<std::string> wrapped(std::string_view text, float width) {
  const TextLayout layout =
      break_lines(text, width, [](char32_t c) { return c < 0x250 ? 5.0f : 10.0f; });
  std::vector<std::string> lines;
  for (const TextLine& line : layout.lines)
    lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("wrapping: Japanese breaks between any two characters") {
  CHECK(wrapped("補助金の試算", 30) == Lines{"補助金", "の試算"});
  CHECK(wrapped("補助金の試算", 60) == Lines{"補助金の試算"});
  CHECK(wrapped("", 60) == Lines{""});
}

TEST_CASE("行頭禁則: no line begins with a full stop, a closing bracket or a small kana") {
  CHECK(wrapped("対象です。次へ", 40) == Lines{"対象で", "す。次へ"});
  CHECK(wrapped("（売上高）です", 40) == Lines{"（売上", "高）です"});
  CHECK(wrapped("申請チェック", 30) == Lines{"申請", "チェッ", "ク"});
}

TEST_CASE("行末禁則: no line ends with an opening bracket") {
  CHECK(wrapped("売上（税抜）", 30) == Lines{"売上", "（税", "抜）"});
}

TEST_CASE("wrapping: Latin words and numbers stay whole, the space at a break takes no room") {
  CHECK(wrapped("hello big world", 50) == Lines{"hello big", "world"});
  CHECK(wrapped("合計1,250万円", 50) == Lines{"合計", "1,250万円"});
}

TEST_CASE("wrapping: a word wider than the line breaks where it must") {
  CHECK(wrapped("abcdefghij", 20) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrapped("補", 5) == Lines{"補"});
}

TEST_CASE("wrapping: no number parts at its hyphen or stroke, nor from its per cent") {
  CHECK(wrapped("training × 3/2)", 65) == Lines{"training ×", "3/2)"});
  CHECK(wrapped("(b) by 5 % more", 45) == Lines{"(b) by", "5 % more"});
  CHECK(wrapped("until 2026-02-13.", 60) == Lines{"until", "2026-02-13."});
  CHECK(wrapped("佐久市跡部65-1", 60) == Lines{"佐久市跡部", "65-1"});
  CHECK(wrapped("real-estate", 30) == Lines{"real-", "estate"});
}

TEST_CASE("wrapping: a paragraph does not end in a line of one or two characters") {
  // At the beginning of a word where there is one within reach.
  CHECK(wrapped("月は空欄のまま入れます。", 100) == Lines{"月は空欄のまま", "入れます。"});
  CHECK(wrapped("低感染リスク型C-1類型", 95) == Lines{"低感染リスク型", "C-1類型"});
  CHECK(wrapped("うわのせ試算", 45) == Lines{"うわのせ", "試算"});
  // Else a few characters more.
  CHECK(wrapped("そのままにしてください。", 100) == Lines{"そのままにしてく", "ださい。"});
  // Lines of the middle stay as they are, and so does a line that is long enough.
  CHECK(wrapped("補助金の試算です\n次へ", 50) == Lines{"補助金の試", "算です", "次へ"});
  // Latin words stay.
  CHECK(wrapped("at most 34 or so", 70) == Lines{"at most 34 or", "so"});
}

TEST_CASE("wrapping: the widest word is what no line parts") {
  const auto advance = [](char32_t c) { return c < 0x250 ? 5.0f : 10.0f; };
  CHECK(widest_word("hello big-hearted world", advance) == 35);
  CHECK(widest_word("合計1,250万円", advance) == 45);
  CHECK(widest_word("補助金", advance) == 10);
  CHECK(widest_word("", advance) == 0);
}

TEST_CASE("wrapping: a newline ends a line, an empty line stays") {
  CHECK(wrapped("一\n二", 100) == Lines{"一", "二"});
  CHECK(wrapped("一\n\n二", 100) == Lines{"一", "", "二"});
}

TEST_CASE("wrapping: offsets name the first byte of each line but the first") {
  const TextLayout layout = break_lines("補助金の試算", 30, [](char32_t) { return 10.0f; });
  CHECK(wrap_offsets(layout) == std::vector<std::uint32_t>{9});
  CHECK(layout.width == 30.0f);
}

}  // namespace uwanose::ui
