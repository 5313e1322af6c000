// Uses a page as a person would, without a browser: finds nodes by role and label, clicks, types,
// commits, and looks at the tree. Every frame is run through Dear ImGui and checked against the
// invariants of the tree; what is found is collected in `violations`.
//
// There is one Dear ImGui context, so there is one Driver at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "platform/headless/headless_glyphs.h"
#include "platform/headless/headless_platform.h"
#include "ui/page.h"

namespace uwanose::platform {

class Driver {
 public:
  explicit Driver(ui::Page& page, const Viewport& window = {});
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  // Called after every frame with the machine, where a page wants to use it.
  std::function<void(Platform&)> after_frame;

  // Draws until nothing more is wanted; at most eight frames.
  void settle();
  void resize(const Viewport& window);
  void scroll(float canvas_top);

  const ui::NodeList& nodes() const { return platform.nodes; }
  // The first node of that name; of a field the mark of what is required may be left out.
  const ui::Node* find(std::string_view name) const;
  const ui::Node* find(ui::Role role, std::string_view name) const;
  const ui::Node* by_id(std::string_view id) const;
  bool says(std::string_view text) const;  // some node's name contains it

  // These report false, and do nothing, where there is no such control to operate.
  bool click(std::string_view name);
  bool click_id(std::string_view id);
  bool type(std::string_view name, std::string_view text);    // drafts, one a character
  bool commit(std::string_view name, std::string_view text);  // types and leaves the field
  bool commit_id(std::string_view id, std::string_view text);
  bool choose(std::string_view name, std::string_view option_label);
  void key(std::string_view shortcut);
  void open_file(std::string_view name, std::string_view text);
  void send(ui::DomEvent event);

  HeadlessPlatform platform;
  HeadlessGlyphs glyphs;
  ui::Interaction interaction;
  std::vector<std::string> violations;
  int frames = 0;

 private:
  void run_frame(std::vector<ui::DomEvent> events);
  void focus(const std::string& id);

  ui::Page& page_;
  std::string focused_;
  std::unordered_set<std::string> asked_about_;
};

}  // namespace uwanose::platform
