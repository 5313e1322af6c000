// Texts by key, found without making a string of the key.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace uwanose::core {

struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): so the library calls it
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

using TextMap = std::unordered_map<std::string, std::string, TextHash, std::equal_to<>>;

}  // namespace uwanose::core
