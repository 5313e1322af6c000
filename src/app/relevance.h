// Which facts the shown frames look at: found by walking their compiled requirements, amounts and
// checks. The form asks for no others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/month.h"
#include "rules/assessment.h"

namespace uwanose::app {

struct Relevance {
  std::vector<bool> scalars;                  // by FactIndex
  bool sales = false, value_added = false;    // monthly
  std::optional<core::Month> earliest_month;  // that a monthly test looks back to
  bool plan_value_added = false, plan_employees = false, plan_wage = false;
  std::optional<core::Month> wages_from, wages_to;
  bool expenses = false, unit_price = false;

  bool scalar(rules::FactIndex fact) const { return fact < scalars.size() && scalars[fact]; }
};

bool is_shown(const std::vector<std::string>& frame_ids, std::string_view frame_id);

// Where the monthly figures of the form begin: 2019-01, or further back where a test needs it.
core::Month first_month(const Relevance& relevance);

// `frame_ids` empty: every frame.
Relevance relevance_of(const rules::RuleBook& rules, const std::vector<std::string>& frame_ids);

}  // namespace uwanose::app
