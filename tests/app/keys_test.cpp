#include "app/keys.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

namespace {

std::string round_trip(std::string_view text) {
  const rules::Catalogue& catalogue = shipped_rules()->catalogue;
  const auto key = parse_key(text, catalogue);
  return key ? to_string(*key, catalogue) : "no key";
}

}  // namespace

TEST_CASE("keys: scalar facts by id, series by month, year or row") {
  for (const char* text :
       {"applicant.employees", "plan.base.value_added_yen", "answers.wage_plan",
        "application.rounds.saikouchiku", "monthly.2021-01.sales_yen",
        "monthly.2019-12.value_added_yen", "plan.yearly.2.employees", "wages.2020-10.near_minimum",
        "expenses.12.amount_yen", "expenses.1.category"}) {
    CHECK(round_trip(text) == text);
  }
}

TEST_CASE("keys: what names no field is no key") {
  for (const char* text :
       {"", "applicant", "applicant.shoe_size", "monthly.sales_yen", "monthly.2021-13.sales_yen",
        "monthly.2021-1.sales_yen", "monthly.2021-01.employees", "plan.yearly.0.employees",
        "plan.yearly.02.employees", "plan.yearly.x.employees", "wages.2020-10", "expenses.add",
        "expenses.0.amount_yen", "expenses.-1.amount_yen", "expenses.1234567890.amount_yen"}) {
    CAPTURE(text);
    CHECK(round_trip(text) == "no key");
  }
}

TEST_CASE("keys: a missing fact leads to its field, an expense by its row id") {
  using Kind = rules::FactRef::Kind;
  const rules::Catalogue& catalogue = shipped_rules()->catalogue;
  rules::Case facts;
  facts.wages.push_back({core::Month(2020, 11), 30, std::nullopt});
  const std::vector<RowId> rows{4, 9};
  const auto field = [&](const rules::FactRef& ref) {
    return field_of(ref, facts, rows, catalogue);
  };
  CHECK(field({Kind::monthly, core::Month(2021, 1).index(), 0}) == "monthly.2021-01.sales_yen");
  CHECK(field({Kind::monthly, core::Month(2021, 1).index(), 1}) ==
        "monthly.2021-01.value_added_yen");
  CHECK(field({Kind::yearly, 3, 1}) == "plan.yearly.3.employees");
  CHECK(field({Kind::expense, 1, 1}) == "expenses.9.amount_yen");
  CHECK(field({Kind::expense, 2, 1}) == "expenses.add");
  CHECK(field({Kind::expenses, 0, 0}) == "expenses.add");
  CHECK(field({Kind::wages, core::Month(2020, 10).index(), 0}) == "wages.2020-10.employees");
  CHECK(field({Kind::wages, core::Month(2020, 11).index(), 0}) == "wages.2020-11.near_minimum");
  CHECK(field(scalar_ref(catalogue, *catalogue.find("applicant.kind"))) == "applicant.kind");
}

}  // namespace uwanose::app
