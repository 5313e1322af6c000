#include <doctest/doctest.h>

#include <algorithm>

#include "app/facts.h"
#include "app/page_state.h"

namespace uwanose::app {
namespace {

rules::Case sample() {
  State other = firm();
  return other.facts();
}

bool asks(State& state, Effect::Kind kind) {
  const auto effects = take_effects(state);
  return std::any_of(effects.begin(), effects.end(),
                     [&](const Effect& effect) { return effect.kind == kind; });
}

}  // namespace

TEST_CASE("seminar: a sample takes the place of one's own work without a question, covered") {
  State state = page();
  commit(state, "applicant.employees", "5");
  set_seminar(state, true);
  CHECK_FALSE(state.covered());
  take_effects(state);
  load_sample(state, sample());
  CHECK_FALSE(state.pending);
  CHECK(state.reveal == Reveal::nothing);
  CHECK(state.facts().expenses->size() == 1);
  // Nobody is told the answer before it is shown, and one's own work is still guarded.
  CHECK_FALSE(asks(state, Effect::Kind::announce));
  CHECK(state.unsaved());
}

TEST_CASE("seminar: one part of the answer more at each step, said as it is shown, and back") {
  State state = page();
  set_seminar(state, true);
  load_sample(state, sample());
  take_effects(state);
  reveal_next(state);
  CHECK(state.reveal == Reveal::verdict);
  CHECK(drained(state, Effect::Kind::announce) == "要件を満たす見込み");
  reveal_next(state);
  CHECK(drained(state, Effect::Kind::announce) == "国の補助 20,000,000円");
  reveal_next(state);
  CHECK(drained(state, Effect::Kind::announce) == "県の上乗せ 4,000,000円");
  CHECK(state.covered());
  reveal_next(state);
  CHECK(state.reveal == Reveal::reasons);
  CHECK_FALSE(state.covered());
  take_effects(state);
  reveal_next(state);
  CHECK(take_effects(state).empty());
  reveal_back(state);
  CHECK(state.reveal == Reveal::prefecture);
  for (int i = 0; i < 5; ++i) reveal_back(state);
  CHECK(state.reveal == Reveal::nothing);
  reveal_all(state);
  CHECK(state.reveal == Reveal::reasons);
}

TEST_CASE("seminar: nothing of it is kept: one's own work, history and guard come back") {
  State state = page();
  commit(state, "applicant.employees", "5");
  const DocumentRef own = state.document;
  set_seminar(state, true);
  load_sample(state, sample());
  choose_frame(state, "saikouchiku.normal");
  commit(state, "applicant.employees", "99");
  load_sample(state, sample());
  CHECK_FALSE(state.pending);
  set_seminar(state, false);
  CHECK(state.document == own);
  CHECK(state.chosen_frame.empty());
  CHECK(state.notice.key == "notice.put_back");
  CHECK(state.reveal == Reveal::reasons);
  CHECK(state.unsaved());
  const auto effects = take_effects(state);
  CHECK(std::find(effects.rbegin(), effects.rend(), Effect{Effect::Kind::guard_unload, "", true}) !=
        effects.rend());
  undo(state);
  CHECK(is_empty(*state.document));
}

TEST_CASE("seminar: without a sample the large type changes nothing, and nobody covers alone") {
  State state = page();
  commit(state, "applicant.employees", "5");
  const DocumentRef own = state.document;
  reveal_back(state);
  CHECK(state.reveal == Reveal::reasons);
  set_seminar(state, true);
  set_seminar(state, false);
  CHECK(state.document == own);
  CHECK(state.notice.empty());
}

TEST_CASE("seminar: outside of it a sample asks where something unsaved would be lost") {
  State state = page();
  commit(state, "applicant.employees", "5");
  load_sample(state, sample());
  CHECK(state.pending);
  CHECK(state.reveal == Reveal::reasons);
}

}  // namespace uwanose::app
