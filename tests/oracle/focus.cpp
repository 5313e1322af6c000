#include "oracle/focus.h"

#include <algorithm>

#include "oracle/amounts.h"

namespace uwanose::oracle {

namespace {

struct Lines {
  const char* industry;
  Int capital;
  Int heads;
};

Json any_applicant(Random& random, const Focus& focus) {
  const Lines lines = random.pick<Lines>({{"manufacturing", 300'000'000, 300},
                                          {"wholesale", 100'000'000, 100},
                                          {"retail", 50'000'000, 50},
                                          {"service", 50'000'000, 100},
                                          {"rubber", 300'000'000, 900},
                                          {"software", 300'000'000, 300},
                                          {"ryokan", 50'000'000, 200},
                                          {"entertainment", 50'000'000, 100},
                                          {"other", 300'000'000, 300}});
  const std::string industry = lines.industry;
  const std::string kind = random.percent(80)
                               ? "corporation"
                               : random.pick<const char*>({"sole_proprietor", "no_capital"});
  Int employees = random.pick(focus.heads);
  if (random.percent(20)) employees = lines.heads + random.between(0, 1);
  if (random.percent(10)) employees = random.pick<Int>({0, 1, 2, 99, 2000, 2001});
  Int capital = random.percent(70) ? lines.capital : 1'000'000'000;
  capital += random.nudge();
  if (random.percent(30)) capital = 10'000'000;
  Json result = {
      {"kind", kind},
      {"head_office", random.percent(80) ? random.pick<const char*>({"20201", "20202", "20583"})
                                         : random.pick<const char*>({"13101", "19201", "21201"})},
      {"industry", industry},
      {"capital_yen", capital},
      {"employees", employees},
      {"deemed_large", random.percent(8)}};
  if (kind == "no_capital") result["capital_yen"] = nullptr;
  return result;
}

Json expense(Random& random, const std::string& category, Int amount) {
  Json price = nullptr;
  if (category == "machinery" || random.percent(20)) {
    price = random.pick<Int>({499'999, 500'000, 500'001, std::max<Int>(amount, 0)});
    if (random.percent(10)) price = nullptr;
  }
  return {{"category", category},
          {"item", "品目"},
          {"amount_yen", std::max<Int>(amount, 0)},
          {"unit_price_yen", price}};
}

}  // namespace

const std::vector<Focus>& focuses() {
  static const std::vector<const char*> works = {"machinery", "building", "outsourcing",
                                                 "technology", "cloud"};
  static const std::vector<const char*> abroad = {"machinery", "overseas_travel", "building"};
  static const std::vector<const char*> tools = {"software", "it_setup", "cloud"};
  static const std::vector<const char*> rented = {"software", "hardware_rental", "it_setup"};
  static const std::vector<const char*> sales = {"machinery", "exhibition", "advertising",
                                                 "lease",     "disposal",   "development"};
  static const std::vector<Focus> all = {
      {"saikouchiku.normal",
       {3, 5, 6, 20, 21, 50, 51, 120, 400},
       {1'500'000, 2'000'000, 37'500'000, 45'000'000, 45'000'000, 45'000'000, 60'000'000,
        75'000'000, 80'000'000, 90'000'000, 120'000'000, 130'000'000, 140'000'000, 200'000'000},
       works},
      {"saikouchiku.graduation",
       {5, 20, 21, 51, 120},
       {90'000'000, 90'000'001, 90'000'002, 120'000'000, 150'000'000},
       abroad},
      {"saikouchiku.global_recovery",
       {101, 301, 400, 901, 2000},
       {160'000'000, 160'000'001, 160'000'002, 180'000'000, 200'000'000},
       abroad},
      {"saikouchiku.emergency",
       {5, 6, 20, 21, 51, 400},
       {1'333'334, 1'500'000, 6'666'667, 6'800'000, 7'500'000, 13'333'334, 13'400'000, 15'000'000,
        20'000'000, 22'500'000},
       works},
      {"saikouchiku.minimum_wage",
       {5, 6, 20, 21, 51, 400},
       {1'333'334, 1'500'000, 6'666'667, 6'800'000, 7'500'000, 13'333'334, 13'400'000, 15'000'000,
        20'000'000, 22'500'000},
       works},
      {"saikouchiku.large_wage_raise",
       {99, 100, 101, 102, 120, 301, 400},
       {130'000'000, 130'000'002, 150'000'000, 170'000'000, 200'000'000, 200'000'003, 260'000'000},
       works},
      {"monozukuri.normal",
       {5, 6, 20, 21, 51},
       {1'500'000, 2'000'000, 12'000'000, 15'000'000, 20'000'000},
       {"machinery", "machinery", "raw_materials", "technology"}},
      {"monozukuri.low_infection",
       {5, 6, 20, 21, 51},
       {1'500'000, 12'000'000, 15'000'000},
       {"machinery", "machinery", "advertising", "raw_materials"}},
      {"jizokuka.normal",
       {3, 5, 6, 20, 21},
       {1, 2, 600'000, 750'000},
       {"machinery", "travel", "expert_travel", "exhibition"}},
      {"jizokuka.low_infection",
       {3, 5, 6, 20, 21},
       {1, 2, 333'333, 400'000, 666'667, 750'000, 999'999, 1'000'000, 1'333'333},
       sales},
      {"it.a", {5, 21, 100}, {600'000, 2'999'998, 3'000'000}, tools},
      {"it.b", {5, 21, 100}, {3'000'000, 9'000'000}, tools},
      {"it.c1", {5, 21, 100}, {450'000, 4'499'998, 4'500'000, 3'000'000}, rented},
      {"it.c2", {5, 21, 100}, {4'500'000, 6'750'000}, rented},
      {"it.d", {5, 21, 100}, {450'000, 2'250'000, 1'500'000}, rented}};
  return all;
}

Json applicant(Random& random, const Focus& focus) {
  Json result = any_applicant(random, focus);
  for (int attempt = 0; attempt < 12 && random.percent(93); ++attempt) {
    const Json& capital = result["capital_yen"];
    const Size size = size_of(result["kind"], capital.is_null() ? 0 : capital.get<Int>(),
                              result["industry"], result["employees"]);
    if (size_class_fits(focus.frame, size)) break;
    result = any_applicant(random, focus);
  }
  return result;
}

Json expenses(Random& random, const Focus& focus) {
  if (random.percent(2)) return Json::array();
  Int sum = random.pick(focus.sums);
  sum += random.percent(75) ? random.nudge() : random.between(-5000, 5000);
  sum = std::max<Int>(sum, 0);
  const std::string main = random.pick(focus.categories);
  Json rows = Json::array();
  const Int part = random.percent(50) ? 0 : sum / random.between(2, 9);
  rows.push_back(expense(random, main, sum - part));
  if (part > 0) {
    const std::string category = random.percent(70) ? main : random.pick(all_categories());
    rows.push_back(expense(random, category, part));
  }
  // One draw a statement: compilers differ in the order in which they work out arguments.
  const std::string frame = focus.frame;
  if (random.percent(frame.rfind("saikouchiku.", 0) == 0 ? 35 : 5)) {
    const Int share = random.percent(70) ? 2 : 3;
    const Int nudge = random.nudge();
    rows.push_back(expense(random, "training", sum / share + nudge));
  }
  if (random.percent(frame == "jizokuka.low_infection" ? 80 : 8)) {
    const Int amount = random.pick<Int>({sum / 3, sum, 333'333, 666'667, 200'000});
    const Int nudge = random.nudge();
    rows.push_back(expense(random, "infection_control", amount + nudge));
  }
  while (random.percent(25)) {
    const std::string& category = random.pick(all_categories());
    const Int amount = random.between(0, 3'000'000);
    rows.push_back(expense(random, category, amount));
  }
  return rows;
}

}  // namespace uwanose::oracle
