#include "app/doubts.h"

#include "app/flow.h"
#include "app/form.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

std::string asked(const State& state) {
  std::string keys;
  for (const Doubt& doubt : find_doubts(state)) {
    if (!keys.empty()) keys += ' ';
    keys += doubt.key;
  }
  return keys;
}

std::string sales(core::Month month) { return "monthly." + month.to_string() + ".sales_yen"; }

State with_sales(std::initializer_list<std::string_view> figures) {
  State state = page();
  core::Month month(2019, 1);
  for (const std::string_view figure : figures) {
    commit(state, sales(month), figure);
    month = month + 1;
  }
  return state;
}

rules::Figure sales_of(const State& state, core::Month month) {
  const rules::MonthFigures* row = state.facts().find_month(month);
  return row == nullptr ? std::nullopt : row->sales_yen;
}

}  // namespace

TEST_CASE("doubts: an ordinary firm is asked nothing") {
  State state = page({});
  CHECK(asked(state).empty());
  fill_in_firm(state);
  CHECK(asked(state).empty());
}

TEST_CASE("doubts: a month far above or below the others is asked about, with its fix") {
  State state = with_sales({"5,000,000", "5200", "4,800,000", "5,100,000"});
  REQUIRE(asked(state) == "monthly.2019-02.sales_yen");
  const Form form = make_form(state);
  const Field* field = form.find("monthly.2019-02.sales_yen");
  CHECK(field->doubt ==
        "5,200円は、ほかの月や年より桁が小さい金額です（ほかの真ん中は5,000,000円）。"
        "千円単位で入力していませんか。");
  REQUIRE(field->fixes.size() == 1);
  CHECK(field->fixes[0].label == "5,200,000円にする");
  CHECK(field->known);
  CHECK(field->error.empty());
  fix_doubt(state, "monthly.2019-02.sales_yen", 0);
  CHECK(sales_of(state, core::Month(2019, 2)) == 5'200'000);
  CHECK(asked(state).empty());
  undo(state);
  CHECK(sales_of(state, core::Month(2019, 2)) == 5'200);
  CHECK(asked(state) == "monthly.2019-02.sales_yen");

  CHECK(asked(with_sales({"5,000,000", "4,900,000,000", "4,800,000"})) ==
        "monthly.2019-02.sales_yen");
  CHECK(asked(with_sales({"5,000", "4,900,000", "4,800,000"})) == "monthly.2019-01.sales_yen");
}

TEST_CASE("doubts: a closed month, two months and a steep fall are nothing to ask about") {
  CHECK(asked(with_sales({"5,000,000", "0", "4,800,000", "5,100,000"})).empty());
  CHECK(asked(with_sales({"5,000,000", "5,000"})).empty());
  CHECK(asked(with_sales({"5,000,000", "100,000", "4,800,000", "5,100,000"})).empty());
}

TEST_CASE("doubts: all months in thousands are asked about once, and fixed together") {
  State state = with_sales({"5,200", "4,900", "0", "5,100"});
  REQUIRE(asked(state) == "monthly.2019-01.sales_yen");
  const std::size_t steps = state.past.size();
  fix_doubt(state, "monthly.2019-01.sales_yen", 0);
  CHECK(state.past.size() == steps + 1);
  CHECK(sales_of(state, core::Month(2019, 1)) == 5'200'000);
  CHECK(sales_of(state, core::Month(2019, 3)) == 0);
  CHECK(sales_of(state, core::Month(2019, 4)) == 5'100'000);
  CHECK(asked(state).empty());
  undo(state);
  CHECK(sales_of(state, core::Month(2019, 4)) == 5'100);
}

TEST_CASE("doubts: who says that a value is right is asked again only when it changes") {
  State state = page();
  commit(state, "applicant.employees", "12000");
  CHECK(asked(state) == "applicant.employees");
  keep_value(state, "applicant.employees");
  CHECK(asked(state).empty());
  undo(state);
  CHECK(asked(state) == "applicant.employees");
  redo(state);
  CHECK(asked(state).empty());
  commit(state, "applicant.employees", "13000");
  CHECK(asked(state) == "applicant.employees");
  commit(state, "applicant.employees", "300");
  CHECK(asked(state).empty());
}

TEST_CASE("doubts: capital, wages and expenses out of their order") {
  State state = page({});
  commit(state, "applicant.capital_yen", "1000");
  REQUIRE(find_doubts(state).size() == 1);
  CHECK(find_doubts(state)[0].fixes.size() == 2);
  fix_doubt(state, "applicant.capital_yen", 1);
  CHECK(make_form(state).find("applicant.capital_yen")->value == "10,000,000");
  commit(state, "plan.base.minimum_hourly_wage_yen", "95");
  CHECK(asked(state) == "plan.base.minimum_hourly_wage_yen");
  commit(state, "plan.base.minimum_hourly_wage_yen", "950");
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "30,000,000,000");
  CHECK(asked(state) == "expenses.1.amount_yen");
  fix_doubt(state, "expenses.1.amount_yen", 0);
  CHECK(state.facts().expenses->at(0).amount_yen == 30'000'000);
  commit(state, "expenses.1.unit_price_yen", "40,000,000");
  CHECK(asked(state) == "expenses.1.unit_price_yen");
  commit(state, "expenses.1.amount_yen", "300");
  CHECK(asked(state) == "expenses.1.amount_yen expenses.1.unit_price_yen");
}

TEST_CASE("doubts: an amount that looks taxed is asked about, and its fix is a rate") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "1,100,000");
  REQUIRE(asked(state) == "expenses.1.amount_yen");
  CHECK(make_form(state).find("expenses.1.amount_yen")->fixes[0].label ==
        "税込10%の金額として扱う");
  fix_doubt(state, "expenses.1.amount_yen", 0);
  CHECK(state.facts().expenses->at(0).amount_yen == 1'000'000);
  CHECK(asked(state).empty());
  undo(state);
  keep_value(state, "expenses.1.amount_yen");
  CHECK(state.facts().expenses->at(0).amount_yen == 1'100'000);
  CHECK(asked(state).empty());

  commit(state, "expenses.1.amount_yen", "1,234,567");
  CHECK(asked(state).empty());
  commit(state, "expenses.1.item", "加工機（税込8%）");
  CHECK(asked(state) == "expenses.1.amount_yen");
  fix_doubt(state, "expenses.1.amount_yen", 0);
  CHECK(state.facts().expenses->at(0).amount_yen == 1'143'117);
}

TEST_CASE("doubts: they are counted in their section, said at once, and no fault") {
  State state = page();
  take_effects(state);
  commit(state, "applicant.employees", "12000");
  CHECK(drained(state, Effect::Kind::alert) ==
        "12,000人で正しいですか。中小企業や中堅企業としては大きな人数です。");
  const Form form = make_form(state);
  CHECK(form.sections.at(0).doubts == 1);
  CHECK(form.errors.empty());
  const auto employees = state.catalogue().find("applicant.employees");
  CHECK(state.facts().scalar(*employees) == core::Ratio(12'000));
}

TEST_CASE("doubts: a sample means what it says, an opened case is asked") {
  State filled = page();
  add_expense(filled);
  commit(filled, "expenses.1.amount_yen", "22,000,000");
  State state = page();
  load_sample(state, filled.facts());
  CHECK(asked(state).empty());
  open_case(state, {"case.json", document_of(state, filled.facts()), {}});
  accept_import(state);
  CHECK_FALSE(asked(state).empty());
}

TEST_CASE("doubts: one question at a time stops once at a doubtful value, then goes on") {
  State state = page({});
  set_mode(state, Mode::step);
  visit(state, "applicant.employees");
  commit(state, "applicant.employees", "12000");
  take_effects(state);
  go_on(state);
  CHECK(state.flow.current == "applicant.employees");
  CHECK(drained(state, Effect::Kind::focus) == "applicant.employees.doubt");
  go_on(state);
  CHECK(state.flow.current != "applicant.employees");
}

}  // namespace uwanose::app
