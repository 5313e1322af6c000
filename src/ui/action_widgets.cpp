#include <algorithm>
#include <cmath>

#include "ui/layout.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

constexpr float radius = 8;

void triangle_mark(const Rect& square, bool down, Colour colour) {
  const float s = square.width;
  const Point c{square.x + s / 2, square.y + square.height / 2};
  const float r = s * 0.28f;
  if (down)
    paint::triangle({c.x - r, c.y - r / 2}, {c.x + r, c.y - r / 2}, {c.x, c.y + r * 0.8f}, colour);
  else
    paint::triangle({c.x - r / 2, c.y - r}, {c.x + r * 0.8f, c.y}, {c.x - r / 2, c.y + r}, colour);
}

}  // namespace

float button_height(const Frame& frame) { return std::round(std::max(44.0f, 3 * frame.em())); }

float button_width(const Frame& frame, std::string_view label) {
  const float words = paint::text_width(label, {frame.em(), Weight::bold});
  return std::ceil(std::max(words + 2 * frame.em(), 5 * frame.em()));
}

bool button(Frame& frame, const Button& spec) {
  Cursor& cursor = frame.cursor();
  const float width = spec.fill ? cursor.width : button_width(frame, spec.label);
  const TextStyle style{.weight = Weight::bold};
  const float room = std::min(width, cursor.width);
  const float words = text_height(frame, spec.label, room - 1.5f * frame.em(), style);
  Rect rect = frame.take(std::max(button_height(frame), words + 0.75f * frame.em()));
  rect.width = room;
  return button_at(frame, spec, rect);
}

bool button_at(Frame& frame, const Button& spec, const Rect& rect) {
  const Theme& theme = frame.theme();
  const bool lit = !spec.disabled && (frame.hovered(spec.id) || frame.pressed(spec.id));
  const bool filled = spec.look == ButtonLook::primary;
  const bool danger = spec.look == ButtonLook::danger;
  Colour front = danger ? theme.error : lit ? theme.primary_hover : theme.primary;
  Colour back = lit ? (danger ? theme.error_soft : theme.primary_soft) : theme.background;
  if (filled) {
    back = lit ? theme.primary_hover : theme.primary;
    front = theme.on_primary;
  }
  if (spec.disabled) {
    front = theme.disabled;
    back = theme.background;
  }
  if (spec.look != ButtonLook::quiet || lit) paint::fill(rect, back, radius);
  if (spec.look != ButtonLook::quiet && (!filled || spec.disabled))
    paint::stroke(rect, front, 1, radius);
  if (frame.pressed(spec.id) && !spec.disabled) paint::stroke(rect, front, 2, radius);

  const TextStyle style{.weight = Weight::bold, .colour = front};
  const float inner = rect.width - 0.75f * frame.em();
  const float width =
      std::min(inner, std::ceil(paint::text_width(spec.label, {frame.em(), Weight::bold})) + 1);
  const float height = text_height(frame, spec.label, width, style);
  const Rect words{rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width,
                   height};
  paint_text(frame, spec.label, words, style);
  if (frame.focused(spec.id)) paint::focus_ring(rect, theme, radius);

  Node& node =
      frame.append(Role::button, spec.id, rect, spec.spoken.empty() ? spec.label : spec.spoken);
  node.flags |= NodeFlag::screen_only;
  if (spec.spoken.empty()) {
    node.label_rect = words;
    describe_text(frame, node, spec.label, width, style);
  }
  if (filled) node.flags |= NodeFlag::primary;
  if (danger) node.flags |= NodeFlag::danger;
  if (spec.disabled) node.flags |= NodeFlag::disabled;
  return !spec.disabled && frame.clicked(spec.id);
}

bool button_in(Frame& frame, Flow& flow, const Button& spec) {
  const float width = std::min(button_width(frame, spec.label), frame.cursor().width);
  const float words =
      text_height(frame, spec.label, width - 0.75f * frame.em(), {.weight = Weight::bold});
  const float height = std::max(button_height(frame), words + 0.75f * frame.em());
  return button_at(frame, spec, flow.next(width, height));
}

bool disclosure(Frame& frame, std::string_view id, std::string_view label, bool open_at_first) {
  Interaction& interaction = frame.interaction();
  const std::string key(id);
  // `open` holds what differs from how it began.
  if (frame.clicked(id)) {
    if (!interaction.open.erase(key)) interaction.open.insert(key);
  }
  const bool open = interaction.open.contains(key) != open_at_first;
  const Theme& theme = frame.theme();
  const bool lit = frame.hovered(id) || frame.pressed(id);
  const TextStyle style{.weight = Weight::bold,
                        .colour = lit ? theme.primary_hover : theme.primary};
  const float mark = 1.5f * frame.em();
  const float whole = frame.cursor().width;
  const float words_height = text_height(frame, label, whole - mark, style);
  Rect rect = frame.take(std::max(44.0f, words_height + 0.5f * frame.em()));
  const Rect words{rect.x + mark, rect.y + (rect.height - words_height) / 2, whole - mark,
                   words_height};
  if (lit) paint::fill(rect, theme.primary_soft, 4);
  triangle_mark({rect.x, rect.y, mark, rect.height}, open, style.colour);
  paint_text(frame, label, words, style);
  if (frame.focused(id)) paint::focus_ring(rect, theme, 4);
  Node& node = frame.append(Role::disclosure, id, rect, label);
  node.label_rect = words;
  if (open) node.flags |= NodeFlag::expanded;
  describe_text(frame, node, label, words.width, style);
  return open;
}

Answer confirmation(Frame& frame, std::string_view id, std::string_view question,
                    std::string_view yes, std::string_view no) {
  const std::string base(id);
  const std::string no_id = base + ".no";
  Answer answer = Answer::none;
  if (frame.interaction().asked.insert(base).second) frame.want_focus(no_id);
  {
    const Box box(frame, {frame.theme().unknown_soft, frame.theme().unknown, 1.25f, 6});
    const Container dialog(frame, Role::dialog, id, question);
    paragraph(frame, base + ".question", question, {.weight = Weight::bold});
    frame.gap(0.75f);
    Flow flow(frame);
    if (button_in(frame, flow, {.id = no_id, .label = no})) answer = Answer::no;
    const std::string yes_id = base + ".yes";
    if (button_in(frame, flow, {.id = yes_id, .label = yes, .look = ButtonLook::danger}))
      answer = Answer::yes;
  }
  if (answer != Answer::none) frame.interaction().asked.erase(base);
  return answer;
}

}  // namespace uwanose::ui
