// Reads a case file: every fault of it, with its place, or the case.
//
// What the format or the catalogue doesn't name is no fault: it is kept in `extra`, so that writing
// the case again loses nothing, and warned about with the nearest known name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"
#include "io/case_file.h"
#include "rules/case.h"

namespace uwanose::io {

struct CaseFile {
  std::optional<rules::Case> value;  // none if there is a fault
  core::Faults faults;
  core::Faults warnings;
  // The unknown members, as a JSON object in the shape of the case; rows by month or year. Those of
  // an expense stay with it (rules::Expense). Empty: none.
  std::string extra;
  EntryNotes notes;
  std::vector<SavedScenario> scenarios;  // none, or two to four, one of them without content
};

CaseFile read_case(std::string_view bytes, const rules::Catalogue& catalogue,
                   Extent extent = Extent::all);
// Also takes the case out of another file that carries one, such as an application's hand-over.
CaseFile read_case_within(std::string_view bytes, const rules::Catalogue& catalogue,
                          Extent extent = Extent::all);

}  // namespace uwanose::io
