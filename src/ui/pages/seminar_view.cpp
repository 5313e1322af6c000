#include <algorithm>
#include <cmath>
#include <string>

#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

bool shows(const PageView& view, app::Reveal part) { return view.state.reveal >= part; }

// The next part, by a button that keeps the focus as long as there is one.
void next_button(PageView& view, Flow& flow, const std::string& id, std::string_view after) {
  if (!button_in(view.frame, flow,
                 {.id = id, .label = view.words("seminar.next"), .look = ButtonLook::primary}))
    return;
  app::reveal_next(view.state);
  if (!view.state.covered()) view.frame.want_focus(after);
}

void build_shown_parts(PageView& view, const std::string& id, const app::FrameAnswer& shown,
                       float size) {
  Frame& frame = view.frame;
  if (!shows(view, app::Reveal::verdict)) {
    paragraph(frame, id + ".covered", view.words("seminar.covered"), {.size = size});
    return;
  }
  badge(frame, id + ".verdict", badge_of(shown.verdict), shown.verdict_word, size);
  frame.gap(0.5f);
  const TextStyle figure{.size = size, .weight = Weight::bold};
  if (shows(view, app::Reveal::nation))
    label_value(frame, id + ".nation", shown.national.amount.label, shown.national.amount.text,
                figure);
  if (!shows(view, app::Reveal::prefecture)) return;
  if (shown.prefectural.exists)
    label_value(frame, id + ".prefecture", shown.prefectural.amount.label,
                shown.prefectural.amount.text, figure);
  else
    paragraph(frame, id + ".prefecture", view.words("answer.no_top_up"));
}

std::string frame_name(const PageView& view, const app::FrameAnswer& shown) {
  return view.words("answer.frame_of", {shown.programme_label, shown.label});
}

}  // namespace

void present_sample(app::State& state, const Sample& sample) {
  app::load_sample(state, sample.facts());
  app::choose_frame(state, sample.frame);
}

void build_presenter(PageView& view) {
  app::State& state = view.state;
  if (!state.seminar || view.samples.empty()) return;
  Frame& frame = view.frame;
  {
    const Section section(frame, "presenter", view.words("seminar.title"));
    paragraph(frame, "presenter.note", view.words("seminar.note"), support_style(frame));
    frame.gap(0.5f);
    Flow flow(frame, 0.6f);
    std::size_t index = 0;
    for (const Sample& sample : view.samples) {
      const std::string number = std::to_string(++index);
      const std::string label = (index <= 9 ? number + "　" : "") + sample.label.in(state.language);
      if (button_in(frame, flow, {.id = "presenter.sample." + number, .label = label}))
        present_sample(state, sample);
    }
  }
  frame.gap(1.25f);
}

void build_covered_answer(PageView& view) {
  if (view.answer.empty()) return;
  Frame& frame = view.frame;
  const app::FrameAnswer& shown = view.answer.frames[view.answer.shown];
  const Section section(frame, answer_id, view.words("page.answer"));
  paragraph(frame, "result.frame", frame_name(view, shown),
            {.weight = Weight::bold, .colour = frame.theme().support});
  frame.gap(0.5f);
  build_shown_parts(view, "result", shown, frame.theme().figure);
  frame.gap(1);
  Flow flow(frame);
  next_button(view, flow, "result.next", answer_id);
  if (button_in(frame, flow,
                {.id = "result.back",
                 .label = view.words("seminar.back"),
                 .disabled = view.state.reveal == app::Reveal::nothing}))
    app::reveal_back(view.state);
  if (button_in(
          frame, flow,
          {.id = "result.all", .label = view.words("seminar.all"), .look = ButtonLook::quiet})) {
    app::reveal_all(view.state);
    frame.want_focus(answer_id);
  }
}

void build_covered_rail(PageView& view, const app::FrameAnswer& shown) {
  Frame& frame = view.frame;
  paragraph(frame, "answer.title", view.words("page.answer"),
            {.size = frame.theme().subheading, .weight = Weight::bold});
  paragraph(frame, "answer.frame", frame_name(view, shown), support_style(frame));
  frame.gap(0.75f);
  build_shown_parts(view, "answer", shown, 1.125f);
  frame.gap(1);
  Flow flow(frame);
  next_button(view, flow, "answer.next", "answer.more");
}

// One line: what was shown last, and the button for the next.
void build_covered_bar(PageView& view, const app::FrameAnswer& shown) {
  Frame& frame = view.frame;
  const Cursor outer = frame.cursor();
  const float em = frame.em();
  const Rect bar = view.screen.answer;
  const float inside = bar.height - frame.surface().inset_bottom;
  const auto middle = [&](float height) { return bar.y + std::max(0.0f, (inside - height) / 2); };
  const float button = std::min(button_width(frame, view.words("seminar.next")), outer.width / 2);
  frame.cursor() = {outer.x + outer.width - button, middle(button_height(frame)), button};
  {
    Flow flow(frame);
    next_button(view, flow, "answer.next", "answer.more");
  }
  frame.cursor() = {outer.x, outer.y, outer.width - button - em};
  const std::string figure =
      shows(view, app::Reveal::prefecture) && shown.prefectural.exists
          ? shown.prefectural.amount.label + " " + shown.prefectural.amount.text
      : shows(view, app::Reveal::nation)
          ? shown.national.amount.label + " " + shown.national.amount.text
          : std::string();
  const std::string verdict(shows(view, app::Reveal::verdict) ? shown.verdict_word
                                                              : view.words("seminar.covered"));
  // As much as there is room for; all of it is in the page's own section.
  const float room = inside - 1.5f * em;
  const TextStyle bold{.weight = Weight::bold};
  const float width = frame.cursor().width;
  const float first = text_height(frame, verdict, width, bold);
  const float second = figure.empty() ? 0 : text_height(frame, figure, width, {});
  const bool both = first + second <= room;
  frame.cursor().y = middle(both ? first + second : figure.empty() ? first : second);
  if (figure.empty() || both) paragraph(frame, "answer.verdict", verdict, bold);
  if (!figure.empty()) paragraph(frame, "answer.figure", figure);
  frame.cursor() = outer;
}

}  // namespace uwanose::ui
