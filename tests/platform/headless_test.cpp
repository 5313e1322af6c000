#include <doctest/doctest.h>

#include "platform/headless/headless_glyphs.h"
#include "platform/headless/headless_platform.h"

namespace uwanose::platform {

TEST_CASE("headless: keeps what the page asked of the machine") {
  HeadlessPlatform headless;
  Platform& machine = headless;
  machine.announce("判定が変わりました", false);
  machine.announce("読めません", true);
  machine.save_file("case.json", "application/json", "{}");
  machine.pick_file(".json");
  machine.focus("applicant.employees");
  machine.guard_unload(true);
  machine.set_language("en");
  machine.set_view("text");
  machine.print();
  REQUIRE(headless.announcements.size() == 2);
  CHECK_FALSE(headless.announcements[0].assertive);
  CHECK(headless.announcements[1].text == "読めません");
  REQUIRE(headless.saved.size() == 1);
  CHECK(headless.saved[0].bytes == "{}");
  CHECK(headless.picked == std::vector<std::string>{".json"});
  CHECK(headless.wanted_focus == "applicant.employees");
  CHECK(headless.guarded);
  CHECK(headless.language == "en");
  CHECK(headless.view == "text");
  CHECK(headless.prints == 1);
}

TEST_CASE("headless: glyphs have the same measures everywhere") {
  HeadlessGlyphs glyphs;
  CHECK(glyphs.advance(ui::Weight::regular, 16, U'漢') == 16.0f);
  CHECK(glyphs.advance(ui::Weight::bold, 16, U'0') == 9.0f);
  CHECK(glyphs.advance(ui::Weight::regular, 16, U' ') == 5.0f);
  CHECK(glyphs.is_coloured(0x1f600));
  CHECK_FALSE(glyphs.is_coloured(U'円'));
}

TEST_CASE("headless: notices a glyph that is drawn or uploaded outside the atlas") {
  HeadlessGlyphs glyphs;
  const std::vector<std::uint8_t> pixels(64 * 64 * 4);
  glyphs.reset(64, 64, pixels);
  const ui::GlyphCell inside{.x = 44, .y = 40, .width = 20, .height = 24};
  glyphs.draw({&inside, 1});
  glyphs.upload(1, 0, 0, 64, 64);
  CHECK_FALSE(glyphs.outside);
  const ui::GlyphCell outside{.x = 45, .y = 40, .width = 20, .height = 24};
  glyphs.draw({&outside, 1});
  CHECK(glyphs.outside);
}

}  // namespace uwanose::platform
