// UTF-8, the one encoding of text inside the program.
//
// Text from outside is validated once, at the door (`find_invalid_utf8`); everything behind it may
// assume valid UTF-8. Offsets and sizes count bytes, lengths count code points. What is valid is
// table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing above U+10FFFF,
// nothing cut off.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace uwanose::core {

inline constexpr char32_t replacement_character = 0xFFFD;

struct DecodedCharacter {
  char32_t code_point = replacement_character;
  std::size_t size = 0;  // bytes, 1 to 4
  bool valid = false;    // if not: U+FFFD and size 1, so that reading on always ends
};

// Decodes the character that starts at `offset`, which must be less than `text.size()`.
DecodedCharacter decode_utf8(std::string_view text, std::size_t offset);

// The offset of the first byte of the first sequence that is not UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Appends U+FFFD for what is no Unicode scalar value.
void append_utf8(std::string& text, char32_t code_point);

// Code points; each byte that is not UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

// ！ to ～ become ! to ~ and the ideographic space becomes a space; anything else, half-width
// katakana included, is itself.
char32_t fold_full_width(char32_t code_point);
std::string fold_full_width(std::string_view text);

// `for (DecodedCharacter c : code_points(text))`; `c.code_point` of invalid bytes is U+FFFD.
class CodePoints {
 public:
  class Iterator {
   public:
    Iterator(std::string_view text, std::size_t offset) : text_(text), offset_(offset) { read(); }
    const DecodedCharacter& operator*() const { return current_; }
    std::size_t offset() const { return offset_; }
    Iterator& operator++() {
      offset_ += current_.size;
      read();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return offset_ != other.offset_; }

   private:
    void read() {
      if (offset_ < text_.size()) current_ = decode_utf8(text_, offset_);
    }

    std::string_view text_;
    std::size_t offset_;
    DecodedCharacter current_;
  };

  explicit CodePoints(std::string_view text) : text_(text) {}
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

inline CodePoints code_points(std::string_view text) { return CodePoints(text); }

}  // namespace uwanose::core
