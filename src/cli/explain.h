// The assessment for a person: what there is to get, why, and what is missing, in columns.
#pragma once

#include <string>

#include "rules/assessment.h"

namespace uwanose::cli {

std::string explain(const rules::RuleBook& rules, const rules::Case& input,
                    const rules::Assessment& assessment, rules::Language language);

}  // namespace uwanose::cli
