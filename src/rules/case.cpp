#include "rules/case.h"

#include <algorithm>

namespace uwanose::rules {

const MonthFigures* Case::search_month(core::Month month) const {
  const auto at = std::lower_bound(
      monthly.begin(), monthly.end(), month,
      [](const MonthFigures& figures, core::Month wanted) { return figures.month < wanted; });
  return at != monthly.end() && at->month == month ? &*at : nullptr;
}

FactRef scalar_ref(const Catalogue& catalogue, FactIndex index) {
  const std::string_view id = catalogue[index].id;
  const auto kind = id.starts_with("plan.")         ? FactRef::Kind::plan
                    : id.starts_with("answers.")    ? FactRef::Kind::answers
                    : id.starts_with("programmes.") ? FactRef::Kind::programmes
                                                    : FactRef::Kind::applicant_and_application;
  return {kind, index, 0};
}

std::string to_string(const FactRef& ref, const Catalogue& catalogue) {
  const auto month = [&] { return core::Month::from_index(ref.a).to_string(); };
  switch (ref.kind) {
    case FactRef::Kind::monthly:
      return "monthly[" + month() + (ref.b == 0 ? "].sales_yen" : "].value_added_yen");
    case FactRef::Kind::yearly: {
      constexpr const char* fields[] = {"value_added_yen", "employees", "minimum_hourly_wage_yen"};
      return "plan.yearly[" + std::to_string(ref.a) + "]." + fields[ref.b];
    }
    case FactRef::Kind::wages: return "wages[" + month() + "]";
    case FactRef::Kind::expenses: return "expenses";
    case FactRef::Kind::expense: {
      constexpr const char* fields[] = {"category", "amount_yen", "unit_price_yen"};
      return "expenses[" + std::to_string(ref.a) + "]." + fields[ref.b];
    }
    default: return catalogue[static_cast<FactIndex>(ref.a)].id;
  }
}

}  // namespace uwanose::rules
