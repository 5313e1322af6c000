// A requirement's result in words: the figures it was judged by, how far they are from the limit,
// and what would meet it.
#pragma once

#include "app/answer.h"

namespace uwanose::app {

// Of a requirement: 満たす; of a frame: 要件を満たす見込み.
std::string_view verdict_word(const Words& words, core::Verdict verdict);
std::string_view frame_verdict_word(const Words& words, core::Verdict verdict);

SourceText source_text(const Words& words, const rules::Pack& pack, const rules::Source& source);

FieldLink field_link(const Subject& subject, const rules::FactRef& ref);

RequirementLine requirement_line(const Subject& subject, const rules::Pack& pack,
                                 const rules::RequirementResult& result);

}  // namespace uwanose::app
