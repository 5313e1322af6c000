#include "core/japanese_text.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace uwanose::core {
namespace {

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

char32_t unified(char32_t c) {
  c = fold_full_width(c);
  if (is_one_of(U"\u00A0\u2009\u202F", c)) return U' ';
  if (is_one_of(U"、､", c)) return U',';
  if (is_one_of(U"\u2010\u2011\u2012\u2013\u2014\u2015−ーｰ▲△", c)) return U'-';
  // Japanese keyboards and fonts give and show the backslash as a yen sign.
  return is_one_of(U"￥\\", c) ? U'¥' : c;
}

}  // namespace

TypedText unify(std::string_view text) {
  TypedText typed;
  std::size_t offset = 0;
  for (const DecodedCharacter character : code_points(text)) {
    typed.push_back({unified(character.code_point), offset, offset + character.size});
    offset += character.size;
  }
  const auto is_blank = [](const TypedCharacter& t) { return is_one_of(U" \t\r\n", t.c); };
  while (!typed.empty() && is_blank(typed.back())) typed.pop_back();
  typed.erase(typed.begin(), std::find_if_not(typed.begin(), typed.end(), is_blank));
  return typed;
}

int kanji_digit(char32_t c) {
  constexpr std::array<std::u32string_view, 10> digits = {U"〇零", U"一壱壹", U"二弐貳", U"三参參",
                                                          U"四肆", U"五伍",   U"六陸",   U"七漆",
                                                          U"八捌", U"九玖"};
  for (std::size_t value = 0; value < digits.size(); ++value) {
    if (is_one_of(digits[value], c)) return static_cast<int>(value);
  }
  return -1;
}

}  // namespace uwanose::core
