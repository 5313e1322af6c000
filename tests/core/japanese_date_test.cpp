#include "core/japanese_date.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace uwanose::core {

namespace {

void check_month(const std::vector<std::string_view>& texts, Month month) {
  for (const std::string_view text : texts) {
    CAPTURE(text);
    const MonthEntry entry = parse_month(text);
    CHECK(entry.kind == MonthEntryKind::value);
    CHECK(entry.month.to_string() == month.to_string());
  }
}

}  // namespace

TEST_CASE("months: the Western calendar") {
  check_month({"2021-04",   "2021/4",     "2021/04",        "2021.4",         "202104",
               "2021年4月", "2021年04月", "２０２１年４月", "２０２１／４",   "２０２１－０４",
               "2021ー04",  "2021−4",     " 2021 年 4 月 ", "2021年4月分",    "2021年4月度",
               "2021/4/1",  "2021-04-30", "2021年4月30日",  "二〇二一年四月", "2021年4"},
              Month(2021, 4));
  check_month({"2020/2/29", "2020年2月"}, Month(2020, 2));
  check_month({"2000/2/29"}, Month(2000, 2));
  check_month({"1900-01"}, Month(1900, 1));
  check_month({"2999-12"}, Month(2999, 12));
}

TEST_CASE("months: eras") {
  check_month(
      {"令和3年4月", "令和３年４月", "令和03年04月", "令3.4", "R3.4", "r3/4", "R03-04", "Ｒ３．４",
       "㋿3年4月", "令和三年四月", "R3.4.1", "令和3年4月1日", "令和 3年 4月"},
      Month(2021, 4));
  check_month({"平成31年4月", "H31/4", "平31.4", "㍻31年4月", "平成三十一年四月", "H31.4.30"},
              Month(2019, 4));
  check_month({"令和元年5月", "令和1年5月", "R1.5", "R元.5"}, Month(2019, 5));
  check_month({"令和元年12月", "令和元年十二月"}, Month(2019, 12));
  check_month({"平成元年1月", "昭和64年1月", "S64.1"}, Month(1989, 1));
  check_month({"昭和元年12月", "大正15年12月", "T15.12"}, Month(1926, 12));
  check_month({"大正元年7月"}, Month(1912, 7));
}

TEST_CASE("months: English") {
  check_month({"Apr 2021", "April 2021", "apr. 2021", "APR-2021", "Ａｐｒ　２０２１", "Apr, 2021"},
              Month(2021, 4));
  check_month({"Sep 2021", "Sept 2021"}, Month(2021, 9));
  CHECK(parse_month("May").month_of_year == 5);
}

TEST_CASE("months: without a year") {
  struct Row {
    std::string_view text;
    int month;
  };
  const std::vector<Row> rows = {{"4月", 4},     {"４月", 4},  {"04月", 4},  {"12月", 12},
                                 {"十二月", 12}, {"4月度", 4}, {"4月分", 4}, {" 4 月 ", 4}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_month(row.text).kind == MonthEntryKind::without_year);
    CHECK(parse_month(row.text).month_of_year == row.month);
  }
}

TEST_CASE("months: an era ends and begins when it did") {
  struct Row {
    std::string_view text;
    MonthFault fault;
    std::string_view era;
  };
  const std::vector<Row> rows = {{"平成31年5月", MonthFault::after_era, "平成"},
                                 {"H33.4", MonthFault::after_era, "平成"},
                                 {"令和元年4月", MonthFault::before_era, "令和"},
                                 {"R1.1", MonthFault::before_era, "令和"},
                                 {"令和0年5月", MonthFault::before_era, "令和"},
                                 {"昭和64年2月", MonthFault::after_era, "昭和"},
                                 {"昭和元年11月", MonthFault::before_era, "昭和"},
                                 {"大正元年6月", MonthFault::before_era, "大正"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const MonthEntry entry = parse_month(row.text);
    CHECK(entry.kind == MonthEntryKind::fault);
    CHECK(static_cast<int>(entry.fault) == static_cast<int>(row.fault));
    CHECK(entry.era == row.era);
  }
}

TEST_CASE("months: what is none") {
  struct Row {
    std::string_view text;
    MonthFault fault;
  };
  const std::vector<Row> rows = {{"2021年13月", MonthFault::impossible_month},
                                 {"2021-00", MonthFault::impossible_month},
                                 {"202113", MonthFault::impossible_month},
                                 {"13月", MonthFault::impossible_month},
                                 {"R3.13", MonthFault::impossible_month},
                                 {"2021/2/29", MonthFault::impossible_day},
                                 {"2100/2/29", MonthFault::impossible_day},
                                 {"2021年4月31日", MonthFault::impossible_day},
                                 {"2021/4/0", MonthFault::impossible_day},
                                 {"21/4", MonthFault::two_digit_year},
                                 {"21年4月", MonthFault::two_digit_year},
                                 {"4/1", MonthFault::two_digit_year},
                                 {"Apr-21", MonthFault::two_digit_year},
                                 {"1899-12", MonthFault::year_out_of_range},
                                 {"3000-01", MonthFault::year_out_of_range},
                                 {"202/4", MonthFault::year_out_of_range},
                                 {"\x97\xDF", MonthFault::invalid_utf8},
                                 {"4", MonthFault::unrecognized},
                                 {"2021", MonthFault::unrecognized},
                                 {"2021年", MonthFault::unrecognized},
                                 {"年4月", MonthFault::unrecognized},
                                 {"月", MonthFault::unrecognized},
                                 {"元年4月", MonthFault::unrecognized},
                                 {"2021/", MonthFault::unrecognized},
                                 {"2021/4/", MonthFault::unrecognized},
                                 {"2021/4/1/2", MonthFault::unrecognized},
                                 {"2021-004", MonthFault::unrecognized},
                                 {"20210401", MonthFault::unrecognized},
                                 {"令和", MonthFault::unrecognized},
                                 {"R3", MonthFault::unrecognized},
                                 {"令和二十一二年4月", MonthFault::unrecognized},
                                 {"令和二十〇年4月", MonthFault::unrecognized},
                                 {"2021年一二三月", MonthFault::unrecognized},
                                 {"令和123年4月", MonthFault::unrecognized},
                                 {"Q3.4", MonthFault::unrecognized},
                                 {"Foo 2021", MonthFault::unrecognized},
                                 {"Ap 2021", MonthFault::unrecognized},
                                 {"Apr 2021 x", MonthFault::unrecognized},
                                 {"4月末", MonthFault::unrecognized},
                                 {"決算整理", MonthFault::unrecognized},
                                 {"合計", MonthFault::unrecognized},
                                 {"2021年4月〜", MonthFault::unrecognized}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const MonthEntry entry = parse_month(row.text);
    CHECK(entry.kind == MonthEntryKind::fault);
    CHECK(static_cast<int>(entry.fault) == static_cast<int>(row.fault));
  }
  CHECK(parse_month("").kind == MonthEntryKind::empty);
  CHECK(parse_month(" 　").kind == MonthEntryKind::empty);
}

TEST_CASE("months: as shown") {
  CHECK(format_month(Month(2021, 4), MonthStyle::japanese) == "2021年4月");
  CHECK(format_month(Month(2021, 4), MonthStyle::era) == "令和3年4月");
  CHECK(format_month(Month(2021, 4), MonthStyle::english) == "Apr 2021");
  CHECK(format_month(Month(2019, 4), MonthStyle::era) == "平成31年4月");
  CHECK(format_month(Month(2019, 5), MonthStyle::era) == "令和元年5月");
  CHECK(format_month(Month(1989, 1), MonthStyle::era) == "平成元年1月");
  CHECK(format_month(Month(1988, 12), MonthStyle::era) == "昭和63年12月");
  CHECK(format_month(Month(1912, 6), MonthStyle::era) == "1912年6月");
}

TEST_CASE("months: each one shown is read back") {
  for (Month month(1900, 1); month <= Month(2117, 12); month = month + 1) {
    for (const MonthStyle style : {MonthStyle::japanese, MonthStyle::era, MonthStyle::english}) {
      const std::string text = format_month(month, style);
      const MonthEntry entry = parse_month(text);
      if (entry.kind != MonthEntryKind::value || entry.month != month) FAIL(text);
    }
    if (parse_month(month.to_string()).month != month) FAIL(month.to_string());
  }
}

TEST_CASE("months: random text never crashes, and a month found is one the program knows") {
  constexpr std::u32string_view alphabet = U"0123456789令和平成RHS年月日元十二./-Apr ";
  std::mt19937_64 random(3);
  int found = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string text = random() % 2 == 0 ? "20" : "R";
    const std::size_t size = random() % 8;
    for (std::size_t i = 0; i < size; ++i) append_utf8(text, alphabet[random() % alphabet.size()]);
    if (random() % 100 == 0) text.push_back(static_cast<char>(random() % 256));
    CAPTURE(text);
    const MonthEntry entry = parse_month(text);
    CHECK((entry.kind == MonthEntryKind::fault) == (entry.fault != MonthFault::none));
    CHECK((entry.kind == MonthEntryKind::without_year) == (entry.month_of_year != 0));
    if (entry.kind != MonthEntryKind::value) continue;
    ++found;
    CHECK(Month::parse(entry.month.to_string()) == entry.month);
  }
  CHECK(found > 100);
}

}  // namespace uwanose::core
