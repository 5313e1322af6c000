#include "platform/node_wire.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>
#include <utility>

namespace uwanose::platform {
namespace {

bool same(const ui::Rect& a, const ui::Rect& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

bool is_box(const ui::Node& node) {
  using ui::Role;
  const bool holds =
      node.role == Role::section || node.role == Role::table || node.role == Role::row;
  return holds && node.rect.width > 0;
}

// In the steps that browsers place by: what moves with its box stays the same to the bit.
float step(float length) { return std::round(length * 64) / 64; }

struct Corner {
  float x = 0, y = 0;
};

void place_from(const Corner& corner, ui::Rect& rect) {
  if (rect.width <= 0) return;
  rect.x = step(rect.x - corner.x);
  rect.y = step(rect.y - corner.y);
}

// Each rectangle from the corner of the innermost box around it; a caption stands in its table.
void place_in_boxes(ui::NodeList& nodes) {
  std::vector<Corner> corners;  // where the contents of each node are placed from
  corners.reserve(nodes.size());
  for (ui::Node& node : nodes) {
    const Corner around = node.parent < corners.size() ? corners[node.parent] : Corner{};
    const Corner own = is_box(node) ? Corner{node.rect.x, node.rect.y} : around;
    corners.push_back(own);
    place_from(around, node.rect);
    for (ui::Rect* rect : {&node.label_rect, &node.hint_rect, &node.error_rect}) {
      place_from(own, *rect);
    }
  }
}

bool same_rectangles(const ui::Node& a, const ui::Node& b) {
  return same(a.rect, b.rect) && same(a.label_rect, b.label_rect) &&
         same(a.hint_rect, b.hint_rect) && same(a.error_rect, b.error_rect) &&
         a.font_px == b.font_px && a.line_px == b.line_px;
}

// Else the page makes another one, which has no place yet.
bool is_same_element(const ui::Node& a, const ui::Node& b) {
  return a.role == b.role && ((a.flags ^ b.flags) & ui::NodeFlag::paint_only) == 0;
}

bool same_options(const ui::Options& a, const ui::Options& b) {
  if (a.same_list(b)) return true;
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].value != b[i].value || a[i].label != b[i].label || a[i].group != b[i].group) {
      return false;
    }
  }
  return true;
}

bool same_content(const ui::Node& a, const ui::Node& b) {
  return a.role == b.role && a.level == b.level && a.flags == b.flags && a.name == b.name &&
         a.value == b.value && a.unit == b.unit && a.hint == b.hint && a.error == b.error &&
         a.labelled_by == b.labelled_by && a.target == b.target && a.input_mode == b.input_mode &&
         a.value_revision == b.value_revision && a.breaks == b.breaks &&
         a.hint_breaks == b.hint_breaks && a.error_breaks == b.error_breaks &&
         a.drawing == b.drawing && same_options(a.options, b.options);
}

bool is_element(const ui::Node& node) { return (node.flags & ui::NodeFlag::paint_only) == 0; }

// The numbers of the elements in each node, in reading order. Slot 0 is the root's, slot i + 1 that
// of node i.
class Children {
 public:
  Children(const ui::NodeList& nodes, const std::vector<std::uint32_t>& numbers)
      : starts_(nodes.size() + 2), numbers_(nodes.size()) {
    for (const ui::Node& node : nodes) {
      if (is_element(node)) ++starts_[slot_of(node, nodes.size()) + 1];
    }
    for (std::size_t slot = 1; slot < starts_.size(); ++slot) starts_[slot] += starts_[slot - 1];
    std::vector<std::size_t> next = starts_;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (is_element(nodes[i])) numbers_[next[slot_of(nodes[i], nodes.size())]++] = numbers[i];
    }
  }

  std::span<const std::uint32_t> of(std::size_t slot) const {
    return std::span(numbers_).subspan(starts_[slot], starts_[slot + 1] - starts_[slot]);
  }

  static std::size_t slot_of(const ui::Node& node, std::size_t count) {
    return node.parent < count ? node.parent + 1 : 0;
  }

 private:
  std::vector<std::size_t> starts_;  // of each slot; last, the end
  std::vector<std::uint32_t> numbers_;
};

// UTF-16 units in the first `bytes` bytes: what JavaScript counts in.
std::uint32_t utf16_units(std::string_view text, std::size_t bytes) {
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < bytes && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0u) != 0x80u) units += byte >= 0xF0u ? 2u : 1u;
  }
  return units;
}

std::uint32_t bits_of(float value) {
  std::uint32_t bits = 0;
  static_assert(sizeof bits == sizeof value);
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

}  // namespace

std::uint32_t NodeWire::number(const std::string& id) {
  return numbers_.try_emplace(id, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
}

void NodeWire::push(float value) { words_.push_back(bits_of(value)); }

void NodeWire::push(std::string_view text) {
  words_.push_back(static_cast<std::uint32_t>(strings_.size()));
  words_.push_back(static_cast<std::uint32_t>(text.size()));
  strings_.append(text);
}

void NodeWire::push_breaks(std::string_view text, const std::vector<std::uint32_t>& breaks) {
  words_.push_back(static_cast<std::uint32_t>(breaks.size()));
  for (const std::uint32_t at : breaks) words_.push_back(utf16_units(text, at));
}

void NodeWire::push_rectangles(const ui::Node& node, std::uint32_t number) {
  words_.push_back(number);
  push(node.font_px);
  push(node.line_px);
  for (const ui::Rect* rect : {&node.rect, &node.label_rect, &node.hint_rect, &node.error_rect}) {
    for (const float value : {rect->x, rect->y, rect->width, rect->height}) push(value);
  }
}

void NodeWire::push_content(const ui::Node& node, std::uint32_t number) {
  words_.push_back(number);
  words_.push_back(static_cast<std::uint32_t>(node.role) |
                   static_cast<std::uint32_t>(node.level) << 8 |
                   static_cast<std::uint32_t>(node.input_mode) << 16);
  words_.push_back(node.flags);
  words_.push_back(node.value_revision);
  for (const std::string* text : {&node.id, &node.name, &node.value, &node.unit, &node.hint,
                                  &node.error, &node.labelled_by, &node.target}) {
    push(std::string_view(*text));
  }
  words_.push_back(static_cast<std::uint32_t>(node.options.size()));
  for (const ui::Option& option : node.options) {
    push(std::string_view(option.value));
    push(std::string_view(option.label));
    push(std::string_view(option.group));
  }
  push_breaks(node.name, node.breaks);
  push_breaks(node.hint, node.hint_breaks);
  push_breaks(node.error, node.error_breaks);
  words_.push_back(static_cast<std::uint32_t>(node.drawing.size()));
  for (const ui::DrawnShape& shape : node.drawing) {
    words_.push_back(static_cast<std::uint32_t>(shape.kind));
    words_.push_back(shape.colour);
    for (const float value : {shape.x, shape.y, shape.a, shape.b, shape.size}) push(value);
    if (shape.kind >= ui::DrawnShape::Kind::text) push(std::string_view(shape.words));
  }
}

// Most nodes follow the one that they followed before: only of the others the id is looked up.
bool NodeWire::match(const ui::NodeList& nodes) {
  previous_numbers_ = std::move(numbers_of_nodes_);
  numbers_of_nodes_.clear();
  numbers_of_nodes_.reserve(nodes.size());
  before_.assign(nodes.size(), nullptr);
  bool same_families = nodes.size() == previous_.size();
  std::size_t next = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool follows = next < previous_.size() && previous_[next].id == nodes[i].id;
    const std::uint32_t known = follows ? previous_numbers_[next] : number(nodes[i].id);
    numbers_of_nodes_.push_back(known);
    if (!follows) {
      same_families = false;
      if (known >= place_of_.size() || place_of_[known] == nowhere) continue;
      next = place_of_[known];
    }
    before_[i] = &previous_[next++];
    same_families = same_families && before_[i]->parent == nodes[i].parent &&
                    is_same_element(*before_[i], nodes[i]);
  }
  return same_families;
}

void NodeWire::push_gone() {
  std::vector<bool> here(numbers_.size() + 1);
  for (const std::uint32_t number : numbers_of_nodes_) here[number] = true;
  for (const std::uint32_t number : previous_numbers_) {
    if (here[number]) continue;
    words_.push_back(number);
    ++words_[1];
  }
}

void NodeWire::push_families(const ui::NodeList& nodes) {
  const Children now(nodes, numbers_of_nodes_), before(previous_, previous_numbers_);
  std::vector<bool> made_again(nodes.size() + 1);  // one of them, or what they stand in
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (before_[i] == nullptr || is_same_element(*before_[i], nodes[i])) continue;
    made_again[Children::slot_of(nodes[i], nodes.size())] = true;
    made_again[i + 1] = true;
  }
  for (std::size_t slot = 0; slot <= nodes.size(); ++slot) {
    const std::span<const std::uint32_t> children = now.of(slot);
    std::span<const std::uint32_t> old;
    if (slot == 0) {
      old = before.of(0);
    } else if (const ui::Node* node = before_[slot - 1]) {
      old = before.of(static_cast<std::size_t>(node - previous_.data()) + 1);
    }
    const bool unchanged = std::equal(children.begin(), children.end(), old.begin(), old.end());
    if (unchanged && (children.empty() || !made_again[slot])) continue;
    words_.push_back(slot == 0 ? 0 : numbers_of_nodes_[slot - 1]);
    words_.push_back(static_cast<std::uint32_t>(children.size()));
    words_.insert(words_.end(), children.begin(), children.end());
    ++words_[2];
  }
}

bool NodeWire::encode(ui::NodeList nodes, float document_height) {
  place_in_boxes(nodes);
  words_.assign(header_words, 0);
  strings_.clear();
  words_[0] = bits_of(document_height);

  const bool regrouped = !match(nodes);
  if (regrouped) {
    push_gone();
    push_families(nodes);
  }

  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const ui::Node* before = before_[i];
    if (before != nullptr && is_same_element(*before, nodes[i]) &&
        same_rectangles(*before, nodes[i])) {
      continue;
    }
    push_rectangles(nodes[i], numbers_of_nodes_[i]);
    ++words_[3];
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (before_[i] != nullptr && same_content(*before_[i], nodes[i])) continue;
    push_content(nodes[i], numbers_of_nodes_[i]);
    ++words_[4];
  }

  const bool changed =
      words_.size() > header_words || regrouped || document_height != previous_height_;
  if (!changed) return false;
  previous_height_ = document_height;
  previous_ = std::move(nodes);
  if (regrouped) {
    place_of_.assign(numbers_.size() + 1, nowhere);
    for (std::size_t i = 0; i < previous_.size(); ++i) place_of_[numbers_of_nodes_[i]] = i;
  }
  return true;
}

}  // namespace uwanose::platform
