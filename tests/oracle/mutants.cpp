#include "oracle/mutants.h"

#include <stdexcept>

namespace uwanose::oracle {

const std::vector<Mutant>& mutants() {
  static const std::vector<Mutant> all = {
      // Size classes
      {"", R"("values": [300000000, 300, 20])", R"("values": [299999999, 300, 20])"},
      {R"("wholesale")", "100, 5]", "101, 5]"},
      {R"("retail")", "50000000, 50", "50000000, 100"},
      {R"("rubber")", "900", "300"},
      {R"("software")", "300, 5]", "300, 20]"},
      {R"("ryokan")", "200", "100"},
      {R"("entertainment")", "50000000", "100000000"},
      {"", "capital_yen < 10億", "capital_yen <= 10億"},
      {"", "applicant.employees <= 2000", "applicant.employees < 2000"},
      {"", "applicant.head_office <= 20999", "applicant.head_office <= 29999"},
      // Caps by head count
      {R"("id": "normal_caps")", "[20]", "[21]"},
      {R"("id": "normal_caps")", "60000000", "50000000"},
      {R"("id": "special_caps")", "[5]", "[6]"},
      {R"("id": "special_caps")", "670000", "660000"},
      // Expenses
      {R"("id": "saikouchiku_eligible")", "* 3/2", "* 4/3"},
      {R"("id": "saikouchiku_abroad_eligible")", ", 'overseas_travel'", ""},
      {R"("id": "jizokuka_eligible")", ", 'expert_travel'", ""},
      {R"("id": "monozukuri_eligible")", ", 'raw_materials'", ""},
      {R"("id": "jizokuka_low_eligible")", "50万", "25万"},
      {R"("id": "jizokuka_low_eligible")", "jizokuka_besides_infection * 4/3",
       "jizokuka_besides_infection * 5/4"},
      {R"("id": "jizokuka_low_eligible")", "25万 * 4/3", "25万"},
      {R"("id": "infection_special")", " and answers.emergency_impact", ""},
      // Falls of sales
      {R"("id": "decline_10_and_5")", R"("2019-01")", R"("2020-01")"},
      {R"("id": "decline_10_and_5")", R"("window": 6)", R"("window": 7)"},
      {R"("id": "decline_10_and_5")", R"("2020-04")", R"("2020-05")"},
      {R"("id": "decline_10_and_5")", R"("drop": "10%")", R"("drop": "10.1%")"},
      {R"("id": "decline_10_and_5")", R"("drop": "5%")", R"("drop": "4.9%")"},
      {R"("id": "decline_10_and_5")", R"("drop": "15%")", R"("drop": "14%")"},
      {R"("id": "decline_10_and_5")", R"("drop": "7.5%")", R"("drop": "8%")"},
      {R"("id": "decline_10_recent")", R"("last_months": 6)", R"("last_months": 5)"},
      {R"("id": "decline_10_since_october")", R"("2020-10")", R"("2020-09")"},
      {R"("id": "decline_15_and_5")", R"("drop": "15%")", R"("drop": "10%")"},
      {R"("id": "emergency_month_to_august")", R"("2021-08")", R"("2021-09")"},
      {R"("id": "emergency_month_to_june")", R"("2021-06")", R"("2021-08")"},
      {R"("id": "emergency_month_to_august")", R"("drop": "45%")", R"("drop": "30%")"},
      {R"("id": "month_since_april_2020")", R"("drop": "30%")", R"("drop": "31%")"},
      {R"("id": "infection_special_month")", R"("2021-09")", R"("2021-08")"},
      // Plans, wages
      {R"("id": "growth_3")", R"("compound": false)", R"("compound": true)"},
      {R"("id": "growth_3")", R"("per_head": true)", R"("per_head": false)"},
      {R"("id": "growth_5")", R"("5%")", R"("3%")"},
      {R"("id": "growth_3_total")", R"("per_head": false)", R"("per_head": true)"},
      {R"("id": "wage_raise_45")", R"("yearly_yen": 45)", R"("yearly_yen": 44)"},
      {R"("id": "headcount_1_then_1_5")", R"("first_year": "1%")", R"("first_year": "1.5%")"},
      {R"("id": "minimum_wage_months")", R"("2021-06")", R"("2021-07")"},
      {R"("id": "minimum_wage_months")", R"("months": 3)", R"("months": 2)"},
      {R"("id": "machine_of_50")", R"("at_least": 500000)", R"("at_least": 500001)"},
      // Requirements
      {R"("key": "round_monozukuri_5_to_9")", R"("at_least": "5")", R"("at_least": "6")"},
      {R"("key": "financial_institution")", "national > 3000万", "national >= 3000万"},
      {R"("key": "employees_101")", R"("at_least": "101")", R"("at_least": "100")"},
      {R"("key": "graduation_route")", "!= 'none'", "== 'investment'"},
      {R"("key": "it_processes_4")", R"("at_least": "4")", R"("at_least": "3")"},
      // Amounts
      {R"("id": "saikouchiku.normal")", "6000万, 1/2)", "6000万, 1/3)"},
      {R"("id": "saikouchiku.normal")", "eligible * 4/30", "eligible * 8/10 - national"},
      {R"("id": "saikouchiku.normal")", R"("cap": "500万")", R"("cap": "400万")"},
      {R"("id": "saikouchiku.graduation")", R"("more_than": "6000万")", R"("at_least": "6000万")"},
      {R"("id": "saikouchiku.graduation")", R"("amount": "1000万")",
       R"("amount": "eligible * 4/30")"},
      {R"("id": "saikouchiku.emergency")", R"("at_least": "100万")", R"("more_than": "100万")"},
      {R"("id": "saikouchiku.large_wage_raise")", R"("more_than": "8000万")",
       R"("at_least": "8000万")"},
      {R"("id": "saikouchiku.large_wage_raise")", "applicant.employees >= 101",
       "applicant.employees >= 102"},
      {R"("id": "monozukuri.low_infection")", R"("cap": "200万")", R"("cap": "250万")"},
      {R"("id": "it.a")", R"("cap": "1499999")", R"("cap": "150万")"},
      {R"("id": "it.c1")", "eligible * 2/3", "eligible * 1/2"},
      {R"("id": "it.d")", R"("cap": "30万")", R"("cap": "90万")"}};
  return all;
}

std::string with_fault(const std::string& pack, const Mutant& mutant) {
  const auto anchor = pack.find(mutant.after);
  const auto at = anchor == std::string::npos ? anchor : pack.find(mutant.find, anchor);
  if (at == std::string::npos) {
    throw std::runtime_error(std::string("not in the pack: ") + mutant.after + " … " + mutant.find);
  }
  std::string text = pack;
  return text.replace(at, std::string(mutant.find).size(), mutant.replace);
}

}  // namespace uwanose::oracle
