#include "io/csv_writer.h"

#include <doctest/doctest.h>

namespace uwanose::io {

TEST_CASE("csv: byte-order mark, CR LF, quotes as RFC 4180 has them") {
  CHECK(write_csv({}) == "\xEF\xBB\xBF");
  const core::Table table{{"品名", "金額（円）", "備考"},
                          {"旋盤, \"CNC\"", std::int64_t{12'000'000}, "二行\nにわたる"},
                          {},
                          {std::optional<std::int64_t>(), std::int64_t{-1'200'000}, " 空白"}};
  CHECK(write_csv(table) ==
        "\xEF\xBB\xBF品名,金額（円）,備考\r\n"
        "\"旋盤, \"\"CNC\"\"\",12000000,\"二行\nにわたる\"\r\n"
        "\r\n"
        ",-1200000,\" 空白\"\r\n");
}

TEST_CASE("csv: what begins like a formula begins with an apostrophe; figures keep their minus") {
  for (const char* text : {"=1+1", "+81", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "＋1",
                           "－1", "＠x", "−5", "  =1+1", "　=1", "|cmd", "=\"800\""}) {
    CAPTURE(text);
    CHECK(needs_apostrophe(text));
  }
  CHECK(write_csv({{"=HYPERLINK(\"x\")", std::int64_t{-5}}}) ==
        "\xEF\xBB\xBF\"'=HYPERLINK(\"\"x\"\")\",-5\r\n");
  CHECK(write_csv({{"\t=1"}}) == "\xEF\xBB\xBF\"'\t=1\"\r\n");
}

TEST_CASE("csv: texts that look like numbers, dates or truth values stay texts") {
  for (const char* text : {"8000012010038", "８０００", "007", "1-2", "3/4", "1:30", "1E5", "50%",
                           "¥100", "R3.4.1", "TRUE", "false"}) {
    CAPTURE(text);
    CHECK(needs_apostrophe(text));
  }
  for (const char* text : {"", "3Dプリンター", "旋盤 2台", "0円〜5,000,000円", "未定", "ISO9001",
                           "A-1", "truely", "東京", "2021年4月"}) {
    CAPTURE(text);
    CHECK_FALSE(needs_apostrophe(text));
  }
}

}  // namespace uwanose::io
