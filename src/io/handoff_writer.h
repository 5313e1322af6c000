// The hand-off: one file for the clerk, the consultant and their programs (format
// "uwanose-handoff"). It is an application in the shape of the government's common data models
// (政府相互運用性フレームワーク GIF, 2025-03-25): DS-451-1 application with its A, B, C and F
// sheets, DS-434 legal entity, DS-451-4 programme, the prefecture's part as an addition to the
// nation's. What the models have no place for stands in the B sheet under "uwanose": verdicts,
// amounts with their trace, sources, and the case (without other scenarios) and its assessment as
// the program writes them, so that anybody can reproduce them.
//
// Money is whole yen, dates are ISO. Rates are fractions in text beside a percentage of one decimal
// for display. What is not known is absent, never zero; what the models require and nobody has
// stated is listed under "open".
#pragma once

#include <string>
#include <string_view>

#include "io/case_file.h"
#include "rules/assessment.h"

namespace uwanose::io {

struct Handoff {
  const rules::RuleBook& book;
  const rules::Case& input;
  const rules::Assessment& assessment;  // of `input`, in full
  const rules::FrameResult& frame;      // of it: the frame that is applied for
  std::string_view extra = {};          // as CaseFile::extra
  std::string_view time = {};           // "2026-11-20T10:00:00+09:00", of the caller; "" unknown
  std::string_view product_version = {};
  EntryNotes notes = {};  // as CaseFile::notes
};

std::string write_handoff(const Handoff& handoff);

}  // namespace uwanose::io
