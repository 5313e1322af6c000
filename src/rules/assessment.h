// The assessment: what the rules say of a case, frame by frame, with evidence.
//
// A verdict is about the requirements as far as a form can check them; it is no award. An amount is
// what the amount rule gives as if every requirement outside it were met.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/verdict.h"
#include "rules/case.h"
#include "rules/contacts.h"
#include "rules/pack.h"

namespace uwanose::rules {

// Whole yen: known exactly where min and max agree, otherwise the range that completing the missing
// facts can still reach. No max: unbounded.
struct Amount {
  std::int64_t min_yen = 0;
  std::optional<std::int64_t> max_yen = 0;

  bool known() const { return max_yen && *max_yen == min_yen; }
  friend bool operator==(const Amount&, const Amount&) = default;
};

struct RequirementResult {
  const Requirement* requirement = nullptr;
  core::Verdict verdict = core::Verdict::undetermined;
  // How it was judged; the first variant's evidence where missing facts leave several.
  std::optional<CheckEvidence> evidence;
  std::optional<bool> needed;  // where the requirement only binds under a condition
  // The variant that was judged; the first where missing facts leave several. Its `reads` are the
  // scalar facts that the test looked at.
  const Requirement::Variant* variant = nullptr;
  std::vector<FactRef> missing;
};

struct PartResult {
  core::Verdict verdict = core::Verdict::undetermined;
  Amount yen;
  std::vector<RequirementResult> requirements;
  std::vector<FactRef> missing;  // that can still change a verdict or the amount of this part
  int variant = -1;              // of the amount rule, where known facts settle which applies
};

struct FrameResult {
  const Pack* pack = nullptr;
  const Frame* frame = nullptr;
  core::Verdict verdict = core::Verdict::undetermined;  // the national part's
  Amount eligible_expense, total, own;
  PartResult national;
  std::optional<PartResult> prefectural;
  std::vector<const Caution*> cautions;
};

struct Assessment {
  std::vector<const Pack*> packs;
  std::vector<FrameResult> frames;

  const FrameResult* find(std::string_view frame_id) const;
};

// A compiled catalogue with its packs, in the order in which their frames are reported.
struct RuleBook {
  Catalogue catalogue;
  std::vector<Pack> packs;
  Contacts contacts;  // no rule reads them
};

enum class Detail : std::uint8_t {
  full,
  // For each keystroke: while amounts are missing, the own share is left open and facts that
  // matter only at certain expenses are not looked for. All else is the same.
  live,
};

// Deterministic; reads nothing but its arguments. `frame_ids` empty: every frame.
Assessment assess(const RuleBook& rules, const Case& input,
                  const std::vector<std::string>& frame_ids = {}, Detail detail = Detail::full);

}  // namespace uwanose::rules
