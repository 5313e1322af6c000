// Writes JSON piece by piece to the end of a string, indented by two spaces or on one line.
//
// The caller opens and closes what it writes; keys and values come in order. Text must be UTF-8.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/int128.h"

namespace uwanose::io {

struct Value;

enum class Layout : std::uint8_t { indented, compact };

class JsonWriter {
 public:
  JsonWriter(std::string& out, Layout layout) : out_(out), indented_(layout == Layout::indented) {}

  // An object that was written, to be written again where it is nested as deep.
  struct Span {
    std::size_t begin = 0, size = 0;
  };

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  // Where the object that was just begun begins; all of it, once it has ended.
  std::size_t place() const { return out_.size() - 1; }
  Span since(std::size_t place) const { return {place, out_.size() - place}; }
  void repeat(Span span);
  void begin_list() { open('['); }
  void end_list() { close(']'); }
  // What is opened within stays on one line.
  void begin_row();
  void end_row();
  // Plain names only, as they stand in the formats.
  void key(std::string_view name);
  void escaped_key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(core::Int128 number);
  void value(std::same_as<bool> auto yes) { raw(yes ? "true" : "false"); }
  void null() { raw("null"); }
  // A whole value as JSON text.
  void raw(std::string_view json);
  // What was read, as it was written.
  void tree(const Value& value);

  template <typename T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  void null_member(std::string_view name) {
    key(name);
    null();
  }

 private:
  void before_item();
  void new_line();
  void open(char bracket);
  void close(char bracket);
  void append_quoted(std::string_view text);

  std::string& out_;
  bool indented_;
  bool first_ = true;  // nothing stands yet in what is open
  bool after_key_ = false;
  int depth_ = 0;
  int row_depth_ = 0;  // > 0: inside a row
};

// The text of a value that was read.
std::string to_json(const Value& value);

}  // namespace uwanose::io
