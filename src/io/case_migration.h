// Cases of older versions of the format, brought up to the present one step by step before they are
// read. A new version of the format needs its step here, or nothing compiles.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "io/case_shape.h"
#include "io/json_reader.h"

namespace uwanose::io {

// Changes the tree of a version to that of the next one, its "version" left alone.
using Migration = void (*)(Value& root);

// [0] leads from version 1 to version 2.
inline constexpr std::array<Migration, case_version - 1> case_migrations{};

// `from` is 1 or more.
inline void migrate(Value& root, std::int64_t from, std::span<const Migration> steps) {
  for (auto i = static_cast<std::size_t>(from - 1); i < steps.size(); ++i) steps[i](root);
}

}  // namespace uwanose::io
