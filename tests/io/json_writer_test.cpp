#include "io/json_writer.h"

#include <doctest/doctest.h>

#include "io/json_reader.h"

namespace uwanose::io {
namespace {

void write_sample(JsonWriter& out) {
  out.begin_object();
  out.member("text", "a\"b\\c\n\t\r\x01 髙﨑𠮷 </script>");
  out.key("list");
  out.begin_list();
  out.value(std::int64_t{-5});
  out.value(false);
  out.null();
  out.begin_row();
  out.member("a", std::int64_t{1});
  out.key("b");
  out.begin_list();
  out.value(true);
  out.value("x");
  out.end_list();
  out.end_row();
  out.begin_row();
  out.end_row();
  out.end_list();
  out.key("none");
  out.begin_list();
  out.end_list();
  out.key("nothing");
  out.begin_object();
  out.end_object();
  out.escaped_key("q\"");
  out.value(core::Int128{1} << 100);
  out.end_object();
}

TEST_CASE("json writer: compact") {
  std::string text;
  JsonWriter out(text, Layout::compact);
  write_sample(out);
  CHECK(text ==
        "{\"text\":\"a\\\"b\\\\c\\n\\t\\r\\u0001 髙﨑𠮷 </script>\",\"list\":[-5,false,null,"
        "{\"a\":1,\"b\":[true,\"x\"]},{}],\"none\":[],\"nothing\":{},"
        "\"q\\\"\":1267650600228229401496703205376}");
}

TEST_CASE("json writer: indented by two spaces, rows on one line") {
  std::string text;
  JsonWriter out(text, Layout::indented);
  write_sample(out);
  CHECK(text == R"({
  "text": "a\"b\\c\n\t\r\u0001 髙﨑𠮷 </script>",
  "list": [
    -5,
    false,
    null,
    { "a": 1, "b": [true, "x"] },
    {}
  ],
  "none": [],
  "nothing": {},
  "q\"": 1267650600228229401496703205376
})");
}

TEST_CASE("json writer: what it writes reads back the same") {
  std::string text;
  JsonWriter out(text, Layout::indented);
  write_sample(out);
  const auto document = read_json(text);
  REQUIRE(document.value);
  std::string again;
  JsonWriter(again, Layout::compact).tree(*document.value);
  std::string compact;
  JsonWriter direct(compact, Layout::compact);
  write_sample(direct);
  CHECK(again == compact);
}

}  // namespace
}  // namespace uwanose::io
