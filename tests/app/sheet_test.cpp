#include "app/sheet.h"

#include "app/flow.h"
#include "app/page_state.h"
#include "app/shipped_sheets.h"

namespace uwanose::app {
namespace {

State filled_page() {
  State state = firm();
  state.sheets = shipped_sheets();
  return state;
}

const SheetLine& line(const FilledSheet& sheet, std::string_view label) {
  for (const SheetPart& part : sheet.parts) {
    for (const SheetLine& each : part.lines) {
      if (each.label == label) return each;
    }
  }
  FAIL("no line " << std::string(label));
  return sheet.parts.front().lines.front();
}
const SheetLine& line(const State& state, std::string_view label) {
  static FilledSheet filled;
  filled = fill_in(state, *shown_sheet(state));
  return line(filled, label);
}

// Into the field of the sheet that is shown.
void type_in(State& state, std::string_view key, std::string_view text) {
  write_sheet_text(state, sheet_field_id(*shown_sheet(state), key), text);
}

TEST_CASE("sheet: of the shown frame's programme, unless another is chosen") {
  State state = page({"jizokuka.normal"});
  CHECK(shown_sheet(state) == nullptr);
  state.sheets = shipped_sheets();
  CHECK(shown_sheet(state)->id == "jizokuka");
  choose_sheet(state, "nagano");
  CHECK(shown_sheet(state)->id == "nagano");
}

TEST_CASE(
    "sheet: a form of another programme gets the best frame of its own, never the shown one") {
  State state = firm({"saikouchiku.normal", "monozukuri.normal", "monozukuri.low_infection"});
  state.sheets = shipped_sheets();
  CHECK(line(state, "申請する枠・類型").value == "事業再構築補助金 通常枠");
  choose_sheet(state, "monozukuri");
  commit(state, "expenses.1.unit_price_yen", "3,000万円");
  type(state, {{"application.rounds.monozukuri", "9"},
               {"answers.wage_plan", "yes"},
               {"answers.low_infection_project", "no"}});
  CHECK(line(state, "申請する枠・類型").value == "ものづくり・商業・サービス補助金 通常枠");
  CHECK(line(state, "（C）補助金交付申請額").copied == "10000000");
  CHECK(fill_in(state, *shown_sheet(state)).frame ==
        "金額は「ものづくり・商業・サービス補助金 通常枠」のものです（要件を満たす見込み）。");
  state.chosen_frame = "monozukuri.low_infection";
  CHECK(line(state, "申請する枠・類型").value ==
        "ものづくり・商業・サービス補助金 低感染リスク型ビジネス枠");
  choose_sheet(state, "jizokuka");
  CHECK(line(state, "申請する枠・類型").copied.empty());
  CHECK(line(state, "補助金交付申請額").copied.empty());
  choose_sheet(state, "common");
  CHECK_FALSE(line(state, "営業利益").text_key.empty());  // for every programme's hand-off
  CHECK(fill_in(state, *shown_sheet(state)).frame.empty());
}

TEST_CASE("sheet: of the frames that one asks about, as the answer is") {
  State state = firm({"saikouchiku.normal", "jizokuka.normal"});
  state.sheets = shipped_sheets();
  set_interest(state, {"jizokuka.normal"}, true);
  CHECK(shown_sheet(state)->id == "jizokuka");
  CHECK(line(state, "申請する枠・類型").value == "小規模事業者持続化補助金 通常枠");
}

TEST_CASE("sheet: with tax, an expense counts as it was entered") {
  State state = filled_page();
  commit(state, "expenses.1.tax", "10");
  commit(state, "expenses.1.amount_yen", "110,001");
  add_expense(state);
  type(state, {{"expenses.2.category", "machinery"}, {"expenses.2.amount_yen", "1,005"}});
  CHECK(line(state, "機械装置・システム構築費（税抜）").copied == "101005");
  CHECK(line(state, "機械装置・システム構築費（税込）").copied == "111106");
  CHECK(line(state, "補助事業に要する経費の合計（税込）").copied == "111106");
  commit(state, "expenses.1.tax", "8");
  CHECK(line(state, "機械装置・システム構築費（税込）").copied == "111106");
  CHECK(line(state, "機械装置・システム構築費（税抜）").copied == "102857");
}

TEST_CASE("sheet: amounts are shown with their unit and copied as plain figures") {
  const State state = filled_page();
  CHECK(line(state, "補助金交付申請額").value == "20,000,000円");
  CHECK(line(state, "補助金交付申請額").copied == "20000000");
  CHECK(line(state, "資本金（出資金）").copied == "10000000");
  CHECK(line(state, "常時使用する従業員数").value == "18人");
  CHECK(line(state, "常時使用する従業員数").copied == "18");
  CHECK(line(state, "機械装置・システム構築費（税込）").copied == "33000000");
  CHECK(line(state, "機械装置・システム構築費（税抜）").copied == "30000000");
  CHECK(line(state, "補助金を除く自己負担（税抜）").copied == "10000000");
  CHECK(line(state, "申請する枠・類型").copied == "事業再構築補助金 通常枠");
  CHECK(line(state, "みなし大企業に当たるか").copied == "いいえ");
  CHECK(line(state, "3年目 付加価値額").copied == "54500000");
  CHECK(line(state, "3年目 従業員数").value == "18人");
  CHECK(line(state, "3年目 従業員数").copied == "18");
}

TEST_CASE("sheet: the plan's growth since the base year, in all and per employee") {
  State state = filled_page();
  type(state, {{"plan.yearly.2.value_added_yen", "48,000,000"}, {"plan.yearly.2.employees", "16"}});
  CHECK(line(state, "3年目 付加価値額の伸び率（基準年度から）").copied == "9.0%");
  CHECK(line(state, "3年目 従業員1人当たりの付加価値額").copied == "3027777");
  CHECK(line(state, "2年目 付加価値額の伸び率（基準年度から）").value == "−4.0%");
  CHECK(line(state, "2年目 付加価値額の伸び率（基準年度から）").copied == "-4.0%");
  CHECK(line(state, "2年目 従業員1人当たりの付加価値額").value == "3,000,000円");
  CHECK(line(state, "2年目 1人当たりの伸び率（基準年度から）").copied == "8.0%");
  CHECK(line(state, "1年目 付加価値額の伸び率（基準年度から）").copied.empty());
  commit(state, "plan.base.value_added_yen", "0");
  CHECK(line(state, "3年目 付加価値額の伸び率（基準年度から）").value == "未入力");
}

TEST_CASE("sheet: the fall of sales with its months, sums and rate") {
  const State state = filled_page();
  CHECK(line(state, "比べた数字（売上高か付加価値額）").copied == "売上高");
  CHECK(line(state, "（a）2020年4月以降 合計額").copied == "13500000");
  CHECK(line(state, "（a）2020年4月以降 比べる3か月の合計額").copied == "15000000");
  CHECK(line(state, "（a）2020年4月以降 減少率").copied == "10.0%");
  CHECK(line(state, "（b）2020年10月以降 減少率").copied == "10.0%");
  CHECK(line(state, "（a）2020年4月以降 対象の3か月").copied.find("2020年4月") == 0);
}

TEST_CASE("sheet: what is missing is nothing to copy, never zero") {
  State state = page();
  state.sheets = shipped_sheets();
  for (const SheetPart& part : fill_in(state, *shown_sheet(state)).parts) {
    for (const SheetLine& each : part.lines) {
      CAPTURE(each.label);
      // The frame is known; everything else is open.
      CHECK(each.copied == (each.label == "申請する枠・類型" ? each.copied : ""));
      CHECK(each.value != "0円");
    }
  }
}

TEST_CASE(
    "sheet: thousand yen leaves out what is below; the municipality's code has its check digit") {
  State state = filled_page();
  commit(state, "expenses.1.amount_yen", "30,001,900");
  choose_sheet(state, "nagano");
  CHECK(line(state, "県の補助金の見込み額").copied == "4000253");
  CHECK(line(state, "県への交付申請額（千円単位の欄があるとき）").value == "4,000千円");
  CHECK(line(state, "県への交付申請額（千円単位の欄があるとき）").copied == "4000");
  CHECK(line(state, "市区町村コード（6桁）").copied == "202011");
}

TEST_CASE("sheet: texts that only the form asks for, counted as web forms count") {
  CHECK(form_length("") == 0);
  CHECK(form_length("abc計画") == 5);
  CHECK(form_length("𠮷") == 2);
  State state = filled_page();
  std::string thirty;
  for (int i = 0; i < 30; ++i) thirty += "計";
  type_in(state, "plan_name", thirty);
  CHECK(line(state, "補助事業計画名（30文字以内）").error.empty());
  CHECK(line(state, "補助事業計画名（30文字以内）").copied == thirty);
  type_in(state, "plan_name", thirty + "画");
  CHECK(line(state, "補助事業計画名（30文字以内）").error ==
        "30文字までです。1文字多くなっています。");
  type_in(state, "established", "2001年4月1日");
  CHECK(line(state, "設立年月日（西暦）").copied == "2001-04-01");
  type_in(state, "established", "平成のころ");
  CHECK(line(state, "設立年月日（西暦）").error ==
        "日付として読めません。2001-04-01 のように、西暦で入力してください。");
  type_in(state, "no_such_text", "x");
  CHECK(state.facts().form_texts.size() == 2);
}

TEST_CASE("sheet: typed amounts the Japanese way") {
  State state = filled_page();
  choose_sheet(state, "it");
  type_in(state, "fiscal_sales_yen", "1億2,500万円");
  CHECK(line(state, "売上高").value == "125,000,000");
  CHECK(line(state, "売上高").copied == "125000000");
  type_in(state, "fiscal_sales_yen", "▲３万");
  CHECK(line(state, "売上高").copied == "-30000");
  type_in(state, "fiscal_sales_yen", "たくさん");
  CHECK(line(state, "売上高").error == "金額として読めません。円単位で入力してください。");
}

TEST_CASE(
    "sheet: a delegate's corporate number is checked, or the hand-off would leave it out unsaid") {
  State state = filled_page();
  choose_sheet(state, "common");
  type_in(state, "delegate_number", "８００００ １２０１００３８");
  CHECK(line(state, "法人番号（13桁）").copied == "8000012010038");
  CHECK(line(state, "法人番号（13桁）").error.empty());
  type_in(state, "delegate_number", "1000012010038");
  CHECK(line(state, "法人番号（13桁）").error ==
        "法人番号の検査数字が合いません。13桁を確かめてください。");
  type_in(state, "delegate_number", "12345");
  CHECK(line(state, "法人番号（13桁）").error == "法人番号は13桁の数字です。");
  type_in(state, "delegate_number", "");
  CHECK(line(state, "法人番号（13桁）").error.empty());
}

TEST_CASE("sheet: documents by frame, with ticks that are undone and saved") {
  State state = filled_page();
  const auto documents = [&] { return fill_in(state, *shown_sheet(state)).documents; };
  const std::size_t normal = documents().size();
  CHECK_FALSE(documents().front().done);
  tick_document(state, documents().front().text_key, true, "sheet.done");
  CHECK(documents().front().done);
  CHECK(state.unsaved());
  undo(state);
  CHECK_FALSE(documents().front().done);
  State special = page({"saikouchiku.large_wage_raise"});
  special.sheets = shipped_sheets();
  CHECK(fill_in(special, *shown_sheet(special)).documents.size() == normal + 2);
}

TEST_CASE("sheet: copying says so and marks the line; nothing known is not copied") {
  State state = filled_page();
  const SheetLine amount = line(state, "補助金交付申請額");
  copy_line(state, amount);
  CHECK(state.copied == amount.id);
  CHECK(take_effects(state) ==
        std::vector<Effect>{{Effect::Kind::copy, "20000000"},
                            {Effect::Kind::announce, "補助金交付申請額をコピーしました。"}});
  copy_line(state, line(state, "法人番号（13桁）"));
  CHECK(take_effects(state).empty());
}

}  // namespace
}  // namespace uwanose::app
