#include "io/delimited_text.h"

#include <doctest/doctest.h>

namespace uwanose::io {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string code_of(const DelimitedText& read) {
  return read.faults.empty() ? "" : read.faults.front().code;
}

}  // namespace

TEST_CASE("csv: cells, also in quotes, which may hold commas, line ends and quotes") {
  CHECK(read_delimited("科目,4月,5月\r\n売上高,\"1,200\",900\r\n").cells ==
        Rows{{"科目", "4月", "5月"}, {"売上高", "1,200", "900"}});
  CHECK(read_delimited("a,\"b\"\"c\",\"d\ne\"\nf").cells == Rows{{"a", "b\"c", "d\ne"}, {"f"}});
  CHECK(read_delimited("5\" pipe,x\n", ',').cells == Rows{{"5\" pipe", "x"}});
}

TEST_CASE("csv: blank cells stay, blank lines at the end go, lines end in three ways") {
  CHECK(read_delimited("a,,b\r\rc,\n\n,,\n\n").cells == Rows{{"a", "", "b"}, {""}, {"c", ""}});
  CHECK(read_delimited("").cells.empty());
  CHECK(read_delimited("\xEF\xBB\xBFx,y").cells == Rows{{"x", "y"}});
}

TEST_CASE("csv: the delimiter is what the first lines have most of, outside quotes") {
  CHECK(read_delimited("a\tb\tc\n1,5\t2\t3").cells == Rows{{"a", "b", "c"}, {"1,5", "2", "3"}});
  CHECK(read_delimited("a;b\n\"1,2,3\";4").cells == Rows{{"a", "b"}, {"1,2,3", "4"}});
  CHECK(read_delimited("sep=;\r\na,b;c").cells == Rows{{"a,b", "c"}});
  CHECK(read_delimited("1,234\n2,345", '\t').cells == Rows{{"1,234"}, {"2,345"}});
}

TEST_CASE("csv: a quote that is never closed is refused with its line") {
  const DelimitedText read = read_delimited("a,b\nc,\"d\ne,f\n");
  CHECK(read.cells.empty());
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].code == "fault.quote");
  CHECK(read.faults[0].arguments == std::vector<std::string>{"2"});
}

TEST_CASE("csv: what is no text is refused for what it is") {
  CHECK(code_of(read_delimited(std::string_view("PK\x03\x04\x14\x00", 6))) == "fault.workbook");
  CHECK(code_of(read_delimited(std::string_view("a,\0b", 4))) == "fault.binary");
  const DelimitedText latin = read_delimited("a,b\xE9\n");
  CHECK(code_of(latin) == "fault.utf8");
  CHECK(latin.faults[0].arguments == std::vector<std::string>{"3"});
  CHECK(code_of(read_delimited(std::string(max_cells, ','))) == "fault.cells");
}

}  // namespace uwanose::io
