// The answer that the page shows, in columns of a terminal: every frame, best first, with its
// amounts, why, and what is missing.
#pragma once

#include <string>

#include "app/answer.h"

namespace uwanose::cli {

std::string explain(const app::Answer& answer, const app::Words& words,
                    const std::string& applicant);

}  // namespace uwanose::cli
