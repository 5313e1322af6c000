// The product's page, driven headless: from an empty form to the right answer, in every window.
#include "ui/pages/main_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/page_state.h"
#include "platform/headless/driver.h"

namespace uwanose::ui {
namespace {

using platform::Driver;
using platform::Viewport;

Viewport window(float width, float height, float text_scale = 1) {
  return {width, height, 1, text_scale, 0, height * 2.2f};
}

void check_sound(const Driver& driver) {
  for (const std::string& violation : driver.violations) FAIL_CHECK(violation);
}

// The page with the machine doing what the state asks of it.
struct Session {
  app::State state = app::page();
  MainPage page;
  Driver driver;

  explicit Session(const Viewport& view = window(1280, 800), std::vector<Sample> samples = {})
      : page(state, std::move(samples), "0.0.0"), driver(page, view) {
    driver.after_frame = [this](platform::Platform& machine) {
      for (const app::Effect& effect : app::take_effects(state)) {
        if (effect.kind == app::Effect::Kind::focus) machine.focus(effect.text);
        if (effect.kind == app::Effect::Kind::announce) machine.announce(effect.text, false);
        if (effect.kind == app::Effect::Kind::alert) machine.announce(effect.text, true);
        if (effect.kind == app::Effect::Kind::pick_file) machine.pick_file(".json");
        if (effect.kind == app::Effect::Kind::print) machine.print();
      }
    };
    driver.send({});
  }

  std::string value(std::string_view name) const {
    const Node* node = driver.find(name);
    return node == nullptr ? "(not there)" : node->value;
  }
  std::string said(std::string_view id) const {
    const Node* node = driver.by_id(id);
    return node == nullptr ? "(not there)" : node->name;
  }
};

}  // namespace

TEST_CASE("page: the tree is sound, empty and filled, in every window, type size and language") {
  for (const bool filled : {false, true})
    for (const auto& size : {std::pair{1280.0f, 800.0f}, {390.0f, 844.0f}, {320.0f, 568.0f}})
      for (const float text_scale : {1.0f, 2.0f})
        for (const app::Language language : {app::Language::ja, app::Language::en}) {
          CAPTURE(filled);
          CAPTURE(size.first);
          CAPTURE(text_scale);
          Session session(window(size.first, size.second, text_scale));
          if (filled) app::fill_in_firm(session.state);
          app::set_language(session.state, language);
          session.driver.send({});
          check_sound(session.driver);
          CHECK(session.driver.nodes().size() > 200);
        }
}

TEST_CASE("page: an empty form says that nothing is settled and what is missing") {
  Session session;
  CHECK(session.said("answer.verdict") == "まだ判定できません");
  CHECK(session.said("result.verdict") == "まだ判定できません");
  CHECK(session.driver.by_id("result.missing") != nullptr);
  CHECK(session.driver.by_id("pending") == nullptr);
  check_sound(session.driver);
}

TEST_CASE("page: what is typed is converted on commit and shown as the application writes it") {
  Session session;
  REQUIRE(session.driver.commit("資本金の額または出資の総額", "１，０００万円"));
  CHECK(session.value("資本金の額または出資の総額") == "10,000,000");
  CHECK(session.said("applicant.capital_yen.note") == "＝ 1,000万円");
  check_sound(session.driver);
}

TEST_CASE(
    "page: a faulty entry stays as typed, is marked, and leads from the summary to its field") {
  Session session;
  REQUIRE(session.driver.commit("常時使用する従業員の数", "たくさん"));
  const Node* field = session.driver.find("常時使用する従業員の数");
  CHECK(field->value == "たくさん");
  CHECK((field->flags & invalid) != 0);
  CHECK(field->error.starts_with("＊エラー"));
  REQUIRE(session.driver.by_id("errors") != nullptr);
  REQUIRE(session.driver.click_id("errors.applicant.employees"));
  CHECK(session.driver.interaction.focus == "applicant.employees");
  REQUIRE(session.driver.commit("常時使用する従業員の数", "18人"));
  CHECK(session.driver.by_id("errors") == nullptr);
  CHECK(session.value("常時使用する従業員の数") == "18");
  check_sound(session.driver);
}

TEST_CASE("page: the filled form answers 20 and 4 million yen, at the right and in the result") {
  Session session;
  app::fill_in_firm(session.state);
  session.driver.send({});
  CHECK(session.said("answer.verdict") == "要件を満たす見込み");
  CHECK(session.said("answer.amounts.total.value") == "24,000,000円");
  CHECK(session.said("answer.amounts.bar.0.value") == "20,000,000円");
  CHECK(session.said("answer.amounts.bar.1.value") == "4,000,000円");
  CHECK(session.said("answer.amounts.bar.2.value") == "6,000,000円");
  CHECK(session.said("result.amounts.total.value") == "24,000,000円");
  check_sound(session.driver);
}

TEST_CASE("page: the outlook, and all frames compared, the best first") {
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {390.0f, 844.0f}}) {
    Session session(window(width, height));
    session.state = app::page({});
    app::fill_in_firm(session.state);
    session.driver.send({});
    CHECK(session.said("result.outlook.3.value") == "4/5円（80.0%）");
    const Node* best = session.driver.by_id("frames.saikouchiku.normal.2");
    REQUIRE(best != nullptr);
    CHECK(best->name == "24,000,000円");
    const Node* special = session.driver.by_id("frames.saikouchiku.emergency.4");
    REQUIRE(special != nullptr);
    CHECK(special->name.ends_with(
        "通常枠なら合計24,000,000円、自己負担6,000,000円です（要件を満たす見込み）。"));
    CHECK(best->rect.y < special->rect.y);
    check_sound(session.driver);
  }
}

TEST_CASE("page: expenses are added and removed, the focus goes where work goes on") {
  Session session;
  REQUIRE(session.driver.click("経費を追加"));
  CHECK(session.driver.interaction.focus == "expenses.1.category");
  REQUIRE(session.driver.commit_id("expenses.1.amount_yen", "3000万円"));
  CHECK(session.driver.by_id("expenses.1.amount_yen")->value == "30,000,000");
  REQUIRE(session.driver.click("経費を追加"));
  REQUIRE(session.driver.click_id("expenses.1.remove"));
  CHECK(session.driver.by_id("expenses.1.amount_yen") == nullptr);
  CHECK(session.driver.interaction.focus == "expenses.2.category");
  REQUIRE(session.driver.click_id("expenses.2.remove"));
  CHECK(session.driver.interaction.focus == "expenses.add");
  check_sound(session.driver);
}

TEST_CASE("page: reset asks, keeps everything on no, empties it on yes, and can be undone") {
  Session session;
  app::fill_in_firm(session.state);
  session.driver.send({});
  REQUIRE(session.driver.click("すべて消す"));
  REQUIRE(session.driver.by_id("pending") != nullptr);
  CHECK(session.driver.interaction.focus == "pending.no");
  REQUIRE(session.driver.click_id("pending.no"));
  CHECK(session.said("answer.amounts.total.value") == "24,000,000円");
  REQUIRE(session.driver.click("すべて消す"));
  CHECK(session.driver.interaction.focus == "pending.no");
  REQUIRE(session.driver.click_id("pending.yes"));
  CHECK(session.value("常時使用する従業員の数") == "");
  REQUIRE(session.driver.click("元に戻す"));
  CHECK(session.said("answer.amounts.total.value") == "24,000,000円");
  check_sound(session.driver);
}

TEST_CASE("page: English, the large type and the phone's bar are one click or one window away") {
  Session session;
  REQUIRE(session.driver.click("English"));
  CHECK(session.said("answer.verdict") ==
        std::string(session.state.words()("answer.verdict_undetermined")));
  CHECK(session.state.language == app::Language::en);
  REQUIRE(session.driver.click_id("tool.seminar"));
  CHECK(session.state.seminar);
  session.driver.resize(window(390, 844));
  CHECK(session.driver.by_id("answer")->rect.y + session.driver.by_id("answer")->rect.height ==
        844.0f);
  check_sound(session.driver);
}

TEST_CASE("page: an ambiguous entry is asked about and settled by a click") {
  Session session;
  REQUIRE(session.driver.commit("資本金の額または出資の総額", "1.250"));
  CHECK((session.driver.find("資本金の額または出資の総額")->flags & invalid) != 0);
  REQUIRE(session.driver.click("1,250円"));
  CHECK((session.driver.find("資本金の額または出資の総額")->flags & invalid) == 0);
  CHECK(session.value("資本金の額または出資の総額") == "1,250");
  check_sound(session.driver);
}

namespace {

std::vector<Sample> two_samples() {
  app::State other = app::page();
  app::fill_in_firm(other);
  const auto firm = [facts = other.facts()] { return facts; };
  const auto nothing = [] { return rules::Case{}; };
  return {{{"見本一", "Sample one"}, firm, "saikouchiku.normal"},
          {{"見本二", "Sample two"}, nothing, "saikouchiku.normal"}};
}

}  // namespace

TEST_CASE("keys: ? lists them in a dialog, Esc closes it, and those of one letter can be off") {
  Session session;
  session.driver.key("help");
  const Node* dialog = session.driver.by_id("help");
  REQUIRE(dialog != nullptr);
  CHECK(dialog->role == Role::dialog);
  CHECK(session.driver.interaction.focus == "help");
  CHECK(session.driver.says("Ctrl + Z"));
  session.driver.key("seminar");
  CHECK_FALSE(session.state.seminar);
  session.driver.key("escape");
  CHECK(session.driver.by_id("help") == nullptr);
  REQUIRE(session.driver.click("キーの一覧（?）"));
  REQUIRE(session.driver.click_id("help.letters"));
  REQUIRE(session.driver.click("閉じる"));
  session.driver.key("help");
  session.driver.key("seminar");
  CHECK(session.driver.by_id("help") == nullptr);
  CHECK_FALSE(session.state.seminar);
  check_sound(session.driver);
}

TEST_CASE("keys: Esc answers a question with no") {
  Session session;
  app::fill_in_firm(session.state);
  session.driver.send({});
  REQUIRE(session.driver.click("すべて消す"));
  session.driver.key("undo");
  REQUIRE(session.driver.by_id("pending") != nullptr);
  session.driver.key("escape");
  CHECK(session.driver.by_id("pending") == nullptr);
  CHECK(session.value("常時使用する従業員の数") == "18");
  check_sound(session.driver);
}

TEST_CASE("seminar: one key, a sample by its number, its answer part by part, in every window") {
  for (const auto& size : {std::pair{1920.0f, 1080.0f}, {1280.0f, 720.0f}, {390.0f, 844.0f}})
    for (const float text_scale : {1.0f, 2.0f})
      for (const app::Language language : {app::Language::ja, app::Language::en}) {
        CAPTURE(size.first);
        CAPTURE(text_scale);
        Session session(window(size.first, size.second, text_scale), two_samples());
        app::set_language(session.state, language);
        session.driver.key("1");
        session.driver.key("seminar");
        REQUIRE(session.driver.by_id("presenter") != nullptr);
        session.driver.key("sample.9");
        CHECK_FALSE(session.state.covered());
        session.driver.key("sample.1");
        const std::string verdict(session.state.words()("answer.verdict_met"));
        CHECK_FALSE(session.driver.says(verdict));
        CHECK(session.driver.by_id("result.nation.value") == nullptr);
        CHECK(session.driver.by_id("frames") == nullptr);
        session.driver.key("next");
        CHECK(session.said("result.verdict") == verdict);
        CHECK(session.driver.by_id("result.nation.value") == nullptr);
        REQUIRE(session.driver.click_id("result.next"));
        CHECK(session.said("result.nation.value").find("20,000,000") != std::string::npos);
        CHECK(session.driver.by_id("result.prefecture.value") == nullptr);
        if (session.driver.by_id("answer.next") != nullptr) {
          REQUIRE(session.driver.click_id("answer.next"));
        } else {
          session.driver.key("next");
        }
        CHECK(session.said("result.prefecture.value").find("4,000,000") != std::string::npos);
        session.driver.key("back");
        CHECK(session.driver.by_id("result.prefecture.value") == nullptr);
        REQUIRE(session.driver.click_id("result.all"));
        CHECK(session.said("result.amounts.total.value").find("24,000,000") != std::string::npos);
        CHECK(session.driver.by_id("result.next") == nullptr);
        check_sound(session.driver);
      }
}

TEST_CASE("seminar: the field that has the focus stands on a ground of its own, once") {
  Session session(window(1280, 800), two_samples());
  session.driver.key("seminar");
  REQUIRE(session.driver.commit("会社名・屋号", "見本"));
  check_sound(session.driver);
}

TEST_CASE("contrast: where the machine asks for more the colours are those of the large type") {
  Session session;
  CHECK(&session.page.theme() == &calm_theme());
  app::set_strong(session.state, true);
  CHECK(&session.page.theme() == &strong_theme());
  app::set_seminar(session.state, true);
  CHECK(&session.page.theme() == &seminar_theme());
}

TEST_CASE("safe areas: nothing stands under a notch or a home bar") {
  Viewport phone = window(844, 390);
  phone.inset_left = 47;
  phone.inset_right = 47;
  phone.inset_bottom = 21;
  Viewport upright = window(390, 844);
  upright.inset_bottom = 34;
  for (const Viewport& view : {phone, upright, [] {
                                 Viewport wide = window(1400, 900);
                                 wide.inset_left = wide.inset_right = 47;
                                 return wide;
                               }()}) {
    CAPTURE(view.width);
    Session session(view);
    for (const Node& node : session.driver.nodes()) {
      if (node.rect.width <= 0 || (node.flags & (visually_hidden | print_only)) != 0) continue;
      if (node.id == "answer") continue;  // the layer itself is painted to the edge
      CAPTURE(node.id);
      CHECK(node.rect.x >= view.inset_left);
      CHECK(node.rect.x + node.rect.width <= view.width - view.inset_right + 0.51f);
      if ((node.flags & pinned) != 0)
        CHECK(node.rect.y + node.rect.height <= view.height - view.inset_bottom + 0.51f);
    }
    check_sound(session.driver);
  }
}

TEST_CASE("statement: aim, tests, what was not tested and known gaps stand in the page") {
  Session session;
  CHECK(session.driver.says("適合を宣言するものではありません"));
  CHECK_FALSE(session.driver.says("PC-Talker"));
  REQUIRE(session.driver.click_id("statement.more"));
  CHECK(session.driver.says("PC-Talker"));
  CHECK(session.driver.says("暗い配色はありません"));
  app::set_language(session.state, app::Language::en);
  session.driver.send({});
  CHECK(session.driver.says("This is no claim of conformance"));
  check_sound(session.driver);
}

TEST_CASE("page: what to prepare opens below the answer, with the bureau of the municipality") {
  for (const auto& [width, height] : {std::pair{1280.0f, 800.0f}, {390.0f, 844.0f}}) {
    Session session(window(width, height));
    app::fill_in_firm(session.state);
    session.driver.send({});
    CHECK(session.said("prepare.deadline") == "第5回の締切は2022年3月24日です。");
    CHECK(session.said("contacts.place") ==
          "本社の所在地（長野市）を担当するのは、長野地域振興局 商工観光課です。");
    REQUIRE(session.driver.click("準備することと日程（11）"));
    const Node* first = session.driver.by_id("prepare.steps.2.1");
    REQUIRE(first != nullptr);
    CHECK(first->name == "2022年3月3日まで（締切の21日前）");
    CHECK((first->flags & print_only) == 0);
    REQUIRE(session.driver.click("ほかの相談先（36）"));
    CHECK(session.driver.says("須坂商工会議所"));
    REQUIRE(session.driver.choose("本社の所在地", "諏訪市"));
    CHECK(session.said("contacts.place") ==
          "本社の所在地（諏訪市）を担当するのは、諏訪地域振興局 商工観光課です。");
    check_sound(session.driver);
  }
}

TEST_CASE("page: while it is printed the answer comes first and inputs stand as tables") {
  Session session;
  app::fill_in_firm(session.state);
  session.state.today = "2026-11-20";
  session.driver.send({});
  const auto place = [&](std::string_view id) {
    const NodeList& nodes = session.driver.nodes();
    return std::find_if(nodes.begin(), nodes.end(),
                        [&](const Node& each) { return each.id == id; }) -
           nodes.begin();
  };
  CHECK(place("form") < place("result"));
  CHECK(session.driver.by_id("report.title") == nullptr);
  session.driver.key("print.begin");
  CHECK(place("report.title") < place("result"));
  CHECK(place("result") < place("report.inputs"));
  CHECK(place("report.inputs") < place("prepare"));
  CHECK(place("prepare") < place("form"));
  CHECK((session.driver.by_id("form")->flags & screen_only) != 0);
  CHECK((session.driver.by_id("applicant.employees")->flags & screen_only) != 0);
  CHECK((session.driver.by_id("result.verdict")->flags & screen_only) == 0);
  CHECK(session.said("report.name") == "申請する会社・事業主: 信州見本工業株式会社");
  CHECK(session.said("report.date") == "印刷した日: 2026年11月20日");
  CHECK(session.said("report.applicant.2.0") == "本社の所在地");
  CHECK(session.said("report.applicant.2.1") == "長野市");
  CHECK(session.said("report.monthly.rows.0.1") == "5,000,000");
  CHECK(session.driver.by_id("applicant.employees")->value == "18");
  check_sound(session.driver);
  session.driver.key("print.end");
  CHECK(place("form") < place("result"));
  CHECK(session.driver.by_id("report.title") == nullptr);
  CHECK((session.driver.by_id("form")->flags & screen_only) == 0);
}

}  // namespace uwanose::ui
