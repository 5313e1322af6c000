#include "ui/frame.h"

#include <algorithm>
#include <utility>

namespace uwanose::ui {
namespace {

const std::string* value_of(std::span<const DomEvent> events, std::string_view id,
                            DomEvent::Kind kind, DomEvent::Kind or_kind) {
  const std::string* value = nullptr;
  for (const DomEvent& event : events)
    if ((event.kind == kind || event.kind == or_kind) && event.id == id) value = &event.value;
  return value;
}

void note(Interaction& interaction, const DomEvent& event) {
  switch (event.kind) {
    case DomEvent::Kind::focus: interaction.focus = event.id; break;
    case DomEvent::Kind::hover: interaction.hover = event.id; break;
    case DomEvent::Kind::press: interaction.press = event.id; break;
    case DomEvent::Kind::input: interaction.drafts[event.id] = event.value; break;
    case DomEvent::Kind::commit:
    case DomEvent::Kind::select:
      interaction.drafts.erase(event.id);
      // The DOM shows what was typed; it takes over how the application writes it.
      ++interaction.fields[event.id].revision;
      break;
    default: break;
  }
}

}  // namespace

Frame::Frame(Interaction& interaction, const Surface& surface, std::span<const DomEvent> events,
             const Theme& theme, Translate translate, Pass pass)
    : interaction_(interaction),
      surface_(surface),
      events_(events),
      theme_(theme),
      translate_(std::move(translate)),
      pass_(pass),
      nodes_(pass == Pass::acting ? 1 : 0) {
  if (!is_acting()) nodes_.reserve(interaction_.most_nodes);
  for (const DomEvent& event : events_) note(interaction_, event);
}

bool Frame::clicked(std::string_view id) const {
  watch(id);
  return value_of(events_, id, DomEvent::Kind::click, DomEvent::Kind::click) != nullptr;
}

const std::string* Frame::committed(std::string_view id) const {
  watch(id);
  return value_of(events_, id, DomEvent::Kind::commit, DomEvent::Kind::select);
}

const std::string* Frame::draft(std::string_view id) const {
  const auto found = interaction_.drafts.find(id);
  return found == interaction_.drafts.end() ? nullptr : &found->second;
}

bool Frame::concerns(std::string_view id_begin) const {
  return !is_acting() || std::any_of(events_.begin(), events_.end(), [&](const DomEvent& event) {
    return std::string_view(event.id).starts_with(id_begin);
  });
}

Node& Frame::append(Role role, std::string_view id, const Rect& rect, std::string_view name) {
  if (is_acting()) return nodes_.front();
  Node& node = nodes_.emplace_back();
  node.id = id;
  if (!parents_.empty()) node.parent = parents_.back();
  node.role = role;
  node.rect = rect;
  node.name = name;
  node.flags = common_flags_;
  node.font_px = em();
  node.line_px = line(em());
  return node;
}

Node& Frame::open(Role role, std::string_view id, std::string_view name) {
  Node& node = append(role, id, {}, name);
  if (!is_acting()) parents_.push_back(nodes_.size() - 1);
  return node;
}

void Frame::close(const Rect& rect) {
  if (is_acting()) return;
  nodes_[parents_.back()].rect = rect;
  parents_.pop_back();
}

NodeList Frame::take_nodes() {
  interaction_.most_nodes = std::max(interaction_.most_nodes, nodes_.size());
  return std::move(nodes_);
}

void Frame::publish_value(Node& node, std::string_view value) {
  if (is_acting()) return;
  Interaction::Field& field = interaction_.fields[node.id];
  if (field.value != value) {
    field.value = value;
    ++field.revision;
  }
  node.value = value;
  node.value_revision = field.revision;
}

Rect Frame::take(float height) {
  const Rect rect{cursor_.x, cursor_.y, cursor_.width, height};
  cursor_.y += height;
  return rect;
}

}  // namespace uwanose::ui
