// Every text of the page, Japanese and English, by key. The tables are assets/strings/{ja,en}.json,
// parsed by whoever starts the page. `{0}`, `{1}` … stand for arguments.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"
#include "core/text_map.h"
#include "rules/text.h"

namespace uwanose::app {

using rules::Language;

// A text that is said later, in the language of that moment.
struct Message {
  std::string key;  // "" says nothing
  std::vector<std::string> arguments;

  bool empty() const { return key.empty(); }
  friend bool operator==(const Message&, const Message&) = default;
};

struct Strings {
  core::TextMap ja, en;
};

// Replaces `{0}`, `{1}` … by the arguments, and `{0?row|rows}` by the words for one where argument
// 0 is "1", else by those for several. A place without its argument stays as it is written.
std::string substitute(std::string_view text, const std::vector<std::string>& arguments);

// The strings in one language. A missing key is its own text, so that it is seen; a view of a text
// lives as long as the tables (of a missing key, as long as the key).
class Words {
 public:
  Words(const Strings& strings, Language language) : strings_(&strings), language_(language) {}

  Language language() const { return language_; }
  bool has(std::string_view key) const;
  std::string_view operator()(std::string_view key) const;
  std::string operator()(std::string_view key, const std::vector<std::string>& arguments) const;
  std::string operator()(const Message& message) const;
  // The fault in the reader's language; its own words where the table has none.
  std::string operator()(const core::Fault& fault) const;
  const std::string& operator()(const rules::Text& text) const { return text.in(language_); }

 private:
  const core::TextMap& table() const;

  const Strings* strings_;
  Language language_;
};

}  // namespace uwanose::app
