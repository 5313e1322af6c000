// Checks: the tests that are algorithms rather than formulas (the best three months, growth over
// a plan). A pack names a check and its figures; formulas and requirements use it by that name.
//
// Every check is three-valued over missing facts: met if the known facts meet it however the rest
// turns out, not met if no completion meets it, undetermined otherwise; then it lists the missing
// facts that could settle it. Whole numbers only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "core/fixed_list.h"
#include "core/month.h"
#include "core/ratio.h"
#include "core/verdict.h"
#include "rules/case.h"

namespace uwanose::rules {

// Which monthly figure a test looks at. Sales are at least 0; value added has no lower bound.
enum class MonthlySet : std::uint8_t { sales, value_added };

// Any `months` distinct months within `window` consecutive ones, from `from` (or within the last
// `last_months` before the application) up to the month before the application, whose sum is at
// least `drop` below the sum of their base months. A month's base is the same calendar month
// within base_from…base_to, the larger where there are two.
struct ThreeMonthDecline {
  struct Part {
    char name = 'a';
    std::optional<core::Month> from;
    int last_months = 0;  // used where `from` is absent
    core::Ratio drop;
  };
  struct Set {
    MonthlySet figures = MonthlySet::sales;
    std::vector<Part> parts;  // one or two; all must be met, months may differ between them
  };
  core::Month base_from, base_to;
  int window = 6;
  std::vector<Set> sets;  // one must be met; they do not mix
};

// One month from…to, before the application, at least `drop` below the same month one or two
// years before.
struct OneMonthDecline {
  struct Set {
    MonthlySet figures = MonthlySet::sales;
    core::Ratio drop;
  };
  core::Month from;
  std::optional<core::Month> to;
  std::vector<Set> sets;  // one must be met
};

// Value added in the plan's last year, in all or (if per_head) per employee, against the base:
// `yearly` a year, simple, or compound.
struct ValueAddedGrowth {
  core::Ratio yearly;
  bool per_head = false;
  bool compound = false;
};

// The lowest hourly wage of year t is at least the base wage + t · yearly_yen, for every year.
struct YearlyWageRaise {
  std::int64_t yearly_yen = 0;
};

// Employees after the first year and at the plan's end against the larger of the plan's base and
// the applicant's employees; simple growth.
struct HeadcountGrowth {
  core::Ratio first_year, yearly;
};

// In at least `months` of the months from…to, near_minimum ≥ share · employees.
struct MonthsShare {
  core::Month from, to;
  int months = 0;
  core::Ratio share;
};

// One expense of `category` has a unit price of at least `at_least` yen. Where the price is not
// stated, it is unknown if the amount could hold it.
struct ItemUnitPrice {
  int category = 0;
  std::int64_t at_least = 0;
};

using CheckRule = std::variant<ThreeMonthDecline, OneMonthDecline, ValueAddedGrowth,
                               YearlyWageRaise, HeadcountGrowth, MonthsShare, ItemUnitPrice>;

// --- evidence --------------------------------------------------------------------------------

// The triple with the greatest slack. limit = the largest sum that meets the test, rounded down;
// slack = limit − sum, so that the test is met exactly where slack ≥ 0.
struct DeclineTriple {
  std::array<core::Month, 3> months, base_months;
  std::int64_t sum = 0, base_sum = 0, limit = 0, slack = 0;
};
struct DeclinePart {
  char name = 'a';
  core::Verdict verdict = core::Verdict::undetermined;
  std::optional<DeclineTriple> best;  // none where no three months are fully known
};
struct DeclineSet {
  MonthlySet figures = MonthlySet::sales;
  core::Verdict verdict = core::Verdict::undetermined;
  core::FixedList<DeclinePart, 2> parts;
};
struct DeclineEvidence {
  DeclineSet shown;
  std::optional<DeclineSet> other;
};

struct MonthDecline {
  core::Month month, base_month;
  std::int64_t value = 0, base = 0, limit = 0, slack = 0;
};
struct OneMonthEvidence {
  struct Set {
    MonthlySet figures = MonthlySet::sales;
    core::Verdict verdict = core::Verdict::undetermined;
    std::optional<MonthDecline> best;
  };
  Set shown;
  std::optional<Set> other;
};

// A value against a threshold in one unit. For "at least", slack = value − limit; for "at most",
// slack = limit − value: met exactly where slack ≥ 0.
struct Threshold {
  std::optional<core::Int128> value, limit, slack;
  Unit unit;
  int year = 0;                     // of the plan, where one year decides; 0 none
  bool per_head = false;            // value added per employee met it rather than the total
  bool base_not_positive = false;   // the base is zero or less, which no rule settles
  std::vector<core::Month> months;  // the months that count
};

using CheckEvidence = std::variant<DeclineEvidence, OneMonthEvidence, Threshold>;

struct CheckResult {
  core::Verdict verdict = core::Verdict::undetermined;
  CheckEvidence evidence = Threshold{};
  std::vector<FactRef> missing;  // in the order of the case; empty unless undetermined
};

// The scalar facts that checks read, found once in the catalogue.
struct CheckFacts {
  FactIndex application_month = 0, applicant_employees = 0, plan_years = 0, base_value_added = 0,
            base_employees = 0, base_wage = 0;
  static std::optional<CheckFacts> find(const Catalogue& catalogue);
};

CheckResult run_check(const CheckRule& rule, const Case& input, const CheckFacts& facts);
// The same verdict alone, sooner.
core::Verdict judge_check(const CheckRule& rule, const Case& input, const CheckFacts& facts);

}  // namespace uwanose::rules
