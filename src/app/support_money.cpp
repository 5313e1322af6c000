#include "app/support_money.h"

namespace uwanose::app {

namespace {

constexpr std::string_view text_key = "support_money";

}  // namespace

bool is_support_answer(std::string_view text) {
  return text == "without" || text == "included" || text == "unknown";
}

std::string support_of(const rules::Case& facts) {
  const auto at = facts.form_texts.find(text_key);
  return at != facts.form_texts.end() && is_support_answer(at->second) ? at->second : std::string();
}

std::string_view support_caution(const rules::Case& facts) {
  const std::string answer = support_of(facts);
  if (answer == "included") return "support.included_caution";
  return answer == "unknown" ? "support.unknown_caution" : "";
}

void write_support(rules::Case& facts, std::string_view answer) {
  if (is_support_answer(answer)) {
    facts.form_texts.insert_or_assign(std::string(text_key), answer);
  } else {
    facts.form_texts.erase(std::string(text_key));
  }
}

}  // namespace uwanose::app
