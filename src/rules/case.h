// A case: what one applicant states about itself, its figures and its plan.
//
// A fact that is not stated is unknown: std::nullopt, never zero, never no, never none. The known
// empty list of expenses ("none") differs from an unknown one. Money is whole yen without
// consumption tax, from 0 to 10^13; value added may be negative.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/month.h"
#include "core/ratio.h"
#include "rules/catalogue.h"

namespace uwanose::rules {

using Figure = std::optional<std::int64_t>;

struct MonthFigures {
  core::Month month;
  Figure sales_yen;
  Figure value_added_yen;

  friend bool operator==(const MonthFigures&, const MonthFigures&) = default;
};

struct YearPlan {
  Figure value_added_yen;
  Figure employees;
  Figure minimum_hourly_wage_yen;
};

struct WageMonth {
  core::Month month;
  Figure employees;
  Figure near_minimum;  // at or under the minimum wage + 30 yen

  friend bool operator==(const WageMonth&, const WageMonth&) = default;
};

struct Expense {
  std::optional<int> category;  // index into Catalogue::categories
  std::string item;
  Figure amount_yen;
  Figure unit_price_yen;
  std::string extra;  // what its file said of it beyond the format, as JSON; no rule reads it

  friend bool operator==(const Expense&, const Expense&) = default;
};

struct Case {
  // By FactIndex of the scalar facts; shorter than the catalogue where the rest is unknown.
  // Booleans are 0 or 1, choices the index of the choice, months Month::index(), codes a number.
  std::vector<std::optional<core::Ratio>> scalars;
  std::vector<std::string> texts;     // by FactIndex, of text facts; "" is unknown
  std::vector<MonthFigures> monthly;  // ascending, each month once
  std::vector<YearPlan> yearly;       // [0] is year 1; years beyond are unknown
  std::vector<WageMonth> wages;       // ascending, each month once
  std::optional<std::vector<Expense>> expenses;
  // What the applicant writes into forms beyond the facts (plan name, contact), by key; no rule
  // reads it. No text is empty.
  std::map<std::string, std::string, std::less<>> form_texts;

  std::optional<core::Ratio> scalar(FactIndex index) const {
    return index < scalars.size() ? scalars[index] : std::nullopt;
  }
  void set_scalar(FactIndex index, std::optional<core::Ratio> value) {
    if (index >= scalars.size()) scalars.resize(index + 1u);
    scalars[index] = value;
  }
  const MonthFigures* find_month(core::Month month) const {
    // Most cases state one month after the other.
    if (monthly.empty() || month < monthly.front().month) return nullptr;
    const auto offset = static_cast<std::size_t>(month - monthly.front().month);
    if (offset < monthly.size() && monthly[offset].month == month) return &monthly[offset];
    return search_month(month);
  }
  const MonthFigures* search_month(core::Month month) const;
};

// Names one fact of a case, scalar or not, and orders facts as the case file does.
struct FactRef {
  enum class Kind : std::uint8_t {
    applicant_and_application,  // scalar: a = FactIndex
    monthly,                    // a = Month::index(), b = 0 sales, 1 value added
    plan,                       // scalar
    yearly,                     // a = year (1…), b = 0 value added, 1 employees, 2 wage
    wages,                      // a = Month::index()
    expenses,                   // the whole list
    expense,                    // a = index, b = 0 category, 1 amount, 2 unit price
    answers,                    // scalar
    programmes,                 // scalar
  };
  Kind kind = Kind::applicant_and_application;
  std::int32_t a = 0;
  std::int32_t b = 0;

  friend constexpr auto operator<=>(const FactRef&, const FactRef&) = default;
};

FactRef scalar_ref(const Catalogue& catalogue, FactIndex index);
// `applicant.capital_yen`, `monthly[2021-01].sales_yen`, `plan.yearly[3].value_added_yen`,
// `wages[2020-11]`, `expenses[2].amount_yen`
std::string to_string(const FactRef& ref, const Catalogue& catalogue);

}  // namespace uwanose::rules
