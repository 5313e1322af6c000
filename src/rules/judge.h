// Judge: verdicts and amounts alone, many times sooner than assess(): for many cases, or one case
// at many expenses. From the same compiled rules, without evidence, missing facts, ranges and
// cautions.
//
// What is settled here, assess() settles alike. Where facts are missing, or no rule is there for
// them, it may leave undetermined what assess() still finds by following every way in which they
// can turn out. Money is whole yen.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/assessment.h"
#include "rules/steps.h"

namespace uwanose::rules {

struct Judgement {
  const Frame* frame = nullptr;
  core::Verdict national = core::Verdict::undetermined;
  std::optional<core::Verdict> prefectural;  // none where the frame has no top-up
  // As if every requirement outside the amount rule were met; nothing where undetermined.
  std::optional<std::int64_t> national_yen, prefectural_yen, total_yen;
};

struct FrameAmounts {
  std::optional<std::int64_t> national_yen, prefectural_yen;  // 0 where there is no top-up
};

class Judge {
 public:
  // Of every frame of the book, or of one. The rules must outlive the judge.
  explicit Judge(const RuleBook& rules);
  Judge(const RuleBook& rules, const Pack& pack, const Frame& frame);

  // In the order of the book's frames; valid until the next call.
  const std::vector<Judgement>& judge(const Case& input);
  // Of the first frame.
  FrameAmounts amounts(const Case& input);

 private:
  struct Laid {
    const Frame* frame = nullptr;
    Steps::Slot national = Steps::nothing, prefectural = Steps::nothing, total = Steps::nothing;
    std::vector<Steps::Slot> national_requirements, prefectural_requirements;
  };
  void lay(const Frame& frame);
  std::vector<Steps::Slot> lay(const std::vector<Requirement>& requirements, Steps::Slot national);
  void judge_frames();
  core::Verdict verdict(const std::vector<Steps::Slot>& requirements);
  std::optional<std::int64_t> yen(Steps::Slot slot);

  Steps steps_;
  std::vector<Laid> frames_;
  std::vector<Judgement> judgements_;
};

}  // namespace uwanose::rules
