#include "app/what_if.h"

#include <algorithm>
#include <utility>

#include "app/amount_chart.h"
#include "app/best_frame.h"
#include "app/change.h"
#include "app/entry.h"
#include "app/figures.h"
#include "app/requirement_text.h"
#include "core/yen.h"

namespace uwanose::app {

namespace {

constexpr int most_places = 200;
constexpr std::string_view employees_id = "applicant.employees";

using rules::Amount;

// In proportion, so that they sum up to `total`.
void scale(std::vector<rules::Expense>& expenses, std::int64_t sum, std::int64_t total) {
  std::int64_t left = total;
  rules::Expense* largest = nullptr;
  for (rules::Expense& expense : expenses) {
    if (largest == nullptr || *expense.amount_yen > *largest->amount_yen) largest = &expense;
  }
  for (rules::Expense& expense : expenses) {
    const core::Int128 share = core::Int128(*expense.amount_yen) * total / sum;
    left -= static_cast<std::int64_t>(share);
  }
  for (rules::Expense& expense : expenses) {
    const core::Int128 share = core::Int128(*expense.amount_yen) * total / sum;
    expense.amount_yen = static_cast<std::int64_t>(share) + (&expense == largest ? left : 0);
  }
}

void changed(State& state) { ++state.what_if_revision; }

void enter(State& state, std::string_view fact, std::string_view typed,
           std::optional<std::int64_t>& value, Entry& entry) {
  const auto index = state.catalogue().find(fact);
  if (!index) return;
  Judged judged = judge(state.catalogue()[*index], state.catalogue(), typed);
  value = judged.value ? std::optional(static_cast<std::int64_t>(judged.value->number.floor()))
                       : std::nullopt;
  entry = std::move(judged.entry);
  changed(state);
}

std::string difference(const Words& words, const Amount& now, const Amount& then) {
  if (!now.known() || !then.known()) return {};
  const std::int64_t by = then.min_yen - now.min_yen;
  if (by == 0) return std::string(words("what_if.same"));
  return words(by > 0 ? "what_if.more" : "what_if.less", {yen_text(words, by > 0 ? by : -by)});
}

Amount prefectural(const rules::FrameResult& frame) {
  return frame.prefectural ? frame.prefectural->yen : Amount{0, 0};
}

}  // namespace

std::int64_t SliderScale::at(int place) const {
  return static_cast<std::int64_t>(core::Int128(end) * place / places);
}

int SliderScale::place_of(std::int64_t value) const {
  const core::Int128 place = core::Int128(std::clamp<std::int64_t>(value, 0, end)) * places / end;
  return static_cast<int>(place);
}

std::optional<std::int64_t> stated_expense(const rules::Case& facts) {
  if (!facts.expenses) return std::nullopt;
  std::int64_t sum = 0;
  for (const rules::Expense& expense : *facts.expenses) {
    if (!expense.amount_yen) return std::nullopt;
    sum += *expense.amount_yen;
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<std::int64_t> stated_employees(const State& state) {
  const auto fact = state.catalogue().find(employees_id);
  const auto value = fact ? state.facts().scalar(*fact) : std::nullopt;
  return value ? std::optional(static_cast<std::int64_t>(value->floor())) : std::nullopt;
}

SliderScale expense_scale(const State& state, std::int64_t least_end) {
  const std::int64_t stated = stated_expense(state.facts()).value_or(0);
  const std::int64_t tried = state.what_if.expense_yen.value_or(0);
  return {std::max(least_end, axis_end(std::max({stated, tried, std::int64_t{1}}))), most_places};
}

SliderScale employees_scale(const State& state) {
  const std::int64_t stated = stated_employees(state).value_or(0);
  const std::int64_t tried = state.what_if.employees.value_or(0);
  const std::int64_t end = axis_end(std::max({2 * stated, tried, std::int64_t{60}}));
  return {end, static_cast<int>(std::min<std::int64_t>(end, most_places))};
}

void try_expense(State& state, std::int64_t yen) {
  state.what_if.expense_yen = std::clamp<std::int64_t>(yen, 0, core::max_stated_yen);
  state.what_if.expense_entry = {};
  changed(state);
}

void try_employees(State& state, std::int64_t employees) {
  state.what_if.employees = std::max<std::int64_t>(employees, 0);
  state.what_if.employees_entry = {};
  changed(state);
}

void enter_expense(State& state, std::string_view typed) {
  enter(state, "expenses.amount_yen", typed, state.what_if.expense_yen,
        state.what_if.expense_entry);
}

void enter_employees(State& state, std::string_view typed) {
  enter(state, employees_id, typed, state.what_if.employees, state.what_if.employees_entry);
}

void stop_trying(State& state) {
  state.what_if = {};
  changed(state);
  // The button that was pressed is gone.
  focus(state, stated_expense(state.facts()) ? "what_if.expense" : "what_if.employees");
}

rules::Case tried_case(const State& state) {
  rules::Case facts = state.facts();
  const auto sum = stated_expense(facts);
  if (state.what_if.expense_yen && sum) scale(*facts.expenses, *sum, *state.what_if.expense_yen);
  const auto fact = state.catalogue().find(employees_id);
  if (state.what_if.employees && fact) {
    facts.set_scalar(*fact, core::Ratio(*state.what_if.employees));
  }
  return facts;
}

void take_over_what_if(State& state) {
  if (state.what_if.empty()) return;
  Document next = *state.document;
  next.facts = tried_case(state);
  if (state.what_if.employees) next.entries.erase(std::string(employees_id));
  change(state, std::move(next), "what_if.expense.number");
  state.notice = {"notice.what_if", {}};
  stop_trying(state);
}

WhatIfAnswer make_what_if(const State& state) {
  const Words words = state.words();
  WhatIfAnswer answer;
  const rules::Assessment then =
      rules::assess(*state.rules, tried_case(state), state.frames, rules::Detail::live);
  const auto now_shown = shown_frame(state.assessment, state.chosen_frame, state.flow.interests);
  const auto then_shown = shown_frame(then, state.chosen_frame, state.flow.interests);
  if (!now_shown || !then_shown) return answer;
  const rules::FrameResult& was = state.assessment.frames[*now_shown];
  const rules::FrameResult& is = then.frames[*then_shown];
  answer.verdict = is.verdict;
  answer.verdict_word = frame_verdict_word(words, is.verdict);
  answer.frame =
      words("answer.frame_of", {words(is.frame->programme_label), words(is.frame->label)});
  const auto line = [&](const char* label, const Amount& before, const Amount& after) {
    answer.lines.push_back({std::string(words(label)), amount_text(words, before),
                            amount_text(words, after), difference(words, before, after)});
  };
  line("answer.national", was.national.yen, is.national.yen);
  line("answer.prefectural", prefectural(was), prefectural(is));
  line("answer.total", was.total, is.total);
  line("answer.own", was.own, is.own);
  return answer;
}

}  // namespace uwanose::app
