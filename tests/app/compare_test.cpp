// The frames beside one another, where their amounts lead, and which missing fact settles most.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/answer.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

std::vector<std::string> ranked(const Answer& answer) {
  std::vector<std::string> ids;
  for (const std::size_t i : answer.ranking) ids.push_back(answer.frames.at(i).id);
  return ids;
}

std::vector<std::string> outlook(const State& state) {
  const Answer answer = make_answer(state);
  std::vector<std::string> lines;
  for (const FigureText& figure : answer.frames.at(answer.shown).outlook) {
    lines.push_back(figure.label + " " + figure.text);
  }
  return lines;
}

}  // namespace

TEST_CASE("compare: a better verdict first, then the amount that is sure") {
  State state = firm({"saikouchiku.normal", "saikouchiku.emergency", "monozukuri.normal"});
  type(state, {{"application.rounds.monozukuri", "9"}, {"answers.wage_plan", "yes"}});
  Answer answer = make_answer(state);
  CHECK(ranked(answer) == std::vector<std::string>{"saikouchiku.normal", "saikouchiku.emergency",
                                                   "monozukuri.normal"});
  CHECK(answer.ranking.at(0) == answer.shown);
  commit(state, "answers.restructuring_guideline", "no");
  answer = make_answer(state);
  CHECK(ranked(answer) == std::vector<std::string>{"monozukuri.normal", "saikouchiku.normal",
                                                   "saikouchiku.emergency"});
}

TEST_CASE("compare: beside a special frame stands the normal one of its programme") {
  const Answer answer =
      make_answer(firm({"saikouchiku.normal", "saikouchiku.emergency", "monozukuri.normal"}));
  CHECK(answer.frames[0].beside_normal == "");
  CHECK(answer.frames[1].beside_normal ==
        "通常枠なら合計24,000,000円、自己負担6,000,000円です（要件を満たす見込み）。");
  CHECK(answer.frames[2].beside_normal == "");
  CHECK(answer.frames[1].demands != "");
  CHECK(answer.frames[1].risk != "");
  CHECK(answer.frames[1].compared ==
        answer.frames[1].demands + answer.frames[1].risk + answer.frames[1].beside_normal);
}

TEST_CASE("compare: without the normal frame nothing stands beside") {
  CHECK(make_answer(firm({"saikouchiku.emergency"})).frames[0].beside_normal == "");
}

TEST_CASE("compare: what a frame fails by, in one line, the first two by name") {
  State state = firm({"saikouchiku.normal"});
  const auto failure = [&] { return make_answer(state).frames[0].failure; };
  CHECK(failure() == "");
  commit(state, "plan.yearly.3.value_added_yen", "54,380,000");
  CHECK(failure() ==
        "満たさない要件: 付加価値額の増加（年率平均3.0%）（あと120,000円多ければ満たします）");
  commit(state, "applicant.deemed_large", "yes");
  commit(state, "answers.restructuring_guideline", "no");
  CHECK(failure() ==
        "満たさない要件: みなし大企業でない、付加価値額の増加（年率平均3.0%）（あと120,000円多け"
        "れば満たします）、ほか1件");
  CHECK(make_answer(state).frames[0].compared == failure());
}

TEST_CASE("outlook: lower limit, both caps, and what the next yen brings now") {
  State state = firm({"saikouchiku.normal"});
  CHECK(outlook(state) ==
        std::vector<std::string>{
            "補助の下限額に届く経費 1,500,000円", "国の上限額に届く経費 60,000,000円",
            "県の上限額に届く経費 37,500,000円", "いま経費を1円増やすと増える補助 4/5円（80.0%）"});
  commit(state, "expenses.1.amount_yen", "40,000,000");
  CHECK(outlook(state).at(3) == "いま経費を1円増やすと増える補助 2/3円（66.6%）");
  commit(state, "expenses.1.amount_yen", "60,000,000");
  CHECK(outlook(state).at(3) == "いま経費を1円増やすと増える補助 増えません");
  set_language(state, Language::en);
  CHECK(outlook(state).at(1) == "Expense that reaches the nation's cap ¥60,000,000");
}

TEST_CASE("outlook: of a shown frame with known rules only") {
  CHECK(outlook(page()).empty());
  const Answer answer = make_answer(firm({"saikouchiku.normal", "saikouchiku.graduation"}));
  CHECK(answer.shown == 0);
  CHECK(answer.frames[1].outlook.empty());
}

TEST_CASE("missing: those first that settle most, over all frames, and ties as in the case") {
  const Answer answer = make_answer(page({}));
  const std::vector<FieldLink>& missing = answer.frames.at(answer.shown).missing;
  REQUIRE(missing.size() > 10);
  CHECK(missing[0].key == "applicant.employees");
  CHECK(missing[1].key == "applicant.industry");
  CHECK(missing[0].settles > missing[1].settles);
  CHECK(std::is_sorted(missing.begin(), missing.end(),
                       [](const auto& a, const auto& b) { return a.settles > b.settles; }));
  const auto place = [&](std::string_view key) {
    return std::find_if(missing.begin(), missing.end(),
                        [&](const FieldLink& link) { return link.key == key; }) -
           missing.begin();
  };
  CHECK(place("monthly.2019-01.sales_yen") + 1 == place("monthly.2019-02.sales_yen"));
  CHECK(place("application.month") < place("monthly.2019-01.sales_yen"));
}

TEST_CASE("missing: one fact that a single requirement waits for") {
  State state = firm({"saikouchiku.normal"});
  commit(state, "answers.restructuring_guideline", "");
  const std::vector<FieldLink> missing = make_answer(state).frames.at(0).missing;
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].key == "answers.restructuring_guideline");
  CHECK(missing[0].settles == 1);
}

}  // namespace uwanose::app
