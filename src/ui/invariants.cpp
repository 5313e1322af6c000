#include "ui/invariants.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ui/paint.h"
#include "ui/text_layout.h"

namespace uwanose::ui {
namespace {

constexpr float tolerance = 0.51f;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The word that a break parts; none of an address or a file's name, which outgrow many a line.
std::string_view parted_word(std::string_view text, std::size_t at) {
  if (!is_letter(text[at - 1]) || !is_letter(text[at])) return {};
  std::size_t begin = at, end = at;
  while (begin > 0 && text[begin - 1] > ' ') --begin;
  while (end < text.size() && text[end] > ' ') ++end;
  const std::string_view word = text.substr(begin, end - begin);
  return word.find_first_of("./@_") == std::string_view::npos ? word : std::string_view();
}

class Checker {
 public:
  Checker(const NodeList& nodes, float width, float height)
      : nodes_(nodes), width_(width), height_(height) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      if (node.id.empty()) report(node, "has no id");
      if (node.parent != Node::root && node.parent >= i) report(node, "comes before its parent");
      if (!index_.emplace(node.id, i).second) report(node, "has an id that is taken");
    }
  }

  std::vector<std::string> run() {
    for (const Node& node : nodes_) {
      check_name(node);
      check_references(node);
      check_place(node);
      check_size(node);
      check_state(node);
      check_value(node);
      check_drawing(node);
    }
    check_headings();
    check_overlaps(false);
    check_overlaps(true);
    return std::move(violations_);
  }

 private:
  void report(const Node& node, const std::string& what) {
    violations_.push_back(std::string(role_name(node.role)) + " \"" + node.id + "\" " + what);
  }

  const Node* find(const std::string& id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &nodes_[found->second];
  }

  static bool is_unpainted(const Node& node) {
    return (node.flags & (visually_hidden | print_only)) != 0;
  }

  void check_name(const Node& node) {
    switch (node.role) {
      case Role::main:
      case Role::list:
      case Role::list_item:
      case Role::row:
      case Role::cell:
      case Role::status:
      case Role::alert: return;
      case Role::section:
        if (node.name.empty() && node.labelled_by.empty()) report(node, "has no name");
        return;
      default:
        if (node.name.empty()) report(node, "has no name");
    }
  }

  void check_references(const Node& node) {
    if (!node.labelled_by.empty() && find(node.labelled_by) == nullptr)
      report(node, "is labelled by \"" + node.labelled_by + "\", which is not there");
    if (node.role == Role::link && find(node.target) == nullptr)
      report(node, "leads to \"" + node.target + "\", which is not there");
  }

  const Node* parent_of(const Node& node) const {
    return node.parent < nodes_.size() ? &nodes_[node.parent] : nullptr;
  }

  void need_parent(const Node& node, Role role) {
    const Node* parent = parent_of(node);
    if (parent == nullptr || parent->role != role)
      report(node, std::string("is not within a ") + role_name(role));
  }

  void check_place(const Node& node) {
    switch (node.role) {
      case Role::radio: need_parent(node, Role::group); break;
      case Role::list_item: need_parent(node, Role::list); break;
      case Role::row: need_parent(node, Role::table); break;
      case Role::column_header:
      case Role::row_header:
      case Role::cell: need_parent(node, Role::row); break;
      default: break;
    }
    const Node* parent = parent_of(node);
    if (parent != nullptr && (parent->flags & pinned) != 0 && (node.flags & pinned) == 0)
      report(node, "is not pinned as its parent is");
  }

  void check_within(const Node& node, const Rect& rect, const char* what) {
    if (rect.width <= 0) return;
    if (rect.x < -tolerance || rect.x + rect.width > width_ + tolerance)
      report(node, std::string("has a ") + what + " that is wider than the window");
    if ((node.flags & pinned) != 0 && rect.y + rect.height > height_ + tolerance)
      report(node, std::string("has a ") + what + " that is cut off below");
  }

  void check_size(const Node& node) {
    if (is_unpainted(node)) return;
    check_within(node, node.rect, "rectangle");
    check_within(node, node.label_rect, "label");
    check_within(node, node.hint_rect, "hint");
    check_within(node, node.error_rect, "error");
    if (!is_interactive(node.role)) return;
    const float least = node.role == Role::link ? 24.0f : 44.0f;
    if (node.rect.width < least - tolerance || node.rect.height < least - tolerance)
      report(node, "is too small a target: " + std::to_string(static_cast<int>(node.rect.width)) +
                       " × " + std::to_string(static_cast<int>(node.rect.height)));
  }

  void check_state(const Node& node) {
    const bool is_invalid = (node.flags & invalid) != 0;
    if (is_invalid != !node.error.empty())
      report(node, is_invalid ? "is invalid and does not say why" : "has an error and is valid");
    if (node.hint_rect.width > 0 && node.hint.empty()) report(node, "paints a hint it has not");
    if (node.role == Role::select && !node.value.empty() &&
        std::none_of(node.options.begin(), node.options.end(),
                     [&](const Option& option) { return option.value == node.value; }))
      report(node, "has a value that is none of its options: \"" + node.value + "\"");
    check_breaks(node, node.breaks, node.name);
    check_breaks(node, node.hint_breaks, node.hint);
    check_breaks(node, node.error_breaks, node.error);
    if (node.role == Role::slider && (node.level < 1 || node.level > 255 || node.unit.empty()))
      report(node, "has no range, or does not say where it stands");
  }

  // A word breaks only where hardly more than it has room in the window, a figure never.
  void check_breaks(const Node& node, const std::vector<std::uint32_t>& breaks,
                    const std::string& text) {
    for (const std::uint32_t offset : breaks) {
      if (offset == 0 || offset >= text.size()) {
        report(node, "wraps outside its words");
      } else if (is_unpainted(node)) {
        continue;
      } else if (is_digit(text[offset]) &&
                 (is_digit(text[offset - 1]) || text[offset - 1] == ',')) {
        report(node, "breaks within a figure: \"" + text + '"');
      } else {
        const std::string_view word = parted_word(text, offset);
        const float wide = paint::text_width(word, {node.font_px, Weight::regular});
        if (wide > 0 && wide < 0.5f * width_)
          report(node, "breaks within \"" + std::string(word) + "\"");
      }
    }
  }

  // What a select shows, and the figure in a field, stand in their boxes.
  void check_value(const Node& node) {
    if (is_unpainted(node)) return;
    const Type type{node.font_px, Weight::regular};
    if (node.role == Role::select) {
      const auto chosen =
          std::find_if(node.options.begin(), node.options.end(),
                       [&](const Option& option) { return option.value == node.value; });
      if (chosen == node.options.end()) return;
      const float room = node.rect.width - select_padding * node.font_px;
      const TextLayout& words = lay_out(chosen->label, type, room);
      if (words.width > room + tolerance ||
          static_cast<float>(words.lines.size()) * node.line_px > node.rect.height + tolerance)
        report(node, "cuts off its choice \"" + chosen->label + "\"");
    }
    if (node.role == Role::text_field && (node.flags & align_right) != 0 &&
        (node.flags & invalid) == 0 &&
        paint::text_width(node.value, type) > node.rect.width - 1.5f * node.font_px + tolerance)
      report(node, "cuts off its figure " + node.value);
  }

  void check_drawing(const Node& node) {
    for (const DrawnShape& shape : node.drawing) {
      using Kind = DrawnShape::Kind;
      if (shape.kind != Kind::text && shape.kind != Kind::bold_text) continue;
      const Weight weight = shape.kind == Kind::text ? Weight::regular : Weight::bold;
      const float width = paint::text_width(shape.words, {shape.size, weight});
      if (shape.x < -tolerance || shape.x + width > node.rect.width + tolerance)
        report(node, "cuts off its words \"" + shape.words + "\"");
    }
  }

  void check_headings() {
    int level = 0, mains = 0;
    for (const Node& node : nodes_) {
      if (node.role == Role::main) ++mains;
      if (node.role != Role::heading) continue;
      if (node.level < 1 || node.level > 3) report(node, "has no level from 1 to 3");
      if (node.level > level + 1) report(node, "jumps from level " + std::to_string(level));
      level = node.level;
    }
    if (mains > 1) violations_.emplace_back("there is more than one main landmark");
  }

  void check_overlaps(bool in_pinned_layer) {
    std::vector<const Node*> targets;
    for (const Node& node : nodes_)
      if (is_interactive(node.role) && !is_unpainted(node) &&
          ((node.flags & pinned) != 0) == in_pinned_layer)
        targets.push_back(&node);
    std::sort(targets.begin(), targets.end(),
              [](const Node* a, const Node* b) { return a->rect.y < b->rect.y; });
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const Rect& a = targets[i]->rect;
      for (std::size_t j = i + 1; j < targets.size(); ++j) {
        const Rect& b = targets[j]->rect;
        if (b.y >= a.y + a.height - tolerance) break;
        if (b.x < a.x + a.width - tolerance && a.x < b.x + b.width - tolerance)
          report(*targets[i], "overlaps \"" + targets[j]->id + "\"");
      }
    }
  }

  const NodeList& nodes_;
  float width_, height_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> find_violations(const NodeList& nodes, float width, float height) {
  return Checker(nodes, width, height).run();
}

std::vector<std::string> find_unreachable(const NodeList& nodes,
                                          const std::unordered_set<std::string>& asked_about) {
  std::unordered_set<std::string> controls;
  for (const Node& node : nodes)
    if (is_interactive(node.role) && (node.flags & paint_only) == 0) controls.insert(node.id);
  std::vector<std::string> found;
  for (const std::string& id : asked_about)
    if (!controls.contains(id)) found.push_back("\"" + id + "\" reacts, but is no control");
  return found;
}

bool is_interactive(Role role) {
  switch (role) {
    case Role::link:
    case Role::button:
    case Role::text_field:
    case Role::checkbox:
    case Role::radio:
    case Role::select:
    case Role::slider:
    case Role::disclosure: return true;
    default: return false;
  }
}

const char* role_name(Role role) {
  constexpr const char* names[] = {
      "main",       "navigation", "section",    "heading",       "text",       "list",  "list_item",
      "link",       "button",     "text_field", "checkbox",      "group",      "radio", "select",
      "slider",     "table",      "row",        "column_header", "row_header", "cell",  "image",
      "disclosure", "dialog",     "status",     "alert"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace uwanose::ui
