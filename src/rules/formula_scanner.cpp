#include "rules/formula_scanner.h"

namespace uwanose::rules {

namespace {

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

template <typename Test>
std::string_view FormulaScanner::take_while(Test test) {
  const std::size_t start = position_;
  while (position_ < text_.size() && test(text_[position_])) ++position_;
  return since(start);
}

void FormulaScanner::skip_space() {
  take_while([](char c) { return c == ' ' || c == '\n'; });
}

bool FormulaScanner::accept(std::string_view token) {
  skip_space();
  if (!rest().starts_with(token)) return false;
  const std::size_t end = position_ + token.size();
  if (is_name_start(token.front()) && end < text_.size() &&
      (is_name_start(text_[end]) || is_digit(text_[end]))) {
    return false;
  }
  position_ = end;
  return true;
}

bool FormulaScanner::at_digit() const {
  return position_ < text_.size() && is_digit(text_[position_]);
}

bool FormulaScanner::at_name() const {
  return position_ < text_.size() && is_name_start(text_[position_]);
}

std::string_view FormulaScanner::digits() { return take_while(is_digit); }

std::string_view FormulaScanner::digits_and_points() {
  return take_while([](char c) { return is_digit(c) || c == '.'; });
}

std::string_view FormulaScanner::name() {
  return take_while([](char c) { return is_name_start(c) || is_digit(c) || c == '.'; });
}

std::optional<std::string_view> FormulaScanner::quoted_word() {
  skip_space();
  if (!rest().starts_with('\'')) return std::nullopt;
  const std::size_t end = text_.find('\'', position_ + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view word = text_.substr(position_ + 1, end - position_ - 1);
  position_ = end + 1;
  return word;
}

}  // namespace uwanose::rules
