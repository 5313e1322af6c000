#include "app/answer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/best_frame.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

FrameAnswer shown(const State& state) {
  const Answer answer = make_answer(state);
  return answer.frames.at(answer.shown);
}

RequirementLine line(const State& state, std::string_view id) {
  for (const RequirementLine& candidate : shown(state).national.requirements) {
    if (candidate.id == id) return candidate;
  }
  FAIL("no requirement ", std::string(id));
  return {};
}

bool links_to(const std::vector<FieldLink>& links, std::string_view key) {
  return std::any_of(links.begin(), links.end(),
                     [&](const FieldLink& link) { return link.key == key; });
}

}  // namespace

TEST_CASE("answer: a case that meets everything") {
  const FrameAnswer answer = shown(firm());
  CHECK(answer.programme_label == "事業再構築補助金");
  CHECK(answer.label == "通常枠");
  CHECK(answer.verdict == core::Verdict::met);
  CHECK(answer.verdict_word == "要件を満たす見込み");
  CHECK(answer.headline == "国と県をあわせて24,000,000円の見込みです。");
  CHECK(answer.amounts_note == "試算");
  CHECK(answer.national.amount.text == "20,000,000円");
  CHECK(answer.national.amount.readback == "2,000万円");
  CHECK(answer.prefectural.amount.text == "4,000,000円");
  CHECK(answer.total.yen == 24'000'000);
  CHECK(answer.eligible.text == "30,000,000円");
  CHECK(answer.own.text == "6,000,000円");
  CHECK(answer.own.note == "税抜・補助後の差額");
  CHECK(answer.advance.text == "30,000,000円");
  CHECK(answer.advance.note == "補助金は後払いです。消費税10%を含めると33,000,000円。");
  CHECK(answer.effective_rate == "80.0%");
  CHECK(answer.missing.empty());
}

TEST_CASE("answer: an empty page knows nothing and says what is missing, as links to fields") {
  const FrameAnswer answer = shown(page());
  CHECK(answer.verdict == core::Verdict::undetermined);
  CHECK(answer.verdict_word == "まだ判定できません");
  CHECK(answer.amounts_note == "試算（残りの要件を満たした場合）");
  CHECK(answer.eligible.text == "未定");
  CHECK(answer.own.text == "未定");
  CHECK_FALSE(answer.own.yen.has_value());
  CHECK(answer.national.amount.text == "0円〜80,000,000円");
  CHECK(answer.effective_rate == "");
  CHECK(links_to(answer.missing, "applicant.kind"));
  CHECK(links_to(answer.missing, "plan.yearly.5.value_added_yen"));
  CHECK(links_to(answer.missing, "expenses.add"));
  CHECK(answer.headline ==
        "まだ分からない" + std::to_string(answer.missing.size()) + "項目で、答えが変わります。");
}

TEST_CASE("answer: amounts of a frame that is not met say so") {
  State state = firm();
  commit(state, "applicant.deemed_large", "yes");
  const FrameAnswer answer = shown(state);
  CHECK(answer.verdict == core::Verdict::not_met);
  CHECK(answer.headline == "満たさない要件が1つあります。");
  CHECK(answer.amounts_note == "他の要件を満たした場合の計算額");
  CHECK(answer.total.text == "24,000,000円");
  CHECK(line(state, "not_deemed_large").verdict_word == "満たさない");
  CHECK(line(state, "not_deemed_large").remedy != "");
  CHECK(line(state, "size_class").remedy == "");
}

TEST_CASE("answer: the fall of sales with its months, sums, limit and slack") {
  const RequirementLine fall = line(firm(), "sales_decline");
  REQUIRE(fall.numbers.size() == 4);
  CHECK(fall.numbers[0] ==
        "売上高（a）: 2020年4月、2020年5月、2020年6月の合計13,500,000円、比べる"
        "2019年4月、2019年5月、2019年6月の合計15,000,000円。減少率10.0%。");
  CHECK(fall.numbers[1] == "満たす上限は13,500,000円（ちょうど満たします）。");
  CHECK(fall.numbers[3] == "満たす上限は14,250,000円（余裕750,000円）。");
  CHECK(fall.slack == "ちょうど満たします");
  CHECK(fall.decides == "monthly.2020-06.sales_yen");
  CHECK(fall.source.text != "");
  CHECK(fall.source.confidence == "公式の資料の引用");
}

TEST_CASE("answer: missed by a hair says by how much, and never shows the rate as reached") {
  State state = firm();
  for (core::Month month(2020, 4); month < core::Month(2022, 3); month = month + 1) {
    commit(state, "monthly." + month.to_string() + ".sales_yen", "4500040");
  }
  const RequirementLine fall = line(state, "sales_decline");
  CHECK(fall.slack == "あと120円低ければ満たします");
  CHECK(fall.numbers[0].find("減少率9.9%") != std::string::npos);
  CHECK(fall.decides == "monthly.2020-06.sales_yen");
  // Value added could still meet it: one set is enough.
  CHECK(fall.verdict == core::Verdict::undetermined);
}

TEST_CASE("answer: thresholds with value, limit, year and the field that decides") {
  State state = firm();
  CHECK(line(state, "value_added_growth").numbers ==
        std::vector<std::string>{"計画の3年目で判定しました。",
                                 "値は54,500,000円、基準は54,500,000円です。"});
  CHECK(line(state, "value_added_growth").slack == "ちょうど満たします");
  CHECK(line(state, "value_added_growth").decides == "plan.yearly.3.value_added_yen");
  commit(state, "plan.yearly.3.value_added_yen", "54,499,999");
  CHECK(line(state, "value_added_growth").slack == "あと1円多ければ満たします");
  CHECK(line(state, "lower_limit").slack == "余裕19,000,000円");
  CHECK(line(state, "lower_limit").decides == "expenses.1.amount_yen");
  CHECK(line(state, "round").numbers == std::vector<std::string>{"申請するのは第5回です。"});
  CHECK(line(state, "round").slack == "");
  CHECK(line(state, "round").decides == "application.rounds.saikouchiku");
}

TEST_CASE("answer: growth from a base of zero or less is told, not judged") {
  State state = firm();
  commit(state, "plan.base.value_added_yen", "-1");
  const RequirementLine growth = line(state, "value_added_growth");
  CHECK(growth.verdict == core::Verdict::undetermined);
  REQUIRE(growth.numbers.size() == 1);
  CHECK(growth.numbers[0].starts_with("基準年度の付加価値額が0以下のため"));
}

TEST_CASE("answer: a bank is not needed up to 3,000万円 of national money") {
  State state = firm();
  CHECK(line(state, "financial_institution").numbers ==
        std::vector<std::string>{"この場合は不要です。"});
  commit(state, "expenses.1.amount_yen", "60000000");
  const RequirementLine bank = line(state, "financial_institution");
  CHECK(bank.verdict == core::Verdict::undetermined);
  CHECK(bank.numbers.empty());
  CHECK(bank.decides == "answers.plan_with_financial_institution");
}

TEST_CASE("answer: the steps of each amount with their numbers, of the shown frame") {
  const FrameAnswer answer = shown(firm());
  const auto has = [](const PartAnswer& part, std::string_view result) {
    return std::any_of(part.steps.begin(), part.steps.end(),
                       [&](const StepText& step) { return step.result == result; });
  };
  CHECK(has(answer.national, "20,000,000円"));
  CHECK(has(answer.prefectural, "4,000,000円"));
  CHECK(answer.national.rule != "");
  State all = page({});
  const Answer every = make_answer(all);
  for (std::size_t i = 0; i < every.frames.size(); ++i) {
    if (i != every.shown) CHECK(every.frames[i].national.steps.empty());
  }
}

TEST_CASE("answer: a frame without top-up says so") {
  State state = page({"monozukuri.normal"});
  const FrameAnswer answer = shown(state);
  CHECK_FALSE(answer.prefectural.exists);
  CHECK(answer.prefectural.verdict_word == "この枠に県の上乗せはありません");
  CHECK(answer.prefectural.amount.yen == 0);
}

TEST_CASE("answer: unknown amounts make ranges, and known ones of zero do not") {
  State state = firm();
  commit(state, "expenses.1.amount_yen", "");
  CHECK(shown(state).advance.text == "未定");
  CHECK(shown(state).total.text == "0円〜45,000,000円");
  add_expense(state);
  commit(state, "expenses.2.amount_yen", "5,000,000");
  CHECK(shown(state).advance.text == "5,000,000円以上");
  State none = firm();
  remove_expense(none, 1);
  declare_no_expenses(none, true);
  CHECK(shown(none).total.text == "0円");
  CHECK(shown(none).advance.text == "0円");
}

TEST_CASE("answer: the largest expenses add up exactly") {
  State state = firm();
  for (int i = 0; i < 3; ++i) {
    add_expense(state);
    commit(state, "expenses." + std::to_string(state.last_row) + ".amount_yen", "10000000000000");
  }
  CHECK(shown(state).advance.yen == 30'000'030'000'000);
}

TEST_CASE("answer: cautions with their sources; open questions apart") {
  const FrameAnswer answer = shown(firm());
  CHECK(std::any_of(answer.cautions.begin(), answer.cautions.end(),
                    [](const CautionText& caution) { return caution.open_question; }));
  CHECK(std::any_of(answer.cautions.begin(), answer.cautions.end(),
                    [](const CautionText& caution) { return !caution.open_question; }));
  for (const CautionText& caution : answer.cautions) CHECK(caution.text != "");
}

TEST_CASE(
    "answer: a closed programme says so from the day after its last, and where nobody knows") {
  State state = firm();
  const auto closed = [&] { return make_answer(state).packs.at(0).closed; };
  CHECK(closed() != "");
  state.today = "2026-02-13";
  CHECK(closed() == "");
  state.today = "2026-02-14";
  CHECK(closed() != "");
}

TEST_CASE("answer: names its rules by version and hash, and what they leave out") {
  const PackNote note = make_answer(firm()).packs.at(0);
  CHECK(note.title.starts_with("長野県プラス補助金"));
  CHECK(note.version.find("nagano_plus_1") != std::string::npos);
  CHECK(note.version.find("SHA-256") != std::string::npos);
  CHECK(note.left_out.size() >= 6);
}

TEST_CASE("answer: in English where the page is") {
  State state = firm();
  set_language(state, Language::en);
  const FrameAnswer answer = shown(state);
  CHECK(answer.verdict_word == "Requirements likely met");
  CHECK(answer.total.text == "¥24,000,000");
  CHECK(answer.total.readback == "");
  CHECK(line(state, "sales_decline").numbers[1] == "At most ¥13,500,000 meets it (exactly met).");
}

TEST_CASE("best frame: verdict first, then what is sure, then the pack's order; the chosen wins") {
  State state = page({});
  CHECK(shown(state).id == "saikouchiku.normal");  // nothing is sure yet
  fill_in_firm(state);
  CHECK(shown(state).id == "saikouchiku.normal");
  choose_frame(state, "it.d");
  CHECK(shown(state).id == "it.d");
  choose_frame(state, "no.such");
  CHECK(shown(state).id == "saikouchiku.normal");
}

TEST_CASE("best frame: of none there is no best") {
  CHECK_FALSE(shown_frame(rules::Assessment{}, "", {}).has_value());
}

TEST_CASE("difference: a new verdict with both amounts") {
  State state = firm();
  commit(state, "answers.restructuring_guideline", "");
  take_effects(state);
  commit(state, "answers.restructuring_guideline", "yes");
  CHECK(drained(state, Effect::Kind::announce) ==
        "判定が変わりました: まだ分かりません → 満たす見込み。"
        "国 20,000,000円、県 4,000,000円。");
}

TEST_CASE("difference: new amounts with the same verdict") {
  State state = firm();
  commit(state, "expenses.1.amount_yen", "15000000");
  CHECK(drained(state, Effect::Kind::announce) ==
        "金額が変わりました: 国 10,000,000円、県 2,000,000円。");
}

TEST_CASE("difference: only what is missing, or nothing at all") {
  State state = page();
  const std::size_t missing = shown(state).missing.size();
  commit(state, "applicant.deemed_large", "no");
  CHECK(drained(state, Effect::Kind::announce) ==
        "あと" + std::to_string(missing - 1) + "項目です。");
  commit(state, "applicant.name", "信州見本工業株式会社");
  CHECK(drained(state, Effect::Kind::announce) == "");
}

TEST_CASE("difference: another frame has become the best") {
  State state = firm({"saikouchiku.normal", "monozukuri.normal"});
  type(state, {{"application.rounds.monozukuri", "9"}, {"answers.wage_plan", "yes"}});
  take_effects(state);
  commit(state, "answers.restructuring_guideline", "no");
  const std::string said = drained(state, Effect::Kind::announce);
  CHECK(said.starts_with("示す枠が変わりました: "));
}

TEST_CASE("difference: in English where the page is") {
  State state = firm();
  set_language(state, Language::en);
  take_effects(state);
  commit(state, "applicant.deemed_large", "yes");
  CHECK(drained(state, Effect::Kind::announce) ==
        "The verdict changed: likely met → not met. Nation ¥20,000,000, prefecture ¥4,000,000.");
}

}  // namespace uwanose::app
