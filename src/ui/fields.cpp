#include "ui/fields.h"

#include <algorithm>
#include <cmath>

#include "ui/field_parts.h"
#include "ui/layout.h"
#include "ui/paint.h"

namespace uwanose::ui {
namespace {

BoxState state_of(std::string_view error, bool disabled) {
  if (disabled) return BoxState::disabled;
  return error.empty() ? BoxState::idle : BoxState::invalid;
}

Entry entry_of(const Frame& frame, std::string_view id) {
  return {frame.draft(id), frame.committed(id)};
}

Node& append_field(Frame& frame, const TextField& field, const Rect& box, std::string_view name) {
  Node& node = frame.append(Role::text_field, field.id, box, name);
  frame.publish_value(node, field.value);
  node.unit = field.unit;
  node.hint = field.hint;
  node.input_mode = field.mode;
  if (field.required) node.flags |= NodeFlag::required;
  if (field.disabled) node.flags |= NodeFlag::disabled;
  if (field.align_right) node.flags |= NodeFlag::align_right;
  if (!field.error.empty()) node.flags |= NodeFlag::invalid;
  return node;
}

void paint_arrow(Frame& frame, const Rect& box) {
  const float em = frame.em();
  const Point c{box.x + box.width - em, box.y + box.height / 2};
  const float r = 0.3f * em;
  const Point arrow[] = {{c.x - r, c.y - r / 2}, {c.x, c.y + r / 2}, {c.x + r, c.y - r / 2}};
  paint::polyline(arrow, frame.theme().label, 2);
}

std::string_view chosen_words(const Select& spec) {
  for (const Option& option : spec.options)
    if (option.value == spec.value) return option.label;
  return {};
}

float select_height(const Frame& frame, const Select& spec, float width, float least) {
  const float em = frame.em();
  const float room = width - select_padding * em;
  return std::max(least, text_height(frame, chosen_words(spec), room, {}) + 0.75f * em);
}

void paint_chosen(Frame& frame, const Select& spec, const Rect& box) {
  const float em = frame.em();
  Rect words{box.x + 0.75f * em, box.y, box.width - select_padding * em, box.height};
  words.height = text_height(frame, chosen_words(spec), words.width, {});
  words.y += (box.height - words.height) / 2;
  paint_text(frame, chosen_words(spec), words, {});
}

Node& append_select(Frame& frame, const Select& spec, const Rect& box, std::string_view name) {
  Node& node = frame.append(Role::select, spec.id, box, name);
  frame.publish_value(node, spec.value);
  node.hint = spec.hint;
  node.options = spec.options;
  if (spec.required) node.flags |= NodeFlag::required;
  if (!spec.error.empty()) node.flags |= NodeFlag::invalid;
  return node;
}

// A circle or box with words beside it; the whole is the target.
struct Choice {
  std::string_view id, label;
  bool checked = false;
  bool round = true;
};

Node& paint_choice(Frame& frame, const Choice& choice, const Rect& rect) {
  const Theme& theme = frame.theme();
  const float em = frame.em();
  const float mark = std::round(1.25f * em);
  const float before = std::round(1.9f * em);
  const bool lit = frame.hovered(choice.id) || frame.pressed(choice.id);
  paint_current(frame, choice.id, rect);
  const Colour edge = choice.checked ? theme.primary : lit ? theme.text : theme.border;
  const Rect square{rect.x + 2, rect.y + (rect.height - mark) / 2, mark, mark};
  const Point centre{square.x + mark / 2, square.y + mark / 2};
  if (choice.round) {
    paint::disc(centre, mark / 2, theme.background);
    paint::ring(centre, mark / 2 - 1, edge, 2);
    if (choice.checked) paint::disc(centre, mark * 0.28f, theme.primary);
  } else {
    paint::fill(square, choice.checked ? theme.primary : theme.background, 4);
    paint::stroke(square, edge, 2, 4);
    const auto at = [&](float x, float y) {
      return Point{square.x + x * mark, square.y + y * mark};
    };
    const Point tick[] = {at(0.22f, 0.52f), at(0.42f, 0.72f), at(0.78f, 0.3f)};
    if (choice.checked) paint::polyline(tick, theme.on_primary, 2);
  }
  const float width = rect.width - before;
  const float height = text_height(frame, choice.label, width, {});
  const Rect words{rect.x + before, rect.y + (rect.height - height) / 2, width, height};
  paint_text(frame, choice.label, words, {});
  if (frame.focused(choice.id)) paint::focus_ring(rect, theme, 8);
  Node& node =
      frame.append(choice.round ? Role::radio : Role::checkbox, choice.id, rect, choice.label);
  node.label_rect = words;
  describe_text(frame, node, choice.label, width, {});
  if (choice.checked) node.flags |= NodeFlag::checked;
  return node;
}

std::string radio_id(std::string_view group, const std::string& value) {
  return std::string(group) + "." + (value.empty() ? "unknown" : value);
}

float choice_height(const Frame& frame, std::string_view label, float width) {
  const float words = text_height(frame, label, width - std::round(1.9f * frame.em()), {});
  return std::max(44.0f, words + 0.5f * frame.em());
}

// Beside the box where it fits, else below it.
void append_note(Frame& frame, const TextField& field, const Rect& row, float left) {
  const TextStyle style = support_style(frame);
  const float em = frame.em();
  const float wide = paint::text_width(field.note, {style.size * em, style.weight});
  Rect place{left + em, row.y, std::ceil(wide) + 1, 0};
  const bool beside = place.x + place.width <= row.x + row.width;
  if (!beside) place = {row.x, frame.cursor().y, row.width, 0};
  place.height = text_height(frame, field.note, place.width, style);
  if (beside)
    place.y += (row.height - place.height) / 2;
  else
    frame.cursor().y += place.height;
  paint_text(frame, field.note, place, style);
  Node& node = frame.append(Role::text, std::string(field.id) + ".note", place, field.note);
  describe_text(frame, node, field.note, place.width, style);
}

}  // namespace

Entry text_field(Frame& frame, const TextField& field) {
  const Cursor start = frame.cursor();
  const Caption caption =
      paint_caption(frame, {field.id, field.label, field.hint, field.tag, field.required});
  const float em = frame.em();
  const float unit_width =
      field.unit.empty() ? 0 : paint::text_width(field.unit, {em, Weight::regular}) + 0.75f * em;
  const Rect row = frame.take(field_height(frame));
  // The unit right of the box, or below where the box would cut off its figure.
  const float least = paint::text_width(field.value, {em, Weight::regular}) + 1.5f * em;
  const bool beside = !field.align_right || least <= row.width - unit_width;
  Rect box = row;
  box.width = std::round(std::min(field.width * em, row.width - (beside ? unit_width : 0)));
  paint_field_box(frame, field.id, box, state_of(field.error, field.disabled));
  if (!field.unit.empty()) {
    const TextStyle style{.colour = frame.theme().label};
    const float height = text_height(frame, field.unit, row.width, style);
    Rect unit{box.x + box.width + 0.75f * em, row.y + (row.height - height) / 2, unit_width,
              height};
    if (!beside) unit = frame.take(height);
    paint_text(frame, field.unit, unit, style);
  }
  if (!field.note.empty())
    append_note(frame, field, row, box.x + box.width + (beside ? unit_width : 0));
  const ErrorLine error = paint_error(frame, field.error);
  paint_current(frame, field.id, {start.x, start.y, start.width, frame.cursor().y - start.y});
  Node& node = append_field(frame, field, box, caption.name);
  describe_field(node, caption, error);
  return entry_of(frame, field.id);
}

Entry cell_field(Frame& frame, const TextField& field, const Rect& cell) {
  paint_current(frame, field.id, cell);
  paint_field_box(frame, field.id, cell, state_of(field.error, field.disabled));
  Node& node = append_field(frame, field, cell, field.label);
  if (!field.error.empty())
    node.error = std::string(frame.text("field.error")) + std::string(field.error);
  return entry_of(frame, field.id);
}

const std::string* select(Frame& frame, const Select& spec) {
  const Cursor start = frame.cursor();
  const Caption caption =
      paint_caption(frame, {spec.id, spec.label, spec.hint, spec.tag, spec.required});
  const float width = std::round(std::min(spec.width * frame.em(), frame.cursor().width));
  Rect box = frame.take(select_height(frame, spec, width, field_height(frame)));
  box.width = width;
  paint_field_box(frame, spec.id, box, state_of(spec.error, false));
  paint_chosen(frame, spec, box);
  paint_arrow(frame, box);
  const ErrorLine error = paint_error(frame, spec.error);
  paint_current(frame, spec.id, {start.x, start.y, start.width, frame.cursor().y - start.y});
  Node& node = append_select(frame, spec, box, caption.name);
  describe_field(node, caption, error);
  return frame.committed(spec.id);
}

const std::string* cell_select(Frame& frame, const Select& spec, const Rect& cell) {
  paint_current(frame, spec.id, cell);
  paint_field_box(frame, spec.id, cell, state_of(spec.error, false));
  paint_chosen(frame, spec, cell);
  paint_arrow(frame, cell);
  Node& node = append_select(frame, spec, cell, spec.label);
  if (!spec.error.empty())
    node.error = std::string(frame.text("field.error")) + std::string(spec.error);
  return frame.committed(spec.id);
}

float cell_select_height(const Frame& frame, const Select& spec, float width) {
  return select_height(frame, spec, width, cell_field_height(frame));
}

const Option* radio_group(Frame& frame, const RadioGroup& group) {
  const Cursor start = frame.cursor();
  const Caption caption =
      paint_caption(frame, {group.id, group.legend, group.hint, group.tag, group.required});
  {
    Node& node = frame.open(Role::group, group.id, caption.name);
    node.label_rect = caption.label;
    node.hint_rect = caption.hint;
    node.hint = group.hint;
    node.hint_breaks = caption.hint_breaks;
    if (group.required) node.flags |= NodeFlag::required;
    if (!group.error.empty()) node.flags |= NodeFlag::invalid;
    describe_text(frame, node, caption.name, caption.label.width, {.weight = Weight::bold});
  }
  const std::size_t at = frame.last();
  const Option* chosen = nullptr;
  const float em = frame.em();
  {
    Flow flow(frame, group.in_a_row ? 0.75f : 0.25f);
    for (const Option& option : group.options) {
      const float whole = frame.cursor().width;
      float width = whole;
      if (group.in_a_row)
        width = std::min(whole, std::ceil(paint::text_width(option.label, {em, Weight::regular})) +
                                    std::round(1.9f * em) + 0.5f * em);
      const std::string id = radio_id(group.id, option.value);
      const Rect rect = flow.next(width, choice_height(frame, option.label, width));
      Node& node = paint_choice(
          frame, {.id = id, .label = option.label, .checked = option.value == group.value}, rect);
      node.value = option.value;
      if (frame.clicked(id)) chosen = &option;
    }
  }
  const ErrorLine error = paint_error(frame, group.error);
  frame.at(at).error = error.text;
  frame.at(at).error_rect = error.rect;
  frame.at(at).error_breaks = error.breaks;
  frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
  return chosen;
}

bool checkbox(Frame& frame, std::string_view id, std::string_view label, bool checked,
              std::string_view hint) {
  const float width = frame.cursor().width;
  const Rect rect = frame.take(choice_height(frame, label, width));
  Rect hint_rect;
  if (!hint.empty()) {
    const float indent = std::round(1.9f * frame.em());
    const TextStyle support = support_style(frame);
    hint_rect = {rect.x + indent, rect.y + rect.height, width - indent, 0};
    hint_rect.height = text_height(frame, hint, hint_rect.width, support);
    paint_text(frame, hint, hint_rect, support);
    frame.cursor().y += hint_rect.height;
  }
  Node& node =
      paint_choice(frame, {.id = id, .label = label, .checked = checked, .round = false}, rect);
  node.hint = hint;
  node.hint_rect = hint_rect;
  if (!hint.empty())
    node.hint_breaks = text_breaks(frame, hint, hint_rect.width, support_style(frame));
  return frame.clicked(id);
}

}  // namespace uwanose::ui
