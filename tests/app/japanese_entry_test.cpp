// Every way in which people in Japan write amounts and months, from the field to the case and back
// to what the field shows.
#include <doctest/doctest.h>

#include "app/form.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

struct Shown {
  std::string value, readback, error;
  std::vector<std::string> readings;
};

Shown entered(std::string_view key, std::string_view text) {
  State state = page();
  commit(state, key, text);
  const Form form = make_form(state);
  const Field* field = form.find(key);
  REQUIRE(field != nullptr);
  Shown shown{field->value, field->readback, field->error, {}};
  for (const Choice& reading : field->readings) shown.readings.push_back(reading.label);
  return shown;
}

std::string amount(std::string_view text) { return entered("applicant.capital_yen", text).value; }
std::string value_added(std::string_view text) {
  return entered("monthly.2021-01.value_added_yen", text).value;
}
std::string month(std::string_view text) { return entered("application.month", text).value; }

}  // namespace

TEST_CASE("entry: an amount is shown with separators, and again in 万円") {
  const Shown shown = entered("applicant.capital_yen", "１２５０万円");
  CHECK(shown.value == "12,500,000");
  CHECK(shown.readback == "1,250万円");
  CHECK(entered("applicant.capital_yen", "9999").readback == "");
}

TEST_CASE("entry: digits of both widths, separators and spaces") {
  for (const char* text :
       {"12500000", "１２５０００００", "12,500,000", "１２，５００，０００", "12、500、000",
        "12 500 000", "１２　５００　０００", " 12,500,000 ", "　１２，５００，０００円　"}) {
    CAPTURE(text);
    CHECK(amount(text) == "12,500,000");
  }
}

TEST_CASE("entry: units, signs of yen, mixed and with a decimal point") {
  for (const char* text :
       {"¥12,500,000", "￥１２，５００，０００", "12,500,000円", "12,500千円", "1,250万円",
        "1250万", "12.5百万円", "１２．５百万円", "0.125億円", "1千250万円", "千二百五十万円"}) {
    CAPTURE(text);
    CHECK(amount(text) == "12,500,000");
  }
  CHECK(amount("1億2,500万") == "125,000,000");
  CHECK(amount("１億２，５００万円") == "125,000,000");
  CHECK(amount("1.5億") == "150,000,000");
  CHECK(amount("二千五百万") == "25,000,000");
  CHECK(amount("3百万円") == "3,000,000");
}

TEST_CASE("entry: negative amounts in every form") {
  for (const char* text : {"-1,234", "－1,234", "−1,234", "ー1,234", "▲1,234", "△1,234", "▲1,234円",
                           "(1,234)", "（１，２３４）", "△ 1,234", "-¥1,234"}) {
    CAPTURE(text);
    CHECK(value_added(text) == "\u22121,234");
  }
  CHECK(entered("applicant.capital_yen", "▲1").error == "0以上で入力してください。");
}

TEST_CASE("entry: what can be read in two ways is asked about, not guessed") {
  const Shown thousand = entered("applicant.capital_yen", "1.250");
  CHECK(thousand.value == "1.250");
  CHECK(thousand.readings == std::vector<std::string>{"1.25円", "1,250円"});
  CHECK_FALSE(entered("applicant.capital_yen", "1,25").readings.empty());
  CHECK_FALSE(entered("applicant.capital_yen", "1,25").error.empty());
  CHECK(amount("1.25億") == "125,000,000");
}

TEST_CASE("entry: months in the Western calendar and in eras") {
  for (const char* text :
       {"2021-04", "2021/4", "２０２１／４", "2021.4", "202104", "2021年4月", "令和3年4月",
        "令和三年四月", "R3.4", "r3.4", "Ｒ３．４", "令3.4", "2021年4月1日"}) {
    CAPTURE(text);
    CHECK(month(text) == "2021年4月");
  }
  CHECK(month("平成31年4月") == "2019年4月");
  CHECK(month("H31/4") == "2019年4月");
  CHECK(month("令和元年5月") == "2019年5月");
  CHECK(entered("application.month", "4月").error.find("何年の月か") != std::string::npos);
  CHECK(entered("application.month", "平成31年5月").error.find("平成") != std::string::npos);
}

TEST_CASE("entry: people are counted in 人, and yen are not taken for them") {
  CHECK(entered("applicant.employees", "１８人").value == "18");
  CHECK(entered("applicant.employees", "十八").value == "18");
  CHECK_FALSE(entered("applicant.employees", "18円").error.empty());
}

}  // namespace uwanose::app
