#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "app/page_state.h"

namespace uwanose::app {

namespace {

std::set<std::string> keys_of(const core::TextMap& table) {
  std::set<std::string> keys;
  for (const auto& [key, text] : table) keys.insert(key);
  return keys;
}

std::vector<std::string> sources(std::string_view folder) {
  std::vector<std::string> texts;
  const auto root = std::filesystem::path(UWANOSE_SOURCE_DIR) / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cpp" && extension != ".h") continue;
    std::ifstream file(entry.path());
    std::stringstream content;
    content << file.rdbuf();
    texts.push_back(content.str());
  }
  return texts;
}

// Every quoted word with a point in it, such as "entry.negative".
std::set<std::string> dotted_literals(const std::string& text) {
  std::set<std::string> found;
  static const std::regex dotted("\"([a-z_]+\\.[a-z_0-9.]+)\"");
  for (std::sregex_iterator at(text.begin(), text.end(), dotted), end; at != end; ++at) {
    found.insert((*at)[1]);
  }
  return found;
}
std::set<std::string> literals_in(std::string_view folder) {
  std::set<std::string> found;
  for (const std::string& text : sources(folder)) found.merge(dotted_literals(text));
  return found;
}

// Those within the brackets of words(…), words_(…) and text(…): others are ids of nodes.
std::set<std::string> keys_asked_for(std::string_view folder) {
  std::set<std::string> found;
  static const std::regex call("\\b(words_?|text)\\(");
  for (const std::string& text : sources(folder)) {
    for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) {
      const auto begin = static_cast<std::size_t>(at->position() + at->length());
      std::size_t i = begin;
      for (int depth = 1; i < text.size() && depth > 0; ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
      }
      found.merge(dotted_literals(text.substr(begin, i - begin)));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("strings: both languages have the same keys, none empty") {
  const auto strings = shipped_strings();
  CHECK(keys_of(strings->ja) == keys_of(strings->en));
  CHECK(strings->ja.size() > 200);
  for (const auto& entry : strings->ja) CHECK_MESSAGE(!entry.second.empty(), entry.first);
  for (const auto& entry : strings->en) CHECK_MESSAGE(!entry.second.empty(), entry.first);
}

TEST_CASE("strings: both languages have the same places") {
  const auto strings = shipped_strings();
  const auto places = [](const std::string& text) {
    std::set<std::string> found;
    const std::regex place("\\{([^?}]*)(\\?[^}]*)?\\}");
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at) {
      found.insert((*at)[1]);
    }
    return found;
  };
  for (const auto& entry : strings->ja) {
    CAPTURE(entry.first);
    CHECK(places(entry.second) == places(strings->en.at(entry.first)));
  }
}

TEST_CASE("strings: every key that app, ui and cli ask for is in the tables") {
  const auto strings = shipped_strings();
  std::set<std::string> asked = keys_asked_for("src/app");
  asked.merge(keys_asked_for("src/ui"));
  asked.merge(keys_asked_for("src/cli"));
  CHECK(asked.size() > 100);
  for (const std::string& key : asked) CHECK_MESSAGE(strings->ja.count(key) == 1, key);
}

TEST_CASE("strings: every message that an action or an entry leaves is in the tables") {
  const auto strings = shipped_strings();
  for (const std::string& literal : literals_in("src/app")) {
    const std::string group = literal.substr(0, literal.find('.'));
    const bool message = group == "entry" || group == "notice" || group == "confirm";
    if (message) CHECK_MESSAGE(strings->ja.count(literal) == 1, literal);
  }
}

TEST_CASE("strings: every fault of io and rules can be told in Japanese") {
  const auto strings = shipped_strings();
  for (const char* folder : {"src/io", "src/rules"}) {
    for (const std::string& literal : literals_in(folder)) {
      if (!literal.starts_with("fault.") && !literal.starts_with("warning.")) continue;
      CHECK_MESSAGE(strings->ja.count(literal) == 1, literal);
    }
  }
}

TEST_CASE("strings: no key is left over") {
  std::set<std::string> used;
  for (const char* folder : {"src/app", "src/cli", "src/ui", "src/page", "src/io", "src/rules"}) {
    used.merge(literals_in(folder));
  }
  for (const std::string& key : keys_of(shipped_strings()->ja)) {
    CHECK_MESSAGE(used.count(key) == 1, key);
  }
}

}  // namespace uwanose::app
