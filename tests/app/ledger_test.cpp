#include "app/ledger.h"

#include <doctest/doctest.h>

#include "app/entry.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

std::string labels_of(const Ledger& ledger) {
  std::string all;
  for (const Account& account : ledger.accounts) all += account.label + "|";
  return all;
}

std::string offsets_of(const Ledger& ledger) {
  std::string all;
  for (const LedgerMonth& month : ledger.months) all += std::to_string(month.offset) + " ";
  return all;
}

// A trial balance by month, as accounting software exports it.
const Cells by_columns{
    {"推移試算表（損益）", "", "", "", "", "", ""},
    {"勘定科目", "前期繰越", "４月", "5月", "6月", "決算整理", "合計"},
    {"[売上高]", "", "", "", "", "", ""},
    {"売上高", "", "1,200,000", "900,000", "△10,000", "0", "2,090,000"},
    {"受取手数料", "", "10,000", "", "", "", "10,000"},
    {"売上高合計", "", "1,210,000", "900,000", "△10,000", "0", "2,100,000"},
    {"仕入高", "", "500,000", "400,000", "300,000", "", "1,200,000"},
};

}  // namespace

TEST_CASE("ledger: months as columns; totals and closing entries are left out") {
  const auto ledger = find_ledger(by_columns);
  REQUIRE(ledger.has_value());
  CHECK_FALSE(ledger->months_run_down);
  CHECK(ledger->header == 1);
  CHECK(ledger->months.size() == 3);
  CHECK(ledger->months[0].at == 2);
  CHECK(ledger->left_out == std::vector<std::string>{"決算整理", "合計"});
  CHECK_FALSE(ledger->first.has_value());
  CHECK(ledger->first_of_year == 4);
  CHECK(labels_of(*ledger) == "売上高|受取手数料|売上高合計|仕入高|");
  CHECK(ledger->unit == 1);
}

TEST_CASE("ledger: the likely sales are the net or the total, else the account of that name") {
  const auto ledger = find_ledger(by_columns);
  REQUIRE(ledger->likely_sales() != nullptr);
  CHECK(ledger->likely_sales()->label == "売上高合計");
  const auto likely = [](const char* a, const char* b) {
    const auto found =
        find_ledger({{"", "4月", "5月", "6月"}, {a, "1", "2", "3"}, {b, "4", "5", "6"}});
    const Account* account = found->likely_sales();
    return account == nullptr ? std::string("none") : account->label;
  };
  CHECK(likely("売上高", "純売上高") == "純売上高");
  CHECK(likely("売上高", "売上総利益") == "売上高");
  CHECK(likely("売上原価", "売上（収入）金額") == "売上（収入）金額");
  CHECK(likely("売上高（千円）", "仕入高") == "売上高（千円）");
  CHECK(likely("売掛金", "仕入高") == "none");
}

TEST_CASE("ledger: months as rows, as spreadsheets keep them") {
  const auto ledger = find_ledger({{"年月", "売上高(千円)", "付加価値額(千円)"},
                                   {"2021年1月", "5,200", "1,800"},
                                   {"2021年2月", "4,900", ""},
                                   {"2021年3月", "5,000", "1,700"},
                                   {"合計", "15,100", "3,500"}});
  REQUIRE(ledger.has_value());
  CHECK(ledger->months_run_down);
  CHECK(ledger->first == core::Month(2021, 1));
  CHECK(labels_of(*ledger) == "売上高(千円)|付加価値額(千円)|");
  CHECK(ledger->likely_value_added()->at == 2);
  CHECK(ledger->unit == 1000);
  CHECK(ledger->left_out == std::vector<std::string>{"合計"});
  CHECK(ledger->place(ledger->months[1], 1) == std::pair<std::size_t, std::size_t>(2, 1));
}

TEST_CASE("ledger: labels of months in every form") {
  const auto first = [](const char* a, const char* b, const char* c) {
    const auto ledger = find_ledger({{"", a, b, c}, {"売上高", "1", "2", "3"}});
    return ledger && ledger->first ? ledger->first->to_string() + " " + offsets_of(*ledger) : "";
  };
  CHECK(first("2021/04", "2021/05", "2021/06") == "2021-04 0 1 2 ");
  CHECK(first("2021-11", "2021-12", "2022-01") == "2021-11 0 1 2 ");
  CHECK(first("令和元年11月", "令和元年12月", "令和2年1月") == "2019-11 0 1 2 ");
  CHECK(first("202104", "202105", "202106") == "2021-04 0 1 2 ");
  CHECK(first("H31.3", "H31.4", "R1.5") == "2019-03 0 1 2 ");
  CHECK(first("2021年11月度", "12月度", "1月度") == "2021-11 0 1 2 ");
  CHECK(first("12月", "2021年1月", "2月") == "2020-12 0 1 2 ");
}

TEST_CASE("ledger: without a year the months run on; one that comes again is left out") {
  const auto year = find_ledger({{"", "10月", "11月", "12月", "1月", "2月", "2月", "10月"},
                                 {"売上高", "1", "2", "3", "4", "5", "6", "7"}});
  CHECK(offsets_of(*year) == "0 1 2 3 4 12 ");
  CHECK(year->twice == 1);
  CHECK_FALSE(year->first.has_value());
}

TEST_CASE("ledger: fewer than three months, or figures that look like months, are none") {
  CHECK_FALSE(find_ledger({{"", "4月", "5月"}, {"売上高", "1", "2"}}).has_value());
  CHECK_FALSE(find_ledger({{"202104", "202105", "202106", "199999"}}).has_value());
  CHECK_FALSE(find_ledger({}).has_value());
  CHECK_FALSE(find_ledger({{"あ", "い"}, {"う"}}).has_value());
}

TEST_CASE("cells: a figure in 千円 is counted in yen, unless it names its own unit") {
  const auto rules = shipped_rules();
  const rules::Catalogue& catalogue = rules->catalogue;
  const auto& sales = catalogue[*catalogue.find("monthly.sales_yen")];
  const auto yen = [&](std::string_view text, std::int64_t unit) {
    const Judged judged = judge_cell(sales, catalogue, text, unit);
    return judged.value ? core::to_string(judged.value->number.floor())
                        : "refused: " + judged.entry.error.key;
  };
  CHECK(yen("1,234.5", 1000) == "1234500");
  CHECK(yen("１２３", 1'000'000) == "123000000");
  CHECK(yen("1.5億", 1000) == "150000000");
  CHECK(yen("900円", 1000) == "900");
  CHECK(yen("0.0001", 1000) == "refused: entry.not_whole");
  CHECK(yen("△5", 1000) == "refused: entry.negative");
  CHECK(yen("(1,234)", 1) == "refused: entry.negative");
  CHECK(yen("1.250", 1000) == "refused: entry.ambiguous");
  CHECK(yen("99,999,999,999,999", 1'000'000) == "refused: entry.unexpected");
  CHECK(yen("-", 1000) == "refused: entry.no_digits");
}

}  // namespace uwanose::app
