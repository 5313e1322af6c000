#include "app/input_summary.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/page_state.h"

namespace uwanose::app {
namespace {

std::vector<InputTable> summary(const State& state) {
  return make_input_summary(make_form(state), state.words());
}

const InputTable& table(const std::vector<InputTable>& tables, std::string_view id) {
  for (const InputTable& each : tables) {
    if (each.id == id) return each;
  }
  FAIL("no table of that id");
  return tables.front();
}

std::string value(const InputTable& table, std::string_view label) {
  for (const std::vector<std::string>& row : table.rows) {
    if (row.front() == label) return row.at(1);
  }
  return "(no such row)";
}

TEST_CASE("summary: what is entered stands in words, with units") {
  State state = firm();
  const auto tables = summary(state);
  const InputTable& applicant = table(tables, "applicant");
  CHECK(applicant.caption == "申請する会社・事業主");
  CHECK(applicant.columns == std::vector<std::string>{"項目", "入力"});
  CHECK(value(applicant, "会社名・屋号") == "信州見本工業株式会社");
  CHECK(value(applicant, "事業者の形") == "会社（資本金または出資金がある法人）");
  CHECK(value(applicant, "本社の所在地") == "長野市");
  CHECK(value(applicant, "資本金の額または出資の総額") == "10,000,000円");
  CHECK(value(applicant, "みなし大企業に当たるか") == "いいえ");
  CHECK(value(applicant, "法人番号") == "(no such row)");
  CHECK(applicant.note == "ほかの1項目は未入力です。");
  CHECK(std::none_of(tables.begin(), tables.end(),
                     [](const InputTable& each) { return each.id == "monthly"; }));
  CHECK(value(table(tables, "application"), "国への申請の月") == "2022年3月");
}

TEST_CASE("summary: rows of a series; those that say nothing are counted") {
  State state = firm();
  commit(state, "monthly.2022-02.sales_yen", "");
  commit(state, "monthly.2021-01.value_added_yen", "-7");
  type(state, {{"wages.2020-10.employees", "20"}, {"wages.2020-11.employees", "21"}});
  const auto tables = summary(state);
  const InputTable& monthly = table(tables, "monthly.rows");
  CHECK(monthly.columns == std::vector<std::string>{"月", "2019年 売上高（円）",
                                                    "2020年 売上高（円）", "2021年 売上高（円）",
                                                    "2021年 付加価値額（円）",
                                                    "2022年 売上高（円）"});
  CHECK(monthly.figures == std::vector<bool>{false, true, true, true, true, true});
  REQUIRE(monthly.rows.size() == 12);
  CHECK(monthly.rows[0] ==
        std::vector<std::string>{"1月", "5,000,000", "5,000,000", "4,500,000", "−7", "4,500,000"});
  CHECK(monthly.rows[11] ==
        std::vector<std::string>{"12月", "5,000,000", "4,500,000", "4,500,000", "－", "－"});
  CHECK(monthly.note == "ほかの1行は未入力です。");
  const InputTable& wages = table(tables, "wages.rows");
  REQUIRE(wages.rows.size() == 2);
  CHECK(wages.rows[1].front() == "2020年11月");
  const InputTable& expenses = table(tables, "expenses.rows");
  REQUIRE(expenses.rows.size() == 1);
  CHECK(expenses.rows[0] == std::vector<std::string>{"経費1", "機械装置・システム構築費", "CNC旋盤",
                                                     "30,000,000", "税抜"});
  CHECK(expenses.note == "");
}

TEST_CASE("summary: what is missing, wrong or declared to be none says so") {
  State state = page();
  CHECK(value(table(summary(state), "applicant"), "常時使用する従業員の数") ==
        "未入力（答えに必要）");
  commit(state, "applicant.employees", "たくさん");
  CHECK(value(table(summary(state), "applicant"), "常時使用する従業員の数") ==
        "「たくさん」 読めません: 「たくさん」は数として読めません。");
  declare_no_expenses(state, true);
  const auto tables = summary(state);
  CHECK(table(tables, "expenses.rows").rows.empty());
  CHECK(table(tables, "expenses.rows").note == "経費はないものとして計算しています。");
}

}  // namespace
}  // namespace uwanose::app
