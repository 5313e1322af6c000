#include <doctest/doctest.h>

#include "io/support.h"

namespace uwanose::io {

TEST_CASE("case: a row of a table by months has a month") {
  CHECK(case_faults(R"("monthly": [{"sales_yen": 1}])") ==
        Lines{"monthly[0].month: must be given: a row belongs to a month"});
  CHECK(case_faults(R"("wages": [{"month": null}])") ==
        Lines{"wages[0].month: must be given: a row belongs to a month"});
  CHECK(case_faults(R"("monthly": [null])") ==
        Lines{"monthly[0].month: must be given: a row belongs to a month"});
}

TEST_CASE("case: a month twice") {
  CHECK(case_faults(R"("monthly": [{"month": "2020-04"}, {"month": "2019-04"}, {"month": "2020-05"},
                              {"month": "2020-04"}, {"month": "2020-04"}])") ==
        Lines{"monthly[3].month: the month 2020-04 is given twice",
              "monthly[4].month: the month 2020-04 is given twice"});
  CHECK(case_faults(R"("wages": [{"month": "2020-10"}, {"month": "2020-10"}])") ==
        Lines{"wages[1].month: the month 2020-10 is given twice"});
}

TEST_CASE("case: near_minimum above employees") {
  CHECK(case_faults(R"("wages": [{"month": "2020-10", "employees": 3, "near_minimum": 4}])") ==
        Lines{"wages[0].near_minimum: must not exceed employees"});
}

}  // namespace uwanose::io
