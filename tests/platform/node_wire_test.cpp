#include "platform/node_wire.h"

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace {

using uwanose::platform::NodeWire;
using uwanose::ui::Node;
using uwanose::ui::NodeList;
using uwanose::ui::Role;

constexpr std::size_t root = Node::root;

Node node(const char* id, std::size_t parent, Role role, const char* name) {
  Node made;
  made.id = id;
  made.parent = parent;
  made.role = role;
  made.name = name;
  return made;
}

float as_float(std::uint32_t bits) {
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

NodeList three() {
  return {node("m", root, Role::main, ""), node("m.h", 0, Role::heading, "髙﨑𠮷"),
          node("m.f", 0, Role::text_field, "従業員数")};
}

// Counts of gone, families, rectangles, contents.
using Sent = std::array<std::uint32_t, 4>;
Sent sent(const NodeWire& wire) {
  const auto& words = wire.words();
  return {words[1], words[2], words[3], words[4]};
}

using Families = std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>>;
Families families(const NodeWire& wire) {
  Families found;
  std::span<const std::uint32_t> rest = wire.words();
  rest = rest.subspan(NodeWire::header_words + wire.words()[1]);
  for (std::uint32_t i = 0; i < wire.words()[2]; ++i) {
    const auto children = rest.subspan(2, rest[1]);
    found.emplace_back(rest[0], std::vector<std::uint32_t>(children.begin(), children.end()));
    rest = rest.subspan(2 + children.size());
  }
  return found;
}

std::size_t family_words(const NodeWire& wire) {
  std::size_t words = 0;
  for (const auto& [parent, children] : families(wire)) words += 2 + children.size();
  return words;
}

}  // namespace

TEST_CASE("wire: the first tree is sent whole, the same tree sends nothing") {
  NodeWire wire;
  REQUIRE(wire.encode(three(), 100));
  CHECK(as_float(wire.words()[0]) == 100);
  CHECK(sent(wire) == Sent{0, 2, 3, 3});
  CHECK(families(wire) == Families{{0, {1}}, {1, {2, 3}}});
  CHECK_FALSE(wire.encode(three(), 100));
  CHECK(wire.encode(three(), 108));
}

TEST_CASE("wire: a changed label sends this one node and no order") {
  NodeWire wire;
  wire.encode(three(), 100);
  NodeList nodes = three();
  nodes[2].name = "常時使用する従業員";
  REQUIRE(wire.encode(nodes, 100));
  CHECK(sent(wire) == Sent{0, 0, 0, 1});
  CHECK(wire.words()[5] == 3);
  CHECK(wire.strings() == "m.f常時使用する従業員");
}

TEST_CASE("wire: a moved node sends its rectangle only") {
  NodeWire wire;
  wire.encode(three(), 100);
  NodeList nodes = three();
  nodes[1].rect.y = 40;
  REQUIRE(wire.encode(nodes, 100));
  CHECK(sent(wire) == Sent{0, 0, 1, 0});
  CHECK(wire.words()[5] == 2);
  CHECK(as_float(wire.words()[9]) == 40);

  nodes[2].error_rect = {10, 20, 30, 40};
  REQUIRE(wire.encode(nodes, 100));
  CHECK(sent(wire) == Sent{0, 0, 1, 0});
  CHECK(wire.words()[5] == 3);
  CHECK(as_float(wire.words().back()) == 40);
}

TEST_CASE(
    "wire: what stands in a section, table or row is placed from its corner, and moves with it") {
  NodeList nodes = {node("m", root, Role::main, ""),       node("s", 0, Role::section, ""),
                    node("s.h", 1, Role::heading, "経費"), node("t", 1, Role::table, "表"),
                    node("r", 3, Role::row, ""),           node("c", 4, Role::cell, "円"),
                    node("m.t", 0, Role::text, "後")};
  nodes[1].rect = {20, 100, 300, 400};
  nodes[2].rect = {20, 104.5f, 300, 30};
  nodes[3].rect = {24, 150, 300, 240};
  nodes[3].label_rect = {24, 156, 300, 20};
  nodes[4].rect = {24, 200, 300, 40};
  nodes[5].rect = {50, 206, 80, 28};
  nodes[5].label_rect = {54, 210, 70, 20};
  nodes[6].rect = {20, 520, 300, 20};
  NodeWire wire;
  REQUIRE(wire.encode(nodes, 600));
  const auto place = [&](std::size_t rectangle, std::size_t rect) {
    const std::size_t at =
        NodeWire::header_words + family_words(wire) + 19 * rectangle + 3 + 4 * rect;
    return std::pair(as_float(wire.words()[at]), as_float(wire.words()[at + 1]));
  };
  CHECK(place(1, 0) == std::pair(20.0f, 100.0f));
  CHECK(place(2, 0) == std::pair(0.0f, 4.5f));
  CHECK(place(3, 0) == std::pair(4.0f, 50.0f));
  CHECK(place(3, 1) == std::pair(0.0f, 6.0f));
  CHECK(place(4, 0) == std::pair(0.0f, 50.0f));
  CHECK(place(5, 0) == std::pair(26.0f, 6.0f));
  CHECK(place(5, 1) == std::pair(30.0f, 10.0f));
  CHECK(place(5, 2) == std::pair(0.0f, 0.0f));  // there is none
  CHECK(place(6, 0) == std::pair(20.0f, 520.0f));

  for (std::size_t i = 1; i <= 5; ++i) {
    for (auto* rect : {&nodes[i].rect, &nodes[i].label_rect}) {
      if (rect->width > 0) rect->y += 33.3f;
    }
  }
  REQUIRE(wire.encode(nodes, 600));
  CHECK(sent(wire) == Sent{0, 0, 1, 0});
  CHECK(wire.words()[5] == 2);
}

TEST_CASE("wire: an element that is made again is told its place again, and so is its family") {
  NodeWire wire;
  wire.encode(three(), 100);
  NodeList nodes = three();
  nodes[1].role = Role::text;
  REQUIRE(wire.encode(nodes, 100));
  CHECK(sent(wire) == Sent{0, 1, 1, 1});
  CHECK(families(wire) == Families{{1, {2, 3}}});
  nodes[1].flags = uwanose::ui::NodeFlag::paint_only;
  REQUIRE(wire.encode(nodes, 100));
  CHECK(families(wire) == Families{{1, {3}}});
  nodes[1].flags = 0;
  REQUIRE(wire.encode(nodes, 100));
  CHECK(sent(wire) == Sent{0, 1, 1, 1});
  CHECK(families(wire) == Families{{1, {2, 3}}});
  nodes[0].role = Role::section;
  REQUIRE(wire.encode(nodes, 100));
  CHECK(families(wire) == Families{{0, {1}}, {1, {2, 3}}});
}

TEST_CASE("wire: numbers survive removal and return, and are never given to another id") {
  NodeWire wire;
  wire.encode(three(), 100);
  NodeList two = three();
  two.erase(two.begin() + 1);
  REQUIRE(wire.encode(two, 100));
  CHECK(sent(wire) == Sent{1, 1, 0, 0});
  CHECK(wire.words()[5] == 2);
  CHECK(families(wire) == Families{{1, {3}}});
  NodeList other = two;
  other.push_back(node("m.new", 0, Role::text, "新"));
  REQUIRE(wire.encode(other, 100));
  CHECK(families(wire) == Families{{1, {3, 4}}});
  REQUIRE(wire.encode(three(), 100));
  CHECK(sent(wire) == Sent{1, 1, 1, 1});  // the returned node's content is sent again
  CHECK(wire.words()[5] == 4);
  CHECK(families(wire) == Families{{1, {2, 3}}});
}

TEST_CASE("wire: only families that are others are sent") {
  NodeWire wire;
  NodeList nodes = {node("m", root, Role::main, ""),  node("a", 0, Role::section, ""),
                    node("a.1", 1, Role::text, "一"), node("b", 0, Role::section, ""),
                    node("b.1", 3, Role::text, "二"), node("b.2", 3, Role::text, "三")};
  wire.encode(nodes, 100);
  NodeList shorter = nodes;
  shorter.pop_back();
  REQUIRE(wire.encode(shorter, 100));
  CHECK(families(wire) == Families{{4, {5}}});
  NodeList childless = {nodes[0], nodes[1], nodes[2], nodes[3]};
  REQUIRE(wire.encode(childless, 100));
  CHECK(families(wire) == Families{{4, {}}});
  // A whole part moves as one.
  NodeList swapped = {nodes[0], nodes[3], nodes[1], nodes[2]};
  swapped[3].parent = 2;
  REQUIRE(wire.encode(swapped, 100));
  CHECK(sent(wire) == Sent{0, 1, 0, 0});
  CHECK(families(wire) == Families{{1, {4, 2}}});
}

TEST_CASE("wire: what moved among the others is matched with what it was") {
  NodeWire wire;
  NodeList nodes = {node("m", root, Role::main, ""), node("a", 0, Role::text, "一"),
                    node("b", 0, Role::text, "二"), node("c", 0, Role::text, "三")};
  wire.encode(nodes, 100);
  NodeList moved = {nodes[0], nodes[3], nodes[1], node("new", 0, Role::text, "新"), nodes[2]};
  moved[4].name = "弐";
  REQUIRE(wire.encode(moved, 100));
  CHECK(sent(wire) == Sent{0, 1, 1, 2});  // of the rectangles that of the new one
  CHECK(families(wire) == Families{{1, {4, 2, 5, 3}}});
  CHECK(wire.strings() == "new新b弐");
  moved[2].parent = 1;
  REQUIRE(wire.encode(moved, 100));
  CHECK(families(wire) == Families{{1, {4, 5, 3}}, {4, {2}}});
  CHECK(sent(wire) == Sent{0, 2, 0, 0});
  CHECK_FALSE(wire.encode(moved, 100));
}

TEST_CASE("wire: breaks are counted in UTF-16 units") {
  NodeWire wire;
  NodeList nodes = {node("t", root, Role::text, "aé𠮷髙x")};
  nodes[0].breaks = {7, 10};  // after 𠮷 (1 + 2 + 4 bytes), after 髙 (3 more)
  nodes[0].hint = "髙髙";
  nodes[0].hint_breaks = {6};
  REQUIRE(wire.encode(nodes, 0));
  const auto& words = wire.words();
  const std::vector<std::uint32_t> of_name{2, 4, 5}, of_hint{1, 2}, of_error{0};
  const auto at = words.end() - 7;
  CHECK(std::vector<std::uint32_t>(at, at + 3) == of_name);
  CHECK(std::vector<std::uint32_t>(at + 3, at + 5) == of_hint);
  CHECK(std::vector<std::uint32_t>(at + 5, at + 6) == of_error);
  CHECK(words.back() == 0);  // shapes
}

TEST_CASE("wire: options carry value, label and group; a new list of the same is not sent") {
  NodeWire wire;
  NodeList nodes = {node("s", root, Role::select, "市")};
  nodes[0].options = std::vector<uwanose::ui::Option>{{"20201", "長野市", "長野"}};
  REQUIRE(wire.encode(nodes, 0));
  CHECK(wire.strings() == "s市20201長野市長野");
  nodes[0].options = std::vector<uwanose::ui::Option>{{"20201", "長野市", "長野"}};
  CHECK_FALSE(wire.encode(nodes, 0));
  nodes[0].options = std::vector<uwanose::ui::Option>{{"20201", "長野市", "北信"}};
  CHECK(wire.encode(nodes, 0));
}

TEST_CASE("wire: a drawing follows as its shapes, and is sent again when one of them moved") {
  NodeWire wire;
  NodeList nodes = {node("p", root, Role::image, "図")};
  using Kind = uwanose::ui::DrawnShape::Kind;
  nodes[0].drawing = {{Kind::fill, 0xffffff, 0, 0, 40, 20, 0, ""},
                      {Kind::text, 0x1a1a1a, 3, 4, 0, 0, 12, "国"}};
  REQUIRE(wire.encode(nodes, 0));
  const auto& words = wire.words();
  REQUIRE(words.size() > 17);
  const std::size_t at = words.size() - 17;  // count, 7 words, 9 words
  CHECK(words[at] == 2);
  CHECK(words[at + 1] == 0);
  CHECK(words[at + 2] == 0xffffff);
  CHECK(as_float(words[at + 5]) == 40);
  CHECK(words[at + 8] == 4);
  CHECK(as_float(words[at + 14]) == 12);
  CHECK(wire.strings().substr(words[at + 15], words[at + 16]) == "国");
  CHECK_FALSE(wire.encode(nodes, 0));
  nodes[0].drawing[1].x = 5;
  REQUIRE(wire.encode(nodes, 0));
  CHECK(sent(wire) == Sent{0, 0, 0, 1});
}
