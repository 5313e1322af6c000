#include "io/trail.h"

#include <algorithm>

#include "core/utf8.h"

namespace uwanose::io {

namespace {

constexpr std::size_t longest_quotation = 60;  // code points

bool is_plain_name(std::string_view key) {
  return !key.empty() && key.size() <= longest_quotation &&
         std::all_of(key.begin(), key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_';
         });
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string result = "\"";
  std::size_t length = 0;
  for (const core::DecodedCharacter& c : core::code_points(text)) {
    if (++length > longest_quotation) {
      result += "…";
      break;
    }
    const bool control = c.code_point < 0x20 || (c.code_point >= 0x7f && c.code_point < 0xa0) ||
                         c.code_point == 0x2028 || c.code_point == 0x2029;
    core::append_utf8(result, control ? core::replacement_character : c.code_point);
  }
  return result + "\"";
}

void append_key(std::string& place, std::string_view key) {
  if (!is_plain_name(key)) {
    place += "[" + quoted(key) + "]";
    return;
  }
  if (!place.empty()) place += '.';
  place += key;
}

void append_index(std::string& place, std::size_t index) {
  place += "[" + std::to_string(index) + "]";
}

std::string Trail::place() const {
  std::string result;
  for (const Segment& segment : segments_) {
    if (segment.key.data() != nullptr) {
      append_key(result, segment.key);
    } else {
      append_index(result, segment.index);
    }
  }
  return result;
}

void Trail::fault(std::string code, std::string reason, std::vector<std::string> arguments) {
  faults.push_back({place(), std::move(code), std::move(reason), std::move(arguments)});
}

void Trail::warn(std::string code, std::string reason, std::vector<std::string> arguments) {
  warnings.push_back({place(), std::move(code), std::move(reason), std::move(arguments)});
}

}  // namespace uwanose::io
