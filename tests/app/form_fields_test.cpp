#include <doctest/doctest.h>

#include "app/form.h"
#include "app/page_state.h"

namespace uwanose::app {

TEST_CASE("form: fields say what they take") {
  const Form form = make_form(page({}));
  CHECK(form.find("applicant.name")->control == Control::text);
  CHECK(form.find("applicant.corporate_number")->control == Control::code);
  CHECK(form.find("applicant.head_office")->control == Control::choice);
  CHECK(form.find("applicant.industry")->control == Control::choice);
  CHECK(form.find("applicant.capital_yen")->control == Control::number);
  CHECK(form.find("applicant.capital_yen")->unit == "円");
  CHECK(form.find("applicant.employees")->unit == "人");
  CHECK(form.find("applicant.deemed_large")->control == Control::yes_no);
  CHECK(form.find("application.month")->control == Control::month);
  CHECK(form.find("monthly.2021-01.value_added_yen")->control == Control::signed_number);
  CHECK(form.find("plan.base.minimum_hourly_wage_yen")->unit == "円/時");
}

TEST_CASE("form: choices begin with わからない, and yes or no end with it") {
  const Form form = make_form(page());
  const auto& industries = *form.find("applicant.industry")->choices;
  CHECK(industries.size() == 10);
  CHECK(industries[0].value == "");
  CHECK(industries[1].value == "manufacturing");
  const auto& yes_no = *form.find("applicant.deemed_large")->choices;
  REQUIRE(yes_no.size() == 3);
  CHECK(yes_no[0].label == "はい");
  CHECK(yes_no[2].label == "わからない");
  CHECK(form.find("applicant.employees")->choices == nullptr);
}

TEST_CASE("form: municipalities are chosen by name, in groups; a code without one stays") {
  State state = page();
  const auto choices = [&] { return *make_form(state).find("applicant.head_office")->choices; };
  REQUIRE(choices().size() == 124);
  CHECK(choices()[0].value == "");
  CHECK(choices()[0].group == "");
  CHECK(choices()[1].value == "20321");
  CHECK(choices()[1].label == "軽井沢町");
  CHECK(choices()[1].group == "佐久地域振興局");
  CHECK(choices().back().label == "沖縄県");
  CHECK(choices().back().group == "長野県の外（都道府県で選ぶ）");
  commit(state, "applicant.head_office", "20201");
  CHECK(choices().size() == 124);
  commit(state, "applicant.head_office", "13101");
  REQUIRE(choices().size() == 125);
  CHECK(choices()[1].value == "13101");
  CHECK(choices()[1].label == "東京都（13101）");
  CHECK(make_form(state).find("applicant.head_office")->value == "13101");
  set_language(state, Language::en);
  CHECK(choices()[2].label == "Karuizawa Town");
}

}  // namespace uwanose::app
