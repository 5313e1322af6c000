// The characters of a formula: signs, words and numbers, one after the other, with any blanks
// before them. Internal to parse_formula().
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace uwanose::rules {

class FormulaScanner {
 public:
  explicit FormulaScanner(std::string_view text) : text_(text) {}

  std::size_t position() const { return position_; }  // in bytes
  void go_back(std::size_t position) { position_ = position; }
  std::string_view rest() const { return text_.substr(position_); }
  std::string_view since(std::size_t start) const { return text_.substr(start, position_ - start); }

  void skip_space();
  // A word only where no longer one stands.
  bool accept(std::string_view token);
  bool at_digit() const;
  bool at_name() const;
  // Those that are here, perhaps none.
  std::string_view digits();
  std::string_view digits_and_points();
  std::string_view name();
  // 'retail', without its marks.
  std::optional<std::string_view> quoted_word();

 private:
  template <typename Test>
  std::string_view take_while(Test test);

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace uwanose::rules
