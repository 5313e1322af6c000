// A table of texts by key, such as assets/strings/ja.json: one JSON object of strings.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::io {

using TextTable = std::map<std::string, std::string, std::less<>>;

// Nothing where it is anything else.
std::optional<TextTable> read_text_table(std::string_view bytes);

}  // namespace uwanose::io
