#include "app/answer.h"

#include <algorithm>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/requirement_text.h"
#include "core/number_format.h"
#include "core/yen.h"
#include "rules/explanation.h"

namespace uwanose::app {

namespace {

using core::Verdict;
using rules::Amount;

FigureText figure(const Words& words, std::string_view label, const Amount& amount,
                  std::string_view note = {}) {
  FigureText made;
  made.label = words(label);
  made.text = amount_text(words, amount);
  made.note = note;
  if (amount.known()) {
    made.yen = amount.min_yen;
    made.readback = yen_readback(words, amount.min_yen);
  }
  return made;
}

// Everything is paid first, and the grant comes after; consumption tax is on top.
Amount to_advance(const rules::Case& facts) {
  if (!facts.expenses) return {0, std::nullopt};
  Amount sum;
  for (const rules::Expense& expense : *facts.expenses) {
    const auto more =
        core::checked_add(core::Yen{sum.min_yen}, core::Yen{expense.amount_yen.value_or(0)});
    if (!more || !expense.amount_yen) sum.max_yen.reset();
    if (!more) break;
    sum.min_yen = more->value;
  }
  if (sum.max_yen) sum.max_yen = sum.min_yen;
  return sum;
}

FigureText advance_figure(const Words& words, const rules::Case& facts) {
  const Amount sum = to_advance(facts);
  FigureText made = figure(words, "answer.advance", sum);
  if (sum.known()) {
    const auto with_tax = static_cast<std::int64_t>(core::Int128{sum.min_yen} * 110 / 100);
    made.note = words("answer.advance_note", {yen_text(words, with_tax)});
  }
  return made;
}

PartAnswer part_answer(const State& state, const rules::Pack& pack, const rules::PartResult& result,
                       const rules::AmountRule& rule, std::string_view label) {
  const Words words = state.words();
  PartAnswer part;
  part.verdict = result.verdict;
  part.label = words(label);
  part.verdict_word = verdict_word(words, result.verdict);
  part.amount = figure(words, label, result.yen);
  if (result.variant >= 0) {
    const auto& variant = rule.variants[static_cast<std::size_t>(result.variant)];
    part.rule = words(variant.label);
  }
  for (const rules::RequirementResult& requirement : result.requirements) {
    part.requirements.push_back(requirement_line(state, pack, requirement));
  }
  return part;
}

std::vector<rules::FactRef> missing_facts(const rules::FrameResult& result) {
  std::vector<rules::FactRef> missing = result.national.missing;
  if (result.prefectural) {
    const auto& more = result.prefectural->missing;
    missing.insert(missing.end(), more.begin(), more.end());
  }
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  return missing;
}

std::string headline(const Words& words, const rules::FrameResult& result) {
  switch (result.verdict) {
    case Verdict::met:
      return words(result.total.known() ? "answer.met" : "answer.met_open",
                   {amount_text(words, result.total)});
    case Verdict::not_met: {
      const auto& all = result.national.requirements;
      const auto failed = std::count_if(all.begin(), all.end(), [](const auto& requirement) {
        return requirement.verdict == Verdict::not_met;
      });
      return words("answer.not_met", {std::to_string(failed)});
    }
    case Verdict::undetermined: break;
  }
  return words("answer.undetermined", {std::to_string(missing_facts(result).size())});
}

std::vector<StepText> steps(const State& state, const rules::FrameResult& frame, bool prefectural) {
  const Words words = state.words();
  std::vector<StepText> texts;
  for (const rules::Step& step :
       rules::explain_amount(*state.rules, state.facts(), frame, prefectural)) {
    StepText text{words(step.label), words(step.words), words(step.numbers), words(step.result),
                  std::nullopt};
    if (step.source != nullptr) text.source = source_text(words, *frame.pack, *step.source);
    texts.push_back(std::move(text));
  }
  return texts;
}

FrameAnswer frame_answer(const State& state, const rules::FrameResult& result) {
  const Words words = state.words();
  const rules::Frame& frame = *result.frame;
  FrameAnswer answer;
  answer.id = frame.id;
  answer.label = words(frame.label);
  answer.programme_label = words(frame.programme_label);
  answer.verdict = result.verdict;
  answer.verdict_word = words(result.verdict == Verdict::met       ? "answer.verdict_met"
                              : result.verdict == Verdict::not_met ? "answer.verdict_not_met"
                                                                   : "answer.verdict_undetermined");
  answer.headline = headline(words, result);
  answer.amounts_note = words(result.verdict == Verdict::met       ? "answer.estimate"
                              : result.verdict == Verdict::not_met ? "answer.estimate_not_met"
                                                                   : "answer.estimate_open");
  answer.eligible = figure(words, "answer.eligible", result.eligible_expense);
  answer.total = figure(words, "answer.total", result.total);
  answer.own = figure(words, "answer.own", result.own, words("answer.own_note"));
  answer.advance = advance_figure(words, state.facts());
  if (answer.total.yen && answer.eligible.yen) {
    answer.effective_rate =
        core::format_percent(*answer.total.yen, *answer.eligible.yen, 1).value_or("");
  }
  answer.national =
      part_answer(state, *result.pack, result.national, frame.national, "answer.national");
  if (result.prefectural && frame.prefectural) {
    answer.prefectural = part_answer(state, *result.pack, *result.prefectural, *frame.prefectural,
                                     "answer.prefectural");
  } else {
    answer.prefectural.exists = false;
    answer.prefectural.label = words("answer.prefectural");
    answer.prefectural.verdict_word = words("answer.no_top_up");
    answer.prefectural.amount = figure(words, "answer.prefectural", Amount{0, 0});
  }
  for (const rules::FactRef& ref : missing_facts(result)) {
    std::string key = field_of(ref, state.facts(), state.document->rows, state.catalogue());
    std::string label = field_label(state, key);
    answer.missing.push_back({std::move(key), std::move(label)});
  }
  for (const rules::Caution* caution : result.cautions) {
    answer.cautions.push_back({words(caution->text), caution->open_question,
                               source_text(words, *result.pack, caution->source)});
  }
  answer.demands = words(frame.demands);
  answer.risk = words(frame.risk);
  return answer;
}

PackNote pack_note(const State& state, const rules::Pack& pack) {
  const Words words = state.words();
  PackNote note;
  note.title = words(pack.title);
  note.version = words("pack.version", {pack.id, pack.version, pack.sha256.substr(0, 12)});
  const bool closed = pack.closed && (state.today.empty() || pack.closed->date < state.today);
  if (closed) note.closed = words(pack.closed->text);
  for (const rules::Text& text : pack.left_out) note.left_out.push_back(words(text));
  return note;
}

}  // namespace

Answer make_answer(const State& state) {
  Answer answer;
  const rules::Assessment& assessment = state.assessment;
  for (const rules::FrameResult& result : assessment.frames) {
    answer.frames.push_back(frame_answer(state, result));
  }
  for (const rules::Pack* pack : assessment.packs) answer.packs.push_back(pack_note(state, *pack));
  const auto shown = shown_frame(assessment, state.chosen_frame);
  if (!shown) return answer;
  answer.shown = *shown;
  const rules::FrameResult& explained = assessment.frames[*shown];
  answer.frames[*shown].national.steps = steps(state, explained, false);
  answer.frames[*shown].prefectural.steps = steps(state, explained, true);
  answer.runner_up = best_frame(assessment, *shown);
  return answer;
}

std::string difference(const State& state, const rules::Assessment& before,
                       const rules::Assessment& after) {
  const auto old_frame = shown_frame(before, state.chosen_frame);
  const auto new_frame = shown_frame(after, state.chosen_frame);
  if (!old_frame || !new_frame) return {};
  const rules::FrameResult& was = before.frames[*old_frame];
  const rules::FrameResult& is = after.frames[*new_frame];
  const Words words = state.words();

  const auto prefectural = [](const rules::FrameResult& frame) {
    return frame.prefectural ? frame.prefectural->yen : Amount{0, 0};
  };
  const std::string amounts = words("difference.amounts", {amount_text(words, is.national.yen),
                                                           amount_text(words, prefectural(is))});
  if (was.frame != is.frame) {
    return words("difference.frame",
                 {words(is.frame->label), std::string(verdict_word(words, is.verdict)), amounts});
  }
  if (was.verdict != is.verdict) {
    return words("difference.verdict", {std::string(verdict_word(words, was.verdict)),
                                        std::string(verdict_word(words, is.verdict)), amounts});
  }
  if (was.national.yen != is.national.yen || prefectural(was) != prefectural(is)) {
    return words("difference.figures", {amounts});
  }
  const std::size_t missing = missing_facts(is).size();
  if (missing == missing_facts(was).size()) return {};
  return words("difference.missing", {std::to_string(missing)});
}

}  // namespace uwanose::app
