// Where Japanese and Latin text wraps.
//
// Japanese breaks between any two characters, but no line begins with a closing bracket, a full
// stop or a small kana, and none ends with an opening bracket (行頭・行末禁則, the basic set of
// JIS X 4051). Latin words and numbers stay whole, a number stays with its unit (1,250万円), and a
// space at the end of a line takes no room. A word wider than the line breaks where it must. No
// paragraph ends in a line of one or two characters if it can be helped.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "ui/paint.h"

namespace uwanose::ui {

struct TextLine {
  std::uint32_t begin = 0, end = 0;  // bytes; trailing spaces and the newline left out
  float width = 0;
};

struct TextLayout {
  std::vector<TextLine> lines;  // at least one
  float width = 0;              // of the widest line
};

TextLayout break_lines(std::string_view text, float width,
                       const std::function<float(char32_t)>& advance);

// The same in the fonts of the page, CSS pixels. Kept until forgotten.
const TextLayout& lay_out(std::string_view text, Type type, float width);
// Between frames: when fonts or density changed, or these have become many.
void forget_layouts();
std::size_t kept_layouts();

// Of the longest piece that no line breaks within, if it can be helped: a Latin word, a number with
// its unit, a character with its mark.
float widest_word(std::string_view text, const std::function<float(char32_t)>& advance);
float widest_word(std::string_view text, Type type);

// Byte offsets where each line but the first begins.
std::vector<std::uint32_t> wrap_offsets(const TextLayout& layout);

}  // namespace uwanose::ui
