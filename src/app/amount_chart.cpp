#include "app/amount_chart.h"

#include <algorithm>

#include "app/figures.h"
#include "app/outlook_text.h"
#include "rules/amount_curve.h"

namespace uwanose::app {

namespace {

using rules::AmountsAt;

class Maker {
 public:
  Maker(const State& state, const rules::FrameResult& frame, const rules::Outlook& outlook)
      : words_(state.words()), frame_(frame), outlook_(outlook) {}

  AmountChart make() {
    if (has_lower_limit(frame_.frame->national)) {
      mark(outlook_.first_grant(), "outlook.lower_limit", "chart.lower_limit");
    }
    mark(outlook_.national_full(), "outlook.national_cap", "chart.national_cap");
    mark(outlook_.prefectural_full(), "outlook.prefectural_cap", "chart.prefectural_cap");
    if (frame_.eligible_expense.known()) {
      mark(frame_.eligible_expense.min_yen, "chart.now_long", "chart.now");
      chart_.marks.back().now = true;
      chart_.now = outlook_.at(frame_.eligible_expense.min_yen);
    }
    std::stable_sort(
        chart_.marks.begin(), chart_.marks.end(),
        [](const AmountMark& a, const AmountMark& b) { return a.expense_yen < b.expense_yen; });
    const std::int64_t last =
        chart_.marks.empty() ? *outlook_.first_grant() : chart_.marks.back().expense_yen;
    chart_.corners = amount_curve(outlook_, axis_end(last));
    chart_.top_up = frame_.prefectural.has_value();
    chart_.name = words_("chart.amounts");
    describe();
    tabulate();
    return std::move(chart_);
  }

 private:
  void mark(const std::optional<std::int64_t>& expense, const char* label, const char* sign) {
    if (!expense) return;
    chart_.marks.push_back(
        {*expense, std::string(words_(label)), std::string(words_(sign)), false});
  }

  void describe() {
    chart_.description =
        words_(chart_.top_up ? "chart.amounts_description" : "chart.amounts_nation");
    for (const AmountMark& mark : chart_.marks) {
      const std::string expense = yen_text(words_, mark.expense_yen);
      if (!mark.now) {
        chart_.description += words_("chart.amounts_mark", {mark.label, expense});
        continue;
      }
      chart_.description +=
          words_("chart.amounts_now", {expense, yen_text(words_, chart_.now->total_yen())});
    }
  }

  void tabulate() {
    chart_.columns = {std::string(words_("chart.expense")), std::string(words_("answer.national"))};
    if (chart_.top_up) {
      chart_.columns.emplace_back(words_("answer.prefectural"));
      chart_.columns.emplace_back(words_("answer.total"));
    }
    chart_.columns.emplace_back(words_("chart.mark"));
    std::vector<AmountsAt> rows = chart_.corners;
    for (const AmountMark& mark : chart_.marks) {
      const auto after = std::find_if(rows.begin(), rows.end(), [&](const AmountsAt& at) {
        return at.expense_yen >= mark.expense_yen;
      });
      if (after == rows.end() || after->expense_yen != mark.expense_yen) {
        rows.insert(after, outlook_.at(mark.expense_yen));
      }
    }
    for (const AmountsAt& at : rows) {
      std::string said;
      for (const AmountMark& mark : chart_.marks) {
        if (mark.expense_yen != at.expense_yen) continue;
        if (!said.empty()) said += words_("list.separator");
        said += mark.label;
      }
      std::vector<std::string> row{yen_text(words_, at.expense_yen),
                                   yen_text(words_, at.national_yen)};
      if (chart_.top_up) {
        row.push_back(yen_text(words_, at.prefectural_yen));
        row.push_back(yen_text(words_, at.total_yen()));
      }
      row.push_back(std::move(said));
      chart_.table.push_back(std::move(row));
    }
  }

  Words words_;
  const rules::FrameResult& frame_;
  const rules::Outlook& outlook_;
  AmountChart chart_;
};

}  // namespace

std::int64_t axis_end(std::int64_t largest) {
  const std::int64_t least = largest / 4 * 5;
  for (std::int64_t power = 1; power < 1'000'000'000'000; power *= 10) {
    for (const std::int64_t quarter : {10, 15, 20, 25, 30, 40, 50, 60, 80}) {
      if (4 * quarter * power >= least) return 4 * quarter * power;
    }
  }
  return least;
}

AmountChart make_amount_chart(const State& state, const Answer& answer) {
  if (!answer.outlook || !answer.outlook->first_grant()) return {};
  return Maker(state, state.assessment.frames[answer.shown], *answer.outlook).make();
}

}  // namespace uwanose::app
