#include "ui/field_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/paint.h"
#include "ui/text_layout.h"

namespace uwanose::ui {

namespace {

// The mark behind the label is painted in the colour of errors.
void paint_label(Frame& frame, const Caption& caption, std::size_t mark_begin,
                 const TextStyle& style) {
  if (!paint::visible(caption.label)) return;
  const Type type{frame.em(), Weight::bold};
  const std::string_view all = caption.name;
  const float line = std::round(frame.line(frame.em()));
  float y = caption.label.y + (line - type.px) / 2;
  for (const TextLine& part : lay_out(all, type, caption.label.width).lines) {
    const std::size_t split = std::clamp<std::size_t>(mark_begin, part.begin, part.end);
    const std::string_view words = all.substr(part.begin, split - part.begin);
    paint::text({caption.label.x, y}, words, type, style.colour);
    paint::text({caption.label.x + paint::text_width(words, type), y},
                all.substr(split, part.end - split), type, frame.theme().error);
    y += line;
  }
}

// Right of the label where it fits, else above it.
void append_tag(Frame& frame, std::string_view name, const CaptionText& text) {
  const Theme& theme = frame.theme();
  const TextStyle style{.size = theme.small, .weight = Weight::bold, .colour = theme.unknown};
  const float em = frame.em();
  const Type label{em, Weight::bold};
  const float wide = std::ceil(paint::text_width(text.tag, {style.size * em, style.weight})) + 1;
  const float before = paint::text_width(name, label) + 0.75f * em;
  const Cursor& cursor = frame.cursor();
  const bool beside = before + wide + 0.5f * em <= cursor.width;
  const float line = std::round(frame.line(em));
  const float height = text_height(frame, text.tag, wide, style);
  const Rect place{cursor.x + (beside ? before : 0.25f * em), cursor.y + (line - height) / 2, wide,
                   height};
  paint::fill({place.x - 0.25f * em, place.y, wide + 0.5f * em, height}, theme.unknown_soft, 4);
  paint_text(frame, text.tag, place, style);
  Node& node = frame.append(Role::text, std::string(text.id) + ".tag", place, text.tag);
  describe_text(frame, node, text.tag, wide, style);
  if (!beside) frame.take(line);
}

}  // namespace

Caption paint_caption(Frame& frame, const CaptionText& text) {
  const Theme& theme = frame.theme();
  Caption caption;
  caption.name = text.label;
  if (text.required) caption.name += frame.text("field.required");
  const TextStyle style{.weight = Weight::bold, .colour = theme.label};
  const float width = frame.cursor().width;
  if (!text.tag.empty()) append_tag(frame, caption.name, text);
  caption.label = frame.take(text_height(frame, caption.name, width, style));
  paint_label(frame, caption, text.label.size(), style);
  caption.label_breaks = text_breaks(frame, caption.name, width, style);
  if (!text.hint.empty()) {
    const TextStyle support = support_style(frame);
    caption.hint = frame.take(text_height(frame, text.hint, width, support));
    paint_text(frame, text.hint, caption.hint, support);
    caption.hint_breaks = text_breaks(frame, text.hint, width, support);
  }
  frame.gap(0.35f);
  return caption;
}

ErrorLine paint_error(Frame& frame, std::string_view error) {
  if (error.empty()) return {};
  ErrorLine line;
  line.text = std::string(frame.text("field.error")) + std::string(error);
  const TextStyle style = error_style(frame);
  frame.gap(0.25f);
  line.rect = frame.take(text_height(frame, line.text, frame.cursor().width, style));
  paint_text(frame, line.text, line.rect, style);
  line.breaks = text_breaks(frame, line.text, line.rect.width, style);
  return line;
}

void describe_field(Node& node, const Caption& caption, const ErrorLine& error) {
  node.label_rect = caption.label;
  node.hint_rect = caption.hint;
  node.breaks = caption.label_breaks;
  node.hint_breaks = caption.hint_breaks;
  node.error_rect = error.rect;
  node.error_breaks = error.breaks;
  node.error = error.text;
}

void paint_current(Frame& frame, std::string_view id, const Rect& whole) {
  const Theme& theme = frame.theme();
  if (theme.current == theme.background || !frame.focused(id)) return;
  const float by = 0.5f * frame.em();
  paint::set_depth(paint::max_depth);
  paint::fill({whole.x - by, whole.y - by, whole.width + 2 * by, whole.height + 2 * by},
              theme.current, 8);
  paint::set_depth(paint::content);
}

void paint_field_box(Frame& frame, std::string_view id, const Rect& box, BoxState state) {
  const Theme& theme = frame.theme();
  constexpr float radius = 8;
  const bool focused = frame.focused(id);
  const bool lit = frame.hovered(id) && state != BoxState::disabled;
  Colour edge = lit || focused ? theme.text : theme.border;
  if (state == BoxState::invalid) edge = theme.error;
  if (state == BoxState::disabled) edge = theme.disabled;
  paint::fill(box, theme.background, radius);
  paint::stroke(box, edge, state == BoxState::invalid || lit ? 2 : 1, radius);
  if (focused) paint::focus_ring(box, theme, radius);
}

float field_height(const Frame& frame) { return std::round(std::max(44.0f, 3 * frame.em())); }
float cell_field_height(const Frame& frame) {
  return std::round(std::max(44.0f, 2.75f * frame.em()));
}

}  // namespace uwanose::ui
