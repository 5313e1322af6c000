#include "ui/invariants.h"

#include <doctest/doctest.h>

#include <string>

#include "platform/headless/headless_glyphs.h"
#include "ui/renderer.h"

namespace uwanose::ui {
namespace {

Node node(Role role, std::string id, std::string name, Rect rect = {0, 0, 100, 48}) {
  Node made;
  made.role = role;
  made.id = std::move(id);
  made.name = std::move(name);
  made.rect = rect;
  return made;
}

std::string only_violation(const NodeList& nodes) {
  const auto found = find_violations(nodes, 320, 480);
  REQUIRE(found.size() == 1);
  return found.front();
}

// What widths are measured with.
struct Fonts {
  platform::HeadlessGlyphs glyphs;
  Fonts() { create_context(glyphs); }
  ~Fonts() { destroy_context(); }
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;
};

}  // namespace

TEST_CASE("tree: a sound one has no violation") {
  NodeList nodes{node(Role::main, "main", ""), node(Role::button, "save", "保存")};
  nodes[1].parent = 0;
  CHECK(find_violations(nodes, 320, 480).empty());
}

TEST_CASE("tree: ids are unique and not empty") {
  CHECK(only_violation({node(Role::text, "a", "一"), node(Role::text, "a", "二")}) ==
        "text \"a\" has an id that is taken");
  CHECK(only_violation({node(Role::text, "", "一")}) == "text \"\" has no id");
}

TEST_CASE("tree: parents come before their children") {
  NodeList nodes{node(Role::text, "a", "一"), node(Role::section, "s", "節")};
  nodes[0].parent = 1;
  CHECK(only_violation(nodes) == "text \"a\" comes before its parent");
}

TEST_CASE("tree: every control is named") {
  CHECK(only_violation({node(Role::button, "b", "")}) == "button \"b\" has no name");
  CHECK(only_violation({node(Role::image, "i", "")}) == "image \"i\" has no name");
}

TEST_CASE("tree: what is pointed to exists") {
  NodeList nodes{node(Role::link, "l", "先へ")};
  nodes[0].target = "gone";
  CHECK(only_violation(nodes) == "link \"l\" leads to \"gone\", which is not there");
  nodes[0] = node(Role::section, "s", "");
  nodes[0].labelled_by = "gone";
  CHECK(only_violation(nodes) == "section \"s\" is labelled by \"gone\", which is not there");
}

TEST_CASE("tree: headings begin at 1 and do not jump") {
  NodeList nodes{node(Role::heading, "h1", "題"), node(Role::heading, "h3", "小見出し")};
  nodes[0].level = 1;
  nodes[1].level = 3;
  CHECK(only_violation(nodes) == "heading \"h3\" jumps from level 1");
}

TEST_CASE("tree: targets are 44 px, links in text 24 px") {
  CHECK(only_violation({node(Role::button, "b", "押す", {0, 0, 43, 44})}) ==
        "button \"b\" is too small a target: 43 × 44");
  NodeList nodes{node(Role::link, "l", "先へ", {0, 0, 30, 24})};
  nodes[0].target = "l";
  CHECK(find_violations(nodes, 320, 480).empty());
  nodes[0].rect.height = 20;
  CHECK(only_violation(nodes) == "link \"l\" is too small a target: 30 × 20");
}

TEST_CASE("tree: targets do not overlap, but for those of another layer") {
  NodeList nodes{node(Role::button, "a", "一", {0, 0, 100, 48}),
                 node(Role::button, "b", "二", {99, 47, 100, 48})};
  CHECK(only_violation(nodes) == "button \"a\" overlaps \"b\"");
  nodes[1].flags |= pinned;
  CHECK(find_violations(nodes, 320, 480).empty());
}

TEST_CASE("tree: nothing is wider than the window, nothing pinned is cut off") {
  CHECK(only_violation({node(Role::text, "t", "長い", {300, 0, 30, 20})}) ==
        "text \"t\" has a rectangle that is wider than the window");
  NodeList nodes{node(Role::text, "p", "下", {0, 470, 30, 20})};
  CHECK(find_violations(nodes, 320, 480).empty());
  nodes[0].flags |= pinned;
  CHECK(only_violation(nodes) == "text \"p\" has a rectangle that is cut off below");
}

TEST_CASE("tree: an invalid control says why, an error makes it invalid") {
  NodeList nodes{node(Role::text_field, "f", "従業員数")};
  nodes[0].flags |= invalid;
  CHECK(only_violation(nodes) == "text_field \"f\" is invalid and does not say why");
  nodes[0].flags = 0;
  nodes[0].error = "＊エラー";
  CHECK(only_violation(nodes) == "text_field \"f\" has an error and is valid");
}

TEST_CASE("tree: a select's value is one of its options") {
  NodeList nodes{node(Role::select, "s", "業種")};
  nodes[0].options = std::vector<Option>{{"a", "甲"}};
  nodes[0].value = "b";
  CHECK(only_violation(nodes) == "select \"s\" has a value that is none of its options: \"b\"");
}

TEST_CASE("tree: what a select shows is not cut off") {
  const Fonts fonts;
  NodeList nodes{node(Role::select, "s", "業種")};
  nodes[0].options = std::vector<Option>{{"a", "製造業・建設業・運輸業"}};
  nodes[0].value = "a";
  CHECK(only_violation(nodes) == "select \"s\" cuts off its choice \"製造業・建設業・運輸業\"");
  nodes[0].rect.height = 200;
  CHECK(find_violations(nodes, 320, 480).empty());
}

TEST_CASE("tree: a figure has room in its field; words may go on beyond it") {
  const Fonts fonts;
  NodeList nodes{node(Role::text_field, "f", "資本金")};
  nodes[0].value = "123,456,789,000";
  CHECK(find_violations(nodes, 320, 480).empty());
  nodes[0].flags |= NodeFlag::align_right;
  CHECK(only_violation(nodes) == "text_field \"f\" cuts off its figure 123,456,789,000");
}

TEST_CASE("tree: a word does not break, but for one as long as the line and for addresses") {
  const Fonts fonts;
  NodeList nodes{node(Role::text, "t", "Eligible expense")};
  nodes[0].breaks = {9};
  CHECK(find_violations(nodes, 320, 480).empty());
  nodes[0].breaks = {12};
  CHECK(only_violation(nodes) == "text \"t\" breaks within \"expense\"");
  nodes[0].name = "a total of 24,000,000 yen";
  nodes[0].breaks = {14};
  CHECK(only_violation(nodes) ==
        "text \"t\" breaks within a figure: \"a total of 24,000,000 yen\"");
  nodes[0].breaks = {12};
  nodes[0].name = "https://example.jp";
  CHECK(find_violations(nodes, 320, 480).empty());
  nodes[0].name = "Donaudampfschifffahrtsgesellschaft";
  CHECK(find_violations(nodes, 320, 480).empty());
}

TEST_CASE("tree: radios stand in a group, rows in a table, cells in a row") {
  CHECK(only_violation({node(Role::radio, "r", "はい")}) == "radio \"r\" is not within a group");
  CHECK(only_violation({node(Role::row, "r", "")}) == "row \"r\" is not within a table");
  CHECK(only_violation({node(Role::cell, "c", "")}) == "cell \"c\" is not within a row");
}

TEST_CASE("tree: what reacts to a pointer or key is a control of the tree") {
  NodeList nodes{node(Role::button, "save", "保存"), node(Role::text, "words", "文")};
  CHECK(find_unreachable(nodes, {"save"}).empty());
  CHECK(find_unreachable(nodes, {"save", "words"}) ==
        std::vector<std::string>{"\"words\" reacts, but is no control"});
  CHECK(find_unreachable(nodes, {"ghost"}).size() == 1);
  nodes[0].flags |= NodeFlag::paint_only;
  CHECK(find_unreachable(nodes, {"save"}).size() == 1);
}

}  // namespace uwanose::ui
