#include <utility>

#include "app/actions.h"
#include "app/answer.h"
#include "app/change.h"

namespace uwanose::app {
namespace {

std::string figure(const FigureText& amount) { return amount.label + " " + amount.text; }

// What the last step has shown, for those who do not see it.
std::string said(const State& state) {
  const Answer answer = make_answer(state);
  if (answer.empty()) return {};
  const FrameAnswer& shown = answer.frames[answer.shown];
  switch (state.reveal) {
    case Reveal::nothing: return {};
    case Reveal::verdict: return shown.verdict_word;
    case Reveal::nation: return figure(shown.national.amount);
    case Reveal::prefecture:
      return shown.prefectural.exists ? figure(shown.prefectural.amount)
                                      : std::string(state.words()("answer.no_top_up"));
    case Reveal::reasons: return shown.headline;
  }
  return {};
}

void reveal(State& state, Reveal next) {
  if (next == state.reveal) return;
  state.reveal = next;
  ++state.revision;
  const std::string text = said(state);
  if (!text.empty()) ask_for(state, Effect::Kind::announce, text);
}

}  // namespace

void set_seminar(State& state, bool on) {
  state.seminar = on;
  ++state.revision;
  if (on) return;
  state.reveal = Reveal::reasons;
  if (!state.aside) return;
  Aside own = *std::exchange(state.aside, std::nullopt);
  state.past = std::move(own.past);
  state.future = std::move(own.future);
  state.chosen_frame = std::move(own.chosen_frame);
  state.notice = {"notice.put_back", {}};
  show(state, std::move(own.document), true);
  state.saved = std::move(own.saved);
  ask_for(state, Effect::Kind::guard_unload, {}, state.unsaved());
}

void reveal_next(State& state) {
  if (state.covered())
    reveal(state, static_cast<Reveal>(static_cast<std::uint8_t>(state.reveal) + 1));
}

// Only before a room: alone nobody wants less.
void reveal_back(State& state) {
  if (state.seminar && state.reveal != Reveal::nothing)
    reveal(state, static_cast<Reveal>(static_cast<std::uint8_t>(state.reveal) - 1));
}

void reveal_all(State& state) { reveal(state, Reveal::reasons); }

}  // namespace uwanose::app
