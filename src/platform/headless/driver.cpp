#include "platform/headless/driver.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "ui/invariants.h"

namespace uwanose::platform {
namespace {

using ui::DomEvent;
using ui::Node;
using ui::Role;

bool is_named(const Node& node, std::string_view name) {
  if (node.name == name) return true;
  constexpr std::string_view marks[] = {"※必須", " (required)"};
  return (node.flags & ui::required) != 0 &&
         std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
           return node.name == std::string(name) + std::string(mark);
         });
}

bool is_field(const Node& node) {
  return (node.role == Role::text_field || node.role == Role::select ||
          node.role == Role::slider) &&
         (node.flags & ui::disabled) == 0;
}

}  // namespace

Driver::Driver(ui::Page& page, const Viewport& window) : page_(page) {
  interaction.watched = &asked_about_;
  platform.window = window;
  ui::create_context(glyphs);
  run_frame({});
  settle();
}

Driver::~Driver() { ui::destroy_context(); }

void Driver::run_frame(std::vector<DomEvent> events) {
  const Viewport& window = platform.window;
  ui::FrameResult result = ui::run_frame(
      page_, interaction,
      {window.width, window.height, window.density, window.text_scale, window.canvas_top,
       window.canvas_height, window.inset_left, window.inset_right, window.inset_bottom},
      events);
  ++frames;
  for (std::string& violation : ui::find_violations(result.nodes, window.width, window.height))
    violations.push_back("frame " + std::to_string(frames) + ": " + violation);
  for (const std::string& violation : ui::find_unreachable(result.nodes, asked_about_))
    violations.push_back("frame " + std::to_string(frames) + ": " + violation);
  if (ui::paint_stats().interactive_items != 0)
    violations.push_back("frame " + std::to_string(frames) +
                         ": Dear ImGui was given items to interact with");
  if (glyphs.outside) violations.emplace_back("a glyph lies outside the atlas");
  platform.publish(result.nodes, result.document_height);
  if (result.wants_frame) platform.request_frame();
  if (!result.focus.empty()) platform.focus(result.focus);
  if (after_frame) after_frame(platform);
}

void Driver::settle() {
  for (int i = 0; i < 8; ++i) {
    const std::string wanted = std::exchange(platform.wanted_focus, "");
    if (!wanted.empty()) {
      focus(wanted);
      continue;
    }
    if (platform.requested_frames == 0) return;
    platform.requested_frames = 0;
    run_frame({});
  }
}

void Driver::focus(const std::string& id) {
  if (id == focused_ || by_id(id) == nullptr) return;
  focused_ = id;
  run_frame({{DomEvent::Kind::focus, id, ""}});
}

void Driver::resize(const Viewport& window) {
  platform.window = window;
  run_frame({{DomEvent::Kind::idle, "", ""}});
  settle();
}

void Driver::scroll(float canvas_top) {
  platform.window.canvas_top = canvas_top;
  run_frame({{DomEvent::Kind::idle, "", ""}});
  settle();
}

const Node* Driver::find(std::string_view name) const {
  for (const Node& node : nodes())
    if (is_named(node, name)) return &node;
  return nullptr;
}

const Node* Driver::find(Role role, std::string_view name) const {
  for (const Node& node : nodes())
    if (node.role == role && is_named(node, name)) return &node;
  return nullptr;
}

const Node* Driver::by_id(std::string_view id) const {
  for (const Node& node : nodes())
    if (node.id == id) return &node;
  return nullptr;
}

bool Driver::says(std::string_view text) const {
  return std::any_of(nodes().begin(), nodes().end(),
                     [&](const Node& node) { return node.name.find(text) != std::string::npos; });
}

bool Driver::click(std::string_view name) {
  for (const Node& node : nodes())
    if (ui::is_interactive(node.role) && is_named(node, name)) return click_id(node.id);
  return false;
}

bool Driver::click_id(std::string_view id) {
  const Node* node = by_id(id);
  if (node == nullptr || !ui::is_interactive(node->role) || (node->flags & ui::disabled) != 0)
    return false;
  const std::string key = node->id;
  const std::string target = node->role == Role::link ? node->target : "";
  focus(key);
  run_frame({{DomEvent::Kind::click, key, ""}});
  if (!target.empty()) focus(target);
  settle();
  return true;
}

bool Driver::type(std::string_view name, std::string_view text) {
  for (const Node& node : nodes()) {
    if (!is_field(node) || node.role != Role::text_field || !is_named(node, name)) continue;
    const std::string id = node.id;
    focus(id);
    std::string draft;
    for (const core::DecodedCharacter& c : core::code_points(text)) {
      core::append_utf8(draft, c.code_point);
      run_frame({{DomEvent::Kind::input, id, draft}});
    }
    settle();
    return true;
  }
  return false;
}

bool Driver::commit(std::string_view name, std::string_view text) {
  for (const Node& node : nodes())
    if (node.role == Role::text_field && is_named(node, name)) return commit_id(node.id, text);
  return false;
}

bool Driver::commit_id(std::string_view id, std::string_view text) {
  const Node* node = by_id(id);
  if (node == nullptr || !is_field(*node)) return false;
  const std::string key = node->id;
  focus(key);
  run_frame({{DomEvent::Kind::commit, key, std::string(text)}});
  settle();
  return true;
}

bool Driver::choose(std::string_view name, std::string_view option_label) {
  for (const Node& node : nodes()) {
    if (node.role != Role::select || !is_field(node) || !is_named(node, name)) continue;
    for (const ui::Option& option : node.options) {
      if (option.label != option_label) continue;
      const std::string id = node.id, value = option.value;
      focus(id);
      run_frame({{DomEvent::Kind::select, id, value}});
      settle();
      return true;
    }
  }
  return false;
}

void Driver::key(std::string_view shortcut) {
  send({DomEvent::Kind::key, focused_, std::string(shortcut)});
}

void Driver::open_file(std::string_view name, std::string_view text) {
  send({DomEvent::Kind::open_file, std::string(name), std::string(text)});
}

void Driver::send(DomEvent event) {
  run_frame({std::move(event)});
  settle();
}

}  // namespace uwanose::platform
