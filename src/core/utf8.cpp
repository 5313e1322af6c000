#include "core/utf8.h"

namespace uwanose::core {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t offset) {
  constexpr DecodedCharacter invalid{replacement_character, 1, false};
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};

  std::size_t size = 0;
  char32_t code_point = 0;
  char32_t smallest = 0;  // a smaller one has a shorter form
  if ((lead & 0xE0U) == 0xC0U) {
    size = 2, code_point = lead & 0x1FU, smallest = 0x80;
  } else if ((lead & 0xF0U) == 0xE0U) {
    size = 3, code_point = lead & 0x0FU, smallest = 0x800;
  } else if ((lead & 0xF8U) == 0xF0U) {
    size = 4, code_point = lead & 0x07U, smallest = 0x10000;
  } else {
    return invalid;
  }
  if (text.size() - offset < size) return invalid;
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = byte_at(text, offset + i);
    if (!is_continuation(byte)) return invalid;
    code_point = (code_point << 6) | (byte & 0x3FU);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < smallest || code_point > 0x10FFFF || surrogate) return invalid;
  return {code_point, size, true};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const DecodedCharacter character = decode_utf8(text, offset);
    if (!character.valid) return offset;
    offset += character.size;
  }
  return std::nullopt;
}

void append_utf8(std::string& text, char32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = replacement_character;
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
    return;
  }
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      put(0xE0 | (code_point >> 12));
    } else {
      put(0xF0 | (code_point >> 18));
      put(0x80 | ((code_point >> 12) & 0x3F));
    }
    put(0x80 | ((code_point >> 6) & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    offset += decode_utf8(text, offset).size;
  }
  return count;
}

char32_t fold_full_width(char32_t code_point) {
  if (code_point == 0x3000) return U' ';
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) return code_point - 0xFF01 + U'!';
  return code_point;
}

std::string fold_full_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const DecodedCharacter character : code_points(text)) {
    append_utf8(folded, fold_full_width(character.code_point));
  }
  return folded;
}

}  // namespace uwanose::core
