// Files of assets/ that travel inside the program: rule packs, samples, strings and tables.
//
// A path is relative to assets/ ("rules/nagano_plus_1.json") and the bytes are exactly those of the
// repository, so that a hash of them names the rules that gave an answer.
#pragma once

#include <span>
#include <string_view>

namespace uwanose::assets {

struct File {
  std::string_view path;
  std::string_view bytes;
};

// All files, ordered by path.
std::span<const File> all();

// The bytes of one file; empty if there is none of that path.
std::string_view find(std::string_view path);

}  // namespace uwanose::assets
