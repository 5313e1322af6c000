#include <algorithm>
#include <cmath>
#include <string>

#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

// At the right: the whole summary, as far as the window's height goes.
void build_rail(PageView& view, const app::FrameAnswer& shown) {
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  const Rect layer = view.screen.answer;
  paint::line({layer.x, layer.y}, {layer.x, layer.y + layer.height}, theme.line);
  paragraph(frame, "answer.title", view.words("page.answer"),
            {.size = theme.subheading, .weight = Weight::bold});
  paragraph(frame, "answer.frame",
            view.words("answer.frame_of", {shown.programme_label, shown.label}),
            support_style(frame));
  frame.gap(0.5f);
  badge(frame, "answer.verdict", badge_of(shown.verdict), shown.verdict_word, 1.125f);
  frame.gap(0.4f);
  paragraph(frame, "answer.headline", shown.headline);
  frame.gap(0.75f);
  build_amounts(view, shown, "answer.amounts", theme.subheading * 1.1f);
  paragraph(frame, "answer.amounts_note", shown.amounts_note, support_style(frame));
  frame.gap(0.75f);
  link(frame, "answer.more", view.words("answer.why"), answer_id);
  frame.gap(0.75f);
  const float left =
      layer.y + layer.height - frame.surface().inset_bottom - frame.cursor().y - 3 * frame.em();
  const auto room = static_cast<int>(left / std::max(30.0f, frame.line(frame.em()) * 1.35f));
  if (room > 0) build_missing(view, shown, "answer.missing", static_cast<std::size_t>(room));
}

// On a phone: verdict and sum, and the way to the rest. In very large type the verdict is its
// shape alone, and its words are said.
void build_bar(PageView& view, const app::FrameAnswer& shown) {
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  const Rect layer = view.screen.answer;
  paint::line({layer.x, layer.y}, {layer.x + layer.width, layer.y}, theme.line, 2);
  const float em = frame.em();
  const float icon = std::round(1.4f * em);
  const Badge kind = badge_of(shown.verdict);
  const bool narrow = layer.width < 16 * em;
  const std::string_view more = view.words("bar.more");
  const float more_width = std::ceil(paint::text_width(more, {em, Weight::regular})) + 2;
  Cursor& cursor = frame.cursor();
  const Cursor outer = cursor;
  badge_shape(frame, kind, {cursor.x, cursor.y + 2, icon, icon});
  cursor.x += icon + 0.5f * em;
  cursor.width -= icon + 0.5f * em;
  if (narrow) {
    hidden_text(frame, "answer.verdict", shown.verdict_word);
    paragraph(frame, "answer.total", shown.total.text, {.weight = Weight::bold});
    cursor = {outer.x, cursor.y, outer.width};
    link(frame, "answer.more", more, answer_id);
    return;
  }
  cursor.width -= more_width + em;
  paragraph(frame, "answer.verdict", shown.verdict_word,
            {.weight = Weight::bold, .colour = badge_colour(theme, kind)});
  const float next = cursor.y;
  cursor = {outer.x + outer.width - more_width, outer.y, more_width};
  link(frame, "answer.more", more, answer_id);
  cursor = {outer.x, std::max(next, cursor.y), outer.width};
  const float both = paint::text_width(shown.total.label, {em, Weight::regular}) + em +
                     paint::text_width(shown.total.text, {em, Weight::bold});
  if (both <= outer.width) {
    label_value(frame, "answer.total", shown.total.label, shown.total.text);
    return;
  }
  hidden_text(frame, "answer.total.label", shown.total.label);
  paragraph(frame, "answer.total.value", shown.total.text, {.weight = Weight::bold});
}

}  // namespace

void build_pinned_answer(PageView& view) {
  if (view.screen.shape == Shape::bare || view.answer.empty()) return;
  const bool rail = view.screen.shape == Shape::wide;
  const app::FrameAnswer& shown = view.answer.frames[view.answer.shown];
  // Not the name of the answer in the page, which is another landmark.
  const std::string name = std::string(view.words("page.answer")) + " " +
                           view.words("answer.frame_of", {shown.programme_label, shown.label});
  const Pinned pinned(view.frame, "answer", name, view.screen.answer, rail ? 1.25f : 0.75f);
  if (view.state.covered())
    rail ? build_covered_rail(view, shown) : build_covered_bar(view, shown);
  else if (rail)
    build_rail(view, shown);
  else
    build_bar(view, shown);
}

}  // namespace uwanose::ui
