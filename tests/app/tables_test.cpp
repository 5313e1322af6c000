#include "app/tables.h"

#include "app/page_state.h"

namespace uwanose::app {
namespace {

using core::Cell;

TEST_CASE("tables: each begins with what it is, whose it is and by which rules") {
  State state = firm();
  commit(state, "applicant.corporate_number", "8000012010038");
  for (const char* name : {"months", "expenses", "frames"}) {
    CAPTURE(name);
    const core::Table table = table_of(subject_of(state), name);
    CHECK(table.at(0).at(0) == Cell("試算"));
    CHECK(table.at(1) == std::vector<Cell>{"会社名・屋号", "信州見本工業株式会社"});
    CHECK(table.at(2) == std::vector<Cell>{"法人番号", "8000012010038"});
    CHECK(table.at(3).at(0) == Cell("長野県プラス補助金（第1弾）"));
    CHECK(table.at(4).empty());
  }
  CHECK(table_of(subject_of(state), "years").empty());
}

TEST_CASE("tables: months in order, those of sales and wages on one line, unknown cells empty") {
  State state = page();
  type(state, {{"monthly.2021-02.sales_yen", "500"},
               {"monthly.2021-01.value_added_yen", "-1,200,000"},
               {"wages.2021-01.employees", "10"},
               {"wages.2020-12.near_minimum", "3"}});
  const core::Table table = months_table(subject_of(state));
  const std::size_t first = table.size() - 3;
  const std::optional<std::int64_t> none;
  CHECK(table.at(first - 1).at(1) == Cell("売上高（円）"));
  CHECK(table.at(first) == std::vector<Cell>{"2020年12月", none, none, none, std::int64_t{3}});
  CHECK(table.at(first + 1) ==
        std::vector<Cell>{"2021年1月", none, std::int64_t{-1'200'000}, std::int64_t{10}, none});
  CHECK(table.at(first + 2) == std::vector<Cell>{"2021年2月", std::int64_t{500}, none, none, none});
}

TEST_CASE("tables: expenses by number; frames the best first, ranges in words") {
  State state = firm({"saikouchiku.normal", "monozukuri.normal"});
  const core::Table expenses = expenses_table(subject_of(state));
  CHECK(expenses.back() == std::vector<Cell>{std::int64_t{1}, "機械装置・システム構築費", "CNC旋盤",
                                             std::int64_t{30'000'000},
                                             std::optional<std::int64_t>()});
  const core::Table frames = frames_table(subject_of(state));
  const auto& best = frames.at(frames.size() - 2);
  CHECK(best.at(0) == Cell("事業再構築補助金 通常枠"));
  CHECK(best.at(2) == Cell(std::int64_t{30'000'000}));
  CHECK(best.at(3) == Cell(std::int64_t{20'000'000}));
  CHECK(best.at(4) == Cell(std::int64_t{4'000'000}));
  CHECK(best.at(6) == Cell(std::int64_t{6'000'000}));
  const auto& other = frames.back();
  CHECK(other.at(4) == Cell());
  CHECK_FALSE(other.at(3).number);
  CHECK_FALSE(other.at(3).text.empty());
}

TEST_CASE("tables: scenarios side by side") {
  State one = page(), two = page();
  fill_in_firm(one);
  const Subject first = subject_of(one), second = subject_of(two);
  const NamedSubject both[] = {{"=A案", first}, {"B案", second}};
  const core::Table table = scenarios_table(both);
  const auto& line = table.at(table.size() - 2);
  CHECK(line.at(0) == Cell("=A案"));
  CHECK(line.at(4) == Cell(std::int64_t{20'000'000}));
  CHECK(table.back().at(0) == Cell("B案"));
  CHECK_FALSE(table.back().at(4).number);
  CHECK(scenarios_table({}).empty());
}

}  // namespace
}  // namespace uwanose::app
