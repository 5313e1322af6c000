#include <algorithm>
#include <cmath>

#include "ui/text_layout.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

Type type_of(const Frame& frame, const TextStyle& style) {
  return {style.size * frame.em(), style.weight};
}

float line_of(const Frame& frame, const TextStyle& style) {
  const float ratio = style.line_height > 0 ? style.line_height : frame.theme().line_height;
  return std::round(style.size * frame.em() * ratio);
}

}  // namespace

TextStyle support_style(const Frame& frame) {
  return {.size = frame.theme().small, .colour = frame.theme().support};
}

TextStyle error_style(const Frame& frame) {
  return {.size = frame.theme().small, .weight = Weight::bold, .colour = frame.theme().error};
}

float text_height(const Frame& frame, std::string_view text, float width, const TextStyle& style) {
  if (frame.is_acting()) return 0;
  const TextLayout& layout = lay_out(text, type_of(frame, style), width);
  return static_cast<float>(layout.lines.size()) * line_of(frame, style);
}

float paint_text(Frame& frame, std::string_view text, const Rect& column, const TextStyle& style) {
  if (frame.is_acting()) return 0;
  const Type type = type_of(frame, style);
  const TextLayout& layout = lay_out(text, type, column.width);
  const float line = line_of(frame, style);
  const float height = static_cast<float>(layout.lines.size()) * line;
  if (!paint::visible({column.x, column.y, column.width, height})) return height;
  const Colour colour = style.colour != 0 ? style.colour : frame.theme().text;
  float y = column.y + (line - type.px) / 2;
  for (const TextLine& part : layout.lines) {
    const float x = style.align_right ? column.x + column.width - part.width : column.x;
    paint::text({x, y}, text.substr(part.begin, part.end - part.begin), type, colour);
    y += line;
  }
  return height;
}

std::vector<std::uint32_t> text_breaks(const Frame& frame, std::string_view text, float width,
                                       const TextStyle& style) {
  if (frame.is_acting()) return {};
  return wrap_offsets(lay_out(text, type_of(frame, style), width));
}

void describe_text(const Frame& frame, Node& node, std::string_view text, float width,
                   const TextStyle& style) {
  if (frame.is_acting()) return;
  node.font_px = type_of(frame, style).px;
  node.line_px = line_of(frame, style);
  node.breaks = text_breaks(frame, text, width, style);
  if (style.weight == Weight::bold) node.flags |= NodeFlag::bold;
  if (style.align_right) node.flags |= NodeFlag::align_right;
}

void heading(Frame& frame, std::string_view id, int level, std::string_view text) {
  const Theme& theme = frame.theme();
  const bool narrow = frame.cursor().width < 30 * frame.em();
  TextStyle style{.weight = Weight::bold, .line_height = 1.4f};
  if (level == 1) style.size = narrow ? theme.heading : theme.title;
  if (level == 2) style.size = narrow ? theme.heading * 0.875f : theme.heading;
  if (level == 3) style.size = theme.subheading;
  const Rect column = frame.take(text_height(frame, text, frame.cursor().width, style));
  paint_text(frame, text, column, style);
  Node& node = frame.append(Role::heading, id, column, text);
  node.level = level;
  describe_text(frame, node, text, column.width, style);
  frame.gap(level == 3 ? 0.25f : 0.6f);
}

void paragraph(Frame& frame, std::string_view id, std::string_view text, const TextStyle& style) {
  const Rect column = frame.take(text_height(frame, text, frame.cursor().width, style));
  paint_text(frame, text, column, style);
  describe_text(frame, frame.append(Role::text, id, column, text), text, column.width, style);
}

void label_value(Frame& frame, std::string_view id, std::string_view label, std::string_view value,
                 const TextStyle& value_style) {
  const TextStyle label_style{.colour = frame.theme().label};
  const float space = frame.em();
  const float whole = frame.cursor().width;
  TextStyle right = value_style;
  right.align_right = true;
  // A figure is not parted: rather it is smaller.
  const float longest = widest_word(value, type_of(frame, right));
  if (longest > whole) right.size = std::max(0.7f, right.size * whole / longest * 0.98f);
  const float value_width = paint::text_width(value, type_of(frame, right));
  const float label_width = paint::text_width(label, type_of(frame, label_style));
  // Side by side if both fit, else one below the other.
  const bool beside = label_width + space + value_width <= whole;
  const float value_line = text_height(frame, value, whole, right);

  Rect left_column =
      frame.cursor().width > 0 ? Rect{frame.cursor().x, frame.cursor().y, whole, 0} : Rect{};
  left_column.width = beside ? whole - space - value_width : whole;
  left_column.height = text_height(frame, label, left_column.width, label_style);
  Rect right_column{left_column.x, left_column.y, whole, value_line};
  if (beside) {
    right_column.x = left_column.x + whole - value_width;
    right_column.width = value_width;
    // On one baseline, near enough for sizes that differ by less than half.
    const float difference = right_column.height - left_column.height;
    left_column.y += std::max(0.0f, difference * 0.62f);
    right_column.y += std::max(0.0f, -difference * 0.62f);
  } else {
    right_column.y += left_column.height;
  }
  paint_text(frame, label, left_column, label_style);
  paint_text(frame, value, right_column, right);
  const std::string base(id);
  describe_text(frame, frame.append(Role::text, base + ".label", left_column, label), label,
                left_column.width, label_style);
  describe_text(frame, frame.append(Role::text, base + ".value", right_column, value), value,
                right_column.width, right);
  frame.cursor().y =
      std::max(left_column.y + left_column.height, right_column.y + right_column.height);
}

void hidden_text(Frame& frame, std::string_view id, std::string_view text) {
  const Rect here{frame.cursor().x, frame.cursor().y, frame.cursor().width, 0};
  frame.append(Role::text, id, here, text).flags |= NodeFlag::visually_hidden;
}

void list_item(Frame& frame, std::string_view id, std::string_view text, const TextStyle& style) {
  const float indent = 1.25f * frame.em() * style.size;
  Cursor& cursor = frame.cursor();
  Rect words{cursor.x + indent, cursor.y, cursor.width - indent, 0};
  words.height = text_height(frame, text, words.width, style);
  paint_text(frame, text, words, style);
  const Colour colour = style.colour != 0 ? style.colour : frame.theme().text;
  paint::disc({cursor.x + indent * 0.4f, words.y + line_of(frame, style) / 2}, 0.16f * frame.em(),
              colour);
  Node& node = frame.append(Role::list_item, id, frame.take(words.height), text);
  node.label_rect = words;
  describe_text(frame, node, text, words.width, style);
  frame.gap(0.15f);
}

bool link(Frame& frame, std::string_view id, std::string_view text, std::string_view target,
          const TextStyle& style) {
  TextStyle look = style;
  const bool lit = frame.hovered(id) || frame.pressed(id);
  look.colour = lit ? frame.theme().primary_hover : frame.theme().primary;
  const Type type = type_of(frame, look);
  const float whole = frame.cursor().width;
  const TextLayout& layout = lay_out(text, type, whole);
  constexpr float least = 24;
  const float words = static_cast<float>(layout.lines.size()) * line_of(frame, look);
  const float height = std::max(words, least);
  Rect rect = frame.take(height);
  rect.width = std::min(whole, std::max(std::ceil(layout.width), least));
  Rect column = rect;
  column.y += (height - words) / 2;
  column.height = words;
  paint_text(frame, text, column, look);
  const float line = line_of(frame, look);
  float under = column.y + (line + type.px) / 2 + 1;
  for (const TextLine& part : layout.lines) {
    paint::line({column.x, under}, {column.x + part.width, under}, look.colour, lit ? 2 : 1);
    under += line;
  }
  if (frame.focused(id)) paint::focus_ring(rect, frame.theme(), 4);
  Node& node = frame.append(Role::link, id, rect, text);
  node.target = target;
  describe_text(frame, node, text, whole, look);
  if (height > words) node.label_rect = column;
  return frame.clicked(id);
}

}  // namespace uwanose::ui
