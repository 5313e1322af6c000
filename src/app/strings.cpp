#include "app/strings.h"

#include <optional>

namespace uwanose::app {

namespace {

// What stands in a place, without its braces: `0` or `0?one|several`. Nothing if it is no place.
std::optional<std::string_view> filling(std::string_view place,
                                        const std::vector<std::string>& arguments) {
  if (place.empty() || place[0] < '0' || place[0] > '9') return std::nullopt;
  const auto index = static_cast<std::size_t>(place[0] - '0');
  if (index >= arguments.size()) return std::nullopt;
  const std::string& argument = arguments[index];
  if (place.size() == 1) return argument;
  const std::size_t several = place.find('|');
  if (place[1] != '?' || several == std::string_view::npos) return std::nullopt;
  return argument == "1" ? place.substr(2, several - 2) : place.substr(several + 1);
}

}  // namespace

std::string substitute(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t begin = text.find('{');
    result += text.substr(0, begin);
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::size_t end = text.find('}');
    const auto found =
        end == std::string_view::npos ? std::nullopt : filling(text.substr(1, end - 1), arguments);
    result += found ? *found : text.substr(0, 1);
    text.remove_prefix(found ? end + 1 : 1);
  }
  return result;
}

const core::TextMap& Words::table() const {
  return language_ == Language::ja ? strings_->ja : strings_->en;
}

bool Words::has(std::string_view key) const { return table().find(key) != table().end(); }

std::string_view Words::operator()(std::string_view key) const {
  const auto at = table().find(key);
  return at == table().end() ? key : std::string_view(at->second);
}

std::string Words::operator()(std::string_view key,
                              const std::vector<std::string>& arguments) const {
  return substitute((*this)(key), arguments);
}

std::string Words::operator()(const Message& message) const {
  return message.empty() ? std::string() : (*this)(message.key, message.arguments);
}

std::string Words::operator()(const core::Fault& fault) const {
  const std::string reason = has(fault.code) ? (*this)(fault.code, fault.arguments) : fault.reason;
  // What is no JSON has no place but line and column, which the reason says in its own words.
  const bool placed = fault.place.empty() || fault.code == "fault.json";
  return placed ? reason : (*this)("fault.at", {fault.place, reason});
}

}  // namespace uwanose::app
