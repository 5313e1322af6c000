#include "assets/assets.h"

#include <algorithm>

namespace uwanose::assets {

std::string_view find(std::string_view path) {
  const auto files = all();
  const auto file = std::lower_bound(
      files.begin(), files.end(), path,
      [](const File& candidate, std::string_view wanted) { return candidate.path < wanted; });
  return file != files.end() && file->path == path ? file->bytes : std::string_view{};
}

}  // namespace uwanose::assets
