// Reads a transcription sheet (assets/sheets/*.json, format "uwanose-sheet").
#pragma once

#include <string_view>

#include "io/members.h"
#include "rules/sheet.h"

namespace uwanose::io {

WholeFile<rules::Sheet> read_sheet(std::string_view bytes);

}  // namespace uwanose::io
