// Text: words that a user sees, Japanese first, English beside it.
#pragma once

#include <string>

namespace uwanose::rules {

enum class Language : unsigned char { ja, en };

struct Text {
  std::string ja, en;

  const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
  bool empty() const { return ja.empty() && en.empty(); }
};

}  // namespace uwanose::rules
