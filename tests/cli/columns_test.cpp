#include "cli/columns.h"

#include <doctest/doctest.h>

namespace uwanose::cli {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("columns: Japanese is two columns wide") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("通常枠") == 6);
  CHECK(display_width("ｶﾅ") == 2);
  CHECK(display_width("１２円") == 6);
  CHECK(display_width("𠮷") == 2);
  CHECK(padded("国", 5) == "国   ");
  CHECK(right_aligned("10円", 6) == "  10円");
  CHECK(padded("長い文字", 3) == "長い文字");
}

TEST_CASE("columns: English breaks at spaces, Japanese between characters") {
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("", 10) == Lines{""});
  CHECK(wrapped("あいうえお", 4) == Lines{"あい", "うえ", "お"});
}

TEST_CASE("columns: no line begins with what closes, or ends with what opens") {
  CHECK(wrapped("あいう。え", 6) == Lines{"あい", "う。え"});
  CHECK(wrapped("あい「うえ」", 6) == Lines{"あい", "「う", "え」"});
}

TEST_CASE("columns: a word that is too long is left whole") {
  CHECK(wrapped("abcdefghij", 4) == Lines{"abcdefghij"});
}

}  // namespace
}  // namespace uwanose::cli
