#include "oracle/generator.h"

#include <algorithm>

#include "oracle/focus.h"

namespace uwanose::oracle {

namespace {

Json application(Random& random) {
  return {{"month",
           random.percent(50)
               ? "2022-03"
               : random.pick<const char*>({"2020-12", "2021-03", "2021-04", "2021-05", "2021-07",
                                           "2021-09", "2021-10", "2022-01", "2022-02", "2022-06"})},
          {"rounds",
           {{"saikouchiku", random.pick<Int>({5, 5, 5, 4, 3, 2, 2, 1, 1, 6})},
            {"monozukuri", random.pick<Int>({9, 9, 9, 5, 4, 10, 1})},
            {"jizokuka", random.pick<Int>({6, 6, 6, 1, 7})},
            {"it", random.pick<Int>({5, 5, 5, 1, 6})}}}};
}

// ---- Months ------------------------------------------------------------------------------------

struct Months {
  std::map<int, Int> sales;
  std::map<int, Int> value_added;
};

Int base_of(const std::map<int, Int>& series, int month) {
  const int calendar = month % 12;
  Int base = series.at(month_of(2019, 1) + calendar);
  if (calendar < 3) base = std::max(base, series.at(month_of(2020, 1) + calendar));
  return base;
}

// Three months within `span` months whose sum stands at num/den of their base, give or take a yen.
void put_triple(Random& random, std::map<int, Int>& series, int first, int last, int span, Int num,
                Int den) {
  if (last - first < span - 1) return;
  const int a = static_cast<int>(random.between(first, last - span + 1));
  const int c = a + span - 1;
  const int b = static_cast<int>(random.between(a + 1, c - 1));
  const Int sum =
      (base_of(series, a) + base_of(series, b) + base_of(series, c)) * num / den + random.nudge();
  series[a] = sum / 3;
  series[b] = sum / 3 + (random.percent(50) ? sum / 20 : 0);
  series[c] = sum - series[a] - series[b];
}

void put_single(Random& random, std::map<int, Int>& series, int first, int last, Int num, Int den) {
  if (last < first) return;
  const int month = static_cast<int>(random.between(first, last));
  const int base = month - (random.percent(50) ? 12 : 24);
  if (series.count(base) != 0 && series[base] > 0) {
    series[month] = series[base] * num / den + random.nudge();
    if (series[month] < 0) series[month] = 0;
  }
}

Months months(Random& random, int application, bool near_lines) {
  Months result;
  const int first = random.percent(60) ? month_of(2018, 1) : month_of(2019, 1);
  const int last = application - (random.percent(80) ? 1 : 0);
  const Int level = random.pick<Int>({100'000, 1'234'567, 10'000'000, 34'869'600, 85'150'861});
  const Int share = random.between(2, 6);
  const bool wild = !near_lines && random.percent(70);
  for (int month = first; month <= std::max(last, month_of(2020, 3)); ++month) {
    Int sales = level;
    if (wild) sales = level * random.between(70, 110) / 100;
    if (wild) sales += random.between(0, 999);
    result.sales[month] = sales;
    result.value_added[month] = sales * share / 10;
    if (wild && random.percent(5)) result.value_added[month] = -sales / 20;
    if (wild && random.percent(2)) result.sales[month] = 0;
    if (month >= month_of(2020, 4) && random.percent(30)) {
      result.sales[month] = result.sales[month] * 99 / 100;
    }
  }
  // A better base in one of the two years, month by month.
  for (int calendar = 0; calendar < 3; ++calendar) {
    if (random.percent(40)) {
      const int month = month_of(random.percent(50) ? 2019 : 2020, 1) + calendar;
      result.sales[month] = result.sales[month] * 6 / 5;
      result.value_added[month] = result.value_added[month] * 6 / 5;
    }
  }
  const int begin = month_of(2020, 4);
  const int second = month_of(2020, 10);
  const auto span = [&] { return static_cast<int>(random.pick<Int>({3, 5, 6, 6, 6, 7, 7})); };
  if (near_lines || random.percent(50)) {
    switch (random.between(0, 7)) {
      case 0: put_triple(random, result.sales, begin, last, span(), 9, 10); break;
      case 1:
        put_triple(random, result.sales, second, last, span(), 19, 20);
        put_triple(random, result.sales, begin, std::min(last, second - 1), span(), 9, 10);
        break;
      case 2: put_triple(random, result.sales, second, last, span(), 9, 10); break;
      case 3: put_triple(random, result.sales, begin, last, span(), 17, 20); break;
      case 4: put_triple(random, result.value_added, begin, last, span(), 17, 20); break;
      case 5:
        put_triple(random, result.value_added, second, last, span(), 37, 40);
        put_triple(random, result.value_added, begin, std::min(last, second - 1), span(), 17, 20);
        break;
      case 6: put_triple(random, result.sales, application - 7, last, span(), 9, 10); break;
      default: put_triple(random, result.sales, second, last, span(), 17, 20); break;
    }
  }
  if (random.percent(40)) {
    put_single(random, result.sales, month_of(2021, 1), std::min(last, month_of(2021, 10)), 7, 10);
  }
  if (random.percent(20)) {
    put_single(random, result.value_added, begin, last, 11, 20);
  }
  if (random.percent(20)) put_single(random, result.sales, begin, last, 7, 10);
  return result;
}

Json monthly(Random& random, const Months& months) {
  std::vector<Json> rows;
  for (const auto& [month, sales] : months.sales) {
    rows.push_back({{"month", month_text(month)},
                    {"sales_yen", sales},
                    {"value_added_yen", months.value_added.at(month)}});
  }
  if (random.percent(20)) {
    for (std::size_t i = rows.size(); i > 1; --i) {
      std::swap(rows[i - 1],
                rows[static_cast<std::size_t>(random.between(0, static_cast<Int>(i) - 1))]);
    }
  }
  return rows;
}

// ---- Plan, wages --------------------------------------------------------------------------------

Json plan(Random& random, Int employees) {
  const Int years = random.between(3, 5);
  const Int rate = 100 + (random.percent(70) ? 3 : 5) * years;
  Int base = random.pick<Int>({1, 100, 34'709'800, 50'000'000, 545'729'025});
  if (random.percent(6)) base = random.pick<Int>({0, -1, -5'000'000});
  const Int heads = random.percent(70) ? std::max<Int>(0, employees + random.between(-1, 2))
                                       : random.between(0, 120);
  const Int wage = random.between(850, 1000);
  Json rows = Json::array();
  const int style = static_cast<int>(random.between(0, 3));
  for (Int t = 1; t <= years; ++t) {
    const Int larger = std::max(heads, employees);
    Int row_heads = t == 1 ? (101 * larger + 99) / 100 : heads + t;
    if (t == years) row_heads = ((1000 + 15 * years) * larger + 999) / 1000;
    if (random.percent(30)) row_heads += random.nudge();
    if (style == 1) row_heads = std::max<Int>(1, heads - t);
    Int row_value = base;
    if (t == years) {
      row_value = (rate * base + 99) / 100 + random.nudge();
      if (style == 1 && heads > 0) {  // falling heads: only value added per head may reach the line
        row_value = (rate * base * row_heads + 100 * heads - 1) / (100 * heads) + random.nudge();
      }
      if (random.percent(5)) row_value = -row_value;
    }
    rows.push_back(
        {{"value_added_yen", row_value},
         {"employees", std::max<Int>(0, row_heads)},
         {"minimum_hourly_wage_yen", wage + 45 * t + (random.percent(15) ? random.nudge() : 0)}});
  }
  return {{"years", years},
          {"base",
           {{"value_added_yen", base}, {"employees", heads}, {"minimum_hourly_wage_yen", wage}}},
          {"yearly", rows}};
}

Json wages(Random& random) {
  Json rows = Json::array();
  const int likely = static_cast<int>(random.pick<Int>({10, 33, 50, 100}));
  for (int month = month_of(2020, 9); month <= month_of(2021, 7); ++month) {
    if (random.percent(8)) continue;
    const Int near = random.between(0, 6);
    const Int heads = random.percent(likely) ? 10 * near + random.between(-1, 0) : 10 * near + 1;
    rows.push_back({{"month", month_text(month)},
                    {"employees", std::max<Int>(heads, near)},
                    {"near_minimum", near}});
  }
  return rows;
}

Json answers(Random& random) {
  Json result = Json::object();
  for (const char* name :
       {"plan_with_support_institution", "plan_with_financial_institution",
        "restructuring_guideline", "emergency_impact", "leaves_sme", "global_expansion",
        "wage_plan", "low_infection_project", "it_contactless"}) {
    result[name] = random.percent(88);
  }
  if (random.percent(30)) result["plan_with_financial_institution"] = false;
  result["graduation_route"] =
      random.pick<const char*>({"none", "reorganisation", "investment", "global"});
  result["it_processes"] = random.between(0, 5);
  return result;
}

// ---- Missing facts ------------------------------------------------------------------------------

void collect_leaves(const Json& node, const Json::json_pointer& at,
                    std::vector<Json::json_pointer>& leaves) {
  if (!node.is_structured()) {
    leaves.push_back(at);
    return;
  }
  for (const auto& [key, value] : node.items()) {
    if (key == "format" || key == "version" || key == "item") continue;
    if (key == "month" && at.to_string() != "/application") continue;
    if (node.is_array()) {
      collect_leaves(value, at / static_cast<std::size_t>(std::stoul(key)), leaves);
    } else {
      collect_leaves(value, at / key, leaves);
    }
  }
}

void forget(Random& random, Json& input, const Json::json_pointer& leaf) {
  Json& parent = input[leaf.parent_pointer()];
  if (parent.is_object() && random.percent(50)) {
    parent.erase(leaf.back());
  } else {
    input[leaf] = nullptr;
  }
}

void forget_some(Random& random, Json& input, std::uint64_t turn) {
  std::vector<Json::json_pointer> leaves;
  collect_leaves(input, Json::json_pointer(), leaves);
  // Half of the turns go to the few facts that are not figures of a month.
  std::vector<Json::json_pointer> scarce;
  for (const auto& leaf : leaves) {
    if (leaf.to_string().rfind("/monthly", 0) != 0) scarce.push_back(leaf);
  }
  const auto& turns = turn % 2 == 0 ? scarce : leaves;
  std::vector<Json::json_pointer> chosen = {turns[turn / 2 % turns.size()]};
  while (random.percent(55)) chosen.push_back(random.pick(random.percent(60) ? scarce : leaves));
  int open_amounts = 0;
  for (const auto& leaf : chosen) {
    const std::string text = leaf.to_string();
    const bool expense = text.rfind("/expenses", 0) == 0;
    if (expense && leaf.back() != "unit_price_yen" && ++open_amounts > 2) continue;
    forget(random, input, leaf);
  }
  if (random.percent(12)) {  // a stretch of months
    Json& rows = input["monthly"];
    const auto from =
        static_cast<std::size_t>(random.between(0, static_cast<Int>(rows.size()) - 1));
    auto count = static_cast<std::size_t>(random.between(1, 6));
    while (count-- > 0 && from < rows.size()) rows.erase(from);
  }
  if (random.percent(6)) {
    for (Json& row : input["monthly"]) row["value_added_yen"] = nullptr;
  }
  if (random.percent(2)) input["monthly"] = Json::array();
  if (random.percent(3)) input["wages"] = Json::array();
  if (random.percent(3)) input["plan"] = nullptr;
  if (random.percent(2)) input["answers"] = Json::object();
  if (random.percent(2)) input.erase("expenses");
  if (random.percent(4) && input["plan"].is_object())
    input["plan"]["yearly"].erase(input["plan"]["yearly"].size() - 1);
}

}  // namespace

Json generate_case(std::uint64_t seed, std::uint64_t index) {
  Random random(seed, index);
  const bool near_lines = index % 3 == 1;
  const bool missing = index % 3 == 2;
  const Focus& focus = random.pick(focuses());
  Json input = {{"format", "uwanose-case"}, {"version", 1}};
  input["applicant"] = applicant(random, focus);
  input["application"] = application(random);
  const std::string month = input["application"]["month"];
  const int applied = month_of(std::stoi(month.substr(0, 4)), std::stoi(month.substr(5, 2)));
  input["monthly"] = monthly(random, months(random, applied, near_lines || missing));
  input["plan"] = plan(random, input["applicant"]["employees"]);
  input["wages"] = wages(random);
  input["expenses"] = expenses(random, focus);
  input["answers"] = answers(random);
  input["programmes"] = Json::object();
  if (missing) forget_some(random, input, index / 3);
  return input;
}

}  // namespace uwanose::oracle
