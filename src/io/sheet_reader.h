// Reads a transcription sheet (assets/sheets/*.json, format "uwanose-sheet"); one that is wrong in
// any place is refused whole.
#pragma once

#include <optional>
#include <string_view>

#include "core/fault.h"
#include "rules/sheet.h"

namespace uwanose::io {

struct SheetFile {
  std::optional<rules::Sheet> value;
  core::Faults faults;
};

SheetFile read_sheet(std::string_view bytes);

}  // namespace uwanose::io
