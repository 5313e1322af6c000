// The answer that the page shows, in columns of a terminal: every frame, best first, with its
// amounts, why, and what is missing; then where to ask.
#pragma once

#include <string>

#include "app/answer.h"
#include "app/contact_text.h"

namespace uwanose::cli {

// `contacts` may be empty.
std::string explain(const app::Answer& answer, const app::ContactList& contacts,
                    const app::Words& words, const std::string& applicant);

// Of an assessed case, every frame.
std::string explain_case(const rules::RuleBook& rules, const rules::Case& input,
                         const rules::Assessment& assessment, const app::Strings& strings,
                         rules::Language language);

}  // namespace uwanose::cli
