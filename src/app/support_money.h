// Whether the monthly sales that were entered hold 協力金, subsidies or grants, which they should
// not: it would hide a fall of sales. Asked where the monthly figures begin; no figure changes by
// the answer, but every frame that looks at sales says what it means. It is kept with the case
// among the texts that no rule reads, as "without", "included" or "unknown".
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace uwanose::app {

inline constexpr std::string_view support_key = "monthly.support";  // the field and its question

std::string support_of(const rules::Case& facts);  // "" not answered
bool is_support_answer(std::string_view text);
// What has to be said while they are included, or nobody knows: the key of a string; "" nothing.
std::string_view support_caution(const rules::Case& facts);
void write_support(rules::Case& facts, std::string_view answer);

}  // namespace uwanose::app
