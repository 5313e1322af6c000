// Writes an assessment as JSON (format "uwanose-assessment"). The same assessment gives the same
// bytes; nothing depends on the clock, the machine or the language.
#pragma once

#include <string>

#include "io/json_writer.h"
#include "rules/assessment.h"

namespace uwanose::io {

// Appends to `out`. `input` is the case that was assessed: the values of the facts that a
// requirement read are part of its evidence.
void write_assessment(const rules::Assessment& assessment, const rules::RuleBook& book,
                      const rules::Case& input, Layout layout, std::string& out);

std::string write_assessment(const rules::Assessment& assessment, const rules::RuleBook& book,
                             const rules::Case& input, Layout layout = Layout::indented);

// What one verdict rests on, as in the assessment.
void write_evidence(const rules::RequirementResult& result, const rules::RuleBook& book,
                    const rules::Case& input, JsonWriter& out);

}  // namespace uwanose::io
