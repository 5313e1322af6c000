#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "ui/pages/parts.h"
#include "ui/stacked_bar.h"
#include "ui/table.h"
#include "ui/text_layout.h"

namespace uwanose::ui {
namespace {

// Painted when opened; in print and in the text view it always stands.
template <typename Content>
void folded(Frame& frame, std::string_view id, std::string_view label, const Content& content) {
  if (disclosure(frame, id, label)) {
    content();
    frame.gap(0.5f);
  } else {
    const PrintOnly print(frame);
    content();
  }
}

void build_source(PageView& view, const std::string& id, const app::SourceText& source) {
  if (source.text.empty()) return;
  Frame& frame = view.frame;
  paragraph(frame, id + ".source", view.words("answer.source_of", {source.text, source.confidence}),
            support_style(frame));
  if (!source.note.empty())
    paragraph(frame, id + ".source_note", source.note, support_style(frame));
}

// The verdict at the right end of a line, or (in large type) below it; what it left for the label.
Cursor place_verdict(PageView& view, const std::string& id,
                     const app::RequirementLine& requirement) {
  Frame& frame = view.frame;
  const float em = frame.em();
  const Badge kind = badge_of(requirement.verdict);
  const TextStyle style{.weight = Weight::bold, .colour = badge_colour(frame.theme(), kind)};
  const float icon = std::round(1.35f * em);
  const float words =
      std::ceil(paint::text_width(requirement.verdict_word, {em, style.weight})) + 1;
  const float whole = icon + 0.4f * em + words;
  const Cursor outer = frame.cursor();
  Cursor label = outer;
  const bool beside = outer.width - whole >= 10 * em;
  const float line = std::round(frame.line(em));
  float y = outer.y;
  float x = outer.x;
  if (beside) {
    label.width = outer.width - whole - em;
    x = outer.x + outer.width - whole;
    y += (44 - line) / 2;
  }
  badge_shape(frame, kind, {x, y + (line - icon) / 2, icon, icon});
  const float left = x + icon + 0.4f * em;
  frame.cursor() = {left, y, std::min(words, outer.x + outer.width - left)};
  paragraph(frame, id + ".verdict", requirement.verdict_word, style);
  if (!beside) label.y = frame.cursor().y;
  return label;
}

// What a report has said of the nation is not said again of the prefecture.
bool same(const app::RequirementLine& a, const app::RequirementLine& b) {
  return a.label == b.label && a.meaning == b.meaning && a.numbers == b.numbers;
}
bool same(const app::StepText& a, const app::StepText& b) {
  return a.label == b.label && a.words == b.words && a.numbers == b.numbers && a.result == b.result;
}
template <typename Item>
bool is_among(const Item& item, const std::vector<Item>& said) {
  return std::any_of(said.begin(), said.end(), [&](const Item& each) { return same(each, item); });
}

void build_requirement(PageView& view, const std::string& part,
                       const app::RequirementLine& requirement, bool said) {
  Frame& frame = view.frame;
  const std::string id = part + "." + requirement.id;
  const Cursor outer = frame.cursor();
  const Cursor label = place_verdict(view, id, requirement);
  frame.cursor() = label;
  const bool open = disclosure(frame, id, requirement.label);
  const float indent = 1.5f * frame.em();
  frame.cursor() = {outer.x + indent, frame.cursor().y, outer.width - indent};
  if (!requirement.slack.empty()) paragraph(frame, id + ".slack", requirement.slack);
  if (!requirement.remedy.empty())
    paragraph(frame, id + ".remedy",
              std::string(view.words("answer.remedy")) + ": " + requirement.remedy);
  const bool decidable = requirement.verdict != core::Verdict::met && !requirement.decides.empty();
  if (decidable && !view.printing)
    field_link(view, id + ".decides", view.words("button.go_to_field"), requirement.decides);
  const auto reasons = [&] {
    paragraph(frame, id + ".meaning", requirement.meaning);
    std::size_t index = 0;
    for (const std::string& number : requirement.numbers)
      paragraph(frame, id + ".number." + std::to_string(index++), number);
    build_source(view, id, requirement.source);
  };
  if (open) {
    reasons();
  } else if (!said) {
    const PrintOnly print(frame);
    reasons();
  }
  frame.cursor() = {outer.x, frame.cursor().y, outer.width};
  frame.gap(0.4f);
  paint::line({outer.x, frame.cursor().y}, {outer.x + outer.width, frame.cursor().y},
              frame.theme().line);
  frame.gap(0.4f);
}

// How the amount was computed: in words, then with its numbers.
void build_steps(PageView& view, const std::string& part_id, const app::PartAnswer& part,
                 const app::PartAnswer& said) {
  Frame& frame = view.frame;
  std::set<std::string> sources;
  const std::string id = part_id + ".rule";
  if (!part.rule.empty()) paragraph(frame, id + ".name", part.rule, {.weight = Weight::bold});
  for (std::size_t i = 0; i < part.steps.size(); ++i) {
    const app::StepText& step = part.steps[i];
    if (is_among(step, said.steps)) continue;
    const std::string step_id = id + "." + std::to_string(i);
    frame.gap(0.4f);
    label_value(frame, step_id, step.label, step.result);
    if (!step.words.empty()) paragraph(frame, step_id + ".words", step.words, support_style(frame));
    if (!step.numbers.empty() && step.numbers != step.words)
      paragraph(frame, step_id + ".numbers", step.numbers, support_style(frame));
    if (!step.source) continue;
    const bool first = sources.insert(step.source->text + step.source->note).second;
    if (first || !view.printing) build_source(view, step_id, *step.source);
  }
}

// `said`: what a report has told before this part.
void build_part(PageView& view, const std::string& id, const app::PartAnswer& part,
                const app::PartAnswer& said) {
  Frame& frame = view.frame;
  frame.gap(1);
  heading(frame, id, 3, part.label);
  if (!part.exists) {
    paragraph(frame, id + ".none", view.words("answer.no_top_up"));
    return;
  }
  badge(frame, id + ".verdict", badge_of(part.verdict), part.verdict_word);
  frame.gap(0.75f);
  for (const app::RequirementLine& requirement : part.requirements)
    build_requirement(view, id, requirement, is_among(requirement, said.requirements));
  if (part.rule.empty() && part.steps.empty()) return;
  folded(frame, id + ".rule", view.words("answer.amount_rule"),
         [&] { build_steps(view, id, part, said); });
}

void build_comparison(PageView& view) {
  if (view.answer.frames.size() < 2) return;
  Frame& frame = view.frame;
  frame.gap(1);
  paragraph(frame, "frames.note", view.words("answer.alternatives"), support_style(frame));
  const float em = frame.em();
  float verdict = 6.5f;
  for (const app::FrameAnswer& other : view.answer.frames)
    verdict = std::max(verdict, widest_word(other.verdict_word, {em, Weight::bold}) / em + 0.05f);
  Table table(frame, "frames", view.words("answer.compare"),
              {{std::string(view.words("frames.frame")), 8, 1, false},
               {std::string(view.words("frames.verdict")), verdict, 0, false},
               {std::string(view.words("answer.total")), 7.5f, 0, true},
               {std::string(view.words("answer.own")), 7.5f, 0, true},
               {std::string(view.words("answer.compare_note")), 12, 2, false},
               {std::string(view.words("frames.show")), 5, 0, false, true}});
  for (const std::size_t i : view.answer.ranking) {
    const app::FrameAnswer& other = view.answer.frames[i];
    table.row(other.id, view.words("answer.frame_of", {other.programme_label, other.label}),
              button_height(frame));
    table.words(
        other.verdict_word,
        {.weight = Weight::bold, .colour = badge_colour(frame.theme(), badge_of(other.verdict))});
    table.words(other.total.text);
    table.words(other.own.text);
    table.words(other.compared);
    const Rect cell = table.open_cell(button_height(frame));
    const std::string id = "frames.show." + other.id;
    const std::string spoken = view.words("frames.show_frame", {other.label});
    if (button_at(frame,
                  {.id = id,
                   .label = view.words("frames.show"),
                   .look = ButtonLook::quiet,
                   .disabled = i == view.answer.shown,
                   .spoken = spoken},
                  cell))
      app::choose_frame(view.state, other.id);
    table.close_cell();
  }
}

void build_outlook(PageView& view, const app::FrameAnswer& shown) {
  if (shown.outlook.empty()) return;
  Frame& frame = view.frame;
  frame.gap(1);
  heading(frame, "result.outlook", 3, view.words("answer.outlook"));
  for (std::size_t i = 0; i < shown.outlook.size(); ++i)
    label_value(frame, "result.outlook." + std::to_string(i), shown.outlook[i].label,
                shown.outlook[i].text);
  paragraph(frame, "result.outlook.note", view.words("answer.outlook_note"), support_style(frame));
}

}  // namespace

Badge badge_of(core::Verdict verdict) {
  if (verdict == core::Verdict::met) return Badge::met;
  return verdict == core::Verdict::not_met ? Badge::not_met : Badge::undetermined;
}

void build_amounts(PageView& view, const app::FrameAnswer& shown, std::string_view id_of,
                   float total_size) {
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  const std::string id(id_of);
  const auto figure = [&](const char* name, const app::FigureText& text, float size) {
    label_value(frame, id + "." + name, text.label, text.text,
                {.size = size, .weight = Weight::bold});
  };
  figure("total", shown.total, total_size);
  frame.gap(0.4f);
  const auto amount = [](const app::FigureText& text) { return text.yen.value_or(0); };
  std::vector<Part> parts;
  const auto add = [&](const app::FigureText& text, const char* sign, Colour colour,
                       PartLook look) {
    parts.push_back({text.label, text.text, std::max<std::int64_t>(0, amount(text)), colour,
                     std::string(view.words(sign)), look});
  };
  add(shown.national.amount, "bar.national", theme.bar_nation, PartLook::solid);
  if (shown.prefectural.exists)
    add(shown.prefectural.amount, "bar.prefectural", theme.bar_prefecture, PartLook::striped);
  add(shown.own, "bar.own", theme.bar_own, PartLook::outlined);
  std::string name(view.words("answer.share_bar"));
  for (const Part& part : parts) name += "、" + part.label + " " + part.value;
  stacked_bar(frame, id + ".bar", name, parts);
}

void build_runner_up(PageView& view, std::string_view id) {
  const app::Answer& answer = view.answer;
  if (answer.ranking.size() < 2) return;
  const bool best = answer.ranking.front() == answer.shown;
  const app::FrameAnswer& other = answer.frames[answer.ranking[best ? 1 : 0]];
  paragraph(view.frame, id,
            view.words(best ? "answer.runner_up" : "answer.best_frame",
                       {view.words("answer.frame_of", {other.programme_label, other.label}),
                        other.verdict_word, other.total.text}),
            support_style(view.frame));
}

void build_missing(PageView& view, const app::FrameAnswer& shown, std::string_view id_of,
                   std::size_t most) {
  if (shown.missing.empty()) return;
  Frame& frame = view.frame;
  const std::string id(id_of);
  paragraph(frame, id + ".title",
            view.words("answer.missing", {std::to_string(shown.missing.size())}),
            {.weight = Weight::bold});
  const Container list(frame, Role::list, id);
  for (std::size_t i = 0; i < shown.missing.size() && i < most; ++i) {
    const app::FieldLink& field = shown.missing[i];
    const Container item(frame, Role::list_item, id + "." + field.key + ".item");
    field_link(view, id + "." + field.key, field.label, field.key);
    frame.gap(0.15f);
  }
}

void build_answer(PageView& view) {
  if (view.answer.empty()) return;
  Frame& frame = view.frame;
  const Theme& theme = frame.theme();
  const app::FrameAnswer& shown = view.answer.frames[view.answer.shown];
  paint::line({frame.cursor().x, frame.cursor().y},
              {frame.cursor().x + frame.cursor().width, frame.cursor().y}, theme.line);
  frame.gap(1.25f);
  const Section section(frame, answer_id, view.words("page.answer"));
  paragraph(frame, "result.frame",
            view.words("answer.frame_of", {shown.programme_label, shown.label}),
            {.weight = Weight::bold, .colour = theme.support});
  frame.gap(0.5f);
  badge(frame, "result.verdict", badge_of(shown.verdict), shown.verdict_word, 1.25f);
  frame.gap(0.5f);
  paragraph(frame, "result.headline", shown.headline);
  frame.gap(1);
  {
    const Box box(frame, {theme.panel, theme.line});
    paragraph(frame, "result.amounts_note", shown.amounts_note, support_style(frame));
    build_amounts(view, shown, "result.amounts", theme.figure);
    build_runner_up(view, "result.runner_up");
    frame.gap(0.5f);
    const auto line = [&](const char* id, const app::FigureText& figure) {
      label_value(frame, std::string("result.") + id, figure.label, figure.text);
      if (!figure.note.empty())
        paragraph(frame, std::string("result.") + id + ".note", figure.note, support_style(frame));
    };
    line("eligible", shown.eligible);
    line("advance", shown.advance);
    if (!shown.effective_rate.empty())
      label_value(frame, "result.rate", view.words("answer.effective_rate"), shown.effective_rate);
    if (!shown.own.note.empty())
      paragraph(frame, "result.own.note", shown.own.label + ": " + shown.own.note,
                support_style(frame));
  }
  if (!shown.missing.empty()) {
    frame.gap(1);
    build_missing(view, shown, "result.missing", 12);
  }
  frame.gap(0.5f);
  const app::PartAnswer nothing;
  build_part(view, "result.national", shown.national, nothing);
  build_part(view, "result.prefectural", shown.prefectural,
             view.printing ? shown.national : nothing);
  build_monthly_chart(view);
  build_plan_chart(view);
  build_outlook(view, shown);
  build_amount_chart(view);
  const auto passage = [&](const char* id, const char* title, const std::string& text) {
    if (text.empty()) return;
    frame.gap(1);
    heading(frame, std::string("result.") + id, 3, view.words(title));
    paragraph(frame, std::string("result.") + id + ".text", text);
  };
  passage("demands", "answer.demands", shown.demands);
  passage("risk", "answer.risk", shown.risk);
  if (!shown.beside_normal.empty()) paragraph(frame, "result.beside_normal", shown.beside_normal);
  if (!shown.cautions.empty()) {
    frame.gap(1);
    heading(frame, "result.cautions", 3, view.words("answer.cautions"));
    const Container list(frame, Role::list, "result.cautions.list");
    for (std::size_t i = 0; i < shown.cautions.size(); ++i)
      list_item(frame, "result.caution." + std::to_string(i), shown.cautions[i].text);
  }
  build_comparison(view);
}

}  // namespace uwanose::ui
