#include "platform/node_wire.h"

#include <cmath>
#include <cstring>
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
  struct Open {
    std::size_t node;
    Corner corner;
  };
  std::vector<Open> open;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    ui::Node& node = nodes[i];
    while (!open.empty() && nodes[open.back().node].id != node.parent) open.pop_back();
    const Corner around = open.empty() ? Corner{} : open.back().corner;
    const Corner own = is_box(node) ? Corner{node.rect.x, node.rect.y} : around;
    open.push_back({i, own});
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

bool same_order(const ui::NodeList& a, const ui::NodeList& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].id != b[i].id || a[i].parent != b[i].parent) return false;
  }
  return true;
}

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
  if (id.empty()) return 0;
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

bool NodeWire::encode(ui::NodeList nodes, float document_height) {
  place_in_boxes(nodes);
  words_.assign(header_words, 0);
  strings_.clear();
  words_[0] = bits_of(document_height);

  const bool reordered = !same_order(nodes, previous_);
  if (reordered) {
    for (const ui::Node& node : nodes) {
      words_.push_back(number(node.id));
      words_.push_back(number(node.parent));
    }
    words_[1] = static_cast<std::uint32_t>(nodes.size());
  }

  std::vector<const ui::Node*> before(nodes.size(), nullptr);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!reordered) {
      before[i] = &previous_[i];
    } else if (const auto found = previous_index_.find(nodes[i].id);
               found != previous_index_.end()) {
      before[i] = &previous_[found->second];
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (before[i] != nullptr && is_same_element(*before[i], nodes[i]) &&
        same_rectangles(*before[i], nodes[i])) {
      continue;
    }
    push_rectangles(nodes[i], number(nodes[i].id));
    ++words_[2];
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (before[i] != nullptr && same_content(*before[i], nodes[i])) continue;
    push_content(nodes[i], number(nodes[i].id));
    ++words_[3];
  }

  const bool changed =
      reordered || words_[2] != 0 || words_[3] != 0 || document_height != previous_height_;
  if (!changed) return false;
  previous_height_ = document_height;
  previous_ = std::move(nodes);
  if (reordered) {
    previous_index_.clear();
    for (std::size_t i = 0; i < previous_.size(); ++i) previous_index_.emplace(previous_[i].id, i);
  }
  return true;
}

}  // namespace uwanose::platform
