// A table of texts by key, such as assets/strings/ja.json: one JSON object of strings.
#pragma once

#include <optional>
#include <string_view>

#include "core/text_map.h"

namespace uwanose::io {

// Nothing where it is anything else.
std::optional<core::TextMap> read_text_table(std::string_view bytes);

}  // namespace uwanose::io
