#include "ui/text_layout.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/utf8.h"

namespace uwanose::ui {
namespace {

constexpr std::u32string_view never_first =
    U"、。，．,.・：；:;？！?!）］｝〕〉》」』】)]}ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    U"…‥％%〜～’”›»";
constexpr std::u32string_view never_last = U"（［｛〔〈《「『【([{‘“‹«¥￥▲△";
constexpr std::u32string_view units =
    U"万億兆千円年月日人名社件枚時回枠章条項号点割分歳倍弾次期桁類型";

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
// Letters, digits and marks that make up words of a spaced script.
bool is_word(char32_t c) { return c > 0x20 && c < 0x2000 && c != 0xa0; }

bool may_break(char32_t before, char32_t after) {
  if (before == U' ' || before == U'\u3000') return after != U' ' && after != U'%';
  if (after == U' ' || is_in(never_first, after) || is_in(never_last, before)) return false;
  if (before == 0xa0 || after == 0xa0) return false;
  if (is_digit(before) && is_in(units, after)) return false;
  if (is_in(U"万億兆千", before) && (after == U'円' || is_digit(after))) return false;
  if ((before == U'-' || before == U'/') && is_digit(after)) return false;
  if (is_word(before) && is_word(after)) return before == U'-' || before == U'/';
  return true;
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309f; }
bool is_ideographic(char32_t c) { return c >= 0x2e80; }

bool begins_word(char32_t before, char32_t after) {
  if (is_hiragana(after)) return false;
  return is_hiragana(before) || is_in(never_first, before) || before == U' ' ||
         (is_ideographic(before) && !is_ideographic(after));
}

using Advance = std::function<float(char32_t)>;

struct Character {
  char32_t code_point;
  std::uint32_t at;
  float wide;
};

std::vector<Character> characters(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                  const Advance& advance) {
  std::vector<Character> found;
  for (std::size_t i = begin; i < end;) {
    const core::DecodedCharacter c = core::decode_utf8(text, i);
    found.push_back({c.code_point, static_cast<std::uint32_t>(i), advance(c.code_point)});
    i += c.size;
  }
  return found;
}

// A paragraph's last line of one or two characters that are no word takes some of the line before.
void fill_last_line(std::string_view text, const Advance& advance, TextLine& before,
                    TextLine& last) {
  constexpr int least = 3;
  const std::vector<Character> end = characters(text, last.begin, last.end, advance);
  if (end.empty() || !is_ideographic(end.front().code_point)) return;
  int count = 0;
  for (const Character& c : end)
    if (!is_in(never_first, c.code_point)) ++count;
  const std::vector<Character> line = characters(text, before.begin, last.begin, advance);
  const auto is_enough = [&](char32_t previous, char32_t first) {
    return count >= least || (count == 2 && begins_word(previous, first));
  };
  if (is_enough(line.back().code_point, end.front().code_point)) return;
  float left = before.width, right = last.width;
  const Character* start = nullptr;
  for (std::size_t i = line.size(); i-- > 1;) {
    left -= line[i].wide;
    right += line[i].wide;
    constexpr std::size_t reach = 7;
    if (left < right || (start != nullptr && line.size() - i > reach)) break;
    if (!is_in(never_first, line[i].code_point)) ++count;
    const char32_t previous = line[i - 1].code_point;
    const char32_t first = line[i].code_point;
    if (!is_enough(previous, first) || !may_break(previous, first)) continue;
    const bool word = begins_word(previous, first);
    if (start != nullptr && !word) continue;
    start = &line[i];
    before.width = left;
    last.width = right;
    if (word) break;
  }
  if (start == nullptr) return;
  last.begin = before.end = start->at;
  while (before.end > before.begin && text[before.end - 1] == ' ') --before.end;
}

struct Cache {
  std::unordered_map<std::string, TextLayout> layouts;
  std::string key, wanted;
  const TextLayout* last = nullptr;  // that of `key`: a text is measured, painted and described
};
Cache cache;

}  // namespace

TextLayout break_lines(std::string_view text, float width, const Advance& advance) {
  TextLayout layout;
  constexpr float rounding = 0.01f;
  std::uint32_t line_begin = 0;
  std::uint32_t ink_end = 0;    // of the line so far, without trailing spaces
  float x = 0, ink_x = 0;       // of the line so far, with and without trailing spaces
  std::uint32_t break_at = 0;   // the last chance to break in this line
  std::uint32_t break_ink = 0;  // where the line would then end
  float break_x = 0, break_ink_x = 0;
  char32_t before = 0;

  std::size_t paragraph = 0;  // its first line

  const auto finish = [&](std::uint32_t end, float line_width) {
    layout.lines.push_back({line_begin, end, line_width});
  };
  const auto finish_paragraph = [&](std::uint32_t end) {
    finish(end, ink_x);
    const std::size_t count = layout.lines.size();
    if (count - paragraph > 1)
      fill_last_line(text, advance, layout.lines[count - 2], layout.lines[count - 1]);
    paragraph = count;
  };

  for (std::size_t i = 0; i < text.size();) {
    const core::DecodedCharacter c = core::decode_utf8(text, i);
    const auto at = static_cast<std::uint32_t>(i);
    const auto next = static_cast<std::uint32_t>(i + c.size);
    if (c.code_point == U'\n') {
      finish_paragraph(ink_end);
      line_begin = ink_end = break_at = next;
      x = ink_x = 0;
      before = 0;
      i = next;
      continue;
    }
    if (at > line_begin && may_break(before, c.code_point)) {
      break_at = at;
      break_ink = ink_end;
      break_x = x;
      break_ink_x = ink_x;
    }
    const float wide = advance(c.code_point);
    const bool space = c.code_point == U' ' || c.code_point == U'\u3000';
    while (!space && x + wide > width + rounding && at > line_begin) {
      if (break_at > line_begin) {
        finish(break_ink, break_ink_x);
        line_begin = break_at;
        x -= break_x;
        ink_x = std::max(0.0f, ink_x - break_x);
      } else {
        finish(ink_end, ink_x);
        line_begin = at;
        x = 0;
      }
      break_at = line_begin;
    }
    x += wide;
    if (!space) {
      ink_end = next;
      ink_x = x;
    }
    before = c.code_point;
    i = next;
  }
  finish_paragraph(std::max(ink_end, line_begin));
  for (const TextLine& line : layout.lines) layout.width = std::max(layout.width, line.width);
  return layout;
}

float widest_word(std::string_view text, const Advance& advance) {
  float widest = 0, word = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const core::DecodedCharacter c = core::decode_utf8(text, i);
    i += c.size;
    const bool space = c.code_point == U' ' || c.code_point == U'\u3000' || c.code_point == U'\n';
    if (space || before == 0 || may_break(before, c.code_point)) word = 0;
    if (!space) word += advance(c.code_point);
    widest = std::max(widest, word);
    before = c.code_point;
  }
  return widest;
}

float widest_word(std::string_view text, Type type) {
  return widest_word(text, [&](char32_t c) { return paint::advance(c, type); });
}

const TextLayout& lay_out(std::string_view text, Type type, float width) {
  std::string& key = cache.wanted;
  key.assign(reinterpret_cast<const char*>(&type.px), sizeof type.px);
  key.append(reinterpret_cast<const char*>(&width), sizeof width);
  key.push_back(type.weight == Weight::bold ? 'b' : 'r');
  key.append(text);
  if (cache.last != nullptr && key == cache.key) return *cache.last;
  key.swap(cache.key);
  const auto found = cache.layouts.find(cache.key);
  if (found != cache.layouts.end()) return *(cache.last = &found->second);
  const auto advance = [&](char32_t c) { return paint::advance(c, type); };
  cache.last = &cache.layouts.emplace(cache.key, break_lines(text, width, advance)).first->second;
  return *cache.last;
}

std::size_t kept_layouts() { return cache.layouts.size(); }

void forget_layouts() {
  cache.layouts.clear();
  cache.last = nullptr;
}

std::vector<std::uint32_t> wrap_offsets(const TextLayout& layout) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 1; i < layout.lines.size(); ++i) offsets.push_back(layout.lines[i].begin);
  return offsets;
}

}  // namespace uwanose::ui
