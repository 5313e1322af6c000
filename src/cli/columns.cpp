#include "cli/columns.h"

#include "core/utf8.h"

namespace uwanose::cli {

namespace {

std::size_t width_of(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                    (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                    (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                    (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) ||
                    (c >= 0x20000 && c <= 0x3fffd);
  return wide ? 2 : 1;
}

bool may_begin_line(char32_t c) {
  constexpr std::u32string_view never =
      U"、。，．・」』）)〕］｝〉》】ー！？：；%％円々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
  return never.find(c) == std::u32string_view::npos;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const core::DecodedCharacter& c : core::code_points(text)) width += width_of(c.code_point);
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(text) + std::string(width > own ? width - own : 0, ' ');
}

std::string right_aligned(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(width > own ? width - own : 0, ' ') + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;
  std::size_t break_at = 0;  // where the line may be cut
  char32_t before = ' ';
  for (const core::DecodedCharacter& c : core::code_points(text)) {
    const char32_t code = c.code_point;
    const bool wide_beside = width_of(code) == 2 || width_of(before) == 2;
    if (!line.empty() &&
        (before == ' ' || (wide_beside && may_begin_line(code) && before != U'「' &&
                           before != U'（' && before != U'('))) {
      break_at = line.size();
    }
    if (code != U' ' && columns + width_of(code) > width && break_at > 0) {
      std::string rest = line.substr(break_at);
      line.resize(break_at);
      while (line.ends_with(' ')) line.pop_back();
      lines.push_back(std::move(line));
      line = std::move(rest);
      columns = display_width(line);
      break_at = 0;
    }
    core::append_utf8(line, code);
    columns += width_of(code);
    before = code;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace uwanose::cli
