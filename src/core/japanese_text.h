// Text as a person typed it, made uniform so that numbers and dates can be read from it: full-width
// forms become half-width, the many minus signs one, outer blanks go. Every character remembers the
// bytes it came from, so that a fault can quote what was typed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace uwanose::core {

struct TypedCharacter {
  char32_t c = 0;
  std::size_t begin = 0;  // bytes of the text as typed
  std::size_t end = 0;
};

using TypedText = std::vector<TypedCharacter>;

// `text` must be UTF-8. `、` becomes `,`, − ー ▲ △ and dashes become `-`, a backslash becomes ¥.
TypedText unify(std::string_view text);

// 0 to 9 for a kanji digit, everyday or formal (壱弐参), else −1.
int kanji_digit(char32_t c);

}  // namespace uwanose::core
