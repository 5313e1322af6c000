// Writes a case as a case file: the order of the format, unknown facts left out, and the members
// that nobody knew when the file was read (`CaseFile::extra`) where they stood.
//
// Extra members of a month go with their month; those of an expense or a plan's year with its
// number. Those of rows that are gone go too.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/case_file.h"
#include "io/json_writer.h"
#include "rules/case.h"

namespace uwanose::io {

std::string write_case(const rules::Case& input, const rules::Catalogue& catalogue,
                       std::string_view extra = {}, Layout layout = Layout::indented);
// With what the page goes on from.
std::string write_case(const CaseContent& content, std::span<const SavedScenario> scenarios,
                       const rules::Catalogue& catalogue, Layout layout = Layout::indented);

}  // namespace uwanose::io
