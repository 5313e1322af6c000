#include "core/japanese_number.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace uwanose::core {

namespace {

struct Value {
  std::string_view text;
  std::int64_t value;
};

void check_values(const std::vector<Value>& rows, std::string_view unit = "円") {
  for (const Value& row : rows) {
    CAPTURE(row.text);
    const NumberEntry entry = parse_number(row.text, unit);
    CHECK(entry.kind == EntryKind::value);
    CHECK(entry.value == row.value);
  }
}

struct Refused {
  std::string_view text;
  NumberFault fault;
  std::string_view offending;
};

void check_faults(const std::vector<Refused>& rows, std::string_view unit = "円") {
  for (const Refused& row : rows) {
    CAPTURE(row.text);
    const NumberEntry entry = parse_number(row.text, unit);
    CHECK(entry.kind == EntryKind::fault);
    CHECK(static_cast<int>(entry.fault) == static_cast<int>(row.fault));
    CHECK(entry.offending == row.offending);
    CHECK(row.text.substr(entry.offset, entry.offending.size()) == entry.offending);
  }
}

}  // namespace

TEST_CASE("numbers: digits in half and full width") {
  check_values({{"0", 0},
                {"7", 7},
                {"12500000", 12'500'000},
                {"１２５０００００", 12'500'000},
                {"1２5", 125},
                {"007", 7},
                {" 42 ", 42},
                {"　４２　", 42},
                {"\t42\r\n", 42},
                {"10000000000000", 10'000'000'000'000},
                {"9223372036854775807", INT64_MAX}});
}

TEST_CASE("numbers: groups of three by , ， 、 and spaces") {
  check_values({{"1,250", 1250},
                {"12,500,000", 12'500'000},
                {"１２，５００，０００", 12'500'000},
                {"12、500、000", 12'500'000},
                {"12､500､000", 12'500'000},
                {"12,500、000", 12'500'000},
                {"12 500 000", 12'500'000},
                {"１２　５００　０００", 12'500'000},
                {"12, 500, 000", 12'500'000},
                {"12 ,500", 12'500}});
}

TEST_CASE("numbers: 円 and ¥") {
  check_values({{"500円", 500},
                {"500 円", 500},
                {"¥500", 500},
                {"￥５００", 500},
                {"\\500", 500},
                {"＼500", 500},
                {"¥1,234円", 1234},
                {"¥ 1,234", 1234}});
}

TEST_CASE("numbers: units 千円 万円 百万円 億円, alone, mixed and with a fraction") {
  check_values({{"2,500千円", 2'500'000},
                {"1,250万円", 12'500'000},
                {"1250万", 12'500'000},
                {"12.5百万円", 12'500'000},
                {"1,234百万円", 1'234'000'000},
                {"1億2,500万", 125'000'000},
                {"1億2,500万円", 125'000'000},
                {"1 億 2,500 万 円", 125'000'000},
                {"１億２，５００万円", 125'000'000},
                {"3千万", 30'000'000},
                {"3千5百万", 35'000'000},
                {"1.5億", 150'000'000},
                {"１．５億円", 150'000'000},
                {"1.5千万", 15'000'000},
                {"0.5億", 50'000'000},
                {"1億2.5万", 100'025'000},
                {"1.2345百万", 1'234'500},
                {"1,234万5,678円", 12'345'678},
                {"1万5", 10'005},
                {"10兆円", 10'000'000'000'000},
                {"2兆3億4万5", 2'000'300'040'005},
                {"0万5円", 5},
                {"9999億9999万9999", 999'999'999'999},
                {"12345万", 123'450'000},
                {"千円", 1000},
                {"百万円", 1'000'000}});
}

TEST_CASE("numbers: kanji numerals, everyday and formal") {
  check_values({{"〇", 0},
                {"零円", 0},
                {"十", 10},
                {"二十五", 25},
                {"二五〇〇", 2500},
                {"二千五百万", 25'000'000},
                {"一億二千万円", 120'000'000},
                {"二，五〇〇", 2500},
                {"一二三四万", 12'340'000},
                {"壱弐参", 123},
                {"弐拾参萬円", 230'000},
                {"九千九百九十九兆", 9'999'000'000'000'000},
                {"千百十一", 1111},
                {"二千五", 2005}});
}

TEST_CASE("numbers: negatives - － − ー ▲ △ and brackets") {
  check_values({{"-500", -500},
                {"－５００", -500},
                {"−500", -500},
                {"ー500", -500},
                {"ｰ500", -500},
                {"–500", -500},
                {"▲500", -500},
                {"△1,234円", -1234},
                {"(1,234)", -1234},
                {"（1,234）", -1234},
                {"（1,234円）", -1234},
                {"(1,234)円", -1234},
                {"(¥1,234)", -1234},
                {"¥-500", -500},
                {"-¥500", -500},
                {"- 500", -500},
                {"▲1億2,500万円", -125'000'000},
                {"-0", 0},
                {"+500", 500},
                {"＋500", 500}});
}

TEST_CASE("numbers: nothing typed is empty, not zero") {
  for (const std::string_view text : {"", " ", "　", "\t", " \r\n "}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == EntryKind::empty);
    CHECK(parse_decimal(text).kind == EntryKind::empty);
  }
}

TEST_CASE("numbers: what can be read in two ways is asked about") {
  struct Row {
    std::string_view text;
    std::vector<Decimal> readings;
  };
  const std::vector<Row> rows = {{"1.250", {{125, 2}, {1250, 0}}},
                                 {"1,25", {{125, 2}, {125, 0}}},
                                 {"１，２５", {{125, 2}, {125, 0}}},
                                 {"12.500", {{125, 1}, {12500, 0}}},
                                 {"1.250万円", {{12500, 0}, {12'500'000, 0}}},
                                 {"1,5億", {{150'000'000, 0}, {1'500'000'000, 0}}},
                                 {"▲1.250", {{-125, 2}, {-1250, 0}}},
                                 {"1,2500", {{125, 2}, {12500, 0}}},
                                 {"0,125", {{125, 3}, {125, 0}}},
                                 {"1234,567", {{1234567, 3}, {1234567, 0}}},
                                 {"1.000", {{1, 0}, {1000, 0}}},
                                 {"1.250.000", {{1'250'000, 0}}},
                                 {"12,34,567", {{1'234'567, 0}}},
                                 {"1.234,56", {{123456, 2}}},
                                 {"1 234,56", {{123456, 2}}},
                                 {"1,2,3.5", {}},
                                 {"12 5", {{125, 0}}},
                                 {"1億1.250万", {{100'012'500, 0}, {112'500'000, 0}}},
                                 {"1,000億1.250万", {{100'000'012'500, 0}, {100'012'500'000, 0}}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const NumberEntry entry = parse_number(row.text);
    CHECK(entry.kind == (row.readings.empty() ? EntryKind::fault : EntryKind::ambiguous));
    CHECK(entry.readings == row.readings);
  }
}

TEST_CASE("numbers: a decimal point that can't be a separator is none") {
  check_values({{"5200000.0", 5'200'000}, {"1.0", 1}, {"1,250.00", 1250}, {"0.000", 0}});
}

TEST_CASE("numbers: what is no number says which part") {
  check_faults({{"abc", NumberFault::unexpected, "abc"},
                {"12abc", NumberFault::unexpected, "abc"},
                {"12人", NumberFault::unexpected, "人"},
                {"約500円", NumberFault::unexpected, "約"},
                {"500円くらい", NumberFault::unexpected, "円くらい"},
                {"500ー", NumberFault::unexpected, "ー"},
                {"5-3", NumberFault::unexpected, "-"},
                {"1..5", NumberFault::unexpected, "."},
                {"1,", NumberFault::unexpected, ","},
                {",5", NumberFault::unexpected, ","},
                {".5", NumberFault::unexpected, "."},
                {"1,,250", NumberFault::unexpected, ","},
                {"1e6", NumberFault::unexpected, "e"},
                {"2五", NumberFault::unexpected, "五"},
                {"1.5億2千", NumberFault::unexpected, "2"},
                {"1.5億千", NumberFault::unexpected, "千"},
                {"円500", NumberFault::unexpected, "円"},
                {"500円円", NumberFault::unexpected, "円"},
                {"1\t2", NumberFault::unexpected, "\t"},
                {"1.250x", NumberFault::unexpected, "x"},
                {"円", NumberFault::no_digits, "円"},
                {"-", NumberFault::no_digits, "-"},
                {" ▲ ", NumberFault::no_digits, "▲"},
                {"()", NumberFault::no_digits, "()"},
                {"万円", NumberFault::no_digits, "万円"},
                {"1億万", NumberFault::no_digits, "1億万"},
                {"2021.4.1", NumberFault::bad_grouping, "2021.4.1"},
                {"1,2,3.5", NumberFault::bad_grouping, "1,2,3.5"},
                {"1万2億", NumberFault::unit_order, "1万2億"},
                {"1万20000", NumberFault::unit_order, "1万20000"},
                {"1億10000万", NumberFault::unit_order, "1億10000万"},
                {"2千5000", NumberFault::unit_order, "2千5000"},
                {"2千5千", NumberFault::unit_order, "2千5千"},
                {"百千", NumberFault::unit_order, "百千"},
                {"二五百", NumberFault::unit_order, "二五百"},
                {"1万2万", NumberFault::unit_order, "1万2万"},
                {"1万0万", NumberFault::unit_order, "1万0万"},
                {"--5", NumberFault::bad_sign, "--5"},
                {"▲-5", NumberFault::bad_sign, "▲-5"},
                {"-(5)", NumberFault::bad_sign, "-(5)"},
                {"(-5)", NumberFault::bad_sign, "(-5)"},
                {"((5))", NumberFault::bad_sign, "((5))"},
                {"(5", NumberFault::bad_sign, "(5"},
                {"5)", NumberFault::bad_sign, "5)"},
                {"1.5", NumberFault::not_whole, "1.5"},
                {"0.00005万", NumberFault::not_whole, "0.00005万"},
                {"9223372036854775808", NumberFault::overflow, "9223372036854775808"},
                {"9223373兆", NumberFault::overflow, "9223373兆"},
                {"0.0000000000000000001", NumberFault::overflow, "0.0000000000000000001"}});
}

TEST_CASE("numbers: bytes that are not UTF-8 are named by their offset") {
  const NumberEntry entry = parse_number("12\x89\x7E");
  CHECK(entry.kind == EntryKind::fault);
  CHECK(entry.fault == NumberFault::invalid_utf8);
  CHECK(entry.offset == 2);
  CHECK(entry.offending == "");
}

TEST_CASE("numbers: the unit is the field's") {
  check_values({{"18", 18}, {"18人", 18}, {"１８ 人", 18}, {"十八人", 18}}, "人");
  check_faults({{"18円", NumberFault::unexpected, "円"},
                {"¥18", NumberFault::unexpected, "¥"},
                {"人", NumberFault::no_digits, "人"}},
               "人");
  check_values({{"930円/時", 930}, {"930円／時", 930}, {"930円", 930}, {"¥930", 930}, {"¥9", 9}},
               "円/時");
  check_values({{"5", 5}}, "");
  check_faults({{"5円", NumberFault::unexpected, "円"}}, "");
}

TEST_CASE("decimals: exact, in the unit of the field") {
  struct Row {
    std::string_view text;
    Decimal decimal;
  };
  const std::vector<Row> rows = {{"12.5", {125, 1}},      {"１２．５ｋＷ", {125, 1}},
                                 {"12.50 kW", {125, 1}},  {"-0.25", {-25, 2}},
                                 {"1,234.5", {12345, 1}}, {"0.125", {125, 3}},
                                 {"100kW", {100, 0}},     {"1.5万kW", {15000, 0}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const DecimalEntry entry = parse_decimal(row.text, "kW");
    CHECK(entry.kind == EntryKind::value);
    CHECK(entry.value == row.decimal);
  }
  CHECK(parse_decimal("1.250", "kW").kind == EntryKind::ambiguous);
  CHECK(parse_decimal("1.5", "kW").fault == NumberFault::none);
  CHECK(parse_decimal("1.5MW", "kW").offending == "MW");
}

TEST_CASE("random text: never a crash, and each result is consistent") {
  constexpr std::u32string_view alphabet =
      U"0123456789０５，,、. -ー▲()（）円¥千百十万億兆一二五〇壱x ";
  std::mt19937_64 random(2);
  int seen[4] = {};
  for (int round = 0; round < 40000; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % 8;
    for (std::size_t i = 0; i < size; ++i) {
      if (random() % 400 == 0) {
        text.push_back(static_cast<char>(random() % 256));
      } else {
        append_utf8(text, alphabet[random() % alphabet.size()]);
      }
    }
    const NumberEntry entry = parse_number(text);
    CAPTURE(text);
    ++seen[static_cast<int>(entry.kind)];
    CHECK((entry.kind == EntryKind::fault) == (entry.fault != NumberFault::none));
    CHECK((entry.kind == EntryKind::ambiguous) == !entry.readings.empty());
    CHECK(entry.readings.size() <= 2);
    if (entry.fault != NumberFault::invalid_utf8) {
      CHECK(text.substr(entry.offset, entry.offending.size()) == entry.offending);
    }
    if (entry.kind == EntryKind::value) {
      const NumberEntry again = parse_number(std::to_string(entry.value) + "円");
      CHECK(again.kind == EntryKind::value);
      CHECK(again.value == entry.value);
      CHECK(parse_number("\u3000" + text + " ") == entry);
    }
  }
  for (const int count : seen) CHECK(count > 100);
}

}  // namespace uwanose::core
