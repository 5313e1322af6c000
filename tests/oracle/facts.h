// The oracle's own reading of a case: every leaf either known or not, nothing judged.
//
// Units: money in whole yen, months as year*12 + (month-1). A leaf that is missing or null is
// std::nullopt. Cases are taken to be free of faults (the generator makes no faulty ones).
// Shares nothing with src/ on purpose: it is the second opinion.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace uwanose::oracle {

using Json = nlohmann::ordered_json;
using Int = std::int64_t;
__extension__ typedef __int128 Wide;

template <typename T>
using Maybe = std::optional<T>;

enum class Verdict { kNotMet, kUndetermined, kMet };

const char* verdict_name(Verdict verdict);
Verdict all_of(Verdict a, Verdict b);
Verdict any_of(Verdict a, Verdict b);
Verdict known_as(bool met);
Verdict of_answer(const Maybe<bool>& answer);

constexpr int month_of(int year, int month) { return year * 12 + month - 1; }
std::string month_text(int month);

struct MonthRow {
  Maybe<Int> sales;
  Maybe<Int> value_added;
};
struct WageRow {
  Maybe<Int> employees;
  Maybe<Int> near_minimum;
};
struct PlanRow {
  Maybe<Int> value_added;
  Maybe<Int> employees;
  Maybe<Int> wage;
};
struct Expense {
  Maybe<std::string> category;
  Maybe<Int> amount;
  Maybe<Int> unit_price;
};

struct Facts {
  Maybe<std::string> kind, head_office, industry;
  Maybe<Int> capital, employees;
  Maybe<bool> deemed_large;
  Maybe<int> application;
  std::map<std::string, Maybe<Int>> rounds;  // saikouchiku monozukuri jizokuka it
  std::map<int, MonthRow> months;
  Maybe<Int> years;
  PlanRow base;
  std::vector<PlanRow> yearly;  // always five, years 1…5
  int yearly_given = 0;
  std::map<int, WageRow> wages;
  bool expenses_known = false;
  std::vector<Expense> expenses;
  std::map<std::string, Maybe<bool>> answers;
  Maybe<std::string> graduation_route;
  Maybe<Int> it_processes;
};

Facts read_facts(const Json& input);

// The last month that the case or the calls speak of: the monthly rows, and 2022-02.
int last_spoken_month(const Facts& facts);

// Names of facts, sorted into the order of the case: applicant, application, monthly by month,
// plan by year, wages by month, expenses by index, answers.
std::vector<std::string> in_case_order(const std::set<std::string>& names);

}  // namespace uwanose::oracle
