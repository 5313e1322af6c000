#include "ui/pages/main_page.h"

#include <cmath>
#include <utility>

#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

// What print leaves out keeps its nodes, or typing and focus would be lost.
class ScreenOnly {
 public:
  explicit ScreenOnly(Frame& frame) : frame_(frame), outer_(frame.common_flags()) {
    frame.set_common_flags(outer_ | NodeFlag::screen_only);
  }
  ~ScreenOnly() { frame_.set_common_flags(outer_); }
  ScreenOnly(const ScreenOnly&) = delete;
  ScreenOnly& operator=(const ScreenOnly&) = delete;

 private:
  Frame& frame_;
  std::uint32_t outer_;
};

void build_report(PageView& view) {
  {
    const ScreenOnly screen(view.frame);
    build_header(view);
  }
  const Container main(view.frame, Role::main, "main");
  build_report_head(view);
  build_answer(view);
  build_report_inputs(view);
  build_checklist(view);
  build_share(view);
  const ScreenOnly screen(view.frame);
  build_messages(view);
  build_contents(view);
  build_form(view);
}

}  // namespace

MainPage::MainPage(app::State& state, std::vector<Sample> samples, std::string version)
    : state_(state), samples_(std::move(samples)), version_(std::move(version)) {}

const Theme& MainPage::theme() const {
  if (state_.seminar) return seminar_theme();
  return state_.strong ? strong_theme() : calm_theme();
}

std::string_view MainPage::text(std::string_view key) const { return state_.words()(key); }

void MainPage::refresh() {
  const bool tried = tried_for_ != state_.what_if_revision || made_for_ != state_.revision;
  tried_for_ = state_.what_if_revision;
  if (tried && !state_.what_if.empty()) what_if_ = app::make_what_if(state_);
  if (made_for_ == state_.revision) return;
  made_for_ = state_.revision;
  form_ = app::make_form(state_, std::move(form_));
  if (state_.mode == app::Mode::step) flow_ = app::make_flow_page(state_, form_);
  answer_ = app::make_answer(state_);
  charts_ = {app::make_monthly_chart(state_), app::make_plan_chart(state_),
             app::make_amount_chart(state_, answer_)};
  comparison_ = comparer_.compare(state_);
  checklist_ = app::make_checklist(app::subject_of(state_));
  proposal_.reset();
  if (state_.import) proposal_ = app::make_proposal(state_);
}

bool MainPage::is_behind() const {
  return made_for_ != state_.revision || tried_for_ != state_.what_if_revision;
}

// Keys of one letter: they can be switched off.
void MainPage::act_on_letter(const std::string& name) {
  if (!state_.letters) return;
  if (name == "help") app::show_help(state_, !state_.help);
  if (state_.help || state_.pending) return;
  if (name == "seminar") app::set_seminar(state_, !state_.seminar);
  if (!state_.seminar) return;
  if (name == "next") app::reveal_next(state_);
  if (name == "back") app::reveal_back(state_);
  constexpr std::string_view sample = "sample.";
  if (!name.starts_with(sample)) return;
  const auto index = static_cast<std::size_t>(name.back() - '1');
  if (index < samples_.size()) present_sample(state_, samples_[index]);
}

void MainPage::act_on_keys(Frame& frame) {
  for (const DomEvent& event : frame.events()) {
    if (event.kind != DomEvent::Kind::key) continue;
    if (event.value == "print.begin") printing_ = true;
    if (event.value == "print.end") printing_ = false;
    if (event.value == "escape") {
      if (state_.help) app::show_help(state_, false);
      if (state_.pending) app::cancel(state_);
    }
    if (!state_.help && !state_.pending) {
      if (event.value == "undo") app::undo(state_);
      if (event.value == "redo") app::redo(state_);
    }
    act_on_letter(event.value);
  }
}

void MainPage::build(Frame& frame) {
  act_on_keys(frame);
  refresh();
  const app::Proposal* proposal = proposal_ ? &*proposal_ : nullptr;
  PageView view{frame,    state_,   state_.words(),     form_,       flow_,
                answer_,  charts_,  proposal,           comparison_, what_if_,
                samples_, version_, plan_screen(frame), checklist_,  printing_};
  frame.cursor() = {view.screen.main.x, frame.em(), view.screen.main.width};
  if (printing_) {
    build_report(view);
  } else {
    build_header(view);
    const Container main(frame, Role::main, "main");
    build_help(view);
    build_embedding(view);
    build_messages(view);
    build_presenter(view);
    build_mode_switch(view);
    if (state_.mode == app::Mode::step) {
      build_step_view(view);
      build_contents(view);  // of what follows
    } else {
      build_contents(view);
      build_form(view);
    }
    // What would tell the answer waits until it is shown.
    if (state_.covered()) {
      build_covered_answer(view);
    } else {
      build_answer(view);
      build_scenarios(view);
      build_checklist(view);
      build_handoff(view);
      build_share(view);
    }
    build_keep(view);
  }
  build_footer(view);
  const bool bar = view.screen.shape == Shape::phone;
  const float below = bar ? view.screen.answer.height : 0;
  frame.set_document_height(std::ceil(frame.cursor().y + below + 2 * frame.em()));
  build_pinned_answer(view);
}

}  // namespace uwanose::ui
