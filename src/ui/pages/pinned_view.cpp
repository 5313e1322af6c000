#include <algorithm>
#include <cmath>
#include <string>

#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

constexpr std::string_view bar_id = "answer.open";

bool leaves(const DomEvent& event) {
  return event.kind == DomEvent::Kind::key && event.value == "escape";
}

// The bar; opened, most of the window.
Rect bar_layer(const PageView& view, bool open) {
  const Rect bar = view.screen.answer;
  if (!open) return bar;
  const float window = bar.y + bar.height;
  const float ems = view.answer.frames[view.answer.shown].missing.empty() ? 23.0f : 34.0f;
  const float height = std::round(std::min(0.85f * window, ems * view.frame.em()));
  return {bar.x, window - height, bar.width, height};
}

// What fits below the verdict: amounts, the way to the reasons, the next frame, what is missing.
void build_opened(PageView& view, const app::FrameAnswer& shown, const Rect& layer) {
  Frame& frame = view.frame;
  const float em = frame.em();
  const auto room = [&] { return layer.y + layer.height - frame.cursor().y - 0.75f * em; };
  const auto close = [&] { frame.interaction().open.erase(std::string(bar_id)); };
  const auto fits = [&](std::string_view text, float size) {
    return text_height(frame, text, frame.cursor().width, {.size = size}) <= room();
  };
  if (room() < 11 * em) {
    label_value(frame, "answer.total", shown.total.label, shown.total.text);
  } else {
    build_amounts(view, shown, "answer.amounts", frame.theme().subheading);
  }
  if (room() < 3 * em) return;
  if (link(frame, "answer.more", view.words("answer.why"), answer_id)) close();
  const std::string name = view.words("answer.frame_of", {shown.programme_label, shown.label});
  frame.gap(0.4f);
  if (fits(name, 1)) paragraph(frame, "answer.frame", name, support_style(frame));
  if (room() > 4.6f * em) build_runner_up(view, "answer.runner_up");
  frame.gap(0.5f);
  const auto lines = static_cast<int>((room() - 2.5f * em) / std::max(30.0f, 2 * em * 1.7f));
  if (lines > 0 && !shown.missing.empty()) {
    build_missing(view, shown, "answer.missing", static_cast<std::size_t>(lines));
    for (const app::FieldLink& field : shown.missing)
      if (frame.clicked("answer.missing." + field.key)) close();
  }
}

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
  build_runner_up(view, "answer.runner_up");
  frame.gap(0.75f);
  link(frame, "answer.more", view.words("answer.why"), answer_id);
  frame.gap(0.75f);
  const float left =
      layer.y + layer.height - frame.surface().inset_bottom - frame.cursor().y - 3 * frame.em();
  const auto room = static_cast<int>(left / std::max(30.0f, frame.line(frame.em()) * 1.35f));
  if (room > 0) build_missing(view, shown, "answer.missing", static_cast<std::size_t>(room));
}

// On a phone: verdict and sum; opened, all of the answer that fits. In very large type the verdict
// is its shape alone, and its words are said.
void build_bar(PageView& view, const app::FrameAnswer& shown, bool open) {
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  const Rect layer = bar_layer(view, open);
  paint::line({layer.x, layer.y}, {layer.x + layer.width, layer.y}, theme.line, 2);
  const float em = frame.em();
  const float icon = std::round(1.4f * em);
  const Badge kind = badge_of(shown.verdict);
  const std::string_view more = view.words(open ? "bar.less" : "bar.more");
  const float more_width = std::ceil(paint::text_width(more, {em, Weight::bold}) + 1.5f * em) + 2;
  Cursor& cursor = frame.cursor();
  const TextStyle bold{.weight = Weight::bold, .colour = badge_colour(theme, kind)};
  const float left = cursor.width - icon - 1.5f * em - more_width;
  const bool narrow = layer.width < 16 * em ||
                      text_height(frame, shown.verdict_word, left, bold) > 2.5f * frame.line(em);
  if (!open) {
    // In the middle of the bar's height.
    const float words =
        narrow ? frame.line(em) : text_height(frame, shown.verdict_word, left, bold);
    const float room = layer.height - frame.surface().inset_bottom;
    cursor.y = layer.y + std::max(0.0f, (room - words - std::max(24.0f, frame.line(em))) / 2);
  }
  const Cursor outer = cursor;
  badge_shape(frame, kind, {cursor.x, cursor.y + 2, icon, icon});
  cursor.x += icon + 0.5f * em;
  cursor.width -= icon + 0.5f * em;
  if (narrow) {
    hidden_text(frame, "answer.verdict", shown.verdict_word);
    // On one line, in smaller type if need be.
    TextStyle total{.weight = Weight::bold};
    const float wide = paint::text_width(shown.total.text, {em, Weight::bold});
    if (wide > cursor.width) total.size = std::max(0.7f, 0.98f * cursor.width / wide);
    paragraph(frame, "answer.total", shown.total.text, total);
    cursor = {outer.x, cursor.y, outer.width};
    link(frame, "answer.more", view.words("answer.why"), answer_id);
    return;
  }
  cursor.width -= more_width + em;
  paragraph(frame, "answer.verdict", shown.verdict_word, bold);
  const float next = cursor.y;
  cursor = {outer.x + outer.width - more_width, outer.y - 0.4f * em, more_width};
  disclosure(frame, bar_id, more);
  cursor = {outer.x, std::max(next, cursor.y - 0.4f * em), outer.width};
  if (open) {
    cursor.y += 0.75f * em;  // clear of the button's focus ring
    build_opened(view, shown, layer);
  } else if (paint::text_width(shown.total.label + shown.total.text, {em, Weight::bold}) + em <
             outer.width) {
    label_value(frame, "answer.total", shown.total.label, shown.total.text);
  } else {
    hidden_text(frame, "answer.total.label", shown.total.label);
    paragraph(frame, "answer.total.value", shown.total.text, {.weight = Weight::bold});
  }
}

}  // namespace

void build_pinned_answer(PageView& view) {
  if (view.screen.shape == Shape::bare || view.answer.empty()) return;
  const bool rail = view.screen.shape == Shape::wide;
  const app::FrameAnswer& shown = view.answer.frames[view.answer.shown];
  // Not the name of the answer in the page, which is another landmark.
  const std::string name = std::string(view.words("page.answer")) + " " +
                           view.words("answer.frame_of", {shown.programme_label, shown.label});
  const Interaction& interaction = view.frame.interaction();
  const auto events = view.frame.events();
  if (std::any_of(events.begin(), events.end(), leaves))
    view.frame.interaction().open.erase(std::string(bar_id));
  const bool covered = view.state.covered();
  const bool open = !rail && !covered && interaction.open.contains(std::string(bar_id));
  const Rect layer = rail ? view.screen.answer : bar_layer(view, open);
  const Pinned pinned(view.frame, "answer", name, layer, rail ? 1.25f : 0.75f);
  if (!rail) {
    // In line with the page's own column.
    view.frame.cursor().x = view.screen.main.x;
    view.frame.cursor().width = view.screen.main.width;
  }
  if (covered)
    rail ? build_covered_rail(view, shown) : build_covered_bar(view, shown);
  else if (rail)
    build_rail(view, shown);
  else
    build_bar(view, shown, open);
}

}  // namespace uwanose::ui
