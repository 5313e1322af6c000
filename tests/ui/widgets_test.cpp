// The toolkit through a page of every widget, driven as a person would.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/utf8.h"
#include "platform/headless/driver.h"
#include "ui/demo_page.h"

namespace uwanose::ui {
namespace {

using platform::Driver;
using platform::Viewport;

Viewport window(float width, float height, float text_scale = 1, float density = 1) {
  return {width, height, density, text_scale, 0, height * 2.2f};
}

void check_sound(const Driver& driver) {
  for (const std::string& violation : driver.violations) FAIL_CHECK(violation);
}

}  // namespace

TEST_CASE("widgets: the tree is sound in every window, text size and density") {
  for (const float width : {1280.0f, 390.0f, 320.0f})
    for (const float text_scale : {1.0f, 2.0f})
      for (const float density : {1.0f, 1.5f, 2.0f}) {
        CAPTURE(width);
        CAPTURE(text_scale);
        CAPTURE(density);
        DemoPage page;
        page.error = "人数を整数で入力してください。";
        page.asking = true;
        Driver driver(page, window(width, width > 1000 ? 800.0f : 844.0f, text_scale, density));
        driver.click("数字で見る");
        check_sound(driver);
        CHECK(driver.nodes().size() > 60);
      }
}

TEST_CASE("seminar: the tree is sound in larger type too") {
  DemoPage page;
  page.seminar = true;
  Driver driver(page, window(1280, 800));
  check_sound(driver);
}

TEST_CASE("badge: smaller type where its longest word would break") {
  DemoPage page;
  page.seminar = true;
  Driver driver(page, window(390, 844, 2));
  check_sound(driver);
  const auto badge = std::find_if(driver.nodes().begin(), driver.nodes().end(),
                                  [](const Node& node) { return node.id == "badge.english"; });
  REQUIRE(badge != driver.nodes().end());
  REQUIRE(!badge->breaks.empty());
  for (const std::uint32_t at : badge->breaks) CHECK(badge->name[at - 1] == ' ');
}

TEST_CASE("text field: typing gives drafts, leaving it gives the answer, which the page rewrites") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const std::uint32_t before = driver.find("名称")->value_revision;
  REQUIRE(driver.type("名称", "髙﨑𠮷"));
  CHECK(page.name.empty());
  CHECK(driver.find("名称")->value.empty());
  CHECK(driver.find("名称")->value_revision == before);
  REQUIRE(driver.commit("名称", "髙﨑𠮷"));
  CHECK(page.name == "髙﨑𠮷");
  CHECK(driver.find("名称")->value == "髙﨑𠮷");
  CHECK(driver.find("名称")->value_revision > before);
  check_sound(driver);
}

TEST_CASE("text field: a value that the page changed by itself gets a new revision") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const std::uint32_t before = driver.find("名称")->value_revision;
  driver.send({});
  CHECK(driver.find("名称")->value_revision == before);
  page.name = "別の名";
  driver.send({});
  CHECK(driver.find("名称")->value_revision > before);
}

TEST_CASE("text field: a required one says so, an error is tied to it and named in the summary") {
  DemoPage page;
  Driver driver(page, window(390, 844));
  const Node* field = driver.find("常時使用する従業員数");
  REQUIRE(field != nullptr);
  CHECK(field->name == "常時使用する従業員数※必須");
  CHECK(field->unit == "人");
  CHECK((field->flags & required) != 0);
  REQUIRE(driver.commit("常時使用する従業員数", "たくさん"));
  field = driver.find("常時使用する従業員数");
  CHECK((field->flags & invalid) != 0);
  CHECK(field->error == "＊エラー：人数を整数で入力してください。");
  CHECK(field->error_rect.width > 0.0f);
  REQUIRE(driver.click("従業員数：人数を整数で入力してください。"));
  CHECK(driver.interaction.focus == "employees");
  REQUIRE(driver.commit("常時使用する従業員数", "20"));
  CHECK(driver.find("常時使用する従業員数")->error.empty());
  check_sound(driver);
}

TEST_CASE("choices: radios, a select and a checkbox answer what was chosen") {
  DemoPage page;
  Driver driver(page, window(390, 844));
  REQUIRE(driver.click("個人事業主"));
  CHECK(page.kind == "sole_proprietor");
  CHECK((driver.find("個人事業主")->flags & checked) != 0);
  CHECK((driver.find("法人（会社）")->flags & checked) == 0);
  REQUIRE(driver.click("いいえ"));
  CHECK(page.yes_no == "no");
  REQUIRE(driver.choose("業種", "小売業"));
  CHECK(page.industry == "retail");
  CHECK_FALSE(driver.choose("業種", "農業"));
  REQUIRE(driver.click("最低賃金を引き上げる計画がある"));
  CHECK(page.checked);
  REQUIRE(driver.click("最低賃金を引き上げる計画がある"));
  CHECK_FALSE(page.checked);
  check_sound(driver);
}

TEST_CASE("radios: in a row where they fit, below each other where they do not") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  CHECK(driver.find(Role::radio, "はい")->rect.y == driver.find(Role::radio, "いいえ")->rect.y);
  driver.resize(window(320, 844, 2));
  CHECK(driver.find(Role::radio, "はい")->rect.y < driver.find(Role::radio, "わからない")->rect.y);
}

TEST_CASE("table: cells are named by row and column and keep their own answers") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  REQUIRE(driver.commit("2021年2月 売上高", "4,000,000"));
  CHECK(page.cells[2] == "4,000,000");
  const Node* field = driver.find("2021年2月 売上高");
  REQUIRE(field->parent < driver.nodes().size());
  CHECK(driver.nodes()[field->parent].id == "grid.2.1");
  CHECK(driver.by_id("grid.2.1")->role == Role::cell);
  CHECK(driver.by_id("grid.2")->role == Role::row);
  check_sound(driver);
}

TEST_CASE("table: where columns do not fit, rows become blocks with the same nodes") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const std::size_t nodes = driver.nodes().size();
  const auto beside = [&] {
    return driver.find("2021年1月 売上高")->rect.y == driver.find("2021年1月 付加価値額")->rect.y;
  };
  CHECK(beside());
  driver.resize(window(320, 844, 2));
  CHECK_FALSE(beside());
  // The pinned bar of a phone leaves out the total's line.
  CHECK(driver.nodes().size() == nodes - 2);
}

TEST_CASE("select: a choice that does not fit on a line makes the box higher") {
  DemoPage page;
  Driver driver(page, window(320, 844, 2));
  const float empty = driver.find("業種")->rect.height;
  page.industry = "manufacturing";
  driver.send({});
  CHECK(driver.find("業種")->rect.height > empty);
  check_sound(driver);
}

TEST_CASE(
    "table: a block leaves out its empty cells, and takes no column narrower than its title") {
  DemoPage page;
  Driver driver(page, window(390, 844));
  CHECK(driver.by_id("grid.1.3")->name == "採用");
  CHECK(driver.by_id("grid.1.3")->rect.height > 0);
  CHECK(driver.by_id("grid.2.3")->name.empty());
  CHECK(driver.by_id("grid.2.3")->rect.height == 0);
}

TEST_CASE("disclosure: what it hides is not in the tree until it is opened") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  CHECK_FALSE(driver.says("数字の表"));
  REQUIRE(driver.click("数字で見る"));
  CHECK(driver.says("数字の表"));
  CHECK((driver.find("数字で見る")->flags & expanded) != 0);
  REQUIRE(driver.click("数字で見る"));
  CHECK_FALSE(driver.says("数字の表"));
}

TEST_CASE("buttons: a click acts once, a disabled one not at all") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  REQUIRE(driver.click("保存する"));
  CHECK(page.saved == 1);
  driver.send({});
  CHECK(page.saved == 1);
  CHECK_FALSE(driver.click("元に戻す"));
  CHECK_FALSE(driver.click("そんなボタンはない"));
}

TEST_CASE("confirmation: asks in place, the focus is on the harmless answer and comes back") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  REQUIRE(driver.click("消す"));
  CHECK(driver.find(Role::dialog, "入力をすべて消しますか。") != nullptr);
  CHECK(driver.interaction.focus == "ask.no");
  REQUIRE(driver.click("消さない"));
  CHECK_FALSE(page.erased);
  CHECK(driver.find(Role::dialog, "入力をすべて消しますか。") == nullptr);
  CHECK(driver.interaction.focus == "reset");
  REQUIRE(driver.click("消す"));
  CHECK(driver.interaction.focus == "ask.no");
  REQUIRE(driver.click("すべて消す"));
  CHECK(page.erased);
  check_sound(driver);
}

TEST_CASE("screen: the answer stands at the right, in a bar below, or nowhere") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const Node* answer = driver.by_id("answer");
  REQUIRE(answer != nullptr);
  CHECK((answer->flags & pinned) != 0);
  CHECK(answer->rect.height == 800.0f);
  CHECK(answer->rect.x + answer->rect.width == 1280.0f);
  driver.resize(window(390, 844));
  answer = driver.by_id("answer");
  REQUIRE(answer != nullptr);
  CHECK(answer->rect.width == 390.0f);
  CHECK(answer->rect.y + answer->rect.height == 844.0f);
  driver.resize(window(320, 256));
  CHECK(driver.by_id("answer") == nullptr);
  check_sound(driver);
}

TEST_CASE("painting: what lies outside the canvas costs no vertices but keeps its nodes") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const int short_page = paint_stats().vertices;
  page.table_rows = 1000;
  driver.send({});
  CHECK(driver.nodes().size() > 6000);
  CHECK(paint_stats().vertices < short_page * 3);
  CHECK(paint_stats().vertices > 0);
  // 1,001 cells share twelve values; ids and labels stay unique.
  check_sound(driver);
}

TEST_CASE("painting: scrolling moves no rectangle") {
  DemoPage page;
  Driver driver(page, window(390, 844));
  const Rect before = driver.find("2021年3月 売上高")->rect;
  driver.scroll(800);
  const Rect after = driver.find("2021年3月 売上高")->rect;
  CHECK(before.y == after.y);
  CHECK(before.x == after.x);
}

TEST_CASE("glyphs: each is drawn once, again when the context came back, never outside the atlas") {
  DemoPage page;
  Driver driver(page, window(1280, 800));
  const std::size_t drawn = driver.glyphs.drawn;
  CHECK(drawn > 100);
  CHECK(driver.glyphs.resets == 1);
  driver.send({});
  CHECK(driver.glyphs.drawn == drawn);
  redraw_glyphs();
  driver.send({});
  CHECK(driver.glyphs.resets == 2);
  CHECK(driver.glyphs.drawn >= 2 * drawn);
  CHECK_FALSE(driver.glyphs.outside);
}

TEST_CASE("glyphs: an atlas that has to grow is drawn again whole") {
  DemoPage page;
  Driver driver(page, window(390, 844));
  const int width = driver.glyphs.width, height = driver.glyphs.height;
  for (char32_t c = 0x4e00; c < 0x4e00 + 6000; c += 300) {
    std::string words;
    for (char32_t k = c; k < c + 300; ++k) core::append_utf8(words, k);
    page.title = words;
    driver.send({});
  }
  CHECK(driver.glyphs.width * driver.glyphs.height > width * height);
  CHECK(driver.glyphs.resets > 1);
  CHECK_FALSE(driver.glyphs.outside);
}

}  // namespace uwanose::ui
