// Sheets to copy from and files to hand over, driven headless.
#include <doctest/doctest.h>

#include "app/page_state.h"
#include "app/sheet.h"
#include "app/shipped_sheets.h"
#include "platform/headless/driver.h"
#include "ui/pages/main_page.h"

namespace uwanose::ui {
namespace {

using platform::Driver;
using platform::Viewport;

struct Session {
  app::State state = app::page();
  MainPage page;
  Driver driver;

  explicit Session(const Viewport& view = {1280, 800, 1, 1, 0, 2000})
      : page(start(state), {}, "0.0.0"), driver(page, view) {}
  ~Session() {
    for (const std::string& violation : driver.violations) FAIL_CHECK(violation);
  }
  static app::State& start(app::State& state) {
    app::fill_in_firm(state);
    state.sheets = app::shipped_sheets();
    return state;
  }
};

TEST_CASE("handoff: closed at first; the sheet opens with the form of the shown frame") {
  Session session;
  Driver& driver = session.driver;
  CHECK(driver.find(Role::heading, "書類に写す・渡す") != nullptr);
  CHECK(driver.find("補助金交付申請額をコピー") == nullptr);
  REQUIRE(driver.click("転記シート"));
  CHECK(driver.find(Role::select, "写す先の書類")->value == "saikouchiku");
  REQUIRE(driver.click("補助金交付申請額をコピー"));
  const auto effects = app::take_effects(session.state);
  REQUIRE(effects.size() == 2);
  CHECK(effects[0] == app::Effect{app::Effect::Kind::copy, "20000000"});
  REQUIRE(driver.choose("写す先の書類", "長野県への事業計画と交付申請"));
  CHECK(driver.find("県の補助金の見込み額をコピー") != nullptr);
}

TEST_CASE("handoff: the sheets are asked for when they are looked at") {
  Session session;
  session.state.sheets.reset();
  REQUIRE(session.driver.click("転記シート"));
  const auto effects = app::take_effects(session.state);
  REQUIRE_FALSE(effects.empty());
  CHECK(effects[0].kind == app::Effect::Kind::open_sheets);
  session.state.sheets = app::shipped_sheets();
  ++session.state.revision;
  session.driver.send({});
  CHECK(session.driver.find(Role::select, "写す先の書類") != nullptr);
}

TEST_CASE("handoff: the length is counted while one types, and too much is an error") {
  Session session;
  Driver& driver = session.driver;
  REQUIRE(driver.click("転記シート"));
  const std::string id = "sheet.saikouchiku.plan_name";
  REQUIRE(driver.by_id(id) != nullptr);
  CHECK(driver.says("補助事業計画名（30文字以内）（いま0文字）"));
  REQUIRE(driver.type("補助事業計画名（30文字以内）", "新しい計画"));
  CHECK(driver.says("補助事業計画名（30文字以内）（いま5文字）"));
  std::string long_name;
  for (int i = 0; i < 32; ++i) long_name += "画";
  REQUIRE(driver.commit_id(id, long_name));
  CHECK(driver.by_id(id)->error.find("2文字多くなっています") != std::string::npos);
  CHECK(driver.says("補助事業計画名（30文字以内）: 30文字までです。2文字多くなっています。"));
  CHECK(session.state.facts().form_texts.at("plan_name") == long_name);
}

TEST_CASE("handoff: ticks, files") {
  Session session;
  Driver& driver = session.driver;
  REQUIRE(driver.click("転記シート"));
  REQUIRE(driver.click("事業計画書（15ページ以内）"));
  CHECK(session.state.facts().form_texts.at("done.saikouchiku.plan") == "yes");
  REQUIRE(driver.click("事業計画書（15ページ以内）"));
  CHECK(session.state.facts().form_texts.empty());
  app::take_effects(session.state);
  REQUIRE(driver.click("引き渡しファイルを保存（JSON）"));
  REQUIRE(driver.click("表計算ソフト用のファイル（CSV）"));
  REQUIRE(driver.click("枠の比較を保存（CSV）"));
  const auto effects = app::take_effects(session.state);
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].kind == app::Effect::Kind::save_handoff);
  CHECK(effects[1] == app::Effect{app::Effect::Kind::save_table, "frames"});
}

TEST_CASE("handoff: every sheet is sound in every window, type size and language") {
  for (const auto& view : {Viewport{1280, 800, 1, 1, 0, 2000}, Viewport{390, 844, 1, 1, 0, 2000},
                           Viewport{320, 568, 1, 2, 0, 2000}}) {
    for (const auto language : {app::Language::ja, app::Language::en}) {
      Session session(view);
      app::set_language(session.state, language);
      session.driver.send({});
      REQUIRE(session.driver.click_id("handoff.sheet"));
      for (const rules::Sheet& sheet : *session.state.sheets) {
        app::choose_sheet(session.state, sheet.id);
        session.driver.send({});
      }
      REQUIRE(session.driver.click_id("handoff.csv"));
    }
  }
}

}  // namespace
}  // namespace uwanose::ui
