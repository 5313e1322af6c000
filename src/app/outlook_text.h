// The outlook of a frame in words: at which expense its lower limit and its caps are reached, and
// what the next yen brings.
#pragma once

#include <optional>
#include <vector>

#include "app/answer.h"
#include "app/subject.h"
#include "rules/outlook.h"

namespace uwanose::app {

// Whether something is only granted from a certain amount on.
bool has_lower_limit(const rules::AmountRule& rule);

// Empty where facts are missing on which the amounts depend.
std::vector<FigureText> outlook_lines(const Words& words, const rules::Frame& frame,
                                      const std::optional<rules::Outlook>& outlook);

}  // namespace uwanose::app
