#include "ui/pages/main_page.h"

#include <cmath>
#include <utility>

#include "ui/pages/parts.h"

namespace uwanose::ui {

MainPage::MainPage(app::State& state, std::vector<Sample> samples, std::string version)
    : state_(state), samples_(std::move(samples)), version_(std::move(version)) {}

const Theme& MainPage::theme() const { return state_.seminar ? seminar_theme() : calm_theme(); }

std::string_view MainPage::text(std::string_view key) const { return state_.words()(key); }

void MainPage::refresh() {
  if (made_for_ == state_.revision) return;
  made_for_ = state_.revision;
  form_ = app::make_form(state_);
  answer_ = app::make_answer(state_);
  chart_ = app::make_monthly_chart(state_);
  proposal_.reset();
  if (state_.import) proposal_ = app::make_proposal(state_);
}

void MainPage::act_on_keys(const Frame& frame) {
  for (const DomEvent& event : frame.events()) {
    if (event.kind != DomEvent::Kind::key) continue;
    if (event.value == "undo") app::undo(state_);
    if (event.value == "redo") app::redo(state_);
    if (event.value == "save") app::save_case(state_);
    if (event.value == "open") app::pick_file(state_);
    if (event.value == "seminar") app::set_seminar(state_, !state_.seminar);
  }
}

void MainPage::build(Frame& frame) {
  act_on_keys(frame);
  refresh();
  const app::Proposal* proposal = proposal_ ? &*proposal_ : nullptr;
  PageView view{frame,  state_,   state_.words(), form_,    answer_,
                chart_, proposal, samples_,       version_, plan_screen(frame)};
  frame.cursor() = {view.screen.main.x, frame.em(), view.screen.main.width};
  build_header(view);
  {
    const Container main(frame, Role::main, "main");
    build_messages(view);
    build_contents(view);
    build_form(view);
    build_answer(view);
    build_handoff(view);
    build_keep(view);
  }
  build_footer(view);
  const bool bar = view.screen.shape == Shape::phone;
  const float below = bar ? view.screen.answer.height : 0;
  frame.set_document_height(std::ceil(frame.cursor().y + below + 2 * frame.em()));
  build_pinned_answer(view);
}

}  // namespace uwanose::ui
