#include "app/answer.h"

#include <algorithm>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/missing.h"
#include "app/outlook_text.h"
#include "app/relevance.h"
#include "app/requirement_text.h"
#include "app/support_money.h"
#include "core/number_format.h"
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
FigureText advance_figure(const Words& words, const rules::Case& facts) {
  const Amount sum = expense_sum(facts);
  FigureText made = figure(words, "answer.advance", sum);
  if (sum.known()) {
    const auto with_tax = static_cast<std::int64_t>(core::Int128{sum.min_yen} * 110 / 100);
    made.note = words("answer.advance_note", {yen_text(words, with_tax)});
  }
  return made;
}

PartAnswer part_answer(const Words& words, const rules::PartResult& result,
                       const rules::AmountRule& rule, std::string_view label) {
  PartAnswer part;
  part.verdict = result.verdict;
  part.label = words(label);
  part.verdict_word = verdict_word(words, result.verdict);
  part.amount = figure(words, label, result.yen);
  if (result.variant >= 0) {
    const auto& variant = rule.variants[static_cast<std::size_t>(result.variant)];
    part.rule = words(variant.label);
  }
  return part;
}

std::string headline(const Words& words, const rules::FrameResult& result, std::size_t missing) {
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
  return words("answer.undetermined", {std::to_string(missing)});
}

std::vector<StepText> steps(const Subject& subject, const rules::FrameResult& frame,
                            bool prefectural) {
  const Words& words = subject.words;
  std::vector<StepText> texts;
  for (const rules::Step& step :
       rules::explain_amount(subject.rules, subject.facts, frame, prefectural)) {
    StepText text{words(step.label), words(step.words), words(step.numbers), words(step.result),
                  std::nullopt};
    if (step.source != nullptr) text.source = source_text(words, *frame.pack, *step.source);
    texts.push_back(std::move(text));
  }
  return texts;
}

// 「満たさない要件: 売上高などの減少（あと3,000円低ければ満たします）、ほか1件」
std::string failure(const Subject& subject, const rules::FrameResult& frame) {
  constexpr std::size_t named = 2;
  const Words& words = subject.words;
  std::string text;
  std::size_t failed = 0;
  for (const rules::RequirementResult& requirement : frame.national.requirements) {
    if (requirement.verdict != Verdict::not_met || failed++ >= named) continue;
    const RequirementLine line = requirement_line(subject, *frame.pack, requirement);
    if (!text.empty()) text += words("list.separator");
    text +=
        line.slack.empty() ? line.label : words("compare.by_how_much", {line.label, line.slack});
  }
  if (failed == 0) return {};
  if (failed > named) text += words("compare.more", {std::to_string(failed - named)});
  return words("compare.failure", {text});
}

// What it is compared with the others by.
FrameAnswer outline(const Subject& subject, const rules::FrameResult& result) {
  const Words& words = subject.words;
  const rules::Frame& frame = *result.frame;
  FrameAnswer answer;
  answer.id = frame.id;
  answer.label = words(frame.label);
  answer.programme_label = words(frame.programme_label);
  answer.verdict = result.verdict;
  answer.verdict_word = frame_verdict_word(words, result.verdict);
  answer.eligible = figure(words, "answer.eligible", result.eligible_expense);
  answer.total = figure(words, "answer.total", result.total);
  answer.own = figure(words, "answer.own", result.own, words("answer.own_note"));
  answer.national = part_answer(words, result.national, frame.national, "answer.national");
  if (result.prefectural && frame.prefectural) {
    answer.prefectural =
        part_answer(words, *result.prefectural, *frame.prefectural, "answer.prefectural");
  } else {
    answer.prefectural.exists = false;
    answer.prefectural.label = words("answer.prefectural");
    answer.prefectural.verdict_word = words("answer.no_top_up");
    answer.prefectural.amount = figure(words, "answer.prefectural", Amount{0, 0});
  }
  answer.demands = words(frame.demands);
  answer.risk = words(frame.risk);
  answer.failure = failure(subject, result);
  return answer;
}

void add_requirements(const Subject& subject, const rules::Pack& pack,
                      const rules::PartResult& result, PartAnswer& part) {
  for (const rules::RequirementResult& requirement : result.requirements) {
    part.requirements.push_back(requirement_line(subject, pack, requirement));
  }
}

void add_cautions(const Subject& subject, const rules::FrameResult& result, FrameAnswer& answer) {
  const Words& words = subject.words;
  const std::string_view support = support_caution(subject.facts);
  if (!support.empty() && relevance_of(subject.rules, {answer.id}).sales) {
    answer.cautions.push_back({std::string(words(support)), false, {}});
  }
  for (const rules::Caution* caution : result.cautions) {
    answer.cautions.push_back({words(caution->text), caution->open_question,
                               source_text(words, *result.pack, caution->source)});
  }
}

// Where the amounts lead, and from where on there are any.
std::optional<rules::Outlook> add_outlook(const Subject& subject, const rules::FrameResult& result,
                                          FrameAnswer& answer) {
  auto outlook = rules::Outlook::of(subject.rules, subject.facts, result);
  answer.outlook = outlook_lines(subject.words, *result.frame, outlook);
  if (!outlook || !outlook->first_grant()) return outlook;
  for (std::size_t i = 0; i < result.national.requirements.size(); ++i) {
    const rules::RequirementResult& requirement = result.national.requirements[i];
    const bool limit = requirement.variant != nullptr && requirement.variant->lower_limit;
    if (!limit || requirement.verdict != Verdict::not_met) continue;
    answer.national.requirements[i].remedy =
        subject.words("outlook.remedy", {yen_text(subject.words, *outlook->first_grant())});
  }
  return outlook;
}

std::optional<rules::Outlook> add_detail(const Subject& subject, const rules::FrameResult& result,
                                         FrameAnswer& answer) {
  const Words& words = subject.words;
  answer.amounts_note = words(result.verdict == Verdict::met       ? "answer.estimate"
                              : result.verdict == Verdict::not_met ? "answer.estimate_not_met"
                                                                   : "answer.estimate_open");
  answer.advance = advance_figure(words, subject.facts);
  if (answer.total.yen && answer.eligible.yen) {
    answer.effective_rate =
        core::format_percent(*answer.total.yen, *answer.eligible.yen, 1).value_or("");
  }
  add_requirements(subject, *result.pack, result.national, answer.national);
  if (result.prefectural) {
    add_requirements(subject, *result.pack, *result.prefectural, answer.prefectural);
  }
  for (const MissingFact& fact : missing_facts(subject.rules, subject.assessment, result)) {
    answer.missing.push_back(field_link(subject, fact.ref));
    answer.missing.back().settles = fact.settles;
  }
  answer.headline = headline(words, result, answer.missing.size());
  add_cautions(subject, result, answer);
  answer.national.steps = steps(subject, result, false);
  answer.prefectural.steps = steps(subject, result, true);
  return add_outlook(subject, result, answer);
}

// The way to it where it is not met, else its price.
std::string compared(const Words& words, const FrameAnswer& frame) {
  if (!frame.failure.empty()) return frame.failure;
  std::string text;
  for (const std::string* each : {&frame.demands, &frame.risk, &frame.beside_normal}) {
    if (!text.empty() && !each->empty() && words.language() == Language::en) text += ' ';
    text += *each;
  }
  return text;
}

void compare(const Subject& subject, Answer& answer) {
  answer.ranking = ranked_frames(subject.assessment, subject.interests);
  for (std::size_t i = 0; i < answer.frames.size(); ++i) {
    FrameAnswer& frame = answer.frames[i];
    if (const auto normal = normal_frame(subject.assessment, i)) {
      const FrameAnswer& beside = answer.frames[*normal];
      frame.beside_normal = subject.words("compare.normal", {beside.label, beside.total.text,
                                                             beside.own.text, beside.verdict_word});
    }
    frame.compared = compared(subject.words, frame);
  }
}

PackNote pack_note(const Subject& subject, const rules::Pack& pack) {
  const Words& words = subject.words;
  PackNote note;
  note.title = words(pack.title);
  note.version = words("pack.version", {pack.id, pack.version, pack.sha256.substr(0, 12)});
  const bool closed = pack.closed && (subject.today.empty() || pack.closed->date < subject.today);
  if (closed) note.closed = words(pack.closed->text);
  for (const rules::Text& text : pack.left_out) note.left_out.push_back(words(text));
  return note;
}

}  // namespace

Answer make_answer(const Subject& subject, Detail detail) {
  Answer answer;
  const rules::Assessment& assessment = subject.assessment;
  for (const rules::FrameResult& result : assessment.frames) {
    answer.frames.push_back(outline(subject, result));
  }
  for (const rules::Pack* pack : assessment.packs) {
    answer.packs.push_back(pack_note(subject, *pack));
  }
  compare(subject, answer);
  const auto shown = shown_frame(assessment, subject.chosen_frame, subject.interests);
  if (!shown) return answer;
  answer.shown = *shown;
  for (std::size_t i = 0; i < answer.frames.size(); ++i) {
    if (i == *shown || detail == Detail::every_frame) {
      auto outlook = add_detail(subject, assessment.frames[i], answer.frames[i]);
      if (i == *shown) answer.outlook = std::move(outlook);
    }
  }
  return answer;
}

Answer make_answer(const State& state) {
  return make_answer(subject_of(state), Detail::shown_frame);
}

std::string difference(const State& state, const rules::Assessment& before,
                       const rules::Assessment& after) {
  const auto old_frame = shown_frame(before, state.chosen_frame, state.flow.interests);
  const auto new_frame = shown_frame(after, state.chosen_frame, state.flow.interests);
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
  const std::size_t missing = missing_facts(*state.rules, after, is).size();
  if (missing == missing_facts(*state.rules, before, was).size()) return {};
  return words("difference.missing", {std::to_string(missing)});
}

}  // namespace uwanose::app
