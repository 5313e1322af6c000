// The answer that the page shows, in columns of a terminal: every frame, best first, with its
// amounts, why, and what is missing.
#pragma once

#include <string>

#include "app/answer.h"

namespace uwanose::cli {

std::string explain(const app::Answer& answer, const app::Words& words,
                    const std::string& applicant);

// Of an assessed case, every frame.
std::string explain_case(const rules::RuleBook& rules, const rules::Case& input,
                         const rules::Assessment& assessment, const app::Strings& strings,
                         rules::Language language);

}  // namespace uwanose::cli
