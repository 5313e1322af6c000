#include <algorithm>
#include <cmath>
#include <string>

#include "app/flow.h"
#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

void samples(PageView& view) {
  Frame& frame = view.frame;
  if (!disclosure(frame, "tool.samples", view.words("button.sample"))) return;
  frame.gap(0.4f);
  Flow flow(frame, 0.6f);
  std::size_t index = 0;
  for (const Sample& sample : view.samples) {
    const std::string id = "tool.sample." + std::to_string(index++);
    if (button_in(frame, flow, {.id = id, .label = sample.label.in(view.state.language)}))
      app::load_sample(view.state, sample.facts());
  }
}

void tools(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  const auto pressed = [&](Flow& flow, const char* id, std::string_view label,
                           ButtonLook look = ButtonLook::secondary, bool disabled = false) {
    return button_in(frame, flow, {.id = id, .label = label, .look = look, .disabled = disabled});
  };
  const app::Words& words = view.words;
  {
    Flow flow(frame, 0.6f);
    const bool one = view.samples.size() == 1;
    if (one && pressed(flow, "tool.sample.0", words("button.sample")))
      app::load_sample(state, view.samples.front().facts());
    if (pressed(flow, "tool.open", words("button.open"))) app::pick_file(state);
    if (pressed(flow, "tool.save", words("button.save"))) app::save_case(state);
    if (pressed(flow, "tool.export", words("button.export"))) app::save_assessment(state);
    if (pressed(flow, "tool.print", words("button.print"))) app::print(state);
  }
  frame.gap(0.4f);
  if (view.samples.size() > 1 && !state.seminar) samples(view);
  frame.gap(0.4f);
  Flow flow(frame, 0.3f);
  const auto quiet = ButtonLook::quiet;
  if (pressed(flow, "tool.undo", words("button.undo"), quiet, !state.can_undo())) app::undo(state);
  if (pressed(flow, "tool.redo", words("button.redo"), quiet, !state.can_redo())) app::redo(state);
  const bool painted = state.view == app::View::canvas;
  if (pressed(flow, "tool.view", words(painted ? "button.view_text" : "button.view_canvas"), quiet))
    app::set_view(state, painted ? app::View::text : app::View::canvas);
  if (pressed(flow, "tool.seminar",
              words(state.seminar ? "button.seminar_off" : "button.seminar_on"), quiet))
    app::set_seminar(state, !state.seminar);
  if (pressed(flow, "tool.help", words("button.help"), quiet)) app::show_help(state, true);
  const bool japanese = state.language == app::Language::ja;
  if (pressed(flow, "tool.language", words("button.english"), quiet))
    app::set_language(state, japanese ? app::Language::en : app::Language::ja);
  if (pressed(flow, "tool.reset", words("button.reset"), quiet)) app::reset(state);
}

// In the list every fault; a question shows its own once one wanted to go on.
bool summarised(const app::State& state, std::string_view key) {
  if (state.mode == app::Mode::list || state.flow.current == app::flow_check) return true;
  return state.flow.complaining && app::question_of(key) == state.flow.current;
}

}  // namespace

void build_header(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  {
    Flow flow(frame, 1.5f);
    const TextStyle style = support_style(frame);
    const auto skip = [&](std::string_view id, std::string_view text, std::string_view target) {
      const float width = paint::text_width(text, {style.size * frame.em(), style.weight}) + 2;
      const float line = std::round(frame.line(style.size * frame.em()));
      const Rect place = flow.next(std::ceil(width), std::max(28.0f, line));
      const Cursor outer = frame.cursor();
      frame.cursor() = {place.x, place.y, place.width};
      link(frame, id, text, target, style);
      frame.cursor() = outer;
    };
    skip("skip.form", words("page.skip_to_form"), form_id);
    skip("skip.answer", words("page.skip_to_answer"), answer_id);
  }
  frame.gap(0.4f);
  const Cursor top = frame.cursor();
  frame.open(Role::section, "introduction").labelled_by = "title";
  heading(frame, "title", 1, words("page.title"));
  // Before a room somebody introduces it.
  if (!view.state.seminar) {
    paragraph(frame, "subtitle", words("page.subtitle"),
              {.weight = Weight::bold, .colour = frame.theme().support});
    frame.gap(0.5f);
    paragraph(frame, "lead", words("page.lead"));
    paragraph(frame, "private", words("page.private"), support_style(frame));
  }
  frame.close({top.x, top.y, top.width, frame.cursor().y - top.y});
  frame.gap(1);

  const Cursor start = frame.cursor();
  frame.open(Role::section, "tools", words("page.tools")).flags |= NodeFlag::screen_only;
  // On a phone the tools stand behind one button.
  if (view.screen.shape == Shape::wide) {
    tools(view);
  } else if (disclosure(frame, "tools.open", words("page.tools"))) {
    frame.gap(0.5f);
    tools(view);
  }
  frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
  frame.gap(1.25f);
}

void build_messages(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  const app::Words& words = view.words;
  for (std::size_t i = 0; i < view.answer.packs.size(); ++i) {
    const app::PackNote& pack = view.answer.packs[i];
    if (pack.closed.empty()) continue;
    notice(frame, "closed." + std::to_string(i), Notice::caution,
           words("pack.closed_of", {pack.title}), pack.closed);
    frame.gap(1);
  }
  if (state.pending) {
    const Answer said = confirmation(frame, "pending", words(state.pending->question),
                                     words(state.pending->yes), words("confirm.no"));
    if (said == Answer::yes) app::confirm(state);
    if (said == Answer::no) app::cancel(state);
    if (said != Answer::none) frame.want_focus("title");
    frame.gap(1);
  } else {
    frame.interaction().asked.erase("pending");
  }
  build_import(view);
  if (!state.notice.empty()) {
    notice(frame, "notice", Notice::information, "", words(state.notice));
    frame.gap(1);
  }
  if (!state.opened_file.empty()) {
    const bool refused = !state.file_faults.empty();
    {
      const Box box(frame, {refused ? frame.theme().error_soft : frame.theme().unknown_soft,
                            refused ? frame.theme().error : frame.theme().unknown, 1, 6});
      paragraph(frame, "file", words(refused ? "file.refused" : "file.warned", {state.opened_file}),
                {.weight = Weight::bold});
      {
        const Container list(frame, Role::list, "file.faults");
        std::size_t index = 0;
        for (const core::Fault& fault : refused ? state.file_faults : state.file_warnings)
          list_item(frame, "file.fault." + std::to_string(index++), words(fault));
      }
      frame.gap(0.5f);
      if (button(frame, {.id = "file.dismiss", .label = words("file.dismiss")}))
        app::dismiss_file_faults(state);
    }
    frame.gap(1);
  }
  std::vector<Fault> faults;
  for (const app::FieldError& error : view.form.errors)
    if (summarised(state, error.key))
      faults.push_back({error.key, words("form.error_of", {error.label, error.error}),
                        std::string(field_target(view, error.key))});
  if (!faults.empty()) {
    const std::string title = words("form.errors", {std::to_string(faults.size())});
    if (const Fault* fault = error_summary(frame, app::fault_summary_id, title, faults))
      app::go_to_field(state, fault->field);
    frame.gap(1);
  }
}

void build_contents(PageView& view) {
  Frame& frame = view.frame;
  const Cursor start = frame.cursor();
  frame.open(Role::navigation, "contents", view.words("page.contents")).flags |=
      NodeFlag::screen_only;
  {
    Grid grid(frame, 17, 0.75f, 3);
    const auto entry = [&](const std::string& id, std::string_view text, std::string_view target) {
      grid.next();
      link(frame, "contents." + id, text, target);
    };
    for (const app::FormSection& section : view.form.sections) {
      // Of the list alone; but print and text view hold the form in either mode.
      if (view.state.mode == app::Mode::step && !view.printing) break;
      entry(section.id,
            section.needed > 0 ? view.words("page.contents_needed",
                                            {section.label, std::to_string(section.needed)})
                               : section.label,
            "section." + section.id + ".heading");
    }
    entry("answer", view.words("page.answer"), answer_id);
    // Nor what would tell a covered answer; and a report has no buttons.
    const bool told = !view.state.covered();
    const bool screen = !view.printing;
    if (told && screen) entry("scenarios", view.words("scenarios.title"), "scenarios.heading");
    if (told && !view.checklist.empty())
      entry("prepare", view.words("prepare.title"), "prepare.heading");
    if (told && screen) {
      entry("handoff", view.words("handoff.title"), handoff_id);
      entry("share", view.words("page.share"), "share.heading");
    }
    if (screen) entry("keep", view.words("keep.title"), "keep.heading");
  }
  frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
  frame.gap(1.5f);
}

void build_footer(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  frame.gap(3);
  const TextStyle small = support_style(frame);
  paint::line({frame.cursor().x, frame.cursor().y},
              {frame.cursor().x + frame.cursor().width, frame.cursor().y}, frame.theme().line);
  frame.gap(1);
  const Section section(frame, "about", words("page.foot"));
  paragraph(frame, "about.promise", words("page.no_promise"));
  frame.gap(0.75f);
  // A report begins with them.
  const bool rules = !view.printing;
  if (rules) heading(frame, "about.rules", 3, words("page.rules"));
  std::size_t index = 0;
  for (const app::PackNote& pack : view.answer.packs) {
    const std::string id = "about.pack." + std::to_string(index++);
    if (rules) {
      paragraph(frame, id, pack.title + "　" + pack.version, small);
      if (!pack.closed.empty()) paragraph(frame, id + ".closed", pack.closed, small);
    }
    if (pack.left_out.empty()) continue;
    const auto left_out = [&] {
      const Container list(frame, Role::list, id + ".left_out.list");
      std::size_t line = 0;
      for (const std::string& text : pack.left_out)
        list_item(frame, id + ".left_out." + std::to_string(line++), text, small);
    };
    if (disclosure(frame, id + ".left_out", words("page.left_out"))) {
      left_out();
    } else {
      const PrintOnly print(frame);
      left_out();
    }
  }
  frame.gap(0.75f);
  build_statement(view);
  frame.gap(0.75f);
  paragraph(frame, "about.version", words("page.version", {std::string(view.version)}), small);
}

}  // namespace uwanose::ui
