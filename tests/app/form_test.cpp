#include "app/form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "app/doubts.h"
#include "app/page_state.h"
#include "app/tax.h"

namespace uwanose::app {

namespace {

const FormSection* section(const Form& form, std::string_view id) {
  const auto at = std::find_if(form.sections.begin(), form.sections.end(),
                               [&](const FormSection& s) { return s.id == id; });
  return at == form.sections.end() ? nullptr : &*at;
}

std::string ids(const std::vector<FormSection>& sections) {
  std::string text;
  for (const FormSection& s : sections) text += s.id + ' ';
  return text;
}
std::string ids(const std::vector<Column>& columns) {
  std::string text;
  for (const Column& column : columns) text += column.id + ' ';
  return text;
}

// First and last row and how many.
std::string span(const Form& form, std::string_view id) {
  const FormSection* found = section(form, id);
  if (found == nullptr || found->grids.empty()) return "none";
  const auto& rows = found->grids[0].rows;
  if (rows.empty()) return "empty";
  return rows.front().id + " to " + rows.back().id + ", " + std::to_string(rows.size());
}

void write(const Choices& choices, std::string& text) {
  for (const Choice& choice : choices) text += choice.value + '=' + choice.label + ' ';
}
void write(const Field& field, std::string& text) {
  for (const std::string* part :
       {&field.key, &field.label, &field.help, &field.question, &field.unit, &field.value,
        &field.readback, &field.error, &field.caution, &field.doubt}) {
    text += *part + '|';
  }
  if (field.choices) write(*field.choices, text);
  write(field.fixes, text);
  write(field.readings, text);
  text += std::to_string(static_cast<int>(field.control)) + (field.known ? "known" : "") +
          (field.needed ? "needed\n" : "\n");
}
std::string all_of(const Form& form) {
  std::string text;
  for (const FormSection& s : form.sections) {
    text += s.id + s.label + std::to_string(s.known) + ' ' + std::to_string(s.needed) + ' ' +
            std::to_string(s.doubts) + (s.declared_none ? "none\n" : "\n");
    for (const Field& field : s.fields) write(field, text);
    for (const Grid& grid : s.grids) {
      text += grid.id + ids(grid.columns) + '\n';
      for (const Row& row : grid.rows) {
        text += row.id + '|' + row.header + '|' + row.note + '\n';
        for (const Field& cell : row.cells) write(cell, text);
      }
    }
  }
  for (const FieldError& error : form.errors) text += error.key + error.label + error.error + '\n';
  return text;
}

}  // namespace

TEST_CASE("form: asks for what the shown frames look at and nothing else") {
  const Form form = make_form(page());
  CHECK(ids(form.sections) == "applicant application monthly plan expenses answers ");
  CHECK(form.find("application.rounds.saikouchiku") != nullptr);
  CHECK(form.find("application.rounds.it") == nullptr);
  CHECK(form.find("answers.wage_plan") == nullptr);
  CHECK(form.find("applicant.corporate_number") != nullptr);
  CHECK(ids(section(form, "plan")->grids[0].columns) == "value_added_yen employees ");
  CHECK(ids(section(form, "expenses")->grids[0].columns) == "category item amount_yen tax ");
}

TEST_CASE("form: all frames need every fact, months from 2018-04, and the wages") {
  const Form form = make_form(page({}));
  CHECK(ids(form.sections) == "applicant application monthly plan wages expenses answers ");
  CHECK(form.find("application.rounds.it") != nullptr);
  CHECK(span(form, "monthly") == "2018-04 to 2022-02, 47");
  CHECK(span(form, "wages") == "2020-10 to 2021-06, 9");
  CHECK(ids(section(form, "plan")->grids[0].columns) ==
        "value_added_yen employees minimum_hourly_wage_yen ");
  CHECK(ids(section(form, "expenses")->grids[0].columns) ==
        "category item amount_yen unit_price_yen tax ");
}

TEST_CASE("form: what the case states is shown even if no shown frame looks at it") {
  State state = page();
  type(state, {{"answers.wage_plan", "yes"},
               {"wages.2021-01.employees", "3"},
               {"plan.base.minimum_hourly_wage_yen", "x"}});
  const Form form = make_form(state);
  CHECK(form.find("answers.wage_plan")->value == "yes");
  CHECK(span(form, "wages") == "2021-01 to 2021-01, 1");
  CHECK(form.find("plan.base.minimum_hourly_wage_yen")->value == "x");
}

TEST_CASE("form: months run to the month before the application") {
  State state = page();
  CHECK(span(make_form(state), "monthly") == "2019-01 to 2022-02, 38");
  commit(state, "application.month", "2021-09");
  CHECK(span(make_form(state), "monthly") == "2019-01 to 2021-08, 32");
  commit(state, "monthly.2021-12.sales_yen", "1");  // stated beyond: it stays in sight
  CHECK(span(make_form(state), "monthly") == "2019-01 to 2021-12, 33");
  commit(state, "application.month", "2999-12");
  CHECK(span(make_form(state), "monthly") == "2019-01 to 2032-03, 159");
}

TEST_CASE("form: the plan has its base year and as many years as it states, else all") {
  State state = page();
  CHECK(span(make_form(state), "plan") == "base to 5, 6");
  commit(state, "plan.years", "3");
  const Form form = make_form(state);
  CHECK(span(form, "plan") == "base to 3, 4");
  const Row& base = section(form, "plan")->grids[0].rows[0];
  CHECK(base.header == "基準年度");
  CHECK(base.cells[0].key == "plan.base.value_added_yen");
  CHECK(base.cells[0].label == "基準年度 計画の付加価値額");
  CHECK(section(form, "plan")->fields.size() == 1);
}

TEST_CASE("form: needed is what is missing and can still change the answer") {
  State state = page();
  CHECK(make_form(state).find("applicant.capital_yen")->needed);
  CHECK_FALSE(make_form(state).find("applicant.name")->needed);
  commit(state, "applicant.kind", "sole_proprietor");
  CHECK_FALSE(make_form(state).find("applicant.capital_yen")->needed);
  CHECK(make_form(state).find("applicant.kind")->known);
  CHECK(section(make_form(state), "expenses")->needed == 1);
  declare_no_expenses(state, true);
  const Form form = make_form(state);
  CHECK(section(form, "expenses")->needed == 0);
  CHECK(section(form, "expenses")->declared_none);
}

TEST_CASE("form: a complete case needs nothing") {
  State state = firm();
  for (const FormSection& s : make_form(state).sections) {
    CAPTURE(s.id);
    CHECK(s.needed == 0);
    CHECK(s.known > 0);
  }
}

TEST_CASE("form: rows of expenses are numbered by place and known by id") {
  State state = page();
  add_expense(state);
  add_expense(state);
  remove_expense(state, 1);
  commit(state, "expenses.2.category", "machinery");
  const Form form = make_form(state);
  const Row& row = section(form, "expenses")->grids[0].rows.at(0);
  CHECK(section(form, "expenses")->grids[0].rows_vary);
  CHECK(row.id == "2");
  CHECK(row.header == "経費1");
  CHECK(row.cells[0].key == "expenses.2.category");
  CHECK(row.cells[0].label == "経費1 経費の区分");
  CHECK(row.cells[0].value == "machinery");
  CHECK(row.cells[0].choices->size() == 30);
}

TEST_CASE("form: errors are summed up in the order of the form") {
  State state = page();
  type(state, {{"monthly.2021-01.sales_yen", "abc"}, {"applicant.employees", "-1"}});
  const Form form = make_form(state);
  REQUIRE(form.errors.size() == 2);
  CHECK(form.errors[0].key == "applicant.employees");
  CHECK(form.errors[0].error == "0以上で入力してください。");
  CHECK(form.errors[1].key == "monthly.2021-01.sales_yen");
  CHECK(form.errors[1].label == "2021年1月 売上高");
}

TEST_CASE("form: everything is in the language of the page, errors made before too") {
  State state = page();
  type(state, {{"applicant.employees", "-1"}, {"applicant.capital_yen", "12500000"}});
  set_language(state, Language::en);
  const Form form = make_form(state);
  CHECK(form.sections[0].label == "The applicant");
  CHECK(form.find("applicant.employees")->label == "Employees");
  CHECK(form.find("applicant.employees")->error == "Enter 0 or more.");
  CHECK(form.find("applicant.employees")->unit == "people");
  CHECK(form.find("applicant.capital_yen")->value == "12,500,000");
  CHECK(form.find("applicant.capital_yen")->readback == "");
  CHECK(form.find("monthly.2021-01.sales_yen")->label == "Sales, Jan 2021");
}

TEST_CASE("form: there is no field that is not in it") {
  CHECK(make_form(page()).find("applicant.shoe_size") == nullptr);
}

TEST_CASE("form: made from the one before it is the same as made anew, whatever is done") {
  std::vector<std::string> frames;
  SUBCASE("one frame") { frames = {"saikouchiku.normal"}; }
  SUBCASE("every frame") {}
  State state = firm(frames);
  Form form = make_form(state);
  std::mt19937 random(20261120);
  const auto pick = [&](const std::vector<std::string>& all) { return all[random() % all.size()]; };
  for (int step = 0; step < 400; ++step) {
    const auto& rows = state.document->rows;
    const std::string row = rows.empty() ? "1" : std::to_string(rows[random() % rows.size()]);
    switch (random() % 13) {
      case 12:
        for (const Doubt& doubt : find_doubts(state)) keep_value(state, doubt.key);
        break;
      case 0:
        add_expense(state);
        commit(state, "expenses." + std::to_string(state.last_row) + ".category",
               pick({"machinery", "building", ""}));
        break;
      case 1:
        if (!rows.empty()) remove_expense(state, rows[random() % rows.size()]);
        break;
      case 2: undo(state); break;
      case 3: redo(state); break;
      case 4: set_language(state, random() % 2 == 0 ? Language::en : Language::ja); break;
      case 5:
        commit(state, tax_key(static_cast<RowId>(std::stoul(row))), pick({"0", "8", "10"}));
        break;
      case 6:
        commit(state, pick({"plan.years", "application.month", "applicant.employees"}),
               pick({"3", "5", "2022年3月", "2021-09", ""}));
        break;
      case 7:
        commit(state,
               "wages." + pick({"2020-10", "2020-11"}) + pick({".employees", ".near_minimum"}),
               pick({"20", "3", "x", ""}));
        break;
      case 8:
      case 9:
        commit(state,
               "expenses." + row + pick({".amount_yen", ".amount_yen", ".unit_price_yen", ".item"}),
               pick({"1,100,000", "1000000", "税込110万円", "1.250", "？", "", "30"}));
        break;
      default:
        commit(state,
               "monthly." + pick({"2020-10", "2020-11", "2021-01", "2031-05"}) +
                   pick({".sales_yen", ".value_added_yen"}),
               pick({"9,000,000", "9", "9000", "12万", "1.250", "abc", ""}));
    }
    form = make_form(state, std::move(form));
    REQUIRE_MESSAGE(all_of(form) == all_of(make_form(state)), "step " << step);
  }
}

}  // namespace uwanose::app
