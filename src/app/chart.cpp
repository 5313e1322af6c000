#include "app/chart.h"

#include <algorithm>
#include <array>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/shown_check.h"

namespace uwanose::app {

namespace {

using rules::MonthlySet;
using rules::ThreeMonthDecline;

struct Decline {
  const ThreeMonthDecline* rule = nullptr;
  rules::DeclineSet evidence;
};

rules::Figure figure_of(const rules::Case& facts, core::Month month, MonthlySet set) {
  const rules::MonthFigures* row = facts.find_month(month);
  if (row == nullptr) return std::nullopt;
  return set == MonthlySet::sales ? row->sales_yen : row->value_added_yen;
}

// The larger figure of the same calendar month within the base months.
rules::Figure base_of(const rules::Case& facts, core::Month month, MonthlySet set,
                      const ThreeMonthDecline& rule) {
  rules::Figure base;
  for (core::Month past = rule.base_from; past <= rule.base_to; past = past + 1) {
    if (past.month() != month.month() || past >= month) continue;
    const rules::Figure figure = figure_of(facts, past, set);
    if (figure && (!base || *figure > *base)) base = figure;
  }
  return base;
}

bool chosen(const rules::DeclineSet& evidence, char part, core::Month month) {
  return std::any_of(evidence.parts.begin(), evidence.parts.end(), [&](const auto& candidate) {
    return candidate.name == part && candidate.best &&
           std::find(candidate.best->months.begin(), candidate.best->months.end(), month) !=
               candidate.best->months.end();
  });
}

core::Ratio drop_of(const Decline& decline) {
  for (const ThreeMonthDecline::Set& set : decline.rule->sets) {
    if (set.figures == decline.evidence.figures && !set.parts.empty()) return set.parts[0].drop;
  }
  return {};
}

class Maker {
 public:
  Maker(const State& state, const Decline& decline)
      : state_(state), words_(state.words()), decline_(decline), drop_(drop_of(decline)) {}

  MonthlyChart make() {
    const auto& rows = state_.facts().monthly;
    const MonthlySet set = decline_.evidence.figures;
    const auto known = [&](const rules::MonthFigures& row) {
      return figure_of(state_.facts(), row.month, set).has_value();
    };
    if (std::none_of(rows.begin(), rows.end(), known)) return {};
    for (core::Month month = rows.front().month; month <= rows.back().month; month = month + 1) {
      add(month, set);
    }
    describe(set);
    return std::move(chart_);
  }

 private:
  void add(core::Month month, MonthlySet set) {
    const ThreeMonthDecline& rule = *decline_.rule;
    ChartMonth made;
    made.month = month;
    made.value = figure_of(state_.facts(), month, set);
    made.is_base = rule.base_from <= month && month <= rule.base_to;
    if (month > rule.base_to) made.base = base_of(state_.facts(), month, set, rule);
    if (made.base && *made.base > 0) {
      const core::Ratio limit = core::Ratio(*made.base) * (core::Ratio(1) - drop_);
      made.limit = static_cast<std::int64_t>(limit.floor());
    }
    made.in_a = chosen(decline_.evidence, 'a', month);
    made.in_b = chosen(decline_.evidence, 'b', month);
    for (const auto& figure : {made.value, made.base}) {
      chart_.highest = std::max(chart_.highest, figure.value_or(0));
      chart_.lowest = std::min(chart_.lowest, figure.value_or(0));
    }
    chart_.months.push_back(made);
  }

  std::string cell(const rules::Figure& figure) const {
    return figure ? yen_text(words_, *figure) : std::string(words_("form.unknown"));
  }

  std::string mark(const ChartMonth& month) const {
    return std::string(month.in_a && month.in_b ? words_("chart.in_both")
                       : month.in_a             ? words_("chart.in_a")
                       : month.in_b             ? words_("chart.in_b")
                       : month.is_base          ? words_("chart.is_base")
                                                : std::string_view());
  }

  void describe(MonthlySet set) {
    chart_.figures = words_(set == MonthlySet::sales ? "evidence.sales" : "evidence.value_added");
    chart_.name = words_("chart.monthly", {chart_.figures});
    const core::Ratio percent = (core::Ratio(1) - drop_) * core::Ratio(100);
    chart_.limit_label = words_("chart.limit", {decimal_text(percent)});
    std::vector<core::Month> months_a;
    std::vector<core::Month> months_b;
    for (const ChartMonth& month : chart_.months) {
      if (month.in_a) months_a.push_back(month.month);
      if (month.in_b) months_b.push_back(month.month);
      chart_.table.push_back({month_text(words_, month.month), cell(month.value),
                              month.is_base ? std::string() : cell(month.base),
                              month.limit ? yen_text(words_, *month.limit) : std::string(),
                              mark(month)});
    }
    chart_.columns = {std::string(words_("chart.month")), chart_.figures,
                      std::string(words_("chart.base")), chart_.limit_label,
                      std::string(words_("chart.mark"))};
    chart_.description = words_("chart.monthly_description", {chart_.figures, chart_.limit_label});
    if (!months_a.empty()) {
      chart_.description += words_("chart.chosen_a", {months_text(words_, months_a)});
    }
    if (!months_b.empty()) {
      chart_.description += words_("chart.chosen_b", {months_text(words_, months_b)});
    }
  }

  const State& state_;
  Words words_;
  const Decline& decline_;
  core::Ratio drop_;
  MonthlyChart chart_;
};

}  // namespace

MonthlyChart make_monthly_chart(const State& state) {
  const auto shown = shown_frame(state.assessment, state.chosen_frame, state.flow.interests);
  if (!shown) return {};
  const auto check =
      find_shown_check<ThreeMonthDecline, rules::DeclineEvidence>(state.assessment.frames[*shown]);
  if (!check) return {};
  const Decline decline{check->rule, check->evidence->shown};
  return Maker(state, decline).make();
}

}  // namespace uwanose::app
