// Imports end to end within the app: what is proposed, what is taken, what is undone.
#include <doctest/doctest.h>

#include "app/page_state.h"
#include "app/proposal.h"

namespace uwanose::app {

namespace {

std::string said(const std::vector<Change>& changes) {
  std::string all;
  for (const Change& change : changes) {
    all += change.label + ": " + change.before + " → " + change.after + "\n";
  }
  return all;
}

std::string remarks_of(const Proposal& proposal) {
  std::string all;
  for (const std::string& remark : proposal.remarks) all += remark + "\n";
  return all;
}

const Question& question(const Proposal& proposal, std::string_view id) {
  for (const Question& asked : proposal.questions) {
    if (asked.id == id) return asked;
  }
  FAIL("no such question");
  return proposal.questions.front();
}

rules::Figure sales(const State& state, core::Month month) {
  const rules::MonthFigures* row = state.facts().find_month(month);
  return row != nullptr ? row->sales_yen : std::nullopt;
}

OpenedCase named(State& state, std::string_view name) {
  State other = page();
  commit(other, "applicant.name", name);
  commit(other, "applicant.employees", "7");
  return {"例.json", document_of(state, other.facts()), {}};
}

}  // namespace

TEST_CASE("import: a case takes the empty page's place at once") {
  State state = page();
  open_case(state, named(state, "山の会社"));
  CHECK_FALSE(state.import.has_value());
  CHECK(state.notice == Message{"notice.opened", {"例.json"}});
  CHECK_FALSE(state.unsaved());
}

TEST_CASE("import: a case over another shows what changes; no keeps all, yes is one undo step") {
  State state = page();
  type(state, {{"applicant.name", "川の会社"}, {"applicant.kind", "corporation"}});
  open_case(state, named(state, "山の会社"));
  REQUIRE(state.import.has_value());
  CHECK(drained(state, Effect::Kind::focus) == "import.heading");
  const Proposal proposal = make_proposal(state);
  CHECK(proposal.title == "「例.json」を取り込む前に、確かめてください");
  CHECK(said(proposal.changes) ==
        "会社名・屋号: 川の会社 → 山の会社\n"
        "事業者の形: 会社（資本金または出資金がある法人） → 未入力\n"
        "常時使用する従業員の数: 未入力 → 7人\n");
  decline_import(state);
  CHECK_FALSE(state.import.has_value());
  CHECK(state.past.size() == 2);

  open_case(state, named(state, "山の会社"));
  accept_import(state);
  CHECK_FALSE(state.import.has_value());
  CHECK_FALSE(state.unsaved());
  CHECK(changes_between(*state.past.back().document, *state.document, state.catalogue(),
                        state.words())
            .size() == 3);
  undo(state);
  CHECK(state.facts().scalar(*state.catalogue().find("applicant.kind")).has_value());
  CHECK(state.unsaved());
}

TEST_CASE("import: a changed municipality is said by its name") {
  State state = page();
  State other = page();
  commit(state, "applicant.head_office", "20201");
  commit(other, "applicant.head_office", "13101");
  open_case(state, {"例.json", document_of(state, other.facts()), {}});
  CHECK(said(make_proposal(state).changes) == "本社の所在地: 長野市 → 東京都（13101）\n");
}

TEST_CASE("import: a file that is shown takes away the refusal of the one before") {
  State state = page();
  commit(state, "applicant.name", "川の会社");
  refuse_file(state, "壊れた.json", {{"", "fault.binary", "not text", {}}});
  open_case(state, named(state, "山の会社"));
  CHECK(state.opened_file.empty());
  CHECK(state.file_faults.empty());
}

TEST_CASE("import: what this device kept stays on offer while something else comes in") {
  State state = page();
  OpenedCase kept = named(state, "残した会社");
  kept.kept = true;
  open_case(state, kept);
  open_case(state, named(state, "写しの会社"));  // the page is empty: at once
  REQUIRE(state.import.has_value());
  CHECK(state.import->kept);
  open_case(state, named(state, "山の会社"));
  CHECK_FALSE(state.import->kept);
  CHECK(state.later.has_value());
  decline_import(state);
  CHECK_FALSE(state.later.has_value());
  REQUIRE(state.import.has_value());
  CHECK(said(make_proposal(state).changes) == "会社名・屋号: 写しの会社 → 残した会社\n");
  open_case(state, named(state, "山の会社"));
  accept_import(state);
  REQUIRE(state.import.has_value());
  CHECK(state.import->kept);
  accept_import(state);
  CHECK_FALSE(state.import.has_value());
  CHECK(state.unsaved());
}

TEST_CASE("import: a faulty entry counts as what stands in its field") {
  State state = page();
  commit(state, "applicant.employees", "たくさん");
  open_case(state, named(state, ""));
  CHECK(said(make_proposal(state).changes) == "常時使用する従業員の数: たくさん → 7人\n");
}

TEST_CASE("import: texts for forms and the word that there are no expenses count as changes") {
  State state = page();
  type(state, {{"applicant.employees", "7"}});
  State other = state;
  write_form_text(other, "plan_name", "見本の計画", "x");
  declare_no_expenses(other, true);
  open_case(state, {"例.json", document_of(state, other.facts()), {}});
  CHECK(said(make_proposal(state).changes) ==
        "使う予定の経費: 未入力 → 経費はありません\n"
        "書類のための文章: 0件 → 1件\n");
}

TEST_CASE("paste: cells go to the right and below; blank ones leave what is there") {
  State state = page();
  commit(state, "monthly.2021-02.sales_yen", "77");
  offer_cells(state, {}, {{"1,000"}, {""}, {"３００万円"}}, "monthly.2021-01.sales_yen");
  const Proposal proposal = make_proposal(state);
  CHECK(said(proposal.changes) ==
        "2021年1月 売上高: 未入力 → 1,000円\n"
        "2021年3月 売上高: 未入力 → 3,000,000円\n");
  CHECK(sales(state, {2021, 1}) == std::nullopt);
  accept_import(state);
  CHECK(sales(state, {2021, 1}) == 1000);
  CHECK(sales(state, {2021, 2}) == 77);
  CHECK(sales(state, {2021, 3}) == 3'000'000);
  CHECK(sales(state, {2021, 4}) == std::nullopt);
  CHECK(drained(state, Effect::Kind::focus).ends_with("monthly.2021-01.sales_yen"));
  undo(state);
  CHECK(sales(state, {2021, 1}) == std::nullopt);
  CHECK(sales(state, {2021, 2}) == 77);
}

TEST_CASE("paste: faulty cells are listed with row and column, the others can be taken") {
  State state = page();
  offer_cells(state, {}, {{"100"}, {"約200"}, {"1.250"}, {"400"}}, "monthly.2021-01.sales_yen");
  const Proposal proposal = make_proposal(state);
  REQUIRE(proposal.refused.size() == 2);
  CHECK(proposal.refused[0].place == "2行目・1列目");
  CHECK(proposal.refused[0].text == "約200");
  CHECK(proposal.refused[0].reason == "「約」は数として読めません。");
  CHECK(proposal.refused[1].place == "3行目・1列目");
  CHECK(proposal.changes.size() == 2);
  accept_import(state);
  CHECK(sales(state, {2021, 4}) == 400);
  CHECK(sales(state, {2021, 3}) == std::nullopt);
}

TEST_CASE("paste: a header in 千円 multiplies, confirmed or corrected") {
  State state = page();
  offer_cells(state, {}, {{"売上高（千円）"}, {"5,200"}}, "monthly.2021-01.sales_yen");
  CHECK(question(make_proposal(state), "unit").value == "1000");
  CHECK(said(make_proposal(state).changes) == "2021年1月 売上高: 未入力 → 5,200,000円\n");
  answer_import(state, "unit", "1");
  CHECK(said(make_proposal(state).changes) == "2021年1月 売上高: 未入力 → 5,200円\n");
}

TEST_CASE("paste: what goes beyond the table is said and left out") {
  State state = page();
  type(state, {{"application.month", "2021-05"}});
  offer_cells(state, {}, {{"1", "2", "3"}, {"4", "5", "6"}}, "monthly.2021-04.sales_yen");
  const Proposal proposal = make_proposal(state);
  CHECK(remarks_of(proposal).find("1行は取り込みません") != std::string::npos);
  CHECK(remarks_of(proposal).find("1列は取り込みません") != std::string::npos);
  CHECK(said(proposal.changes) ==
        "2021年4月 売上高: 未入力 → 1円\n"
        "2021年4月 付加価値額: 未入力 → 2円\n");
}

TEST_CASE("paste: rows that bring their months along go to those months") {
  State state = page();
  offer_cells(state, {}, {{"2021年3月", "30"}, {"令和3年1月", "10"}, {"1999年1月", "5"}},
              "monthly.2019-01.sales_yen");
  // Three months make it a ledger: the account is asked for.
  REQUIRE(state.import->kind == Import::Kind::ledger);
  decline_import(state);
  offer_cells(state, {}, {{"2021年3月", "30"}, {"令和3年1月", "10"}}, "monthly.2019-01.sales_yen");
  CHECK(said(make_proposal(state).changes) ==
        "2021年1月 売上高: 未入力 → 10円\n"
        "2021年3月 売上高: 未入力 → 30円\n");
}

TEST_CASE("paste: the years of the plan by their headers, and by position") {
  State state = page({});
  type(state, {{"plan.years", "3"}});
  offer_cells(state, {},
              {{"年度", "付加価値額", "従業員数"},
               {"基準年度", "5000万円", "20"},
               {"3年目", "5,450万円", "21人"},
               {"4年目", "1", "1"}},
              "plan.base.value_added_yen");
  CHECK(said(make_proposal(state).changes) ==
        "基準年度の付加価値額: 未入力 → 50,000,000円\n"
        "基準年度の従業員数: 未入力 → 20人\n"
        "3年目 計画の付加価値額: 未入力 → 54,500,000円\n"
        "3年目 計画の従業員数: 未入力 → 21人\n");
  decline_import(state);
  offer_cells(state, {}, {{"51", "20", "900"}, {"52", "20", "945"}},
              "plan.yearly.1.value_added_yen");
  accept_import(state);
  REQUIRE(state.facts().yearly.size() == 2);
  CHECK(state.facts().yearly[1].value_added_yen == 52);
  CHECK(state.facts().yearly[1].minimum_hourly_wage_yen == 945);
}

TEST_CASE("paste: people near the minimum wage beyond all employees are refused") {
  State state = page({});
  offer_cells(state, {}, {{"30", "3"}, {"30", "31"}}, "wages.2020-10.employees");
  const Proposal proposal = make_proposal(state);
  CHECK(proposal.refused.size() == 1);
  accept_import(state);
  REQUIRE(state.facts().wages.size() == 2);
  CHECK(state.facts().wages[0].near_minimum == 3);
  CHECK(state.facts().wages[1].employees == 30);
  CHECK(state.facts().wages[1].near_minimum == std::nullopt);
}

TEST_CASE("paste: expenses by header, by name or id of the category, totals left out") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "5");
  offer_cells(state, "見積.csv",
              {{"費目", "品名", "数量", "金額（税抜）", "金額（税込）"},
               {"機械装置・システム構築費", "CNC旋盤", "1", "12,000,000", "13,200,000"},
               {"machinery", "研磨機", "2", "800万円", ""},
               {"建物", "", "", "", ""},
               {"", "", "", "", ""},
               {"謎の費用", "何か", "1", "3", ""},
               {"合計", "", "", "20,000,000", ""}},
              "");
  REQUIRE(state.import.has_value());
  const Proposal proposal = make_proposal(state);
  CHECK(proposal.refused.size() == 1);
  CHECK(remarks_of(proposal).find("数量、金額（税込）") != std::string::npos);
  CHECK(remarks_of(proposal).find("合計や小計の1行") != std::string::npos);
  accept_import(state);
  const auto& expenses = *state.facts().expenses;
  REQUIRE(expenses.size() == 5);
  CHECK(expenses[0].amount_yen == 5);
  CHECK(expenses[1].item == "CNC旋盤");
  CHECK(expenses[1].amount_yen == 12'000'000);
  CHECK(expenses[2].category == expenses[1].category);
  CHECK(expenses[2].amount_yen == 8'000'000);
  CHECK(expenses[3].category == state.catalogue().find_category("building"));
  CHECK(expenses[3].amount_yen == std::nullopt);
  CHECK(expenses[4].category == std::nullopt);
  CHECK(state.document->rows == std::vector<RowId>{1, 2, 3, 4, 5});
  add_expense(state);
  CHECK(state.last_row == 6);
}

TEST_CASE("paste: expenses into a row go on below it") {
  State state = page();
  add_expense(state);
  offer_cells(state, {}, {{"旋盤", "100"}, {"研磨機", "200"}}, "expenses.1.item");
  accept_import(state);
  REQUIRE(state.facts().expenses->size() == 2);
  CHECK((*state.facts().expenses)[0].item == "旋盤");
  CHECK((*state.facts().expenses)[1].amount_yen == 200);
}

TEST_CASE("paste: expenses that begin with their category, whichever field they are pasted into") {
  State state = page();
  add_expense(state);
  offer_cells(state, {}, {{"外注費", "設計", "300"}, {"machinery", "旋盤", "400"}},
              "expenses.1.item");
  accept_import(state);
  const auto& expenses = *state.facts().expenses;
  REQUIRE(expenses.size() == 2);
  CHECK(expenses[0].category == state.catalogue().find_category("outsourcing"));
  CHECK(expenses[0].item == "設計");
  CHECK(expenses[1].amount_yen == 400);
}

TEST_CASE("paste: one cell among blanks is an ordinary entry; other cells need a table") {
  State state = page();
  offer_cells(state, {}, {{"18人", ""}}, "applicant.employees");
  CHECK_FALSE(state.import.has_value());
  CHECK(state.facts().scalar(*state.catalogue().find("applicant.employees")) == core::Ratio(18));
  offer_cells(state, {}, {{"18", "19"}}, "applicant.employees");
  CHECK_FALSE(state.import.has_value());
  REQUIRE(state.file_faults.size() == 1);
  CHECK(state.file_faults[0].code == "fault.no_table");
  CHECK(state.opened_file == "貼り付けた内容");
}

TEST_CASE("csv: the account and the year are asked for, then the months can be taken") {
  State state = page();
  commit(state, "monthly.2021-04.sales_yen", "1");
  offer_cells(state, "推移表.csv",
              {{"科目", "4月", "5月", "6月", "決算整理", "合計"},
               {"売上高", "1,200", "△5", "0", "", "1,195"},
               {"仕入高", "500", "400", "300", "", "1,200"}},
              "");
  REQUIRE(state.import.has_value());
  Proposal proposal = make_proposal(state);
  CHECK(question(proposal, "sales").value == "1");
  CHECK(question(proposal, "year").value.empty());
  CHECK(question(proposal, "unit").value == "1");
  CHECK_FALSE(proposal.next.has_value());
  accept_import(state);
  CHECK(state.import.has_value());
  answer_import(state, "year", "2021-04");
  proposal = make_proposal(state);
  CHECK(said(proposal.changes) ==
        "2021年4月 売上高: 1円 → 1,200円\n"
        "2021年6月 売上高: 未入力 → 0円\n");
  REQUIRE(proposal.refused.size() == 1);
  CHECK(proposal.refused[0].place == "2行目・3列目");
  CHECK(remarks_of(proposal) ==
        "取り込まない列や行: 決算整理、合計\n"
        "売上高が0円の月があります。まだ締めていない月なら、取り込んだあとに空欄にしてください: "
        "2021年6月\n");
  answer_import(state, "sales", "none");
  CHECK_FALSE(make_proposal(state).next.has_value());
  answer_import(state, "sales", "2");
  answer_import(state, "unit", "1000");
  accept_import(state);
  CHECK(sales(state, {2021, 4}) == 500'000);
  CHECK(state.notice == Message{"notice.taken_in", {"3"}});
  undo(state);
  CHECK(sales(state, {2021, 4}) == 1);
}

TEST_CASE("csv: months that no rule reads are left out; sales and value added in one go") {
  State state = page();
  offer_cells(state, "月次.csv",
              {{"年月", "売上高", "付加価値額"},
               {"2018/12", "9", "9"},
               {"2019/01", "10", "-3"},
               {"2019/02", "11", ""}},
              "");
  const Proposal proposal = make_proposal(state);
  CHECK(said(proposal.changes) ==
        "2019年1月 売上高: 未入力 → 10円\n"
        "2019年1月 付加価値額: 未入力 → \u22123円\n"
        "2019年2月 売上高: 未入力 → 11円\n");
  CHECK(remarks_of(proposal) == "試算に使わない月は取り込みません: 2018年12月\n");
}

TEST_CASE("csv: a file without a table that is known is refused, and nothing changes") {
  State state = page();
  offer_cells(state, "名簿.csv", {{"氏名", "電話"}, {"見本 太郎", "000"}}, "");
  CHECK_FALSE(state.import.has_value());
  CHECK(state.file_faults[0].code == "fault.no_table");
  offer_cells(state, "空.csv", {}, "");
  CHECK(state.opened_file == "空.csv");
}

TEST_CASE("import: the preview follows what is entered meanwhile, and the language") {
  State state = page();
  offer_cells(state, {}, {{"100"}, {"200"}}, "monthly.2021-01.sales_yen");
  commit(state, "monthly.2021-01.sales_yen", "100");
  CHECK(make_proposal(state).changes.size() == 1);
  set_language(state, Language::en);
  CHECK(said(make_proposal(state).changes) == "Sales, Feb 2021: Empty → ¥200\n");
}

}  // namespace uwanose::app
