#include "io/json_writer.h"

#include <array>
#include <charconv>
#include <cstring>

#include "io/json_reader.h"

namespace uwanose::io {

namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = true;
  return escaped;
}
constexpr std::array<bool, 256> is_escaped = make_escaped();

// Whether one of eight bytes at once must be escaped: a quote, a backslash or below 0x20.
bool any_escaped(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & ones << 7; };
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  return (has_zero(bytes ^ ones * '"') | has_zero(bytes ^ ones * '\\') |
          has_zero(bytes & ones * 0xe0)) != 0;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: {
      const auto code = static_cast<unsigned char>(c);
      out += "\\u00";
      out += hex[code >> 4];
      out += hex[code & 15];
    }
  }
}

}  // namespace

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

void JsonWriter::before_item() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (indented_ && depth_ > 0) {
    if (row_depth_ == 0) {
      new_line();
    } else if (!first_ || row_depth_ == 1) {
      out_ += ' ';
    }
  }
  first_ = false;
}

void JsonWriter::open(char bracket) {
  before_item();
  out_ += bracket;
  ++depth_;
  if (row_depth_ > 0) ++row_depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (row_depth_ > 0) {
    --row_depth_;
  } else if (indented_ && !first_) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::begin_row() {
  open('{');
  if (row_depth_ == 0) row_depth_ = 1;
}

void JsonWriter::end_row() {
  if (indented_ && !first_) out_ += ' ';
  close('}');
}

void JsonWriter::key(std::string_view name) {
  before_item();
  out_ += '"';
  out_ += name;
  out_ += indented_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::escaped_key(std::string_view name) {
  before_item();
  append_quoted(name);
  out_ += indented_ ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::append_quoted(std::string_view text) {
  out_ += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && !any_escaped(text.data() + i)) i += 8;
    if (i == text.size()) break;
    if (!is_escaped[static_cast<unsigned char>(text[i])]) continue;
    out_ += text.substr(start, i - start);
    append_escaped(out_, text[i]);
    start = i + 1;
  }
  out_ += text.substr(start);
  out_ += '"';
}

void JsonWriter::value(std::string_view text) {
  before_item();
  append_quoted(text);
}

void JsonWriter::value(std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::value(core::Int128 number) {
  const auto low = static_cast<std::int64_t>(number);
  low == number ? value(low) : raw(core::to_string(number));
}

void JsonWriter::raw(std::string_view json) {
  before_item();
  out_ += json;
}

void JsonWriter::repeat(Span span) {
  before_item();
  out_.append(out_, span.begin, span.size);
}

void JsonWriter::tree(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: null(); break;
    case Value::Kind::boolean: this->value(value.integer != 0); break;
    case Value::Kind::integer: this->value(value.integer); break;
    case Value::Kind::fraction:
    case Value::Kind::too_large: raw(value.text); break;
    case Value::Kind::text: this->value(value.text); break;
    case Value::Kind::list:
      begin_list();
      for (const Value& child : value.children) tree(child);
      end_list();
      break;
    case Value::Kind::object:
      begin_object();
      for (const Value& child : value.children) {
        escaped_key(child.key);
        tree(child);
      }
      end_object();
      break;
  }
}

std::string to_json(const Value& value) {
  std::string text;
  JsonWriter(text, Layout::compact).tree(value);
  return text;
}

}  // namespace uwanose::io
