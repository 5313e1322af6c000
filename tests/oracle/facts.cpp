#include "oracle/facts.h"

#include <algorithm>
#include <tuple>

namespace uwanose::oracle {

const char* verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNotMet: return "not_met";
    case Verdict::kUndetermined: return "undetermined";
    case Verdict::kMet: return "met";
  }
  return "?";
}

Verdict all_of(Verdict a, Verdict b) { return std::min(a, b); }
Verdict any_of(Verdict a, Verdict b) { return std::max(a, b); }
Verdict known_as(bool met) { return met ? Verdict::kMet : Verdict::kNotMet; }
Verdict of_answer(const Maybe<bool>& answer) {
  return answer ? known_as(*answer) : Verdict::kUndetermined;
}

std::string month_text(int month) {
  const int number = month % 12 + 1;
  return std::to_string(month / 12) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

namespace {

const Json* child(const Json* object, const char* key) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(key);
  return found == object->end() || found->is_null() ? nullptr : &*found;
}

template <typename T>
Maybe<T> leaf(const Json* object, const char* key) {
  const Json* value = child(object, key);
  if (value == nullptr) return std::nullopt;
  return value->get<T>();
}

Maybe<int> month_leaf(const Json* object, const char* key) {
  const auto text = leaf<std::string>(object, key);
  if (!text) return std::nullopt;
  return month_of(std::stoi(text->substr(0, 4)), std::stoi(text->substr(5, 2)));
}

PlanRow plan_row(const Json* row) {
  return {leaf<Int>(row, "value_added_yen"), leaf<Int>(row, "employees"),
          leaf<Int>(row, "minimum_hourly_wage_yen")};
}

}  // namespace

Facts read_facts(const Json& input) {
  Facts facts;
  const Json* applicant = child(&input, "applicant");
  facts.kind = leaf<std::string>(applicant, "kind");
  facts.head_office = leaf<std::string>(applicant, "head_office");
  facts.industry = leaf<std::string>(applicant, "industry");
  facts.capital = leaf<Int>(applicant, "capital_yen");
  facts.employees = leaf<Int>(applicant, "employees");
  facts.deemed_large = leaf<bool>(applicant, "deemed_large");

  const Json* application = child(&input, "application");
  facts.application = month_leaf(application, "month");
  for (const char* name : {"saikouchiku", "monozukuri", "jizokuka", "it"}) {
    facts.rounds[name] = leaf<Int>(child(application, "rounds"), name);
  }

  if (const Json* rows = child(&input, "monthly")) {
    for (const Json& row : *rows) {
      if (const auto month = month_leaf(&row, "month")) {
        facts.months[*month] = {leaf<Int>(&row, "sales_yen"), leaf<Int>(&row, "value_added_yen")};
      }
    }
  }

  const Json* plan = child(&input, "plan");
  facts.years = leaf<Int>(plan, "years");
  facts.base = plan_row(child(plan, "base"));
  facts.yearly.resize(5);
  if (const Json* rows = child(plan, "yearly")) {
    facts.yearly_given = static_cast<int>(rows->size());
    for (std::size_t i = 0; i < rows->size() && i < 5; ++i) facts.yearly[i] = plan_row(&(*rows)[i]);
  }

  if (const Json* rows = child(&input, "wages")) {
    for (const Json& row : *rows) {
      if (const auto month = month_leaf(&row, "month")) {
        facts.wages[*month] = {leaf<Int>(&row, "employees"), leaf<Int>(&row, "near_minimum")};
      }
    }
  }

  if (const Json* rows = child(&input, "expenses")) {
    facts.expenses_known = true;
    for (const Json& row : *rows) {
      facts.expenses.push_back({leaf<std::string>(&row, "category"), leaf<Int>(&row, "amount_yen"),
                                leaf<Int>(&row, "unit_price_yen")});
    }
  }

  const Json* answers = child(&input, "answers");
  for (const char* name :
       {"plan_with_support_institution", "plan_with_financial_institution",
        "restructuring_guideline", "emergency_impact", "leaves_sme", "global_expansion",
        "wage_plan", "low_infection_project", "it_contactless"}) {
    facts.answers[name] = leaf<bool>(answers, name);
  }
  facts.graduation_route = leaf<std::string>(answers, "graduation_route");
  facts.it_processes = leaf<Int>(answers, "it_processes");
  return facts;
}

int last_spoken_month(const Facts& facts) {
  const int last_of_calls = month_of(2022, 2);
  return facts.months.empty() ? last_of_calls
                              : std::max(last_of_calls, facts.months.rbegin()->first);
}

std::vector<std::string> in_case_order(const std::set<std::string>& names) {
  static const std::vector<std::string> order = {"applicant.kind",
                                                 "applicant.head_office",
                                                 "applicant.industry",
                                                 "applicant.capital_yen",
                                                 "applicant.employees",
                                                 "applicant.deemed_large",
                                                 "application.month",
                                                 "application.rounds.saikouchiku",
                                                 "application.rounds.monozukuri",
                                                 "application.rounds.jizokuka",
                                                 "application.rounds.it",
                                                 "monthly[",
                                                 "plan.years",
                                                 "plan.base.value_added_yen",
                                                 "plan.base.employees",
                                                 "plan.base.minimum_hourly_wage_yen",
                                                 "plan.yearly[",
                                                 "wages[",
                                                 "expenses[",
                                                 "expenses",
                                                 "answers.plan_with_support_institution",
                                                 "answers.plan_with_financial_institution",
                                                 "answers.restructuring_guideline",
                                                 "answers.emergency_impact",
                                                 "answers.graduation_route",
                                                 "answers.leaves_sme",
                                                 "answers.global_expansion",
                                                 "answers.wage_plan",
                                                 "answers.low_infection_project",
                                                 "answers.it_processes",
                                                 "answers.it_contactless"};
  static const std::vector<std::string> fields = {"sales_yen",
                                                  "category",
                                                  "amount_yen",
                                                  "unit_price_yen",
                                                  "value_added_yen",
                                                  "employees",
                                                  "minimum_hourly_wage_yen"};
  const auto place = [](const std::string& name) {
    const auto open = name.find('[');
    const std::string head = open == std::string::npos ? name : name.substr(0, open + 1);
    std::string key =
        open == std::string::npos ? "" : name.substr(open + 1, name.find(']') - open - 1);
    key.insert(0, key.size() < 8 ? 8 - key.size() : 0, ' ');
    const std::string field = name.substr(name.rfind('.') + 1);
    return std::tuple(std::find(order.begin(), order.end(), head) - order.begin(), key,
                      std::find(fields.begin(), fields.end(), field) - fields.begin());
  };
  std::vector<std::string> sorted(names.begin(), names.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return sorted;
}

}  // namespace uwanose::oracle
