// Figures as the page writes them, in its language.
#pragma once

#include <cstdint>
#include <string>

#include "app/strings.h"
#include "core/date.h"
#include "core/int128.h"
#include "core/month.h"
#include "core/ratio.h"
#include "rules/assessment.h"
#include "rules/unit.h"

namespace uwanose::app {

// All expenses together; without an end where an amount is missing.
rules::Amount expense_sum(const rules::Case& facts);

// 12,500,000円, ¥12,500,000
std::string yen_text(const Words& words, std::int64_t yen);
// 1,250万円 from 万 on, in Japanese; else "".
std::string yen_readback(const Words& words, std::int64_t yen);
// Known, a range 「0円〜5,000,000円」, or without an end 「5,000,000円以上」; 「未定」 where it can
// still be anything.
std::string amount_text(const Words& words, const rules::Amount& amount);
// 円, 円/時, 人; "" for a bare number.
std::string_view unit_text(const Words& words, const rules::Unit& unit);
// 18人, 945円
std::string quantity_text(const Words& words, core::Int128 value, const rules::Unit& unit);
std::string month_text(const Words& words, core::Month month);
std::string date_text(const Words& words, core::Date date);  // 2022年3月24日
// 「2020年4月・6月・7月」 is too clever for a screen reader: each month in full, joined.
template <typename Months>
std::string months_text(const Words& words, const Months& months) {
  std::string text;
  for (const core::Month month : months) {
    if (!text.empty()) text += words("list.separator");
    text += month_text(words, month);
  }
  return text;
}

// "12.5" of 25/2; a ratio that is no decimal of 18 digits is written as a fraction.
std::string decimal_text(const core::Ratio& value);

}  // namespace uwanose::app
