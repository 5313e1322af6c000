// The transcription sheets as the page shows them.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "assets/assets.h"
#include "io/sheet_reader.h"

namespace uwanose::app {

inline std::shared_ptr<const std::vector<rules::Sheet>> shipped_sheets() {
  std::vector<rules::Sheet> sheets;
  for (const assets::File& shipped : assets::all()) {
    if (!shipped.path.starts_with("sheets/")) continue;
    auto file = io::read_sheet(shipped.bytes);
    REQUIRE(file.value);
    sheets.push_back(std::move(*file.value));
  }
  return std::make_shared<const std::vector<rules::Sheet>>(std::move(sheets));
}

}  // namespace uwanose::app
