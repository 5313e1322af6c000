#include <cmath>

#include "ui/layout.h"
#include "ui/text_layout.h"
#include "ui/widgets.h"

namespace uwanose::ui {

Colour badge_colour(const Theme& theme, Badge kind) {
  if (kind == Badge::met) return theme.met;
  return kind == Badge::not_met ? theme.error : theme.unknown;
}

Colour badge_ground(const Theme& theme, Badge kind) {
  if (kind == Badge::met) return theme.met_soft;
  return kind == Badge::not_met ? theme.error_soft : theme.unknown_soft;
}

void badge_shape(Frame& frame, Badge kind, const Rect& square) {
  const Colour ground = badge_colour(frame.theme(), kind);
  const Colour mark = frame.theme().background;
  const float s = square.width;
  const Point c{square.x + s / 2, square.y + s / 2};
  const float pen = std::max(2.0f, s * 0.1f);
  const auto at = [&](float x, float y) { return Point{square.x + x * s, square.y + y * s}; };
  switch (kind) {
    case Badge::met: {
      paint::disc(c, s / 2, ground);
      const Point tick[] = {at(0.27f, 0.52f), at(0.44f, 0.68f), at(0.74f, 0.34f)};
      paint::polyline(tick, mark, pen);
      break;
    }
    case Badge::not_met:
      paint::fill({square.x + s * 0.05f, square.y + s * 0.05f, s * 0.9f, s * 0.9f}, ground,
                  s * 0.15f);
      paint::line(at(0.31f, 0.31f), at(0.69f, 0.69f), mark, pen);
      paint::line(at(0.69f, 0.31f), at(0.31f, 0.69f), mark, pen);
      break;
    case Badge::undetermined: {
      paint::triangle(at(0.5f, 0.02f), at(1.0f, 0.94f), at(0, 0.94f), ground);
      const Type type{s * 0.6f, Weight::bold};
      paint::text({c.x - paint::text_width("?", type) / 2, square.y + s * 0.32f}, "?", type, mark);
      break;
    }
  }
}

void badge(Frame& frame, std::string_view id, Badge kind, std::string_view words, float wanted) {
  const Theme& theme = frame.theme();
  // Large, as far as no word breaks and some characters of Japanese stand on a line; small where
  // the longest word asks for it.
  const Type bold{frame.em(), Weight::bold};
  const float some = std::min(paint::text_width(words, bold), 5 * frame.em());
  const float word = widest_word(words, bold), beside = 2.8f * frame.em(),
              width_now = frame.cursor().width;
  const float smallest = std::clamp(width_now / (word + beside), 0.7f, 1.0f);
  const float size =
      std::clamp(width_now / (std::max(word, some) + beside), smallest, std::max(1.0f, wanted));
  const float em = frame.em() * size;
  const TextStyle style{.size = size, .weight = Weight::bold, .colour = badge_colour(theme, kind)};
  const float icon = std::round(1.35f * em);
  const float edge = std::round(0.5f * em);
  const float before = edge + icon + std::round(0.4f * em);
  const float room = frame.cursor().width - before - edge;
  const float width = std::min(room, std::ceil(paint::text_width(words, {em, Weight::bold})) + 1);
  const float height = text_height(frame, words, width, style);
  Rect rect = frame.take(height + 0.5f * em);
  rect.width = before + width + edge;
  const Rect column{rect.x + before, rect.y + 0.25f * em, width, height};
  paint::fill(rect, badge_ground(theme, kind), 6);
  badge_shape(frame, kind, {rect.x + edge, rect.y + (rect.height - icon) / 2, icon, icon});
  paint_text(frame, words, column, style);
  Node& node = frame.append(Role::text, id, rect, words);
  node.label_rect = column;
  describe_text(frame, node, words, width, style);
}

void notice(Frame& frame, std::string_view id, Notice kind, std::string_view title,
            std::string_view text) {
  const Theme& theme = frame.theme();
  Box::Look look{theme.primary_soft, theme.primary, 1, 6};
  if (kind == Notice::caution) look = {theme.unknown_soft, theme.unknown, 1, 6};
  if (kind == Notice::error) look = {theme.error_soft, theme.error, 1, 6};
  const Box box(frame, look);
  const std::string base(id);
  if (!title.empty()) paragraph(frame, base + ".title", title, {.weight = Weight::bold});
  if (!text.empty()) paragraph(frame, id, text);
}

const Fault* error_summary(Frame& frame, std::string_view id, std::string_view title,
                           std::span<const Fault> faults) {
  if (faults.empty()) return nullptr;
  const Fault* followed = nullptr;
  const std::string base(id);
  const Theme& theme = frame.theme();
  const Box box(frame, {theme.error_soft, theme.error, 1, 6});
  const Section section(frame, id, title);
  const Container list(frame, Role::list, base + ".list");
  for (const Fault& fault : faults) {
    const Container item(frame, Role::list_item, base + "." + fault.field + ".item");
    const std::string& target = fault.target.empty() ? fault.field : fault.target;
    if (link(frame, base + "." + fault.field, fault.text, target)) followed = &fault;
  }
  return followed;
}

}  // namespace uwanose::ui
