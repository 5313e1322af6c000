#include "io/compact_book.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "io/compact_members.h"

namespace uwanose::io {

namespace {

// Layout: mark, version, checksum of all that follows (8 bytes, least first); the distinct texts;
// the distinct formulas; the book. Numbers take as many bytes as they need, seven bits each; of a
// text or formula stands its number, since frames share most of theirs.
constexpr std::string_view mark = "uwanose-book";
constexpr char format_version = 1;
constexpr std::size_t checksum_size = 8;
constexpr std::size_t header_size = mark.size() + 1 + checksum_size;

// FNV-1a: any one byte that differs makes another sum.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return sum;
}

std::string header_of(std::string_view content) {
  std::string header(mark);
  header += format_version;
  std::uint64_t sum = checksum(content);
  for (std::size_t i = 0; i < checksum_size; ++i, sum >>= 8) {
    header += static_cast<char>(sum & 0xff);
  }
  return header;
}

core::Uint128 folded(core::Int128 number) {  // small numbers of either sign become small ones
  const auto twice = static_cast<core::Uint128>(number) << 1;
  return number < 0 ? ~twice : twice;
}
core::Int128 unfolded(core::Uint128 number) {
  const auto half = static_cast<core::Int128>(number >> 1);
  return (number & 1) != 0 ? ~half : half;
}

// The last of each enumeration.
constexpr auto last(rules::FactType /*of*/) { return rules::FactType::month; }
constexpr auto last(rules::Series /*of*/) { return rules::Series::expenses; }
constexpr auto last(rules::MonthlySet /*of*/) { return rules::MonthlySet::value_added; }
constexpr auto last(rules::Table::Key::Kind /*of*/) { return rules::Table::Key::Kind::choice; }
constexpr auto last(rules::ValueType /*of*/) { return rules::ValueType::choice; }
constexpr auto last(rules::Op /*of*/) { return rules::Op::all_expenses; }

class Writer {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (item(values), ...);
  }

  std::string finish() const {
    std::string content;
    put(content, order_.size());
    for (const std::string* text : order_) {
      put(content, text->size());
      content += *text;
    }
    put(content, formulas_.size());
    content += formula_bytes_;
    content += body_;
    return header_of(content) + content;
  }

  void number(core::Uint128 value) { put(body_, value); }
  void item(std::string& text) {
    const auto [known, is_new] = numbers_.try_emplace(text, numbers_.size());
    if (is_new) order_.push_back(&known->first);
    number(known->second);
  }
  void item(rules::Formula& formula) {
    std::string bytes;
    bytes.swap(body_);
    members(*this, formula);
    bytes.swap(body_);
    const auto [known, is_new] = formulas_.try_emplace(bytes, formulas_.size());
    if (is_new) formula_bytes_ += bytes;
    number(known->second);
  }
  template <std::integral Integer>
  void item(Integer& value) {
    if constexpr (std::signed_integral<Integer>) {
      number(folded(value));
    } else {
      number(value);
    }
  }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  void item(Enumeration& value) { number(static_cast<core::Uint128>(value)); }
  void item(char& value) { number(static_cast<unsigned char>(value)); }
  void item(core::Month& month) { number(static_cast<std::uint32_t>(month.index())); }
  void item(core::Date& date) { number(static_cast<std::uint32_t>(date - core::Date())); }
  void item(core::Ratio& ratio) {
    number(folded(ratio.numerator()));
    number(folded(ratio.denominator()));
  }
  template <class Value, std::size_t count>
  void item(std::array<Value, count>& values) {
    for (Value& value : values) (*this)(value);
  }
  template <class Value>
  void item(std::optional<Value>& value) {
    number(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  template <class Value>
  void item(std::vector<Value>& list) {
    number(list.size());
    for (Value& value : list) (*this)(value);
  }
  template <class... Values>
  void item(std::variant<Values...>& value) {
    number(value.index());
    std::visit([this](auto& chosen) { (*this)(chosen); }, value);
  }
  template <class Value>
  void item(Value& value) {
    members(*this, value);
  }

 private:
  static void put(std::string& out, core::Uint128 value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7f) | 0x80);
    out += static_cast<char>(value);
  }

  std::string body_, formula_bytes_;
  std::map<std::string, std::size_t> numbers_, formulas_;
  std::vector<const std::string*> order_;
};

// Once something does not fit, nothing more is read and all the rest is empty.
class Reader {
 public:
  explicit Reader(std::string_view content) : rest_(content) {
    for (std::size_t count = size(); count > 0 && !failed_; --count) {
      const std::size_t length = size();
      texts_.push_back(rest_.substr(0, length));
      rest_.remove_prefix(length);
    }
    for (std::size_t count = size(); count > 0 && !failed_; --count) {
      members(*this, formulas_.emplace_back());
    }
  }

  template <class... Values>
  void operator()(Values&... values) {
    (item(values), ...);
  }
  bool complete() const { return !failed_ && rest_.empty(); }

 private:
  bool fail() {
    failed_ = true;
    rest_ = {};
    return false;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      if (shift == 63 && byte > 1) break;
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) return value;
    }
    fail();
    return 0;
  }
  // Of a list or text: each of its parts takes a byte or more.
  std::size_t size() {
    const std::uint64_t count = number();
    return count <= rest_.size() || fail() ? static_cast<std::size_t>(count) : 0;
  }
  // One of `count`.
  std::size_t choice(std::uint64_t count) {
    const std::uint64_t chosen = number();
    return chosen < count || fail() ? static_cast<std::size_t>(chosen) : 0;
  }

  void item(std::string& text) {
    const std::size_t index = choice(texts_.size());
    if (!failed_) text = texts_[index];
  }
  void item(rules::Formula& formula) {
    const std::size_t index = choice(formulas_.size());
    if (!failed_) formula = formulas_[index];
  }
  template <std::signed_integral Integer>
  void item(Integer& value) {
    take(static_cast<std::int64_t>(unfolded(number())), value);
  }
  template <std::unsigned_integral Integer>
  void item(Integer& value) {
    take(number(), value);
  }
  template <class Read, class Integer>
  void take(Read read, Integer& value) {
    if (std::in_range<Integer>(read)) {
      value = static_cast<Integer>(read);
    } else {
      fail();
    }
  }
  void item(bool& value) { value = choice(2) == 1; }
  void item(char& value) { value = static_cast<char>(choice(128)); }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  void item(Enumeration& value) {
    value = static_cast<Enumeration>(choice(static_cast<std::size_t>(last(value)) + 1));
  }
  void item(core::Month& month) {
    month = core::Month::from_index(static_cast<std::int32_t>(choice(most_months)));
  }
  void item(core::Date& date) { date = core::Date() + static_cast<int>(choice(most_days)); }
  void item(core::Ratio& ratio) {
    const core::Int128 numerator = unfolded(number());
    ratio = core::Ratio::of(numerator, unfolded(number()));
  }
  template <class Value, std::size_t count>
  void item(std::array<Value, count>& values) {
    for (Value& value : values) (*this)(value);
  }
  template <class Value>
  void item(std::optional<Value>& value) {
    if (choice(2) == 1) (*this)(value.emplace());
  }
  template <class Value>
  void item(std::vector<Value>& list) {
    std::size_t count = size();
    list.reserve(std::min(count, most_reserved));
    for (; count > 0 && !failed_; --count) (*this)(list.emplace_back());
  }
  template <class... Values>
  void item(std::variant<Values...>& value) {
    const std::size_t chosen = choice(sizeof...(Values));
    std::size_t index = 0;
    ((index++ == chosen ? (*this)(value.template emplace<Values>()) : void()), ...);
  }
  template <class Value>
  void item(Value& value) {
    members(*this, value);
  }

  static constexpr std::uint64_t most_months = 120'000;
  static constexpr std::uint64_t most_days = 3'660'000;
  static constexpr std::size_t most_reserved = 1'000;  // a length is not to be trusted

  std::string_view rest_;
  std::vector<std::string_view> texts_;
  std::vector<rules::Formula> formulas_;
  bool failed_ = false;
};

}  // namespace

std::string write_compact(const rules::RuleBook& book) {
  Writer writer;
  rules::RuleBook written = book;  // one list of members for both directions
  writer(written);
  return writer.finish();
}

std::optional<rules::RuleBook> read_compact(std::string_view bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  const std::string_view content = bytes.substr(header_size);
  if (bytes.substr(0, header_size) != header_of(content)) return std::nullopt;
  Reader reader(content);
  std::optional<rules::RuleBook> book(std::in_place);
  reader(*book);
  if (!reader.complete()) book.reset();
  return book;
}

}  // namespace uwanose::io
