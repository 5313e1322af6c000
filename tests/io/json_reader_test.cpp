#include "io/json_reader.h"

#include <doctest/doctest.h>

#include <limits>

#include "io/json_writer.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

Lines faults(std::string_view text) { return lines(read_json(text).faults); }

TEST_CASE("json: values keep what was written") {
  const auto document = read_json(
      R"({"a": [1, -9223372036854775808, 1.50, 5.2e6, 18446744073709551616, true, null, "é\n"]})");
  REQUIRE(document.value);
  CHECK(document.faults.empty());
  const Value* list = document.value->find("a");
  REQUIRE(list != nullptr);
  REQUIRE(list->children.size() == 8);
  using Kind = Value::Kind;
  CHECK(list->children[0].integer == 1);
  CHECK(list->children[1].integer == std::numeric_limits<std::int64_t>::min());
  CHECK(list->children[2].is(Kind::fraction));
  CHECK(list->children[2].text == "1.50");
  CHECK(list->children[3].text == "5.2e6");
  CHECK(list->children[4].is(Kind::too_large));
  CHECK(list->children[4].text == "18446744073709551616");
  CHECK(list->children[5].is(Kind::boolean));
  CHECK(list->children[5].integer == 1);
  CHECK(list->children[6].is(Kind::null));
  CHECK(list->children[7].text == "é\n");
  CHECK(document.value->find("b") == nullptr);
  CHECK(to_json(*document.value) ==
        R"({"a":[1,-9223372036854775808,1.50,5.2e6,18446744073709551616,true,null,"é\n"]})");
}

TEST_CASE("json: an integer beyond 63 bits is kept as written") {
  const auto document = read_json("[9223372036854775807, 9223372036854775808]");
  REQUIRE(document.value);
  CHECK(document.value->children[0].integer == 9223372036854775807);
  CHECK(document.value->children[1].is(Value::Kind::too_large));
  CHECK(document.value->children[1].text == "9223372036854775808");
}

TEST_CASE("json: a byte-order mark is accepted") {
  CHECK(read_json("\xef\xbb\xbf{}").value);
  CHECK(faults("\xef\xbb\xbf{}").empty());
  CHECK(faults("\xef\xbb\xbf\xef\xbb\xbf{}").size() == 1);
}

TEST_CASE("json: bytes that are not UTF-8 are a fault with their offset") {
  CHECK(faults("{\"a\": \"\xff\"}") == Lines{"byte 7: the bytes are not UTF-8"});
  CHECK(faults("\xef\xbb\xbf[\"\xe3\x81\"]") == Lines{"byte 5: the bytes are not UTF-8"});
  CHECK(faults("\"\xed\xa0\x80\"") == Lines{"byte 1: the bytes are not UTF-8"});
  CHECK(faults("\"\xc0\xaf\"") == Lines{"byte 1: the bytes are not UTF-8"});
  CHECK(faults("{\"a\": \x83\x65}") == Lines{"byte 6: the bytes are not UTF-8"});  // Shift_JIS
}

TEST_CASE("json: syntax errors name line and column") {
  CHECK(faults("") == Lines{"line 1, column 1: not JSON: unexpected end of input; expected '[', "
                            "'{', or a literal"});
  CHECK(faults("{\"a\": 1,}") ==
        Lines{"line 1, column 9: not JSON: unexpected '}'; expected string literal"});
  CHECK(faults("{\n  \"a\": 1\n  \"b\": 2\n}") ==
        Lines{"line 3, column 5: not JSON: unexpected string literal; expected '}'"});
  CHECK(faults("[1, 2") ==
        Lines{"line 1, column 6: not JSON: unexpected end of input; expected ']'"});
  CHECK(faults("[1] x") ==
        Lines{"line 1, column 5: not JSON: invalid literal; expected end of input"});
  CHECK(faults("[\"日本\", tru]") == Lines{"line 1, column 11: not JSON: invalid literal"});
  CHECK(faults("[01]") == Lines{"line 1, column 3: not JSON: unexpected number literal; "
                                "expected ']'"});
  CHECK(faults("// comment\n{}") == Lines{"line 1, column 1: not JSON: invalid literal"});
  CHECK(faults("[NaN]") == Lines{"line 1, column 2: not JSON: invalid literal"});
  CHECK(faults("{}\n{}") ==
        Lines{"line 2, column 1: not JSON: unexpected '{'; expected end of input"});
}

TEST_CASE("json: a NUL does not end the document") {
  using namespace std::string_view_literals;
  CHECK(faults("{}\0{"sv) == Lines{"line 1, column 3: not JSON: a NUL character"});
}

TEST_CASE("json: a key twice is a fault at its place, and all of them are told") {
  const auto document =
      read_json(R"({"a": {"b": 1, "c": 2, "b": 3}, "d": [{"x": 1}, {"x": 1, "x": 2}], "a": 4})");
  CHECK(lines(document.faults) == Lines{"a.b: the key is given twice",
                                        "d[1].x: the key is given twice",
                                        "a: the key is given twice"});
  REQUIRE(document.value);
  CHECK(to_json(*document.value) == R"({"a":{"b":1,"c":2},"d":[{"x":1},{"x":1}]})");
}

TEST_CASE("json: a key twice among many") {
  std::string text = "{";
  for (int i = 0; i < 40; ++i) text += "\"k" + std::to_string(i) + "\": 0, ";
  CHECK(faults(text + "\"k17\": 1}") == Lines{"k17: the key is given twice"});
  CHECK(faults(text + "\"k40\": 1}").empty());
}

TEST_CASE("json: escaped keys are compared as the text they mean") {
  CHECK(faults(R"({"a": 1, "\u0061": 2})") == Lines{"a: the key is given twice"});
  CHECK(faults(R"({"a b\n": 1, "a b\n": 2})") ==
        Lines{"[\"a b\xef\xbf\xbd\"]: the key is given twice"});
}

TEST_CASE("json: nesting has a limit and the stack none to overflow") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(faults(nested(64)).empty());
  CHECK(faults(nested(65)) == Lines{"the document is nested more than 64 levels deep"});
  CHECK(faults(std::string(100'000, '[')) ==
        Lines{"the document is nested more than 64 levels deep"});
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(faults(objects) == Lines{"the document is nested more than 64 levels deep"});
}

TEST_CASE("json: a number beyond every limit is a fault at its place") {
  CHECK(faults(R"({"expenses": [{"amount_yen": 1e999}]})") ==
        Lines{"expenses[0].amount_yen: the number is out of range"});
  CHECK(faults("[1, " + std::string(400, '9') + "]") == Lines{"[1]: the number is out of range"});
}

TEST_CASE("json: a document of too many values is refused") {
  std::string text = "[0";
  for (std::size_t i = 0; i < max_json_values; ++i) text += ",0";
  CHECK(faults(text + "]") == Lines{"the document holds more than 1000000 values"});
}

}  // namespace
}  // namespace uwanose::io
