#include "io/delimited_text.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"

namespace uwanose::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t looked_at = 20;  // lines that tell the delimiter

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

char likely_delimiter(std::string_view text) {
  constexpr std::string_view candidates = "\t,;";
  std::size_t counts[candidates.size()] = {};
  std::size_t lines = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size() && lines < looked_at; ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '\n') ++lines;
    const std::size_t at = candidates.find(text[i]);
    if (at != std::string_view::npos) ++counts[at];
  }
  return candidates[static_cast<std::size_t>(
      std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

class Reader {
 public:
  Reader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  DelimitedText read() {
    while (at_ < text_.size() && read_row()) {
    }
    auto& cells = result_.cells;
    const auto blank = [](const std::string& cell) { return cell.empty(); };
    while (!cells.empty() && std::all_of(cells.back().begin(), cells.back().end(), blank)) {
      cells.pop_back();
    }
    return std::move(result_);
  }

 private:
  bool fault(std::string code, std::string reason, std::size_t number) {
    result_.cells.clear();
    result_.faults.push_back({"", std::move(code), std::move(reason), {std::to_string(number)}});
    return false;
  }

  bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void pass_line_end() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  bool read_row() {
    std::vector<std::string>& row = result_.cells.emplace_back();
    for (;;) {
      if (++count_ > max_cells) {
        return fault("fault.cells", "has more than " + std::to_string(max_cells) + " cells",
                     max_cells);
      }
      if (!read_cell(row.emplace_back())) return false;
      if (at_ == text_.size()) return true;
      if (at_line_end()) {
        pass_line_end();
        return true;
      }
      ++at_;  // the delimiter
    }
  }

  bool read_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) return false;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !at_line_end()) cell += text_[at_++];
    return true;
  }

  bool read_quoted(std::string& cell) {
    const std::size_t opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return true;
        }
        ++at_;
      } else if (text_[at_] == '\n') {
        ++line_;
      }
      cell += text_[at_];
    }
    return fault("fault.quote",
                 "the quotation mark of line " + std::to_string(opened) + " is never closed",
                 opened);
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0, line_ = 1, count_ = 0;
  DelimitedText result_;
};

DelimitedText refused(std::string code, std::string reason,
                      std::vector<std::string> arguments = {}) {
  return {{}, {{"", std::move(code), std::move(reason), std::move(arguments)}}};
}

}  // namespace

DelimitedText read_delimited(std::string_view text, char delimiter) {
  text = without_mark(text);
  // A workbook begins with the letters of its archive, other binary files hold zero bytes.
  if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
    return refused("fault.workbook", "is a workbook, not text: save it as CSV");
  }
  if (text.find('\0') != std::string_view::npos) {
    return refused("fault.binary", "is not text");
  }
  if (const auto offset = core::find_invalid_utf8(text)) {
    return refused("fault.utf8", "not UTF-8 at byte " + std::to_string(*offset),
                   {std::to_string(*offset)});
  }
  return Reader(text, delimiter).read();
}

DelimitedText read_delimited(std::string_view text) {
  text = without_mark(text);
  if (text.starts_with("sep=") && text.size() > 4) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == 5) {
      const char delimiter = text[4];
      text.remove_prefix(text.substr(end).starts_with("\r\n") ? 7 : 6);
      return read_delimited(text, delimiter);
    }
  }
  return read_delimited(text, likely_delimiter(text));
}

}  // namespace uwanose::io
