// The check of a frame that a chart draws: the first requirement of the nation's part that was
// judged by a rule of that kind.
#pragma once

#include <optional>

#include "rules/assessment.h"

namespace uwanose::app {

template <typename Rule, typename Evidence>
struct ShownCheck {
  const Rule* rule = nullptr;
  const Evidence* evidence = nullptr;
};

template <typename Rule, typename Evidence>
std::optional<ShownCheck<Rule, Evidence>> find_shown_check(const rules::FrameResult& frame) {
  for (const rules::RequirementResult& result : frame.national.requirements) {
    if (!result.evidence || result.variant == nullptr || result.variant->check_index < 0) continue;
    const auto& check = frame.pack->checks[static_cast<std::size_t>(result.variant->check_index)];
    const auto* rule = std::get_if<Rule>(&check.rule);
    const auto* evidence = std::get_if<Evidence>(&*result.evidence);
    if (rule != nullptr && evidence != nullptr) return ShownCheck<Rule, Evidence>{rule, evidence};
  }
  return std::nullopt;
}

}  // namespace uwanose::app
