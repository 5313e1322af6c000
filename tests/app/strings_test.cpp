#include "app/strings.h"

#include <doctest/doctest.h>

namespace uwanose::app {

TEST_CASE("strings: places take their arguments, in any order and as often as they stand") {
  CHECK(substitute("{0}は{1}です", {"県", "20"}) == "県は20です");
  CHECK(substitute("{1}, {0}, {1}", {"a", "b"}) == "b, a, b");
}

TEST_CASE("strings: a place without its argument, and other braces, stay as they are written") {
  CHECK(substitute("{0} {1}", {"a"}) == "a {1}");
  CHECK(substitute("{x} {", {"a"}) == "{x} {");
  CHECK(substitute("{0", {"a"}) == "{0");
}

TEST_CASE("strings: words for one and for several, by the argument") {
  constexpr std::string_view text = "{0} {0?row is|rows are} left out of {1} {1?table|tables}.";
  CHECK(substitute(text, {"1", "2"}) == "1 row is left out of 2 tables.");
  CHECK(substitute(text, {"21", "1"}) == "21 rows are left out of 1 table.");
  CHECK(substitute("{0} {0?|more}", {"1"}) == "1 ");
  CHECK(substitute("{1?a|b}", {"1"}) == "{1?a|b}");
  CHECK(substitute("{0?a", {"1"}) == "{0?a");
  CHECK(substitute("{0?a}", {"1"}) == "{0?a}");
}

TEST_CASE("strings: an argument is not searched for places") {
  CHECK(substitute("{0}{1}", {"{1}", "b"}) == "{1}b");
}

TEST_CASE("strings: each language has its own words; a missing key is its own text") {
  const Strings strings{{{"a", "あ{0}"}}, {{"a", "A{0}"}}};
  const Words ja(strings, Language::ja);
  const Words en(strings, Language::en);
  CHECK(ja("a", {"1"}) == "あ1");
  CHECK(en("a", {"1"}) == "A1");
  CHECK(ja("b") == "b");
  CHECK_FALSE(ja.has("b"));
  CHECK(ja(Message{}) == "");
  CHECK(ja(rules::Text{"国", "nation"}) == "国");
  CHECK(en(rules::Text{"国", "nation"}) == "nation");
}

TEST_CASE("strings: a fault is told in the reader's language, else in its own words") {
  const Strings strings{{{"fault.at", "{0}: {1}"},
                         {"fault.min", "{0}以上でなければなりません。"},
                         {"fault.json", "JSONとして読めません（{0}行目{1}文字目）: {2}"}},
                        {}};
  const Words ja(strings, Language::ja);
  CHECK(ja(core::Fault{"expenses[2].amount_yen", "fault.min", "must be 0 or more", {"0"}}) ==
        "expenses[2].amount_yen: 0以上でなければなりません。");
  CHECK(ja(core::Fault{"", "fault.other", "something else", {}}) == "something else");
  CHECK(ja(core::Fault{"line 3, column 7", "fault.json", "not JSON: x", {"3", "7", "x"}}) ==
        "JSONとして読めません（3行目7文字目）: x");
}

}  // namespace uwanose::app
