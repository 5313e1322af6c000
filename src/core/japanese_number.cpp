#include "core/japanese_number.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/japanese_text.h"
#include "core/utf8.h"

namespace uwanose::core {
namespace {

constexpr int first_big_unit = 4;

// The exponent of a unit's power of ten, or 0.
int unit_exponent(char32_t c) {
  constexpr std::array<std::u32string_view, 5> units = {U"", U"十拾", U"百佰", U"千仟", U"万萬"};
  for (std::size_t exponent = 1; exponent < units.size(); ++exponent) {
    if (units[exponent].find(c) != std::u32string_view::npos) return static_cast<int>(exponent);
  }
  return c == U'億' ? 8 : c == U'兆' ? 12 : 0;
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_digit(char32_t c) { return is_ascii_digit(c) || kanji_digit(c) >= 0; }
bool is_separator(char32_t c) { return c == U',' || c == U'.' || c == U' '; }

// A space says something only between two digits.
TypedText without_spare_spaces(const TypedText& all) {
  TypedText kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool spare = all[i].c == U' ' && (!is_digit(kept.back().c) || !is_digit(all[i + 1].c));
    if (!spare) kept.push_back(all[i]);
  }
  return kept;
}

// The number without its signs and its unit.
struct Body {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool negative = false;
  bool bad_sign = false;
};

bool take_suffix(const TypedText& all, Body& body, const TypedText& suffix) {
  if (suffix.empty() || suffix.size() > body.end - body.begin) return false;
  const std::size_t start = body.end - suffix.size();
  for (std::size_t i = 0; i < suffix.size(); ++i) {
    if (all[start + i].c != suffix[i].c) return false;
  }
  body.end = start;
  return true;
}

Body strip(const TypedText& all, std::string_view unit_text) {
  const TypedText unit = unify(unit_text);
  const TypedText yen = !unit.empty() && unit[0].c == U'円' ? TypedText{unit[0]} : TypedText{};
  Body body{0, all.size()};
  int signs = 0, opened = 0, closed = 0;
  bool yen_sign_taken = yen.empty(), unit_taken = false;
  for (; body.begin < body.end; ++body.begin) {
    const char32_t c = all[body.begin].c;
    if (c == U'-' || c == U'+') {
      ++signs;
      body.negative = c == U'-';
    } else if (c == U'(') {
      ++opened;
    } else if (c == U'¥' && !yen_sign_taken) {
      yen_sign_taken = true;
    } else {
      break;
    }
  }
  while (body.begin < body.end) {
    if (all[body.end - 1].c == U')') {
      ++closed;
      --body.end;
    } else if (!unit_taken && (take_suffix(all, body, unit) || take_suffix(all, body, yen))) {
      unit_taken = true;
    } else {
      break;
    }
  }
  body.bad_sign = opened != closed || signs + opened > 1;
  body.negative = body.negative || opened > 0;
  return body;
}

// How to read a coefficient that can be read in more than one way.
enum class Reading { ask, decimal_point, grouping };

class Reader {
 public:
  Reader(const TypedText& all, const Body& body, Reading reading)
      : all_(all), end_(body.end), reading_(reading), at_(body.begin) {}

  // Nothing if there is a fault or something to ask.
  std::optional<Decimal> read() {
    Decimal total;
    int big_limit = no_limit;
    while (at_ < end_) {
      const std::optional<Decimal> section = read_section();
      if (!section) return std::nullopt;
      const int unit = at_ < end_ ? unit_exponent(all_[at_].c) : 0;
      if (unit >= big_limit || !is_below_power_of_ten(*section, big_limit - unit)) {
        return fail(NumberFault::unit_order);
      }
      if (unit > 0) ++at_;
      if (!add(total, *section, unit)) return std::nullopt;
      big_limit = unit;
    }
    return total;
  }

  bool ambiguous() const { return ambiguous_; }
  NumberFault fault() const { return fault_; }
  std::size_t at() const { return at_; }

 private:
  static constexpr int no_limit = 99;

  struct Separator {
    char32_t c;
    std::size_t position;  // digits before it
  };

  std::nullopt_t fail(NumberFault fault) {
    fault_ = fault;
    return std::nullopt;
  }

  bool add(Decimal& total, Decimal addend, int exponent) {
    const std::optional<Decimal> value = shifted(addend, exponent);
    const std::optional<Decimal> result = value ? sum(total, *value) : std::nullopt;
    if (result) {
      total = *result;
    } else {
      fail(NumberFault::overflow);
    }
    return result.has_value();
  }

  // Up to a big unit or the end.
  std::optional<Decimal> read_section() {
    Decimal section;
    int small_limit = no_limit;
    const std::size_t start = at_;
    while (at_ < end_ && unit_exponent(all_[at_].c) < first_big_unit) {
      if (after_fraction_) return fail(NumberFault::unexpected);
      Decimal coefficient{1, 0};
      const std::size_t digits_start = at_;
      if (is_digit(all_[at_].c)) {
        const std::optional<Decimal> read = read_coefficient();
        if (!read) return std::nullopt;
        coefficient = *read;
        after_fraction_ = !coefficient.is_whole();
      }
      const int unit = at_ < end_ ? unit_exponent(all_[at_].c) : 0;
      if (unit == 0 && (at_ == digits_start || at_ < end_)) return fail(NumberFault::unexpected);
      const int exponent = unit < first_big_unit ? unit : 0;
      // Kanji digits before a small unit stand alone: 「二五百」 is not written.
      const bool kanji_run =
          exponent > 0 && at_ - digits_start > 1 && !is_ascii_digit(all_[digits_start].c);
      if (kanji_run || exponent >= small_limit ||
          !is_below_power_of_ten(coefficient, small_limit - exponent)) {
        return fail(NumberFault::unit_order);
      }
      if (!add(section, coefficient, exponent)) return std::nullopt;
      if (exponent > 0) ++at_;
      small_limit = exponent;
    }
    if (at_ == start) return fail(NumberFault::no_digits);
    return section;
  }

  std::optional<Decimal> read_coefficient() {
    std::string digits;
    std::vector<Separator> separators;
    const bool ascii = is_ascii_digit(all_[at_].c);
    const auto belongs = [&](std::size_t i) {
      return i < end_ && is_digit(all_[i].c) && is_ascii_digit(all_[i].c) == ascii;
    };
    for (; at_ < end_; ++at_) {
      const char32_t c = all_[at_].c;
      if (belongs(at_)) {
        digits.push_back(
            static_cast<char>('0' + (ascii ? static_cast<int>(c - U'0') : kanji_digit(c))));
      } else if (is_separator(c) && belongs(at_ + 1)) {
        separators.push_back({c, digits.size()});
      } else {
        break;
      }
    }
    const std::optional<std::size_t> whole_digits = place_point(digits, separators);
    if (!whole_digits) return std::nullopt;
    const auto decimal = decimal_from_digits(digits, digits.size() - *whole_digits);
    return decimal ? decimal : fail(NumberFault::overflow);
  }

  // How many of the digits stand before the decimal point.
  std::optional<std::size_t> place_point(const std::string& digits,
                                         const std::vector<Separator>& separators) {
    if (separators.empty()) return digits.size();
    const Separator last = separators.back();
    const std::size_t count = separators.size();

    // Groups of three from the first separator to `end`, all by the same character.
    const auto grouped = [&](std::size_t separator_count, std::size_t end) {
      if (separator_count == 0) return true;
      const std::size_t first = separators[0].position;
      bool good = first <= 3 && digits[0] != '0';
      for (std::size_t i = 0; i < separator_count; ++i) {
        const std::size_t next = i + 1 < separator_count ? separators[i + 1].position : end;
        good = good && next - separators[i].position == 3 && separators[i].c == separators[0].c;
      }
      return good;
    };
    const bool all_grouped = grouped(count, digits.size());
    const bool uniform = std::all_of(separators.begin(), separators.end(),
                                     [&](const Separator& s) { return s.c == last.c; });
    const bool can_be_point = last.c != U' ' && grouped(count - 1, last.position) &&
                              (count == 1 || separators[count - 2].c != last.c);

    if (last.c == U'.' && can_be_point && !all_grouped) return last.position;
    if (last.c != U'.' && all_grouped) return digits.size();
    switch (reading_) {
      case Reading::ask: ambiguous_ = true; return std::nullopt;
      case Reading::decimal_point:
        if (can_be_point) return last.position;
        break;
      case Reading::grouping:
        if (last.c == U'.' ? all_grouped : uniform) return digits.size();
        break;
    }
    return fail(NumberFault::bad_grouping);
  }

  const TypedText& all_;
  std::size_t end_;
  Reading reading_;
  std::size_t at_;
  NumberFault fault_ = NumberFault::none;
  bool ambiguous_ = false;
  bool after_fraction_ = false;
};

// The foreign text that begins at `at`: to the next character that a number can have.
std::size_t end_of_foreign_text(const TypedText& all, std::size_t at, std::size_t end) {
  const auto of_number = [&](std::size_t i) {
    return is_digit(all[i].c) || is_separator(all[i].c) || unit_exponent(all[i].c) > 0;
  };
  std::size_t i = at + 1;
  while (i < end && !of_number(i)) ++i;
  return i;
}

}  // namespace

DecimalEntry parse_decimal(std::string_view text, std::string_view unit) {
  DecimalEntry entry;
  const auto fault = [&](NumberFault code, std::size_t begin, std::size_t end) {
    entry.kind = EntryKind::fault;
    entry.fault = code;
    entry.offset = begin;
    entry.offending = text.substr(begin, end - begin);
    return entry;
  };
  if (const auto offset = find_invalid_utf8(text)) {
    return fault(NumberFault::invalid_utf8, *offset, *offset);
  }
  const TypedText all = without_spare_spaces(unify(text));
  if (all.empty()) return entry;

  const Body body = strip(all, unit);
  const std::size_t text_begin = all.front().begin, text_end = all.back().end;
  if (body.bad_sign) return fault(NumberFault::bad_sign, text_begin, text_end);
  if (body.begin == body.end) return fault(NumberFault::no_digits, text_begin, text_end);

  const auto read = [&](Reading reading) {
    Reader reader(all, body, reading);
    std::optional<Decimal> decimal = reader.read();
    if (decimal && body.negative) decimal->mantissa = -decimal->mantissa;
    return std::pair(decimal, reader);
  };
  auto [decimal, reader] = read(Reading::ask);
  if (decimal) {
    entry.kind = EntryKind::value;
    entry.value = *decimal;
    return entry;
  }
  NumberFault code = reader.fault();
  std::size_t at = reader.at();
  if (reader.ambiguous()) {
    for (const Reading reading : {Reading::decimal_point, Reading::grouping}) {
      const auto [candidate, candidate_reader] = read(reading);
      code = candidate_reader.fault();
      at = candidate_reader.at();
      const auto& known = entry.readings;
      if (candidate && std::find(known.begin(), known.end(), *candidate) == known.end()) {
        entry.readings.push_back(*candidate);
      }
    }
    if (!entry.readings.empty()) {
      entry.kind = EntryKind::ambiguous;
      return entry;
    }
  }
  if (code != NumberFault::unexpected) return fault(code, text_begin, text_end);
  const std::size_t last = end_of_foreign_text(all, at, body.end) - 1;
  return fault(code, all[at].begin, all[last].end);
}

NumberEntry parse_number(std::string_view text, std::string_view unit) {
  const DecimalEntry decimal = parse_decimal(text, unit);
  NumberEntry entry{decimal.kind,  decimal.value.mantissa, decimal.readings,
                    decimal.fault, decimal.offending,      decimal.offset};
  if (decimal.kind == EntryKind::value && !decimal.value.is_whole()) {
    entry = {EntryKind::fault, 0, {}, NumberFault::not_whole, std::string(text), 0};
  }
  return entry;
}

}  // namespace uwanose::core
