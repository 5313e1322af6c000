#include "oracle/finding.h"

namespace uwanose::oracle {

Finding either(const std::vector<Finding>& alternatives) {
  Finding result = alternatives.front();
  for (const Finding& finding : alternatives) {
    if (finding.verdict != result.verdict) result.verdict = Verdict::kUndetermined;
    result.must.insert(finding.must.begin(), finding.must.end());
    result.may.insert(finding.may.begin(), finding.may.end());
  }
  return result;
}

Finding over_applications(const Facts& facts, const std::function<Finding(int)>& at) {
  if (facts.application) return at(*facts.application);
  const int first_of_calls = month_of(2021, 3);
  std::vector<Finding> alternatives;
  for (int month = month_of(2019, 1); month <= last_spoken_month(facts) + 8; ++month) {
    alternatives.push_back(at(month));
    if (month < first_of_calls) alternatives.back().must.clear();
  }
  Finding finding = either(alternatives);
  if (finding.verdict == Verdict::kUndetermined) finding.may.insert("application.month");
  const int last = facts.months.empty() ? 0 : facts.months.rbegin()->first;
  const std::string beyond =
      name_of(last + 1, false).substr(0, std::string("monthly[....-..").size());
  finding.must = finding.verdict == Verdict::kUndetermined
                     ? std::set<std::string>{"application.month"}
                     : std::set<std::string>{};
  for (const Finding& alternative : alternatives) {
    for (const std::string& name : alternative.must) {
      if (name < beyond) finding.must.insert(name);
    }
  }
  return finding;
}

Series series_of(const Facts& facts, bool value_added) {
  Series series;
  for (const auto& [month, row] : facts.months) {
    const auto& figure = value_added ? row.value_added : row.sales;
    if (figure) series[month] = *figure;
  }
  return series;
}

std::string name_of(int month, bool value_added) {
  return "monthly[" + month_text(month) + (value_added ? "].value_added_yen" : "].sales_yen");
}

Maybe<Wide> figure_of(const Series& series, int month) {
  const auto found = series.find(month);
  if (found == series.end()) return std::nullopt;
  return found->second;
}

}  // namespace uwanose::oracle
