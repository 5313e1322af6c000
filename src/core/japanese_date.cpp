#include "core/japanese_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "core/japanese_text.h"
#include "core/utf8.h"

namespace uwanose::core {
namespace {

struct Era {
  std::string_view name;
  std::array<std::u32string_view, 5> forms;  // the longer first
  Month first;
  Month last;
};

constexpr std::array<Era, 4> eras = {{
    {"令和", {U"令和", U"令", U"㋿", U"R", U"r"}, Month(2019, 5), Month(2999, 12)},
    {"平成", {U"平成", U"平", U"㍻", U"H", U"h"}, Month(1989, 1), Month(2019, 4)},
    {"昭和", {U"昭和", U"昭", U"㍼", U"S", U"s"}, Month(1926, 12), Month(1989, 1)},
    {"大正", {U"大正", U"大", U"㍽", U"T", U"t"}, Month(1912, 7), Month(1926, 12)},
}};

constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

int days_in(Month month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = month.year();
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month.month() - 1)] + (leap && month.month() == 2 ? 1 : 0);
}

struct Digits {
  int value = 0;
  int count = 0;  // as typed: 04 has two
};

// Takes what it recognizes from the front of the text.
class Scanner {
 public:
  explicit Scanner(const TypedText& typed) {
    for (const TypedCharacter& character : typed) {
      if (character.c != U' ') rest_.push_back(character.c);
    }
  }

  bool at_end() const { return at_ == rest_.size(); }

  bool take(std::u32string_view word) {
    if (rest_.compare(at_, word.size(), word) != 0) return false;
    at_ += word.size();
    return true;
  }

  bool take_separator() { return take(U"-") || take(U"/") || take(U"."); }

  const Era* take_era() {
    for (const Era& era : eras) {
      for (const std::u32string_view form : era.forms) {
        if (take(form)) return &era;
      }
    }
    return nullptr;
  }

  // "apr", "Sept", "APRIL": 1 to 12.
  std::optional<int> take_month_name() {
    std::string word;
    for (std::size_t i = at_; i < rest_.size(); ++i) {
      const char32_t c = rest_[i] | 0x20U;
      if (c < U'a' || c > U'z') break;
      word.push_back(static_cast<char>(c));
    }
    if (word.size() < 3) return std::nullopt;
    const auto name = std::find_if(month_names.begin(), month_names.end(),
                                   [&](std::string_view n) { return n.starts_with(word); });
    if (name == month_names.end()) return std::nullopt;
    at_ += word.size();
    return static_cast<int>(name - month_names.begin()) + 1;
  }

  // Up to six digits, ASCII or kanji (二〇二一), or a kanji number below a hundred (十二, 三十一).
  std::optional<Digits> take_digits() {
    constexpr int max_count = 6;
    Digits digits;
    for (int digit = peek_digit(); digit >= 0 && digits.count < max_count; digit = peek_digit()) {
      digits = {digits.value * 10 + digit, digits.count + 1};
      ++at_;
    }
    if (digits.count <= 1 && take(U"十")) {
      digits = {digits.count == 0 ? 10 : digits.value * 10, 2};
      if (const int ones = peek_digit(); ones > 0) {
        digits.value += ones;
        ++at_;
      }
    }
    if (digits.count == 0) return std::nullopt;
    return digits;
  }

 private:
  int peek_digit() const {
    if (at_end()) return -1;
    const char32_t c = rest_[at_];
    return c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : kanji_digit(c);
  }

  std::u32string rest_;
  std::size_t at_ = 0;
};

MonthEntry fault(MonthFault code, std::string_view era = {}) {
  return {MonthEntryKind::fault, {}, 0, code, era};
}

MonthEntry checked_month(int year, int month_of_year, const Era* era) {
  if (month_of_year < 1 || month_of_year > 12) return fault(MonthFault::impossible_month);
  if (era != nullptr) year += era->first.year() - 1;
  if (year < 1900 || year > 2999) return fault(MonthFault::year_out_of_range);
  const Month month(year, month_of_year);
  if (era != nullptr && month < era->first) return fault(MonthFault::before_era, era->name);
  if (era != nullptr && month > era->last) return fault(MonthFault::after_era, era->name);
  return {MonthEntryKind::value, month, 0, MonthFault::none, {}};
}

MonthEntry checked_month_of_year(int month) {
  if (month < 1 || month > 12) return fault(MonthFault::impossible_month);
  return {MonthEntryKind::without_year, {}, month, MonthFault::none, {}};
}

MonthEntry parse_english(Scanner& scanner, int month) {
  scanner.take(U".");
  if (scanner.at_end()) return checked_month_of_year(month);
  if (!scanner.take(U",")) scanner.take_separator();
  const std::optional<Digits> year = scanner.take_digits();
  if (!year || !scanner.at_end()) return fault(MonthFault::unrecognized);
  if (year->count == 2) return fault(MonthFault::two_digit_year);
  return year->count == 4 ? checked_month(year->value, month, nullptr)
                          : fault(MonthFault::unrecognized);
}

MonthEntry parse_japanese(Scanner& scanner) {
  const MonthEntry unrecognized = fault(MonthFault::unrecognized);
  const auto at_label_end = [&] {
    if (!scanner.take(U"度")) scanner.take(U"分");
    return scanner.at_end();
  };

  const Era* era = scanner.take_era();
  std::optional<Digits> year =
      era != nullptr && scanner.take(U"元") ? Digits{1, 1} : scanner.take_digits();
  if (!year) return unrecognized;
  if (era == nullptr && year->count <= 2 && scanner.take(U"月")) {
    return at_label_end() ? checked_month_of_year(year->value) : unrecognized;
  }
  if (era == nullptr && year->count == 6 && scanner.at_end()) {
    return checked_month(year->value / 100, year->value % 100, nullptr);
  }
  if (!scanner.take(U"年") && !scanner.take_separator()) return unrecognized;
  const std::optional<Digits> month = scanner.take_digits();
  if (!month || month->count > 2 || year->count > (era != nullptr ? 2 : 4)) return unrecognized;
  if (era == nullptr && year->count <= 2) return fault(MonthFault::two_digit_year);

  const MonthEntry entry = checked_month(year->value, month->value, era);
  const bool separator = !scanner.take(U"月") && scanner.take_separator();
  const std::optional<Digits> day = scanner.take_digits();
  if (separator && !day) return unrecognized;
  if (day) scanner.take(U"日");
  if (!at_label_end()) return unrecognized;
  if (entry.kind == MonthEntryKind::value && day &&
      (day->value < 1 || day->value > days_in(entry.month))) {
    return fault(MonthFault::impossible_day);
  }
  return entry;
}

}  // namespace

MonthEntry parse_month(std::string_view text) {
  if (find_invalid_utf8(text)) return fault(MonthFault::invalid_utf8);
  const TypedText typed = unify(text);
  if (typed.empty()) return {};
  Scanner scanner(typed);
  const std::optional<int> name = scanner.take_month_name();
  return name ? parse_english(scanner, *name) : parse_japanese(scanner);
}

std::string format_month(Month month, MonthStyle style) {
  const std::string month_text = std::to_string(month.month()) + "月";
  if (style == MonthStyle::english) {
    std::string name(month_names[static_cast<std::size_t>(month.month() - 1)].substr(0, 3));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name + " " + std::to_string(month.year());
  }
  const auto era =
      std::find_if(eras.begin(), eras.end(), [&](const Era& e) { return month >= e.first; });
  if (style == MonthStyle::japanese || era == eras.end()) {
    return std::to_string(month.year()) + "年" + month_text;
  }
  const int year = month.year() - era->first.year() + 1;
  return std::string(era->name) + (year == 1 ? "元" : std::to_string(year)) + "年" + month_text;
}

}  // namespace uwanose::core
