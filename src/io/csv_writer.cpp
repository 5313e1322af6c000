#include "io/csv_writer.h"

#include "core/utf8.h"

namespace uwanose::io {

namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_truth_value(std::string_view text) {
  std::string upper;
  for (const char c : text) upper += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return upper == "TRUE" || upper == "FALSE";
}

void append_text(std::string& out, std::string_view text) {
  std::string cell = needs_apostrophe(text) ? "'" : "";
  cell += text;
  const bool quoted = cell.find_first_of("\",\r\n\t") != std::string::npos ||
                      cell.starts_with(' ') || cell.ends_with(' ');
  if (!quoted) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

bool needs_apostrophe(std::string_view text) {
  // Signs, digits and the letters of eras and exponents, of which numbers, dates and times consist.
  // 「2021年4月」 is left as it is: taken for a date, it still reads the same.
  constexpr std::u32string_view formula = U"=+-@\t\r\n|−";
  constexpr std::u32string_view numeric = U"0123456789.,/:-+%()¥$￥ EeRHSTMrhstm";
  const std::string folded = core::fold_full_width(text);
  bool only_numeric = true, digit = false, first = true;
  for (const core::DecodedCharacter& c : core::code_points(folded)) {
    if (first && c.code_point == U' ') continue;
    if (first && is_one_of(c.code_point, formula)) return true;
    first = false;
    digit = digit || (c.code_point >= U'0' && c.code_point <= U'9');
    only_numeric = only_numeric && is_one_of(c.code_point, numeric);
  }
  return (digit && only_numeric) || is_truth_value(folded);
}

std::string write_csv(const core::Table& table) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      if (row[i].number) {
        out += std::to_string(*row[i].number);
      } else {
        append_text(out, row[i].text);
      }
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace uwanose::io
