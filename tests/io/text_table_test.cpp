#include "io/text_table.h"

#include <doctest/doctest.h>

namespace uwanose::io {

TEST_CASE("text table: the texts of an object by their keys") {
  const auto table = read_text_table(R"({"unit.yen": "円", "a": ""})");
  REQUIRE(table.has_value());
  CHECK(*table == core::TextMap{{"a", ""}, {"unit.yen", "円"}});
  CHECK(read_text_table("{}") == core::TextMap{});
}

TEST_CASE("text table: nothing else will do") {
  for (const char* bytes : {"", "[]", "\"a\"", R"({"a": 1})", R"({"a": {"b": "c"}})",
                            R"({"a": "b", "a": "c"})", R"({"a": "b")"}) {
    CHECK_MESSAGE(!read_text_table(bytes).has_value(), bytes);
  }
}

}  // namespace uwanose::io
