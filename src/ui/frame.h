// What every widget is given: one frame of the page.
//
// A frame carries what the DOM reported since the last one, the tree being built, the layout
// cursor and the painter. A widget takes the rectangle it needs from the cursor, paints itself
// there, appends its node, and answers what the DOM reported for that node. Nothing is kept in the
// frame; what outlives it (focus, revisions of fields, open disclosures) is in Interaction.
//
// Lengths are CSS pixels from the top left of the document, or of the viewport within a pinned
// section. Widgets outside the painted canvas append their nodes; the painter skips them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/text_map.h"
#include "ui/nodes.h"
#include "ui/renderer.h"
#include "ui/theme.h"

namespace uwanose::ui {

// Lives as long as the page.
struct Interaction {
  std::string focus, hover, press;  // ids of nodes, "" none

  struct Field {
    std::string value;           // what was published last
    std::uint32_t revision = 1;  // goes up when the DOM must take `value` over
  };
  std::unordered_map<std::string, Field> fields;
  core::TextMap drafts;                   // typed, not yet committed
  std::unordered_set<std::string> open;   // disclosures that are not as they began
  std::unordered_set<std::string> asked;  // confirmations on show
  std::size_t most_nodes = 0;             // that a frame had
  // For tests: every id of which a widget asked what was done with it.
  std::unordered_set<std::string>* watched = nullptr;
};

// The place where the next widget goes: `y` grows, `x` and `width` are the column's.
struct Cursor {
  float x = 0, y = 0, width = 0;
};

// Gives the text of a key in the language of the page.
using Translate = std::function<std::string_view(std::string_view key)>;

// A widget reports what happened to it when its part of the page is built already. So the page
// first acts on a frame that nobody sees, in which nothing is measured and no node is kept.
enum class Pass : std::uint8_t { acting, shown };

class Frame {
 public:
  Frame(Interaction& interaction, const Surface& surface, std::span<const DomEvent> events,
        const Theme& theme, Translate translate, Pass pass = Pass::shown);

  // --- what the DOM reported
  bool clicked(std::string_view id) const;
  const std::string* committed(std::string_view id) const;  // also the choice of a select
  const std::string* draft(std::string_view id) const;
  std::span<const DomEvent> events() const { return events_; }
  bool focused(std::string_view id) const { return watch(id) && interaction_.focus == id; }
  bool hovered(std::string_view id) const { return watch(id) && interaction_.hover == id; }
  bool pressed(std::string_view id) const { return watch(id) && interaction_.press == id; }
  Interaction& interaction() { return interaction_; }
  bool is_acting() const { return pass_ == Pass::acting; }
  // Whether to build the widgets whose ids begin so: to act on, only those that something happened
  // to.
  bool concerns(std::string_view id_begin) const;

  // --- the tree
  // Appends a node within the innermost open parent. The reference holds until the next append.
  Node& append(Role role, std::string_view id, const Rect& rect, std::string_view name = {});
  // Appends a container and makes it the parent of what follows; `name` and `flags` as usual.
  // Its rectangle, known only when its content is, is given to `close`.
  Node& open(Role role, std::string_view id, std::string_view name = {});
  void close(const Rect& rect);
  // Of all nodes until it is cleared: `visually_hidden`, `pinned`, `print_only`, …
  void set_common_flags(std::uint32_t flags) { common_flags_ = flags; }
  std::uint32_t common_flags() const { return common_flags_; }
  // A node of the field: counts its revision.
  void publish_value(Node& node, std::string_view value);
  Node& at(std::size_t index) { return nodes_[index]; }
  std::size_t last() const { return nodes_.size() - 1; }
  NodeList take_nodes();

  // --- layout
  Cursor& cursor() { return cursor_; }
  // The next `height` of the column.
  Rect take(float height);
  void gap(float ems) { cursor_.y += ems * em(); }
  float em() const { return 16 * surface_.text_scale * theme_.scale; }  // of body text
  const Surface& surface() const { return surface_; }
  const Theme& theme() const { return theme_; }
  std::string_view text(std::string_view key) const { return translate_(key); }
  float line(float px) const { return px * theme_.line_height; }
  bool pinned() const { return (common_flags_ & NodeFlag::pinned) != 0; }

  // --- towards the page's main
  void want_frame() { wants_frame_ = true; }  // something moves by itself
  bool wants_frame() const { return wants_frame_; }
  void want_focus(std::string_view id) { wants_focus_ = id; }
  const std::string& wants_focus() const { return wants_focus_; }
  float document_height() const { return document_height_; }
  void set_document_height(float height) { document_height_ = height; }

 private:
  bool watch(std::string_view id) const {
    if (interaction_.watched != nullptr) interaction_.watched->emplace(id);
    return true;
  }

  Interaction& interaction_;
  Surface surface_;
  std::span<const DomEvent> events_;
  const Theme& theme_;
  Translate translate_;
  Pass pass_;
  NodeList nodes_;                    // of an acting frame one, which every widget writes to
  std::vector<std::size_t> parents_;  // indices into nodes_
  Cursor cursor_;
  std::string wants_focus_;
  float document_height_ = 0;
  std::uint32_t common_flags_ = 0;
  bool wants_frame_ = false;
};

}  // namespace uwanose::ui
