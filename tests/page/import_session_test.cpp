// The whole product without a browser: files, pastes and the device in, effects out.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "io/case_reader.h"
#include "page/session.h"
#include "page/shipped_rules.h"
#include "platform/headless/headless_glyphs.h"
#include "platform/headless/headless_platform.h"
#include "ui/invariants.h"

namespace uwanose::page {

namespace {

using Kind = ui::DomEvent::Kind;

// One visit; what the device keeps is handed on to the next by `machine.stored`.
class Visit {
 public:
  explicit Visit(std::optional<std::string> stored = {}, float width = 1280) {
    machine.stored = std::move(stored);
    machine.window = {width, 800, 1, 1, 0, 1800};
    ui::create_context(glyphs);
    session.emplace(machine, shipped_rules());
    send(Kind::idle, {}, {});
  }
  ~Visit() { ui::destroy_context(); }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  void send(Kind kind, std::string id, std::string value) {
    const ui::DomEvent event{kind, std::move(id), std::move(value)};
    const ui::FrameResult result = session->run(interaction, {&event, 1});
    nodes = result.nodes;
    for (const std::string& violation :
         ui::find_violations(nodes, machine.window.width, machine.window.height)) {
      FAIL_CHECK(violation);
    }
    session->carry_out();
  }
  void click(std::string id) {
    CHECK_MESSAGE(said(id) != "(not there)", id);
    send(Kind::click, std::move(id), {});
  }
  void type(std::string id, std::string text) {
    send(Kind::commit, std::move(id), std::move(text));
  }
  void open(std::string name, std::string text) {
    send(Kind::open_file, std::move(name), std::move(text));
  }

  std::string said(std::string_view id) const {
    for (const ui::Node& node : nodes) {
      if (node.id == id) return node.name;
    }
    return "(not there)";
  }
  std::string value(std::string_view id) const {
    for (const ui::Node& node : nodes) {
      if (node.id == id) return node.value;
    }
    return "(not there)";
  }

  platform::HeadlessPlatform machine;
  platform::HeadlessGlyphs glyphs;
  ui::Interaction interaction;
  ui::NodeList nodes;
  std::optional<Session> session;
};

std::string case_named(const std::string& name) {
  return R"({"format":"uwanose-case","version":1,"applicant":{"name":")" + name + "\"}}";
}

}  // namespace

TEST_CASE("session: a case opened over entries is shown first, taken in, and undone") {
  Visit visit;
  visit.type("applicant.name", "川の会社");
  visit.open("山.json", case_named("山の会社"));
  CHECK(visit.said("import.heading") == "「山.json」を取り込む前に、確かめてください");
  CHECK(visit.machine.wanted_focus == "import.heading");
  CHECK(visit.value("applicant.name") == "川の会社");
  visit.click("import.accept");
  CHECK(visit.value("applicant.name") == "山の会社");
  CHECK(visit.said("import.heading") == "(not there)");
  visit.click("tool.undo");
  CHECK(visit.value("applicant.name") == "川の会社");
}

TEST_CASE("session: a case may be pasted, also into a field, and declined") {
  Visit visit;
  visit.type("applicant.name", "川の会社");
  visit.send(Kind::paste, "applicant.name", "\n " + case_named("山の会社"));
  CHECK(visit.said("import.heading") == "「貼り付けた内容」を取り込む前に、確かめてください");
  visit.click("import.decline");
  CHECK(visit.value("applicant.name") == "川の会社");
  CHECK(visit.said("import.heading") == "(not there)");
}

TEST_CASE("session: cells pasted into a table, and a file of accounting software") {
  Visit visit;
  visit.send(Kind::paste, "monthly.2021-01.sales_yen", "1,200\t300\n1,100\t");
  visit.click("import.accept");
  CHECK(visit.value("monthly.2021-01.sales_yen") == "1,200");
  CHECK(visit.value("monthly.2021-01.value_added_yen") == "300");
  CHECK(visit.value("monthly.2021-02.sales_yen") == "1,100");
  CHECK(visit.value("monthly.2021-02.value_added_yen") == "");
  visit.open("推移.csv", "科目,4月,5月,6月,合計\r\n売上高,\"1,000\",900,800,2700\r\n");
  CHECK(visit.value("import.year") == "");
  visit.send(Kind::select, "import.year", "2021-04");
  visit.click("import.accept");
  CHECK(visit.value("monthly.2021-05.sales_yen") == "900");
}

TEST_CASE("session: the preview is sound on a phone, with hundreds of changes") {
  Visit visit({}, 390);
  std::string rows = "区分\t内容\t金額";
  for (int i = 0; i < 300; ++i) rows += "\nmachinery\t品" + std::to_string(i) + "\t100万円";
  visit.open("経費.txt", rows);
  CHECK(visit.said("import.heading") == "「経費.txt」を取り込む前に、確かめてください");
  visit.click("import.all");
  CHECK(visit.said("import.more").starts_with("ほか"));
  visit.click("import.accept");
  CHECK(visit.session->state().facts().expenses->size() == 300);
}

TEST_CASE("session: what is no case and no table is refused with the place, nothing is lost") {
  Visit visit;
  visit.type("applicant.name", "残る会社");
  const auto fault = [&](std::string name, std::string bytes) {
    visit.open(std::move(name), std::move(bytes));
    return visit.said("file.fault.0");
  };
  CHECK(fault("a.json", std::string(1000, '[')) == "入れ子が64段を超えています。");
  CHECK(fault("a.json", "{\"format\":\"\x83\"}").find("UTF-8") != std::string::npos);
  CHECK(fault("a.json", R"({"format":"uwanose-case","version":2})").find("第2版") !=
        std::string::npos);
  CHECK(fault("a.xlsx", "PK\x03\x04....").find("CSV") != std::string::npos);
  CHECK(fault("a.csv", std::string("a\0b", 3)) == "文字のファイルではありません。");
  CHECK(fault("a.csv", "a,\"b").find("1行目") != std::string::npos);
  visit.send(Kind::key, "大.csv", "file.too_large");
  CHECK(visit.said("file.fault.0").find("20MB") != std::string::npos);
  CHECK(visit.value("applicant.name") == "残る会社");
}

TEST_CASE("device: nothing is kept until it is switched on, then every change is") {
  Visit visit;
  visit.type("applicant.name", "川の会社");
  CHECK_FALSE(visit.machine.stored.has_value());
  visit.click("keep.switch");
  REQUIRE(visit.machine.stored.has_value());
  CHECK(visit.machine.stored->find("川の会社") != std::string::npos);
  visit.type("applicant.name", "谷の会社");
  CHECK(visit.machine.stored->find("谷の会社") != std::string::npos);
  visit.click("tool.seminar");
  visit.type("applicant.name", "見せない会社");
  CHECK(visit.machine.stored->find("見せない会社") == std::string::npos);
}

TEST_CASE("device: what is still being typed is kept, too") {
  Visit visit;
  visit.click("keep.switch");
  visit.type("applicant.employees", "18");
  visit.send(Kind::input, "applicant.name", "川の会");
  REQUIRE(visit.machine.stored.has_value());
  CHECK(visit.machine.stored->find("川の会") != std::string::npos);
  CHECK(visit.value("applicant.name") == "");
  visit.send(Kind::input, "applicant.name", "川の会社");
  CHECK(visit.machine.stored->find("川の会社") != std::string::npos);

  SUBCASE("what cannot be taken yet leaves what was there") {
    visit.send(Kind::input, "applicant.employees", "18にん?");
    CHECK(visit.machine.stored->find("\"employees\":18") != std::string::npos);
  }
  SUBCASE("also a text that only a form asks for") {
    visit.click("handoff.sheet");
    visit.send(Kind::input, "sheet.saikouchiku.plan_name", "新しい店");
    CHECK(visit.machine.stored->find("新しい店") != std::string::npos);
  }
  SUBCASE("not before a room") {
    visit.click("tool.seminar");
    visit.send(Kind::input, "applicant.name", "見せない会社");
    CHECK(visit.machine.stored->find("見せない会社") == std::string::npos);
  }
}

TEST_CASE("device: the next visit is offered what was kept, and nothing is lost meanwhile") {
  const std::string stored = case_named("川の会社");
  {
    Visit visit(stored);
    CHECK(visit.value("applicant.name") == "");
    CHECK(visit.said("import.heading") ==
          "「この端末に残した入力」を取り込む前に、確かめてください");
    visit.type("applicant.employees", "5");
    CHECK(visit.machine.stored == stored);
    visit.click("import.accept");
    CHECK(visit.value("applicant.name") == "川の会社");
    CHECK(visit.session->state().unsaved());
    CHECK(visit.machine.guarded);
  }
  Visit declined(stored);
  declined.click("import.decline");
  CHECK(declined.value("applicant.name") == "");
  CHECK(declined.machine.stored == stored);
  declined.type("applicant.name", "新しい会社");
  CHECK(declined.machine.stored->find("新しい会社") != std::string::npos);
}

TEST_CASE("device: one button erases it, also while it is on offer") {
  Visit visit(case_named("川の会社"));
  visit.click("keep.switch");
  CHECK_FALSE(visit.machine.stored.has_value());
  CHECK(visit.said("import.heading") == "(not there)");
  visit.type("applicant.name", "残らない会社");
  CHECK_FALSE(visit.machine.stored.has_value());
}

TEST_CASE("device: a refusal is said, and keeping is off again") {
  Visit visit;
  visit.machine.storage_works = false;
  visit.type("applicant.name", "川の会社");
  visit.click("keep.switch");
  CHECK_FALSE(visit.session->state().keeping);
  CHECK(visit.session->state().notice.key == "notice.keeping_failed");
}

TEST_CASE("device: what was kept by a newer page is not written over") {
  const std::string newer = R"({"format":"uwanose-case","version":9})";
  Visit visit(newer);
  CHECK(visit.said("file.fault.0").find("第9版") != std::string::npos);
  visit.type("applicant.name", "川の会社");
  CHECK(visit.machine.stored == newer);
}

}  // namespace uwanose::page
