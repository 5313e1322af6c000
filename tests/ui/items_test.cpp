// The completeness check bites: whatever Dear ImGui or a widget lets react without a node is found.
#include "ui/items.h"

#include <doctest/doctest.h>

#include <string>

#include "imgui.h"
#include "platform/headless/driver.h"
#include "ui/layout.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

class OnePage : public Page {
 public:
  enum class Content { words, imgui_button, ghost };
  explicit OnePage(Content content) : content_(content) {}

  const Theme& theme() const override { return calm_theme(); }
  std::string_view text(std::string_view key) const override { return key; }
  void build(Frame& frame) override {
    frame.cursor() = {16, 16, 300};
    const Container main(frame, Role::main, "main");
    heading(frame, "title", 1, "題");
    if (content_ == Content::imgui_button) ImGui::Button("押す");
    if (content_ == Content::ghost && frame.hovered("ghost")) paint::fill({16, 80, 44, 44}, 0);
    frame.set_document_height(200);
  }

 private:
  Content content_;
};

std::vector<std::string> violations_of(OnePage::Content content) {
  OnePage page(content);
  return platform::Driver(page, {320, 480, 1, 1, 0, 480}).violations;
}

}  // namespace

TEST_CASE("completeness: a page of words is sound") {
  CHECK(violations_of(OnePage::Content::words).empty());
}

#ifndef __EMSCRIPTEN__
TEST_CASE("completeness: an item that Dear ImGui would let react is found by its hook") {
  const auto found = violations_of(OnePage::Content::imgui_button);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().ends_with("Dear ImGui was given items to interact with"));
}
#endif

TEST_CASE("completeness: paint that reacts without a node is found") {
  const auto found = violations_of(OnePage::Content::ghost);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().ends_with("\"ghost\" reacts, but is no control"));
}

}  // namespace uwanose::ui
