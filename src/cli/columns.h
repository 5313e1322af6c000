// Text in columns of a terminal, where Japanese characters are two columns wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace uwanose::cli {

std::size_t display_width(std::string_view text);
// With spaces behind, or before, up to `width` columns.
std::string padded(std::string_view text, std::size_t width);
std::string right_aligned(std::string_view text, std::size_t width);
// Lines of at most `width` columns: Japanese may break between any two characters but before
// closing punctuation, other words at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace uwanose::cli
