#include "core/date.h"

#include "core/month.h"

namespace uwanose::core {

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = Month::parse(text.substr(0, 7));
  if (!month || text[8] < '0' || text[8] > '3' || text[9] < '0' || text[9] > '9') {
    return std::nullopt;
  }
  const int day = (text[8] - '0') * 10 + (text[9] - '0');
  const Date date(month->year(), month->month(), day);
  // A day that the month does not have lies in the next one.
  if (day < 1 || date.parts().month != month->month()) return std::nullopt;
  return date;
}

Date::Parts Date::parts() const {
  const int era = days_ / 146097;
  const int of_era = days_ % 146097;
  const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int shifted = (5 * of_year + 2) / 153;  // 0 is March
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * shifted + 2) / 5 + 1};
}

std::string Date::to_string() const {
  const Parts at = parts();
  const std::string day = std::to_string(at.day);
  return Month(at.year, at.month).to_string() + (at.day < 10 ? "-0" : "-") + day;
}

}  // namespace uwanose::core
