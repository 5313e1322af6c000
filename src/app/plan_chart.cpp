#include "app/plan_chart.h"

#include <algorithm>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/shown_check.h"

namespace uwanose::app {

namespace {

using core::Ratio;

constexpr int most_years = 5;

class Maker {
 public:
  Maker(const State& state, const rules::ValueAddedGrowth& rule, const rules::Threshold& evidence)
      : state_(state), words_(state.words()), rule_(rule), per_head_(evidence.per_head) {}

  PlanChart make() {
    const auto base = figure(0);
    if (!base || *base <= Ratio(0)) return {};
    const auto years = whole("plan.years");
    const int last = static_cast<int>(std::clamp<std::int64_t>(years.value_or(3), 1, most_years));
    Ratio factor(1);
    for (int year = 0; year <= last; ++year) {
      add(year, *base * factor, years && year == last);
      factor = rule_.compound ? factor * (Ratio(1) + rule_.yearly) : factor + rule_.yearly;
    }
    describe(years ? last : 0);
    return std::move(chart_);
  }

 private:
  std::optional<std::int64_t> whole(std::string_view id) const {
    const auto fact = state_.catalogue().find(id);
    const auto value = fact ? state_.facts().scalar(*fact) : std::nullopt;
    return value ? std::optional(static_cast<std::int64_t>(value->floor())) : std::nullopt;
  }

  // Of a year of the plan, 0 the base; per employee where that was judged.
  std::optional<Ratio> figure(int year) const {
    rules::YearPlan plan;
    const auto& yearly = state_.facts().yearly;
    if (year == 0) {
      plan.value_added_yen = whole("plan.base.value_added_yen");
      plan.employees = whole("plan.base.employees");
    } else if (static_cast<std::size_t>(year) <= yearly.size()) {
      plan = yearly[static_cast<std::size_t>(year) - 1];
    }
    if (!plan.value_added_yen) return std::nullopt;
    if (!per_head_) return Ratio(*plan.value_added_yen);
    if (!plan.employees || *plan.employees <= 0) return std::nullopt;
    return Ratio::of(*plan.value_added_yen, *plan.employees);
  }

  void add(int year, const Ratio& line, bool judged) {
    const auto value = figure(year);
    PlanYear made{year, std::nullopt, std::nullopt, judged};
    if (value) made.value = static_cast<std::int64_t>(value->floor());
    if (line.defined() && year > 0) {
      made.limit = -static_cast<std::int64_t>((Ratio(0) - line).floor());
    }
    chart_.years.push_back(made);
  }

  std::string cell(const std::optional<std::int64_t>& yen) const {
    return yen ? yen_text(words_, *yen) : std::string(words_("form.unknown"));
  }

  void describe(int judged) {
    const std::string percent = decimal_text(rule_.yearly * Ratio(100));
    chart_.figures = words_(per_head_ ? "chart.per_head" : "evidence.value_added");
    chart_.limit_label = words_("chart.growth_line", {percent});
    chart_.name = words_("chart.growth", {chart_.figures, chart_.limit_label});
    chart_.description = words_("chart.growth_description", {chart_.figures, chart_.limit_label});
    if (judged > 0) {
      const PlanYear& last = chart_.years.back();
      chart_.description += words_("chart.growth_judged",
                                   {std::to_string(judged), cell(last.value), cell(last.limit)});
    }
    for (const PlanYear& year : chart_.years) {
      chart_.table.push_back(
          {year.year == 0 ? std::string(words_("chart.base_year")) : year_header(words_, year.year),
           cell(year.value), year.limit ? cell(year.limit) : std::string(),
           std::string(year.judged ? words_("chart.judged") : "")});
    }
    chart_.columns = {std::string(words_("chart.year")), chart_.figures, chart_.limit_label,
                      std::string(words_("chart.mark"))};
  }

  const State& state_;
  Words words_;
  const rules::ValueAddedGrowth& rule_;
  bool per_head_;
  PlanChart chart_;
};

}  // namespace

PlanChart make_plan_chart(const State& state) {
  const auto shown = shown_frame(state.assessment, state.chosen_frame, state.flow.interests);
  if (!shown) return {};
  const auto check =
      find_shown_check<rules::ValueAddedGrowth, rules::Threshold>(state.assessment.frames[*shown]);
  return check ? Maker(state, *check->rule, *check->evidence).make() : PlanChart{};
}

}  // namespace uwanose::app
