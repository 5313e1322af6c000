// The one door for JSON: text in, a tree with the exact values out, or what is wrong and where.
//
// Strict JSON (RFC 8259) in UTF-8; a byte-order mark is accepted, comments, trailing commas and NaN
// are not. Integers are kept apart from numbers with a point or an exponent, which are kept as they
// are written and never become binary fractions. A key that stands twice in an object is a fault;
// the rest of the document is read on, so that all of its faults can be told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"

namespace uwanose::io {

inline constexpr std::size_t max_json_depth = 64;
inline constexpr std::size_t max_json_values = 1'000'000;

struct Value {
  enum class Kind : std::uint8_t {
    null,
    boolean,
    integer,
    fraction,   // 5200000.0, 5.2e6
    too_large,  // an integer beyond 64 bits
    text,
    list,
    object
  };
  Kind kind = Kind::null;
  std::int64_t integer = 0;  // of an integer; 0 or 1 of a boolean
  std::string text;          // of a text; a fraction or a too large integer as written
  std::string key;           // of a member of an object
  std::vector<Value> children;

  bool is(Kind wanted) const { return kind == wanted; }
  const Value* find(std::string_view wanted_key) const;
};

struct JsonDocument {
  std::optional<Value> value;  // also beside faults, where only keys stand twice
  core::Faults faults;
};

JsonDocument read_json(std::string_view bytes);

}  // namespace uwanose::io
