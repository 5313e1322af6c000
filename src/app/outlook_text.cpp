#include "app/outlook_text.h"

#include <algorithm>

#include "app/figures.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

FigureText expense(const Words& words, std::string_view label, std::int64_t yen) {
  return {std::string(label), yen_text(words, yen), yen_readback(words, yen), {}, yen};
}

// 4/5円（80.0%）
std::string rate_text(const Words& words, const core::Ratio& rate) {
  if (rate == core::Ratio(0)) return std::string(words("outlook.nothing_more"));
  const auto percent = core::format_percent(rate.numerator(), rate.denominator(), 1);
  return words("outlook.rate", {rate.to_string(), percent.value_or("")});
}

}  // namespace

bool has_lower_limit(const rules::AmountRule& rule) {
  return std::any_of(rule.variants.begin(), rule.variants.end(), [](const auto& variant) {
    return !variant.at_least.empty() || !variant.more_than.empty();
  });
}

std::vector<FigureText> outlook_lines(const Words& words, const rules::Frame& frame,
                                      const std::optional<rules::Outlook>& outlook) {
  std::vector<FigureText> lines;
  if (!outlook) return lines;
  if (outlook->first_grant() && has_lower_limit(frame.national)) {
    lines.push_back(expense(words, words("outlook.lower_limit"), *outlook->first_grant()));
  }
  if (outlook->national_full()) {
    lines.push_back(expense(words, words("outlook.national_cap"), *outlook->national_full()));
  }
  if (outlook->prefectural_full()) {
    lines.push_back(expense(words, words("outlook.prefectural_cap"), *outlook->prefectural_full()));
  }
  if (outlook->next_yen()) {
    FigureText next;
    next.label = words("outlook.next_yen");
    next.text = rate_text(words, *outlook->next_yen());
    lines.push_back(std::move(next));
  }
  return lines;
}

}  // namespace uwanose::app
