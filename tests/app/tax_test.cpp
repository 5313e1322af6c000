#include "app/tax.h"

#include "app/form.h"
#include "app/page_state.h"

namespace uwanose::app {

namespace {

const rules::Expense& expense(const State& state, std::size_t index = 0) {
  REQUIRE(state.facts().expenses);
  return state.facts().expenses->at(index);
}

std::string value(const State& state, std::string_view key) {
  const Form form = make_form(state);
  const Field* field = form.find(key);
  REQUIRE(field != nullptr);
  return field->value;
}

std::string note(const State& state) {
  for (const FormSection& section : make_form(state).sections) {
    if (section.id == "expenses") return section.grids.at(0).rows.at(0).note;
  }
  return {};
}

}  // namespace

TEST_CASE("tax: without tax is × 100 / (100 + rate), a fraction of a yen cut off") {
  CHECK(without_tax(110'000, 10) == 100'000);
  CHECK(without_tax(108'000, 8) == 100'000);
  CHECK(without_tax(1'000, 10) == 909);
  CHECK(without_tax(1'000, 8) == 925);
  CHECK(without_tax(1, 10) == 0);
  CHECK(without_tax(0, 10) == 0);
  CHECK(without_tax(10'000'000'000'000, 10) == 9'090'909'090'909);
  CHECK(without_tax(9'999'999'999'999, 8) == 9'259'259'259'258);
}

TEST_CASE("tax: an amount looks taxed where it is rounder without") {
  for (const std::int64_t yen : {110'000, 1'100'000, 330'000, 121'000, 33'000'000, 2'200'000}) {
    CAPTURE(yen);
    CHECK(likely_tax(yen) == 10);
  }
  for (const std::int64_t yen : {108'000, 216'000, 972'000, 10'800'000})
    CHECK(likely_tax(yen) == 8);
  for (const std::int64_t yen : {0, 11, 110, 100'000, 3'500'000, 54'000, 123'456, 1'500'000}) {
    CAPTURE(yen);
    CHECK(likely_tax(yen) == 0);
  }
}

TEST_CASE("tax: the words beside an amount say its rate") {
  CHECK(split_tax_words("110,000円（税込）").amount == "110,000円");
  CHECK(split_tax_words("110,000円（税込）").percent == 10);
  CHECK(split_tax_words("税込8%108000").percent == 8);
  CHECK(split_tax_words("税込8%108000").amount == "108000");
  CHECK(split_tax_words("108,000 (税込み８％)").percent == 8);
  CHECK(split_tax_words("100,000円税抜き").percent == 0);
  CHECK(split_tax_words("100,000円税抜き").amount == "100,000円");
  CHECK_FALSE(split_tax_words("100,000円").percent.has_value());
  CHECK(split_tax_words("(100)").amount == "(100)");
}

TEST_CASE("tax: a rate turns what was entered into the amount without it, and back") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "110,000");
  CHECK(expense(state).amount_yen == 110'000);
  commit(state, "expenses.1.tax", "10");
  CHECK(expense(state).amount_yen == 100'000);
  CHECK(value(state, "expenses.1.amount_yen") == "110,000");
  CHECK(value(state, "expenses.1.tax") == "10");
  CHECK(make_form(state).find("expenses.1.amount_yen")->label == "経費1 金額（税込10%）");
  CHECK(note(state) ==
        "経費1 金額（税込10%） 110,000円 → 税抜100,000円（消費税10,000円。1円未満切捨て）");
  commit(state, "expenses.1.tax", "8");
  CHECK(expense(state).amount_yen == 101'851);
  commit(state, "expenses.1.tax", "0");
  CHECK(expense(state).amount_yen == 110'000);
  CHECK(value(state, "expenses.1.amount_yen") == "110,000");
  CHECK(note(state).empty());
}

TEST_CASE("tax: what is entered into a row with a rate is converted, its unit price too") {
  State state = page({"monozukuri.normal"});
  add_expense(state);
  commit(state, "expenses.1.tax", "10");
  commit(state, "expenses.1.amount_yen", "1,000");
  commit(state, "expenses.1.unit_price_yen", "550円");
  CHECK(expense(state).amount_yen == 909);
  CHECK(expense(state).unit_price_yen == 500);
  CHECK(value(state, "expenses.1.amount_yen") == "1,000");
  CHECK(value(state, "expenses.1.unit_price_yen") == "550");
  // 1,000 and 1,000.x would come to the same yen: the entry counts all the same.
  commit(state, "expenses.1.amount_yen", "1,000.5");
  CHECK(value(state, "expenses.1.amount_yen") == "1,000.5");
  CHECK_FALSE(expense(state).amount_yen.has_value());
  commit(state, "expenses.1.amount_yen", "999");
  CHECK(expense(state).amount_yen == 908);
  commit(state, "expenses.1.amount_yen", "");
  CHECK_FALSE(expense(state).amount_yen.has_value());
  CHECK(value(state, "expenses.1.amount_yen").empty());
}

TEST_CASE("tax: two entries that come to the same yen are two entries") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "税込1,100,000");
  CHECK(expense(state).amount_yen == 1'000'000);
  CHECK(value(state, "expenses.1.tax") == "10");
  commit(state, "expenses.1.amount_yen", "1,100,001");
  CHECK(expense(state).amount_yen == 1'000'000);
  CHECK(value(state, "expenses.1.amount_yen") == "1,100,001");
  undo(state);
  CHECK(value(state, "expenses.1.amount_yen") == "1,100,000");
}

TEST_CASE("tax: undo takes back entry and rate together, redo brings both") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "108,000円（税込8%）");
  CHECK(expense(state).amount_yen == 100'000);
  undo(state);
  CHECK_FALSE(expense(state).amount_yen.has_value());
  CHECK(value(state, "expenses.1.tax") == "0");
  redo(state);
  CHECK(expense(state).amount_yen == 100'000);
  CHECK(value(state, "expenses.1.tax") == "8");
}

TEST_CASE("tax: a faulty entry keeps its words and changes no rate") {
  State state = page();
  add_expense(state);
  commit(state, "expenses.1.amount_yen", "たくさん（税込）");
  CHECK(value(state, "expenses.1.amount_yen") == "たくさん（税込）");
  CHECK(value(state, "expenses.1.tax") == "0");
  CHECK(make_form(state).errors.size() == 1);
}

TEST_CASE("tax: a row that goes takes its rate with it, others keep theirs") {
  State state = page();
  add_expense(state);
  add_expense(state);
  commit(state, "expenses.1.tax", "8");
  commit(state, "expenses.2.tax", "10");
  remove_expense(state, 1);
  CHECK(tax_of(*state.document, 1) == 0);
  CHECK(value(state, "expenses.2.tax") == "10");
  commit(state, "expenses.1.tax", "10");
  CHECK(tax_of(*state.document, 1) == 0);
}

TEST_CASE("tax: keys of tax fields, and others") {
  CHECK(tax_row("expenses.7.tax") == 7);
  CHECK(tax_key(7) == "expenses.7.tax");
  CHECK_FALSE(tax_row("expenses.7.amount_yen").has_value());
  CHECK_FALSE(tax_row("expenses.x.tax").has_value());
}

}  // namespace uwanose::app
