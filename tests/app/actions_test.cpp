// Undo, whole cases, files and how the page is shown.
#include "app/actions.h"

#include <doctest/doctest.h>

#include "app/page_state.h"

namespace uwanose::app {

namespace {

rules::Figure employees(const State& state) {
  const auto value = state.facts().scalar(*state.catalogue().find("applicant.employees"));
  if (!value) return std::nullopt;
  return static_cast<std::int64_t>(value->floor());
}

rules::Case with_employees(const State& state, std::int64_t count) {
  rules::Case facts;
  facts.set_scalar(*state.catalogue().find("applicant.employees"), core::Ratio(count));
  return facts;
}

OpenedCase opened(State& state) {
  return {"例.json", document_of(state, with_employees(state, 7), "{\"note\":1}"), {}};
}

std::string guards(State& state) {
  std::string said;
  for (const Effect& effect : take_effects(state)) {
    if (effect.kind == Effect::Kind::guard_unload) said += effect.on ? "on " : "off ";
  }
  return said;
}

}  // namespace

TEST_CASE("undo: back and forth through every change, to the field that it was about") {
  State state = page();
  type(
      state,
      {{"applicant.employees", "1"}, {"applicant.employees", "2"}, {"applicant.capital_yen", "3"}});
  take_effects(state);
  undo(state);
  CHECK(drained(state, Effect::Kind::focus) == "applicant.capital_yen");
  CHECK(employees(state) == 2);
  undo(state);
  CHECK(employees(state) == 1);
  undo(state);
  CHECK(employees(state) == std::nullopt);
  CHECK_FALSE(state.can_undo());
  undo(state);
  CHECK(employees(state) == std::nullopt);
  redo(state);
  redo(state);
  CHECK(employees(state) == 2);
  CHECK(state.can_redo());
  redo(state);
  CHECK_FALSE(state.can_redo());
  redo(state);
  CHECK(employees(state) == 2);
}

TEST_CASE("undo: a new change forgets what was undone") {
  State state = page();
  type(state, {{"applicant.employees", "1"}, {"applicant.employees", "2"}});
  undo(state);
  commit(state, "applicant.employees", "3");
  CHECK_FALSE(state.can_redo());
  undo(state);
  CHECK(employees(state) == 1);
}

TEST_CASE("undo: takes a faulty entry back and brings the fact back") {
  State state = page();
  type(state, {{"applicant.employees", "18"}, {"applicant.employees", "18x"}});
  undo(state);
  CHECK(employees(state) == 18);
  CHECK(state.document->entries.empty());
  redo(state);
  CHECK(employees(state) == std::nullopt);
  CHECK(state.document->entries.at("applicant.employees").text == "18x");
}

TEST_CASE("undo: of an added expense focuses the button, since its row is gone") {
  State state = page();
  add_expense(state);
  take_effects(state);
  undo(state);
  CHECK(drained(state, Effect::Kind::focus) == "expenses.add");
}

TEST_CASE("undo: has no limit") {
  State state = page();
  for (int i = 1; i <= 500; ++i) commit(state, "applicant.employees", std::to_string(i));
  for (int i = 0; i < 500; ++i) undo(state);
  CHECK(employees(state) == std::nullopt);
}

TEST_CASE("assessment: is anew after every change, undo and redo") {
  State state = firm();
  const auto verdict = [&] { return state.assessment.frames.at(0).verdict; };
  CHECK(verdict() == core::Verdict::met);
  commit(state, "applicant.deemed_large", "yes");
  CHECK(verdict() == core::Verdict::not_met);
  undo(state);
  CHECK(verdict() == core::Verdict::met);
  redo(state);
  CHECK(verdict() == core::Verdict::not_met);
}

TEST_CASE("unsaved: from the first change until saved; undoing back to the saved case counts") {
  State state = page();
  CHECK_FALSE(state.unsaved());
  commit(state, "applicant.employees", "1");
  CHECK(guards(state) == "on ");
  commit(state, "applicant.employees", "2");
  CHECK(guards(state) == "");
  save_case(state);
  CHECK_FALSE(state.unsaved());
  CHECK(guards(state) == "off ");
  undo(state);
  CHECK(state.unsaved());
  redo(state);
  CHECK_FALSE(state.unsaved());
  CHECK(guards(state) == "on off ");
}

TEST_CASE("save: asks for the file, and says what is not in it") {
  State state = page();
  commit(state, "applicant.employees", "1");
  save_case(state);
  CHECK(drained(state, Effect::Kind::save_case) == "uwanose-case.json");
  CHECK(state.notice == Message{"notice.saved", {}});
  commit(state, "applicant.employees", "x");
  save_case(state);
  CHECK(state.notice == Message{"notice.saved_without", {"1"}});
  take_effects(state);
  save_assessment(state);
  CHECK(drained(state, Effect::Kind::save_assessment) == "uwanose-assessment.json");
}

TEST_CASE("reset: asks, then clears, and can be undone") {
  State state = page();
  reset(state);  // of an empty page: nothing to lose
  CHECK_FALSE(state.pending.has_value());
  commit(state, "applicant.employees", "18");
  reset(state);
  REQUIRE(state.pending.has_value());
  CHECK(state.pending->question == Message{"confirm.reset", {}});
  CHECK(employees(state) == 18);
  confirm(state);
  CHECK_FALSE(state.pending.has_value());
  CHECK(employees(state) == std::nullopt);
  CHECK_FALSE(state.unsaved());
  CHECK(state.notice == Message{"notice.reset", {}});
  undo(state);
  CHECK(employees(state) == 18);
  CHECK(state.unsaved());
}

TEST_CASE("reset: a faulty entry alone is something to lose; saying no keeps everything") {
  State state = page();
  commit(state, "applicant.employees", "x");
  reset(state);
  REQUIRE(state.pending.has_value());
  cancel(state);
  CHECK_FALSE(state.pending.has_value());
  CHECK(state.document->entries.size() == 1);
  confirm(state);  // nothing is asked any more
  CHECK(state.document->entries.size() == 1);
}

TEST_CASE("sample: at once on an empty page, after a question where something is unsaved") {
  State state = page();
  load_sample(state, with_employees(state, 5));
  CHECK(employees(state) == 5);
  CHECK_FALSE(state.unsaved());
  load_sample(state, with_employees(state, 6));  // a sample over a sample
  CHECK(employees(state) == 6);
  commit(state, "applicant.employees", "18");
  load_sample(state, with_employees(state, 5));
  CHECK(employees(state) == 18);
  REQUIRE(state.pending.has_value());
  CHECK(state.pending->question.key == "confirm.sample");
  confirm(state);
  CHECK(employees(state) == 5);
  undo(state);
  CHECK(employees(state) == 18);
}

TEST_CASE("open: what a file says beyond the format stays with the case") {
  State state = page();
  open_case(state, opened(state));
  CHECK(employees(state) == 7);
  CHECK(state.document->extra == "{\"note\":1}");
  commit(state, "applicant.employees", "18");
  CHECK(state.document->extra == "{\"note\":1}");
}

TEST_CASE("open: rows of expenses get new ids; warnings are kept until dismissed") {
  State state = page();
  add_expense(state);
  save_case(state);
  rules::Case facts;
  facts.expenses.emplace(2);
  open_case(state, {"例.json",
                    document_of(state, facts),
                    {{"applicant.kidn", "warning.unknown_field", "unknown field", {}}}});
  accept_import(state);
  CHECK(state.document->rows == std::vector<RowId>{2, 3});
  CHECK(state.opened_file == "例.json");
  CHECK(state.file_warnings.size() == 1);
  dismiss_file_faults(state);
  CHECK(state.file_warnings.empty());
  CHECK(state.opened_file == "");
}

TEST_CASE("open: a file that is refused changes nothing and says why") {
  State state = page();
  commit(state, "applicant.employees", "18");
  take_effects(state);
  refuse_file(state, "例.json",
              {{"expenses[2].amount_yen", "fault.min", "must be 0 or more", {"0"}}});
  CHECK(employees(state) == 18);
  CHECK(drained(state, Effect::Kind::alert) ==
        "「例.json」は開けませんでした。入力はそのままです。");
  REQUIRE(state.file_faults.size() == 1);
  CHECK(state.words()(state.file_faults[0]) ==
        "expenses[2].amount_yen: 0以上でなければなりません。");
  dismiss_file_faults(state);
  CHECK(state.file_faults.empty());
}

TEST_CASE("requests: pick, print, copy and go to a field, in order, taken once") {
  State state = page();
  pick_file(state);
  print(state);
  copy(state, "20,000,000円");
  go_to_field(state, "applicant.kind");
  using Kind = Effect::Kind;
  CHECK(take_effects(state) == std::vector<Effect>{{Kind::pick_file, "", false},
                                                   {Kind::print, "", false},
                                                   {Kind::copy, "20,000,000円", false},
                                                   {Kind::focus, "applicant.kind", false}});
  CHECK(take_effects(state).empty());
}

TEST_CASE("display: language, view, mode and frame are no steps of the history") {
  State state = page({});
  set_language(state, Language::en);
  CHECK(drained(state, Effect::Kind::set_language) == "en");
  set_language(state, Language::en);
  CHECK(take_effects(state).empty());
  set_language(state, Language::ja);
  CHECK(drained(state, Effect::Kind::set_language) == "ja");
  set_view(state, View::text);
  CHECK(drained(state, Effect::Kind::set_view) == "text");
  set_view(state, View::canvas);
  CHECK(drained(state, Effect::Kind::set_view) == "canvas");
  set_mode(state, Mode::step);
  CHECK(state.mode == Mode::step);
  set_seminar(state, true);
  CHECK(state.seminar);
  choose_frame(state, "it.a");
  CHECK(state.chosen_frame == "it.a");
  CHECK(state.past.empty());
  CHECK_FALSE(state.unsaved());
}

TEST_CASE("revision: goes up with everything that a page shows") {
  State state = page();
  auto last = state.revision;
  const auto went_up = [&] { return state.revision > std::exchange(last, state.revision); };
  commit(state, "applicant.employees", "18");
  CHECK(went_up());
  set_language(state, Language::en);
  CHECK(went_up());
  reset(state);
  CHECK(went_up());
  cancel(state);
  CHECK(went_up());
  undo(state);
  CHECK(went_up());
  choose_frame(state, "saikouchiku.normal");
  CHECK(went_up());
}

}  // namespace uwanose::app
