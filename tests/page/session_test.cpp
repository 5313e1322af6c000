// The session with a machine without a screen: what goes out, what comes in, what is told to whom.
#include "page/session.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/short_json.h"
#include "page/shipped_rules.h"
#include "platform/headless/headless_glyphs.h"
#include "platform/headless/headless_platform.h"
#include "ui/invariants.h"
#include "ui/renderer.h"

namespace uwanose::page {
namespace {

using ui::DomEvent;

struct Open {
  platform::HeadlessPlatform machine;
  platform::HeadlessGlyphs glyphs;
  ui::Interaction interaction;
  Session session{machine, shipped_rules()};
  ui::NodeList nodes;

  Open() {
    ui::create_context(glyphs);
    send({});
  }
  ~Open() { ui::destroy_context(); }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  void send(DomEvent event) {
    const DomEvent events[] = {std::move(event)};
    nodes = session.run(interaction, events).nodes;
    session.carry_out();
    for (const std::string& violation : ui::find_violations(nodes, 1280, 800))
      FAIL_CHECK(violation);
  }
  void tell(std::string_view topic, std::string_view text) {
    send({DomEvent::Kind::message, std::string(topic), std::string(text)});
  }
  void click(std::string_view id) { send({DomEvent::Kind::click, std::string(id), ""}); }
  const ui::Node* node(std::string_view id) const {
    for (const ui::Node& each : nodes)
      if (each.id == id) return &each;
    return nullptr;
  }
  std::string said(std::string_view id) const {
    const ui::Node* found = node(id);
    return found != nullptr ? found->name : "(not there)";
  }
  std::string value(std::string_view id) const {
    const ui::Node* found = node(id);
    return found != nullptr ? found->value : "(not there)";
  }
  std::string case_text() const {
    const app::State& state = session.state();
    return io::write_case(state.facts(), state.catalogue(), state.document->extra);
  }
  std::string assessment() const {
    const app::State& state = session.state();
    return io::write_assessment(rules::assess(*state.rules, state.facts(), state.frames),
                                *state.rules, state.facts());
  }
};

std::string_view sample() { return assets::find("samples/01-factory-met.json"); }

constexpr std::string_view strange_case =
    R"({"format": "uwanose-case", "version": 1, "applicant": {"name": "髙﨑𠮷</script><!--"},
        "unheard_of": {"note": "keep me"}})";

}  // namespace

TEST_CASE("copy: it carries the whole case, and a page with it inside opens it") {
  std::string inside;
  {
    Open page;
    page.send({DomEvent::Kind::open_file, "a.json", std::string(strange_case)});
    page.click("share.copy");
    REQUIRE(page.machine.copies.size() == 1);
    CHECK(page.machine.copies[0].name == "うわのせ試算_2026-01-15.html");
    inside = page.machine.copies[0].bytes;
    CHECK(inside == page.case_text());
  }
  Open copy;
  copy.tell("inside", inside);
  CHECK(copy.value("applicant.name") == "髙﨑𠮷</script><!--");
  CHECK(copy.case_text() == inside);
  CHECK(copy.said("notice").find("この写しに入っていた入力") != std::string::npos);
  CHECK_FALSE(copy.session.state().unsaved());
  copy.click("share.copy");
  CHECK(copy.machine.copies[0].bytes == inside);
}

TEST_CASE("copy: given to a page as a file, it is the case inside that opens") {
  const std::string before = "<!doctype html><script type=\"application/json\" id=\"case-inside\">";
  Open page;
  page.send(
      {DomEvent::Kind::open_file, "写し.html", before + R"({"format": "uwanose-case", "version": 1,
               "applicant": {"name": "\u003cscript type=\"application/json\" id=\"case-inside\">"}}
               </script><script>{}</script>)"});
  CHECK(page.value("applicant.name") == R"(<script type="application/json" id="case-inside">)");
  CHECK(page.said("notice").find("写し.html") != std::string::npos);
  page.send({DomEvent::Kind::open_file, "空.html", before + "</script>"});
  CHECK(page.said("file").find("空.html") != std::string::npos);
}

TEST_CASE("copy: what this device kept stays on offer, and is not written over") {
  platform::HeadlessPlatform machine;
  machine.stored = R"({"format": "uwanose-case", "version": 1, "applicant": {"name": "川の会社"}})";
  const std::string stored = *machine.stored;
  Session session(machine, shipped_rules());
  platform::HeadlessGlyphs glyphs;
  ui::create_context(glyphs);
  ui::Interaction interaction;
  const DomEvent events[] = {{DomEvent::Kind::message, "inside", std::string(strange_case)}};
  session.run(interaction, events);
  session.carry_out();
  CHECK(session.state().document->extra.find("keep me") != std::string::npos);
  REQUIRE(session.state().import.has_value());
  CHECK(session.state().import->kept);
  CHECK(machine.stored == stored);
  ui::destroy_context();
}

TEST_CASE("copy: an edited case inside is judged as any file") {
  Open page;
  page.tell("inside",
            R"({"format": "uwanose-case", "version": 1, "expenses": [{"amount_yen": -5}]})");
  CHECK(page.said("file.fault.0").find("expenses[0].amount_yen") != std::string::npos);
  CHECK(page.session.state().facts().expenses == std::nullopt);
}

TEST_CASE("hand-off: of the frame on show, also where that is of those one asks about") {
  Open page;
  page.click("mode.step");
  page.click("interest.jizokuka");
  page.click("mode.list");
  page.send({DomEvent::Kind::open_file, "a.json", std::string(sample())});
  const auto frame_handed_off = [&] {
    page.click("handoff.save");
    return page.machine.saved.back().bytes;
  };
  CHECK(frame_handed_off().find(R"("frame": "jizokuka.normal")") != std::string::npos);
  page.click("mode.all");
  CHECK(frame_handed_off().find(R"("frame": "saikouchiku.normal")") != std::string::npos);
}

TEST_CASE("link: offered only where the page has an address") {
  Open page;
  CHECK(page.node("share.no_address") != nullptr);
  CHECK(page.node("share.link.make") == nullptr);
  page.tell("address", "https://example.org/uwanose/");
  CHECK(page.node("share.no_address") == nullptr);
  CHECK(page.node("share.link.local") == nullptr);
  CHECK(page.node("share.link.make") != nullptr);
  page.tell("address", "http://localhost:8000/");
  CHECK(page.node("share.link.local") != nullptr);
}

TEST_CASE("link: without name and number unless they are wanted, and the same assessment there") {
  std::string anonymous, full, assessed;
  {
    Open page;
    page.tell("address", "https://example.org/");
    page.send({DomEvent::Kind::open_file, "a.json", std::string(sample())});
    assessed = page.assessment();
    page.click("share.link.make");
    page.click("share.anonymous");
    page.click("share.link.make");
    REQUIRE(page.machine.linked.size() == 2);
    anonymous = page.machine.linked[0];
    full = page.machine.linked[1];
    CHECK(io::lengthen_json(anonymous)->find("架空精密工業") == std::string::npos);
    CHECK(io::lengthen_json(full)->find("架空精密工業") != std::string::npos);

    page.tell("link.made", "https://example.org/#case=abc");
    CHECK(page.value("share.link") == "https://example.org/#case=abc");
    CHECK(page.said("share.link") == "リンク（29文字）");
    page.click("share.link.copy");
    CHECK(page.machine.copied == "https://example.org/#case=abc");
    CHECK(page.node("share.qr") == nullptr);
    page.click("share.qr.show");
    REQUIRE(page.node("share.qr") != nullptr);
    CHECK(page.node("share.qr")->role == ui::Role::image);
    // 33 modules with the quiet zone, which is white; first the upper edge of a finder, 7 wide.
    const std::vector<ui::DrawnShape>& drawing = page.node("share.qr")->drawing;
    REQUIRE(drawing.size() == 167);
    CHECK(drawing[0].colour == 0xffffff);
    const float module = drawing[0].a / 33;
    CHECK(drawing[1].colour == 0x000000);
    CHECK(drawing[1].x == doctest::Approx(4 * module));
    CHECK(drawing[1].y == doctest::Approx(4 * module));
    CHECK(drawing[1].a == doctest::Approx(7 * module));
    CHECK(drawing[1].b == doctest::Approx(module));
    page.tell("link.made", "https://example.org/#case=" + std::string(1300, 'a'));
    CHECK(page.node("share.qr.too_long") != nullptr);
  }
  for (const std::string& text : {full, anonymous}) {
    Open other;
    other.tell("link", text);
    CHECK(other.assessment() == assessed);
  }
}

TEST_CASE("link: one that cannot be read is refused in words, and nothing is lost") {
  Open page;
  page.send({DomEvent::Kind::open_file, "a.json", std::string(sample())});
  const std::string before = page.case_text();
  page.tell("link", "{\"~\":");
  CHECK(page.said("file.fault.0").find("途中で切れている") != std::string::npos);
  page.tell("link.fault", "size");
  CHECK(page.said("file.fault.0").find("大きすぎます") != std::string::npos);
  page.tell("link.fault", "browser");
  CHECK(page.said("file.fault.0").find("このブラウザーでは") != std::string::npos);
  page.tell("link", R"({"~0":"~1","~2":99})");
  CHECK(page.said("file.fault.0").find("version") != std::string::npos);
  CHECK(page.case_text() == before);
}

TEST_CASE("link: where the browser cannot make any, the page says so in the button's place") {
  Open page;
  page.tell("address", "https://uwanose.example/");
  REQUIRE(page.node("share.link.make") != nullptr);
  page.tell("link.none", "");
  CHECK(page.node("share.link.make") == nullptr);
  CHECK(page.said("share.no_links").find("写しを保存") != std::string::npos);
}

TEST_CASE("link: what is unsaved is asked about before a link takes its place") {
  Open page;
  page.send({DomEvent::Kind::commit, "applicant.employees", "18"});
  page.tell("link", io::shorten_json(strange_case));
  CHECK(page.value("applicant.employees") == "18");
  REQUIRE(page.node("import") != nullptr);
  page.click("import.accept");
  CHECK(page.value("applicant.employees") == "");
  CHECK(page.value("applicant.name") == "髙﨑𠮷</script><!--");
}

TEST_CASE(
    "embedding: the result of what the site gave is told, what is typed only when permitted") {
  {
    Open page;
    page.tell("embed.case", strange_case);
    page.send({DomEvent::Kind::commit, "applicant.employees", "18"});
    CHECK(page.machine.told.empty());  // nobody embeds it
  }
  Open framed;
  framed.tell("embed", "https://example.org");
  CHECK(framed.said("embed").find("https://example.org") != std::string::npos);
  CHECK(framed.machine.told.empty());
  framed.tell("embed.case", sample());
  REQUIRE(framed.machine.told.size() == 1);
  CHECK(framed.machine.told[0].starts_with(
      "result {\"assessment\":{\"format\":\"uwanose-assessment\""));
  framed.send({DomEvent::Kind::commit, "applicant.employees", "19"});
  CHECK(framed.machine.told.size() == 1);
  framed.click("embed.permit");
  CHECK(framed.machine.told.size() == 2);
  framed.click("embed.permit");
  framed.send({DomEvent::Kind::commit, "applicant.employees", "20"});
  CHECK(framed.machine.told.size() == 2);
}

TEST_CASE("embedding: a faulty case is answered with its places") {
  Open page;
  page.tell("embed", "https://example.org");
  page.tell("embed.case", R"({"format": "uwanose-case", "version": 1, "monthly": 5})");
  REQUIRE(page.machine.told.size() == 1);
  CHECK(page.machine.told[0].starts_with("fault {\"faults\":[{\"place\":\"monthly\",\"reason\":"));
}

}  // namespace uwanose::page
