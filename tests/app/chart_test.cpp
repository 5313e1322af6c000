#include "app/chart.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

namespace {

const ChartMonth& at(const MonthlyChart& chart, core::Month month) {
  return chart.months.at(static_cast<std::size_t>(month - chart.months.front().month));
}

}  // namespace

TEST_CASE("chart: each month with its base, the 10 % line, and the months that were chosen") {
  const MonthlyChart chart = make_monthly_chart(firm());
  CHECK(chart.months.size() == 38);
  CHECK(chart.highest == 5'000'000);
  CHECK(chart.lowest == 0);
  const ChartMonth& base = at(chart, core::Month(2019, 4));
  CHECK(base.is_base);
  CHECK_FALSE(base.base.has_value());
  const ChartMonth& april = at(chart, core::Month(2020, 4));
  CHECK(april.value == 4'500'000);
  CHECK(april.base == 5'000'000);
  CHECK(april.limit == 4'500'000);
  CHECK(april.in_a);
  CHECK_FALSE(april.in_b);
  CHECK(at(chart, core::Month(2020, 12)).in_b);
  CHECK(chart.limit_label == "比べる月の90%");
  CHECK(chart.name == "月ごとの売上高と、コロナ前の同じ月");
}

TEST_CASE("chart: of two January bases the larger counts; the line is rounded down") {
  State state = firm();
  type(state, {{"monthly.2019-01.sales_yen", "5,000,009"}, {"monthly.2020-01.sales_yen", "7"}});
  const MonthlyChart chart = make_monthly_chart(state);
  CHECK(at(chart, core::Month(2021, 1)).base == 5'000'009);
  CHECK(at(chart, core::Month(2021, 1)).limit == 4'500'008);
}

TEST_CASE("chart: an unknown month is a gap, not a zero; a base of zero has no line") {
  State state = firm();
  type(state, {{"monthly.2020-06.sales_yen", ""}, {"monthly.2019-07.sales_yen", "0"}});
  const MonthlyChart chart = make_monthly_chart(state);
  CHECK_FALSE(at(chart, core::Month(2020, 6)).value.has_value());
  CHECK(at(chart, core::Month(2020, 6)).base == 5'000'000);
  CHECK(at(chart, core::Month(2020, 7)).base == 0);
  CHECK_FALSE(at(chart, core::Month(2020, 7)).limit.has_value());
}

TEST_CASE("chart: the table says the same, month by month") {
  const MonthlyChart chart = make_monthly_chart(firm());
  CHECK(chart.columns ==
        std::vector<std::string>{"月", "売上高", "比べる月の額", "比べる月の90%", "印"});
  CHECK(chart.table.size() == 38);
  CHECK(chart.table.at(0) ==
        std::vector<std::string>{"2019年1月", "5,000,000円", "", "", "比べる元の月"});
  CHECK(chart.table.at(15) == std::vector<std::string>{"2020年4月", "4,500,000円", "5,000,000円",
                                                       "4,500,000円", "（a）で選んだ月"});
  CHECK(chart.description.find("（a）で選んだ月は2020年4月、2020年5月、2020年6月です。") !=
        std::string::npos);
}

TEST_CASE("chart: value added where that set is the one that is shown") {
  State state = firm();
  for (core::Month month(2019, 1); month < core::Month(2022, 3); month = month + 1) {
    const std::string key = "monthly." + month.to_string();
    commit(state, key + ".sales_yen", "");
    commit(state, key + ".value_added_yen", month < core::Month(2020, 4) ? "1000" : "-50");
  }
  const MonthlyChart chart = make_monthly_chart(state);
  CHECK(chart.figures == "付加価値額");
  CHECK(chart.limit_label == "比べる月の85%");
  CHECK(chart.lowest == -50);
}

TEST_CASE("chart: none while no month is known, and none for a frame without this test") {
  CHECK(make_monthly_chart(page()).empty());
  State state = page({"it.a"});
  commit(state, "monthly.2021-01.sales_yen", "1");
  CHECK(make_monthly_chart(state).empty());
}

}  // namespace uwanose::app
