#include "rules/judge.h"

#include <algorithm>
#include <limits>

namespace uwanose::rules {

using core::Verdict;

Judge::Judge(const RuleBook& rules) : steps_(rules.catalogue) {
  for (const Pack& pack : rules.packs) {
    steps_.begin_pack(pack);
    for (const Frame& frame : pack.frames) lay(frame);
  }
}

Judge::Judge(const RuleBook& rules, const Pack& pack, const Frame& frame)
    : steps_(rules.catalogue) {
  steps_.begin_pack(pack);
  lay(frame);
}

void Judge::lay(const Frame& frame) {
  Laid laid;
  laid.frame = &frame;
  laid.national = steps_.amount(frame.national, Steps::nothing);
  laid.total = laid.national;
  if (frame.prefectural) {
    laid.prefectural = steps_.amount(*frame.prefectural, laid.national);
    laid.total = steps_.sum(laid.national, laid.prefectural);
  }
  laid.national_requirements = lay(frame.national_compiled, laid.national);
  laid.prefectural_requirements = lay(frame.prefectural_compiled, laid.national);
  frames_.push_back(std::move(laid));
}

// One that is not met settles the verdict: the quick ones first.
std::vector<Steps::Slot> Judge::lay(const std::vector<Requirement>& requirements,
                                    Steps::Slot national) {
  std::vector<Steps::Slot> slots;
  slots.reserve(requirements.size());
  for (const Requirement& requirement : requirements) {
    slots.push_back(steps_.requirement(requirement, national));
  }
  std::stable_partition(slots.begin(), slots.end(),
                        [this](Steps::Slot slot) { return !steps_.is_slow(slot); });
  return slots;
}

Verdict Judge::verdict(const std::vector<Steps::Slot>& requirements) {
  Verdict verdict = Verdict::met;
  for (const Steps::Slot requirement : requirements) {
    verdict = verdict && steps_.truth(requirement);
    if (verdict == Verdict::not_met) break;
  }
  return verdict;
}

std::optional<std::int64_t> Judge::yen(Steps::Slot slot) {
  const core::Ratio& number = steps_.number(slot);
  if (!number.defined()) return std::nullopt;
  const core::Int128 yen = number.floor();
  if (yen < std::numeric_limits<std::int64_t>::min() ||
      yen > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(yen);
}

const std::vector<Judgement>& Judge::judge(const Case& input) {
  judgements_.resize(frames_.size());
  for (const bool in_turn : {false, true}) {
    steps_.start(input, in_turn);
    judge_frames();
    if (!steps_.lacked_rule()) break;
  }
  return judgements_;
}

void Judge::judge_frames() {
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    const Laid& laid = frames_[i];
    Judgement& judgement = judgements_[i];
    judgement.frame = laid.frame;
    judgement.national = verdict(laid.national_requirements);
    judgement.national_yen = yen(laid.national);
    judgement.total_yen = yen(laid.total);
    if (!laid.frame->prefectural) continue;
    judgement.prefectural = verdict(laid.prefectural_requirements);
    judgement.prefectural_yen = yen(laid.prefectural);
  }
}

FrameAmounts Judge::amounts(const Case& input) {
  const Laid& laid = frames_.front();
  FrameAmounts amounts;
  for (const bool in_turn : {false, true}) {
    steps_.start(input, in_turn);
    amounts.national_yen = yen(laid.national);
    amounts.prefectural_yen = laid.frame->prefectural ? yen(laid.prefectural) : 0;
    if (!steps_.lacked_rule()) break;
  }
  return amounts;
}

}  // namespace uwanose::rules
