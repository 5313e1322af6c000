// What is typed into single fields, and rows of expenses.
#include <doctest/doctest.h>

#include "app/facts.h"
#include "app/form.h"
#include "app/page_state.h"

namespace uwanose::app {

TEST_CASE("forms: a text is written, undone and taken out; the same again is no step") {
  State state = page();
  write_form_text(state, "plan_name", "新しい加工の計画", "sheet.plan_name");
  CHECK(state.facts().form_texts.at("plan_name") == "新しい加工の計画");
  CHECK(state.unsaved());
  const std::size_t steps = state.past.size();
  write_form_text(state, "plan_name", "新しい加工の計画", "sheet.plan_name");
  CHECK(state.past.size() == steps);
  write_form_text(state, "plan_name", "", "sheet.plan_name");
  CHECK(state.facts().form_texts.empty());
  undo(state);
  CHECK(state.facts().form_texts.size() == 1);
  undo(state);
  CHECK(state.facts().form_texts.empty());
  CHECK_FALSE(state.unsaved());
}

namespace {

// The value, error and readings of a field, as the form shows them.
std::string value(const State& state, std::string_view key) {
  const Form form = make_form(state);
  const Field* field = form.find(key);
  return field != nullptr ? field->value : "no field";
}
std::string error(const State& state, std::string_view key) {
  const Form form = make_form(state);
  const Field* field = form.find(key);
  return field != nullptr ? field->error : "no field";
}

rules::Figure scalar(const State& state, std::string_view id) {
  const auto value = state.facts().scalar(*state.catalogue().find(id));
  if (!value) return std::nullopt;
  return static_cast<std::int64_t>(value->floor());
}

std::string error_of(std::string_view key, std::string_view text) {
  State state = page({});
  commit(state, key, text);
  CHECK(value(state, key) == text);
  const auto field = parse_key(key, state.catalogue());
  CHECK_FALSE(read_fact(*state.document, *field, state.catalogue()).has_value());
  return error(state, key);
}

}  // namespace

TEST_CASE("entry: numbers the Japanese way are taken and shown plainly") {
  State state = page();
  type(state, {{"applicant.capital_yen", "１億2,500万円"}, {"applicant.employees", "二十人"}});
  CHECK(scalar(state, "applicant.capital_yen") == 125'000'000);
  CHECK(value(state, "applicant.capital_yen") == "125,000,000");
  CHECK(scalar(state, "applicant.employees") == 20);
  CHECK(value(state, "applicant.employees") == "20");
}

TEST_CASE("entry: a large amount is read back in 万円, a small one is not") {
  State state = page();
  commit(state, "applicant.capital_yen", "12500000");
  CHECK(make_form(state).find("applicant.capital_yen")->readback == "1,250万円");
  commit(state, "applicant.capital_yen", "9999");
  CHECK(make_form(state).find("applicant.capital_yen")->readback == "");
}

TEST_CASE("entry: zero is known, empty is unknown") {
  State state = page();
  commit(state, "monthly.2021-01.sales_yen", "0");
  REQUIRE(state.facts().monthly.size() == 1);
  CHECK(state.facts().monthly[0].sales_yen == 0);
  CHECK(value(state, "monthly.2021-01.sales_yen") == "0");
  commit(state, "monthly.2021-01.sales_yen", "  ");
  CHECK(state.facts().monthly.empty());
  CHECK(value(state, "monthly.2021-01.sales_yen") == "");
  CHECK(error(state, "monthly.2021-01.sales_yen") == "");
}

TEST_CASE("entry: what is faulty keeps its text, says why, and leaves the fact unknown") {
  CHECK(error_of("applicant.employees", "たくさん") == "「たくさん」は数として読めません。");
  CHECK(error_of("applicant.employees", "-3") == "0以上で入力してください。");
  CHECK(error_of("applicant.employees", "1.5") ==
        "小数は入力できません。1円（1人）単位で入力してください。");
  CHECK(error_of("applicant.capital_yen", "10兆1円") ==
        "10,000,000,000,000以下で入力してください。");
  CHECK(error_of("applicant.capital_yen", "99999999999999999999") ==
        "10,000,000,000,000以下で入力してください。");
  CHECK(error_of("applicant.capital_yen", "円") == "数字が入っていません。");
  CHECK(error_of("monthly.2021-01.value_added_yen", "-10000000000001") ==
        "−10,000,000,000,000以上で入力してください。");
  CHECK(error_of("plan.years", "6") == "5以下で入力してください。");
  CHECK(error_of("plan.years", "2") == "3以上で入力してください。");
  CHECK(error_of("application.rounds.saikouchiku", "0") == "1以上で入力してください。");
}

TEST_CASE("entry: a known fact becomes unknown when a faulty entry takes its place") {
  State state = page();
  type(state, {{"applicant.employees", "18"}, {"applicant.employees", "18x"}});
  CHECK(scalar(state, "applicant.employees") == std::nullopt);
  CHECK(value(state, "applicant.employees") == "18x");
  commit(state, "applicant.employees", "19");
  CHECK(scalar(state, "applicant.employees") == 19);
  CHECK(error(state, "applicant.employees") == "");
}

TEST_CASE("entry: a faulty entry is told at once") {
  State state = page();
  commit(state, "applicant.employees", "-3");
  CHECK(drained(state, Effect::Kind::alert) == "常時使用する従業員の数: 0以上で入力してください。");
}

TEST_CASE("entry: months in any form; a month that can't be read says why") {
  State state = page();
  for (const char* text : {"2022-03", "2022/3", "令和4年3月", "R4.3", "２０２２年３月"}) {
    commit(state, "application.month", text);
    CHECK(scalar(state, "application.month") == core::Month(2022, 3).index());
    commit(state, "application.month", "");
  }
  commit(state, "application.month", "2022-03");
  CHECK(value(state, "application.month") == "2022年3月");
  set_language(state, Language::en);
  CHECK(value(state, "application.month") == "Mar 2022");
  CHECK(error_of("application.month", "3月") ==
        "何年の月か分かりません。2021年4月 のように年も入力してください。");
  CHECK(error_of("application.month", "2022年13月") ==
        "暦にない年月です。2021年4月 のように入力してください。");
  CHECK(error_of("application.month", "来月") ==
        "年月として読めません。2021年4月、2021-04、令和3年4月 のように入力してください。");
  CHECK(error_of("application.month", "令和元年4月") ==
        "令和にその年月はありません（前の元号です）。");
  CHECK(error_of("application.month", "平成31年5月") ==
        "平成にその年月はありません（次の元号です）。");
}

TEST_CASE("entry: municipality and corporate numbers are checked by their check digits") {
  State state = page();
  commit(state, "applicant.head_office", "202011");
  CHECK(value(state, "applicant.head_office") == "20201");
  commit(state, "applicant.head_office", "01100");
  CHECK(value(state, "applicant.head_office") == "01100");
  commit(state, "applicant.corporate_number", "8000-0120-10038");
  CHECK(value(state, "applicant.corporate_number") == "8000012010038");
  CHECK(error_of("applicant.head_office", "202012") ==
        "6桁目の検査数字が合いません。番号を確かめてください。");
  CHECK(error_of("applicant.head_office", "99201") == "先頭の2桁は都道府県の番号（01〜47）です。");
  CHECK(error_of("applicant.head_office", "長野市") ==
        "市区町村コードは5桁か6桁の数字です（長野市は20201）。");
  CHECK(error_of("applicant.corporate_number", "1000012010038") ==
        "法人番号の検査数字が合いません。13桁を確かめてください。");
  CHECK(error_of("applicant.corporate_number", "123") == "法人番号は13桁の数字です。");
}

TEST_CASE("entry: yes, no and choices by id; わからない makes them unknown") {
  State state = page();
  commit(state, "applicant.deemed_large", "no");
  CHECK(scalar(state, "applicant.deemed_large") == 0);
  commit(state, "applicant.deemed_large", "yes");
  CHECK(value(state, "applicant.deemed_large") == "yes");
  commit(state, "applicant.deemed_large", "");
  CHECK(scalar(state, "applicant.deemed_large") == std::nullopt);
  commit(state, "applicant.industry", "retail");
  CHECK(value(state, "applicant.industry") == "retail");
  commit(state, "applicant.industry", "");
  CHECK(scalar(state, "applicant.industry") == std::nullopt);
  CHECK(error_of("applicant.industry", "farming") == "「farming」は選べません。");
  CHECK(error_of("applicant.deemed_large", "maybe") == "「maybe」は選べません。");
}

TEST_CASE("entry: 「1.250」 is asked about, and the reading chosen counts") {
  State state = page();
  commit(state, "applicant.capital_yen", "1.250万");
  const Form form = make_form(state);
  const Field* asked = form.find("applicant.capital_yen");
  REQUIRE(asked->readings.size() == 2);
  CHECK(asked->readings[0].label == "12,500円");
  CHECK(asked->readings[1].label == "12,500,000円");
  CHECK(asked->error ==
        "「1.250万」は二通りに読めます。どちらの意味か選ぶか、入力し直してください。");
  CHECK(scalar(state, "applicant.capital_yen") == std::nullopt);
  choose_reading(state, "applicant.capital_yen", 1);
  CHECK(scalar(state, "applicant.capital_yen") == 12'500'000);
  CHECK(error(state, "applicant.capital_yen") == "");
}

TEST_CASE("entry: a reading that there is not chooses nothing") {
  State state = page();
  commit(state, "applicant.capital_yen", "1.250万");
  choose_reading(state, "applicant.capital_yen", 2);
  choose_reading(state, "applicant.employees", 0);
  CHECK(scalar(state, "applicant.capital_yen") == std::nullopt);
  CHECK(state.past.size() == 1);
}

TEST_CASE("entry: people near the minimum wage are among the month's employees, in either order") {
  State state = page({});
  type(state, {{"wages.2020-10.employees", "30"}, {"wages.2020-10.near_minimum", "31"}});
  CHECK(error(state, "wages.2020-10.near_minimum") == "その月の従業員数（30人）を超えています。");
  CHECK(value(state, "wages.2020-10.near_minimum") == "31");
  CHECK(state.facts().wages[0].near_minimum == std::nullopt);

  commit(state, "wages.2020-10.employees", "40");  // and the other is right after all
  CHECK(error(state, "wages.2020-10.near_minimum") == "");
  CHECK(state.facts().wages[0].near_minimum == 31);

  commit(state, "wages.2020-10.employees", "20");
  CHECK(error(state, "wages.2020-10.employees") ==
        "従業員数が、最低賃金に近い人数（31人）より少なくなっています。");
  CHECK(state.facts().wages[0].employees == std::nullopt);
  CHECK(state.facts().wages[0].near_minimum == 31);
}

TEST_CASE("entry: months stay in order whatever the order of typing") {
  State state = page();
  type(state, {{"monthly.2021-03.sales_yen", "3"},
               {"monthly.2019-01.sales_yen", "1"},
               {"monthly.2020-02.value_added_yen", "-2"}});
  const auto& months = state.facts().monthly;
  REQUIRE(months.size() == 3);
  CHECK(months[0].month == core::Month(2019, 1));
  CHECK(months[1].value_added_yen == -2);
  CHECK(months[1].sales_yen == std::nullopt);
  CHECK(months[2].sales_yen == 3);
}

TEST_CASE("entry: a shorter plan drops the years beyond, says so, and gives them back") {
  State state = page();
  type(state, {{"plan.years", "5"},
               {"plan.yearly.3.employees", "3"},
               {"plan.yearly.5.employees", "5"},
               {"plan.yearly.4.employees", "x"},
               {"plan.years", "3"}});
  CHECK(state.facts().yearly.size() == 3);
  CHECK(state.document->entries.empty());
  CHECK(state.notice == Message{"notice.years_dropped", {"3"}});
  undo(state);
  CHECK(state.facts().yearly.size() == 5);
  CHECK(state.document->entries.size() == 1);
}

TEST_CASE("entry: what changes nothing is no step, and a key that is no field does nothing") {
  State state = page();
  commit(state, "applicant.employees", "18");
  const auto revision = state.revision;
  commit(state, "applicant.employees", "１８人");
  CHECK(state.past.size() == 1);
  CHECK(state.revision > revision);  // the field has to show 18 again
  commit(state, "applicant.shoe_size", "43");
  commit(state, "expenses.7.amount_yen", "43");
  CHECK(state.past.size() == 1);
}

TEST_CASE("expenses: unknown, known to be none, and known") {
  State state = page();
  CHECK_FALSE(state.facts().expenses.has_value());
  declare_no_expenses(state, true);
  REQUIRE(state.facts().expenses.has_value());
  CHECK(state.facts().expenses->empty());
  declare_no_expenses(state, false);
  CHECK_FALSE(state.facts().expenses.has_value());
  add_expense(state);
  declare_no_expenses(state, true);  // there is one
  CHECK(state.facts().expenses->size() == 1);
  remove_expense(state, 1);
  CHECK_FALSE(state.facts().expenses.has_value());
}

TEST_CASE("expenses: rows keep their ids when others go, and their entries go with them") {
  State state = page();
  for (int i = 0; i < 3; ++i) add_expense(state);
  type(state, {{"expenses.1.amount_yen", "100"},
               {"expenses.2.amount_yen", "x"},
               {"expenses.3.amount_yen", "300"},
               {"expenses.3.item", "旋盤"}});
  take_effects(state);
  remove_expense(state, 2);
  CHECK(drained(state, Effect::Kind::focus) == "expenses.3.category");
  CHECK(state.notice == Message{"notice.expense_removed", {}});
  CHECK(state.document->entries.empty());
  REQUIRE(state.facts().expenses->size() == 2);
  CHECK(state.facts().expenses->at(1).amount_yen == 300);
  CHECK(value(state, "expenses.3.item") == "旋盤");
  CHECK(value(state, "expenses.2.amount_yen") == "no field");
  add_expense(state);
  CHECK(state.document->rows == std::vector<RowId>{1, 3, 4});
  CHECK(drained(state, Effect::Kind::focus) == "expenses.4.category");
}

TEST_CASE("expenses: focus goes to the row before where the last goes, then to the button") {
  State state = page();
  add_expense(state);
  add_expense(state);
  take_effects(state);
  remove_expense(state, 2);
  CHECK(drained(state, Effect::Kind::focus) == "expenses.1.category");
  remove_expense(state, 1);
  CHECK(drained(state, Effect::Kind::focus) == "expenses.add");
  remove_expense(state, 1);  // gone already
  CHECK(take_effects(state).empty());
}

TEST_CASE("expenses: a removed row comes back whole, and its id never goes to another") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "500");
  remove_expense(state, 1);
  undo(state);
  CHECK(value(state, "expenses.1.amount_yen") == "500");
  undo(state);
  undo(state);
  add_expense(state);
  CHECK(state.document->rows == std::vector<RowId>{2});
}

}  // namespace uwanose::app
