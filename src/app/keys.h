// The key of a field of the form, which is also the id of its node:
//
//   applicant.employees  answers.wage_plan  plan.base.employees      scalar facts, by their id
//   monthly.2021-01.sales_yen  wages.2020-10.near_minimum            by month
//   plan.yearly.2.employees                                         by year
//   expenses.7.amount_yen                                           by row id, not by position
//
// A row id stays with its row until the row is gone, and never comes back for another; a later row
// has a greater one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/month.h"
#include "rules/case.h"

namespace uwanose::app {

using RowId = std::uint32_t;

struct FieldKey {
  rules::FactIndex fact = 0;
  rules::Series series = rules::Series::none;
  core::Month month;  // of monthly and wages
  int year = 0;       // of yearly, from 1
  RowId row = 0;      // of expenses

  friend bool operator==(const FieldKey&, const FieldKey&) = default;
};

// Where `row` stands among `rows`, which ascend.
std::optional<std::size_t> position(const std::vector<RowId>& rows, RowId row);

std::optional<FieldKey> parse_key(std::string_view text, const rules::Catalogue& catalogue);
std::string to_string(const FieldKey& key, const rules::Catalogue& catalogue);

// The last part of a fact's id: "sales_yen" of "monthly.sales_yen".
std::string_view last_part(std::string_view fact_id);

// The field in which a missing fact is entered. `rows` are the ids of the expenses, in order; the
// whole list of expenses is entered at "expenses.add". Of a month of wages the field that is still
// unknown.
std::string field_of(const rules::FactRef& ref, const rules::Case& facts,
                     const std::vector<RowId>& rows, const rules::Catalogue& catalogue);

}  // namespace uwanose::app
