#include "app/flow.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "app/change.h"
#include "app/doubts.h"
#include "app/facts.h"
#include "app/missing.h"
#include "app/relevance.h"
#include "app/support_money.h"

namespace uwanose::app {

namespace {

using rules::FactRef;

// Of questions that settle alike: sales of all years before any value added.
auto place_of(const FactRef& ref) {
  const bool monthly = ref.kind == FactRef::Kind::monthly;
  return std::tuple(ref.kind, monthly ? ref.b : 0, ref.a, ref.b);
}

bool has_fault(const State& state) {
  const auto& entries = state.document->entries;
  return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
    return question_of(entry.first) == state.flow.current;
  });
}

void show_question(State& state, std::string question) {
  FlowPosition& flow = state.flow;
  if (question != flow.current) {
    flow.trail.push_back(std::exchange(flow.current, std::move(question)));
  }
  flow.complaining = false;
  ++state.revision;
}

void pass(State& state) {
  FlowPosition& flow = state.flow;
  flow.doubted.clear();
  if (flow.current != flow_start && flow.current != flow_check) flow.passed.insert(flow.current);
  std::string next(flow_check);
  for (const OpenQuestion& open : open_questions(state)) {
    if (flow.passed.count(open.id) > 0) continue;
    next = open.id;
    break;
  }
  show_question(state, std::move(next));
  focus(state, std::string(flow_heading_id));
}

}  // namespace

std::string doubt_id(std::string_view key) { return std::string(key) + ".doubt"; }

std::string question_of(std::string_view key) {
  for (const std::string_view table : {"plan.base", "plan.yearly", "wages", "expenses"}) {
    if (!key.starts_with(table) || key.substr(table.size(), 1) != ".") continue;
    return std::string(key.substr(0, key.find('.')));
  }
  constexpr std::string_view monthly = "monthly.";
  constexpr std::size_t month_length = 7;  // 2021-01
  if (key.starts_with(monthly) && key != support_key &&
      key.size() > monthly.size() + month_length) {
    const std::string_view year = key.substr(monthly.size(), 4);
    return std::string(monthly).append(last_part(key)).append(".").append(year);
  }
  return std::string(key);
}

std::vector<const rules::FrameResult*> asking_frames(const State& state) {
  std::vector<const rules::FrameResult*> frames;
  for (const rules::FrameResult& frame : state.assessment.frames) {
    const bool settled = frame.verdict == core::Verdict::not_met && !state.flow.thorough;
    if (!settled && is_shown(state.flow.interests, frame.frame->id)) frames.push_back(&frame);
  }
  return frames;
}

std::vector<OpenQuestion> open_questions(const State& state) {
  std::vector<MissingFact> facts = missing_facts(*state.rules, asking_frames(state));
  std::stable_sort(facts.begin(), facts.end(), [](const MissingFact& a, const MissingFact& b) {
    return a.settles != b.settles ? a.settles > b.settles : place_of(a.ref) < place_of(b.ref);
  });
  std::vector<OpenQuestion> open;
  bool ask_support = support_of(state.facts()).empty();
  for (const MissingFact& fact : facts) {
    std::string id =
        question_of(field_of(fact.ref, state.facts(), state.document->rows, state.catalogue()));
    const auto same = [&](const OpenQuestion& other) { return other.id == id; };
    if (std::any_of(open.begin(), open.end(), same)) continue;
    // Before the first sales that are entered.
    if (ask_support && id.starts_with("monthly.sales_yen.")) {
      open.push_back({std::string(support_key), fact.settles});
      ask_support = false;
    }
    open.push_back({std::move(id), fact.settles});
  }
  return open;
}

void go_on(State& state) {
  FlowPosition& flow = state.flow;
  if (has_fault(state)) {
    flow.complaining = true;
    ++state.revision;
    return focus(state, std::string(fault_summary_id));
  }
  // Shown once: who goes on again means what was entered.
  if (flow.doubted != flow.current) {
    for (const Doubt& doubt : find_doubts(state)) {
      if (question_of(doubt.key) != flow.current) continue;
      flow.doubted = flow.current;
      ++state.revision;
      return focus(state, doubt_id(doubt.key));
    }
  }
  pass(state);
}

void go_back(State& state) {
  FlowPosition& flow = state.flow;
  if (flow.trail.empty()) return;
  flow.current = std::move(flow.trail.back());
  flow.trail.pop_back();
  flow.complaining = false;
  ++state.revision;
  focus(state, std::string(flow_heading_id));
}

void leave_open(State& state) {
  const std::string question = state.flow.current;
  const rules::Catalogue& catalogue = state.catalogue();
  Document next = *state.document;
  const std::size_t faulty = std::erase_if(
      next.entries, [&](const auto& entry) { return question_of(entry.first) == question; });
  bool changed = faulty > 0;
  if (question == support_key && support_of(next.facts) != "unknown") {
    write_support(next.facts, "unknown");
    changed = true;
  }
  const auto key = parse_key(question, catalogue);
  if (key && read_fact(next, *key, catalogue)) {
    write_fact(next, *key, std::nullopt, catalogue);
    changed = true;
  }
  if (changed) change(state, std::move(next), question);
  pass(state);
}

void visit(State& state, std::string_view question) {
  show_question(state, std::string(question));
  focus(state, std::string(flow_heading_id));
}

void show_field(State& state, std::string_view key) {
  if (state.mode != Mode::step) return;
  const std::string question = question_of(key);
  const bool asked =
      question == "expenses" || key == support_key || parse_key(key, state.catalogue()).has_value();
  if (asked) show_question(state, question);
}

void set_interest(State& state, const std::vector<std::string>& frame_ids, bool on) {
  // Kept in the order of the assessment, so that the same choice is the same list.
  std::vector<std::string> chosen;
  for (const rules::FrameResult& frame : state.assessment.frames) {
    const std::string& id = frame.frame->id;
    const auto in = [&](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    if (in(frame_ids) ? on : in(state.flow.interests)) chosen.push_back(id);
  }
  state.flow.interests = std::move(chosen);
  ++state.revision;
}

void ask_for_everything(State& state) {
  state.flow.thorough = true;
  pass(state);
}

void restart(State& state) {
  std::vector<std::string> interests = std::move(state.flow.interests);
  state.flow = {};
  state.flow.interests = std::move(interests);
  if (!is_empty(*state.document)) state.flow.current = flow_check;
}

}  // namespace uwanose::app
