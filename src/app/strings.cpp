#include "app/strings.h"

namespace uwanose::app {

std::string substitute(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 1] >= '0' &&
                       text[i + 1] <= '9' && text[i + 2] == '}';
    const std::size_t index = place ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
    if (place && index < arguments.size()) {
      result += arguments[index];
      i += 2;
    } else {
      result += text[i];
    }
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
