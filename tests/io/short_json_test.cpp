#include "io/short_json.h"

#include <doctest/doctest.h>

#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

std::string there_and_back(std::string_view json) {
  return lengthen_json(shorten_json(json)).value_or("nothing");
}

}  // namespace

TEST_CASE("short json: rows become columns, known words numbers, months the first of them") {
  CHECK(shorten_json(R"({"expenses": [{"category": "machinery", "amount_yen": 5},
                                      {"amount_yen": 7, "note": "~"}]})") ==
        R"({"~F":{"|":[2,["~G",["~L","~"]],["~I",[5,7]],["note",["~","~~~"]]]}})");
  CHECK(shorten_json(R"({"monthly": [{"month": "2019-12", "sales_yen": 1},
                                     {"month": "2020-01", "sales_yen": 2}]})") ==
        R"({"~v":{"|":[2,["~p","2019-12"],["~w",[1,2]]]}})");
}

TEST_CASE("short json: every shipped case comes back as it was") {
  for (const assets::File& file : assets::all()) {
    if (!file.path.starts_with("samples/0") && !file.path.starts_with("samples/1")) continue;
    CAPTURE(file.path);
    const CaseFile read = read_case(file.bytes, shipped_catalogue());
    const std::string text = write_case(read.value.value(), shipped_catalogue());
    const std::string shorter = shorten_json(text);
    CHECK(shorter.size() * 3 < text.size());
    const CaseFile again = read_case(lengthen_json(shorter).value(), shipped_catalogue());
    REQUIRE(again.value);
    CHECK(write_case(*again.value, shipped_catalogue()) == text);
  }
}

TEST_CASE("short json: nothing is lost of what a document can hold") {
  for (const char* json :
       {"null", "[]", "{}", "[{}]", "[{},{}]", R"([{"a":1},{}])", R"([{"a":null},{"b":[]}])",
        "5.20e6", "123456789012345678901234567890", R"(["~","~~","|","~a","|a"])",
        R"({"|":[1,2],"~":3,"~~":4})", R"([{"month":"2020-02"},{"month":"2020-01"}])",
        R"([{"month":"x"},{"month":7}])", R"([{"month":"2020-01"},{}])",
        R"([[{"month":"2020-01"},{"month":"2020-02"}],[{"a":[{"b":1},{"b":"name"}]},{"a":0}]])",
        "\"髙﨑𠮷</script><!--\xe2\x80\xa8\"", R"("\"\\\n\u0001")",
        R"({"name":{"name":"name"}})"}) {
    CAPTURE(json);
    CHECK(there_and_back(json) == json);
  }
}

TEST_CASE("short json: what nobody wrote is refused, and so is what would fill the memory") {
  for (const char* text :
       {"", "{", "\"~\"", "\"~zz\"", "\"~*\"", "\"|\"", R"({"|":1})", R"({"|":[]})",
        R"({"|":[-1]})", R"({"|":["a"]})", R"({"|":[2,["a"]]})", R"({"|":[2,["a",[1]]]})",
        R"({"|":[2,["a","b"]]})", R"({"|":[2,["~!",[1,2]]]})", R"({"|":[1,["a",["~x y"]]]})",
        R"({"|":[1000001]})", R"({"|":[600000,["~p","2020-01"]]})", R"({"~":1})"}) {
    CAPTURE(text);
    CHECK_FALSE(lengthen_json(text));
  }
}

}  // namespace uwanose::io
