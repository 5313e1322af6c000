// 順番に答える on the page, driven headless.
#include <doctest/doctest.h>

#include <string>
#include <tuple>

#include "app/flow.h"
#include "app/page_state.h"
#include "platform/headless/driver.h"
#include "ui/pages/main_page.h"

namespace uwanose::ui {
namespace {

using platform::Driver;
using platform::Viewport;

struct Steps {
  app::State state = app::page({});
  MainPage page;
  Driver driver;

  explicit Steps(float width = 1280, float height = 800, float text_scale = 1)
      : page(state, {}, "0.0.0"), driver(page, {width, height, 1, text_scale, 0, height * 2.2f}) {
    driver.after_frame = [this](platform::Platform& machine) {
      for (const app::Effect& effect : app::take_effects(state))
        if (effect.kind == app::Effect::Kind::focus) machine.focus(effect.text);
    };
    driver.send({});
    REQUIRE(driver.click("順番に答える"));
  }

  std::string title() const {
    const Node* node = driver.by_id("step.heading");
    return node == nullptr ? "(not there)" : node->name;
  }
  void check_sound() const {
    for (const std::string& violation : driver.violations) FAIL_CHECK(violation);
  }
};

}  // namespace

TEST_CASE("steps: every question is a sound page, in every window, type size and language") {
  for (const auto& [across, height, scale] :
       {std::tuple{1280.0f, 800.0f, 1.0f}, {390.0f, 844.0f, 1.0f}, {320.0f, 568.0f, 2.0f}})
    for (const app::Language language : {app::Language::ja, app::Language::en}) {
      const float width = across;  // clang lets no lambda capture a structured binding
      CAPTURE(width);
      Steps steps(width, height, scale);
      app::set_language(steps.state, language);
      REQUIRE(steps.driver.click_id("interest.frames"));
      REQUIRE(steps.driver.click_id("step.next"));
      int questions = 0;
      while (steps.state.flow.current != app::flow_check && questions < 100) {
        CAPTURE(steps.state.flow.current);
        const bool leave = steps.driver.by_id("step.unknown") != nullptr;
        REQUIRE(steps.driver.click_id(leave ? "step.unknown" : "step.next"));
        CHECK(steps.driver.interaction.focus == "step.heading");
        ++questions;
      }
      CHECK(questions > 20);
      steps.check_sound();
    }
}

TEST_CASE("steps: the choice of programmes, a question, a fault, and the right answer") {
  Steps steps;
  CHECK(steps.title() == "どの補助金を調べますか");
  CHECK(steps.driver.by_id("applicant.employees") == nullptr);
  REQUIRE(steps.driver.click("IT導入補助金"));
  CHECK(steps.state.flow.interests.size() == 5);
  REQUIRE(steps.driver.click("質問を始める"));
  REQUIRE(steps.state.flow.current.starts_with("applicant."));

  app::visit(steps.state, "applicant.employees");
  steps.driver.send({});
  CHECK(steps.title() == "常時使用する従業員は何人ですか。");
  REQUIRE(steps.driver.commit("常時使用する従業員の数", "たくさん"));
  CHECK(steps.driver.by_id("errors") == nullptr);
  REQUIRE(steps.driver.click("次へ"));
  CHECK(steps.title() == "常時使用する従業員は何人ですか。");
  CHECK(steps.driver.interaction.focus == "errors");
  REQUIRE(steps.driver.click_id("errors.applicant.employees"));
  CHECK(steps.driver.interaction.focus == "applicant.employees");
  REQUIRE(steps.driver.commit("常時使用する従業員の数", "18"));
  REQUIRE(steps.driver.click("次へ"));
  CHECK(steps.title() != "常時使用する従業員は何人ですか。");
  REQUIRE(steps.driver.click("戻る"));
  CHECK(steps.title() == "常時使用する従業員は何人ですか。");
  CHECK(steps.driver.find("常時使用する従業員の数")->value == "18");
  steps.check_sound();
}

TEST_CASE("steps: the check leads to each answer, and a missing item to its question") {
  Steps steps(390, 844);
  app::fill_in_firm(steps.state);
  app::visit(steps.state, app::flow_check);
  steps.driver.send({});
  CHECK(steps.title() == "答えの確認");
  REQUIRE(steps.driver.click("資本金の額または出資の総額を変更"));
  CHECK(steps.title() == "資本金はいくらですか。");
  CHECK(steps.driver.interaction.focus == "step.heading");
  app::commit(steps.state, "applicant.capital_yen", "");
  app::commit(steps.state, "applicant.employees", "");
  app::visit(steps.state, app::flow_check);
  steps.driver.send({});
  REQUIRE(steps.driver.click_id("result.missing.applicant.employees"));
  CHECK(steps.state.flow.current == "applicant.employees");
  CHECK(steps.driver.interaction.focus == "applicant.employees");
  steps.check_sound();
}

TEST_CASE("steps: switching to the list and back keeps what was entered, faults too") {
  Steps steps;
  REQUIRE(steps.driver.click("質問を始める"));
  app::visit(steps.state, "applicant.capital_yen");
  steps.driver.send({});
  REQUIRE(steps.driver.commit("資本金の額または出資の総額", "1,25"));
  REQUIRE(steps.driver.click("一覧で入力"));
  CHECK(steps.driver.find("資本金の額または出資の総額")->value == "1,25");
  CHECK(steps.driver.by_id("errors") != nullptr);
  REQUIRE(steps.driver.click("順番に答える"));
  CHECK(steps.title() == "資本金はいくらですか。");
  CHECK(steps.driver.find("資本金の額または出資の総額")->value == "1,25");
  CHECK((steps.driver.find("資本金の額または出資の総額")->flags & invalid) != 0);
  steps.check_sound();
}

}  // namespace uwanose::ui
