// Scenarios, sliders and the bar of a phone, driven headless.
#include <doctest/doctest.h>

#include <string>

#include "app/page_state.h"
#include "app/scenarios.h"
#include "platform/headless/driver.h"
#include "ui/pages/main_page.h"

namespace uwanose::ui {
namespace {

using platform::Driver;
using platform::Viewport;

struct Session {
  app::State state = app::page({"saikouchiku.normal", "monozukuri.normal"});
  MainPage page;
  Driver driver;

  explicit Session(float width = 1280, float height = 800, float text_scale = 1)
      : page(state, {}, "0.0.0"),
        driver(page, Viewport{width, height, 1, text_scale, 0, height * 2.2f}) {
    app::fill_in_firm(state);
    driver.send({});
  }
  ~Session() {
    for (const std::string& violation : driver.violations) FAIL_CHECK(violation);
  }

  std::string said(std::string_view id) const {
    const Node* node = driver.by_id(id);
    return node == nullptr ? "(not there)" : node->name;
  }
};

}  // namespace

TEST_CASE("scenarios page: duplicate, change, compare, switch, rename, drop and undo") {
  Session session;
  Driver& driver = session.driver;
  CHECK(driver.by_id("scenarios.table") == nullptr);
  REQUIRE(driver.click("いまの入力を複製して比べる"));
  REQUIRE(driver.by_id("scenarios.table") != nullptr);
  REQUIRE(driver.commit_id("expenses.1.amount_yen", "6000万円"));
  CHECK(driver.says("◆ 40,000,000円"));
  CHECK(driver.says("◆ 60,000,000円"));
  CHECK(driver.find(Role::column_header, "案2（編集中）") != nullptr);
  REQUIRE(driver.commit("編集中の案の名前", "2台買う"));
  CHECK(driver.find(Role::column_header, "2台買う（編集中）") != nullptr);
  REQUIRE(driver.click("「案1」を編集する"));
  CHECK(session.said("answer.amounts.bar.0.value") == "20,000,000円");
  REQUIRE(driver.click("「2台買う」を比較から外す"));
  CHECK(driver.by_id("scenarios.table") == nullptr);
  driver.key("undo");
  CHECK(driver.find(Role::column_header, "2台買う") != nullptr);
}

TEST_CASE("scenarios page: four of them are sound in every window, and no fifth is offered") {
  for (const auto& size : {std::pair{1280.0f, 800.0f}, {390.0f, 844.0f}, {320.0f, 568.0f}}) {
    for (const float text_scale : {1.0f, 2.0f}) {
      CAPTURE(size.first);
      CAPTURE(text_scale);
      Session session(size.first, size.second, text_scale);
      for (int i = 0; i < 3; ++i) app::duplicate_case(session.state);
      app::commit(session.state, "expenses.1.amount_yen", "6000万円");
      app::try_expense(session.state, 45'000'000);
      session.driver.send({});
      const Node* add = session.driver.by_id("scenarios.add");
      REQUIRE(add != nullptr);
      CHECK((add->flags & disabled) != 0);
      CHECK(session.driver.by_id("what_if.table") != nullptr);
    }
  }
}

TEST_CASE(
    "what if page: dragging shows other amounts at once, and nothing is entered before it is "
    "taken over") {
  Session session;
  Driver& driver = session.driver;
  const Node* slider = driver.by_id("what_if.expense");
  REQUIRE(slider != nullptr);
  CHECK(slider->role == Role::slider);
  CHECK(slider->unit == "30,000,000円");
  CHECK(slider->value == "75");
  CHECK(slider->level == 200);
  CHECK(driver.by_id("what_if.table") == nullptr);
  driver.send({DomEvent::Kind::input, "what_if.expense", "150"});
  CHECK(driver.by_id("what_if.expense")->unit == "60,000,000円");
  CHECK(session.said("what_if.table.0.3") == "20,000,000円増える");
  CHECK(session.said("answer.amounts.bar.0.value") == "20,000,000円");
  driver.send({DomEvent::Kind::commit, "what_if.expense", "100"});
  CHECK(driver.by_id("what_if.expense")->unit == "40,000,000円");
  REQUIRE(driver.commit("経費の合計を数字で", "4500万"));
  CHECK(driver.by_id("what_if.expense")->unit == "45,000,000円");
  REQUIRE(driver.click("この値を入力に反映"));
  CHECK(session.said("answer.amounts.bar.0.value") == "30,000,000円");
  CHECK(driver.by_id("what_if.table") == nullptr);
}

TEST_CASE("what if page: a place that is none is not taken; a faulty figure says why") {
  Session session;
  session.driver.send({DomEvent::Kind::input, "what_if.employees", "many"});
  CHECK(session.state.what_if.empty());
  session.driver.send({DomEvent::Kind::input, "what_if.employees", "9999"});
  CHECK(session.state.what_if.employees == 80);
  REQUIRE(session.driver.commit("従業員の数を数字で", "ひとり"));
  CHECK((session.driver.by_id("what_if.employees.number")->flags & invalid) != 0);
  CHECK(session.state.what_if.employees == std::nullopt);
}

TEST_CASE("answer page: the next best frame is named, and the best one beside another") {
  Session session;
  CHECK(session.said("answer.runner_up").starts_with("次に有利な枠: "));
  app::choose_frame(session.state, "monozukuri.normal");
  session.driver.send({});
  CHECK(session.said("answer.runner_up")
            .starts_with("いちばん有利な枠: 事業再構築補助金 通常枠（要件を満たす見込み"));
}

TEST_CASE("answer page: the bar of a phone opens to all of the answer and closes again") {
  for (const auto& size : {std::pair{390.0f, 844.0f}, {390.0f, 620.0f}, {768.0f, 1024.0f}}) {
    CAPTURE(size.second);
    Session session(size.first, size.second);
    Driver& driver = session.driver;
    CHECK(driver.by_id("answer.amounts.bar") == nullptr);
    const Node* more = driver.by_id("answer.open");
    REQUIRE(more != nullptr);
    CHECK((more->flags & expanded) == 0);
    REQUIRE(driver.click_id("answer.open"));
    CHECK((driver.by_id("answer.open")->flags & expanded) != 0);
    CHECK(driver.by_id("answer.amounts.bar") != nullptr);
    CHECK(session.said("answer.amounts.total.value") == "24,000,000円");
    CHECK(driver.by_id("answer")->rect.height > 300);
    driver.key("escape");
    CHECK(driver.by_id("answer.amounts.bar") == nullptr);
  }
}

TEST_CASE("answer page: an open bar shows what is missing, and a way there closes it") {
  Session session(390, 844);
  app::commit(session.state, "answers.restructuring_guideline", "");
  app::commit(session.state, "applicant.deemed_large", "");
  session.driver.send({});
  REQUIRE(session.driver.click_id("answer.open"));
  REQUIRE(session.driver.by_id("answer.missing") != nullptr);
  REQUIRE(session.driver.click_id("answer.missing.applicant.deemed_large"));
  CHECK((session.driver.by_id("answer.open")->flags & expanded) == 0);
}

}  // namespace uwanose::ui
