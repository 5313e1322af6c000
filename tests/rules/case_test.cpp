#include "rules/case.h"

#include <doctest/doctest.h>

#include "support.h"

namespace uwanose::rules {

TEST_CASE("facts are named as in the case file") {
  const Catalogue catalogue = testing::small_catalogue();
  const auto name = [&](FactRef ref) { return to_string(ref, catalogue); };
  CHECK(name(scalar_ref(catalogue, *catalogue.find("applicant.capital_yen"))) ==
        "applicant.capital_yen");
  const std::int32_t january = core::Month(2021, 1).index();
  CHECK(name({FactRef::Kind::monthly, january, 0}) == "monthly[2021-01].sales_yen");
  CHECK(name({FactRef::Kind::monthly, january, 1}) == "monthly[2021-01].value_added_yen");
  CHECK(name({FactRef::Kind::yearly, 3, 0}) == "plan.yearly[3].value_added_yen");
  CHECK(name({FactRef::Kind::wages, january, 0}) == "wages[2021-01]");
  CHECK(name({FactRef::Kind::expenses, 0, 0}) == "expenses");
  CHECK(name({FactRef::Kind::expense, 2, 1}) == "expenses[2].amount_yen");
}

TEST_CASE("facts are ordered as in the case file") {
  const Catalogue catalogue = testing::small_catalogue();
  const auto scalar = [&](std::string_view id) {
    return scalar_ref(catalogue, *catalogue.find(id));
  };
  CHECK(scalar("applicant.kind") < scalar("application.month"));
  CHECK(scalar("application.month") < FactRef{FactRef::Kind::monthly, 0, 0});
  CHECK(FactRef{FactRef::Kind::monthly, 9, 1} < FactRef{FactRef::Kind::monthly, 10, 0});
  CHECK(FactRef{FactRef::Kind::monthly, 99'999, 1} < scalar("plan.years"));
  CHECK(scalar("plan.base.employees") < FactRef{FactRef::Kind::yearly, 1, 0});
  CHECK(FactRef{FactRef::Kind::expense, 0, 2} < scalar("answers.wage_plan"));
}

TEST_CASE("a mistyped name finds its neighbour") {
  const std::vector<std::string_view> names{"employees", "industry"};
  CHECK(nearest_name("employes", names) == "employees");
  CHECK(nearest_name("zzz", names).empty());
}

}  // namespace uwanose::rules
