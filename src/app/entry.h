// What was typed or chosen, judged by a fact's definition; and a fact's value as the field shows
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/facts.h"

namespace uwanose::app {

struct Judged {
  MaybeValue value;  // none: the entry is empty, or `entry` says why not
  Entry entry;       // its text is set only where there is no value but something was typed
  bool refused() const { return !entry.text.empty(); }
};

Judged judge(const rules::FactDefinition& definition, const rules::Catalogue& catalogue,
             std::string_view typed);
// One of an ambiguous entry's readings: "1.25".
Judged judge_reading(const rules::FactDefinition& definition, std::string_view typed,
                     std::string_view reading);

// What the field shows: 12,500,000 or 2022年3月, of a choice its id, of a yes-or-no "yes" or "no".
std::string shown(const rules::FactDefinition& definition, const rules::Catalogue& catalogue,
                  const MaybeValue& value, const Words& words);

// What it says to a person: はい, 18人, 製造業・建設業・運輸業, 長野市.
std::string in_words(const rules::FactDefinition& definition, const rules::Catalogue& catalogue,
                     const Value& value, const Words& words);

// 長野市; a code without a name of its own: 東京都（13101）.
std::string code_name(const rules::CodeTable& table, std::int64_t number, const Words& words);

// The choices of a fact; of an expense's category those of the catalogue.
const std::vector<rules::Choice>& choices_of(const rules::FactDefinition& definition,
                                             const rules::Catalogue& catalogue);

}  // namespace uwanose::app
