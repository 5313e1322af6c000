#include "io/json_reader.h"

#include <algorithm>
#include <limits>
#include <set>

#include <nlohmann/json.hpp>

#include "core/utf8.h"
#include "io/trail.h"

namespace uwanose::io {

namespace {

using Json = nlohmann::json;

// "3", "7" of the byte at `offset`; columns count characters.
std::pair<std::string, std::string> line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {std::to_string(lines + 1),
          std::to_string(core::count_code_points(before.substr(line_start)) + 1)};
}

core::Fault syntax_fault(std::string_view text, std::size_t offset, std::string reason) {
  auto [line, column] = line_and_column(text, offset);
  return {"line " + line + ", column " + column,
          "fault.json",
          "not JSON: " + reason,
          {line, column, reason}};
}

// The library's own words say where and quote the input; only the cause is kept.
std::string cause_of(std::string_view what) {
  const std::size_t dash = what.find(" - ");
  if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
  std::string cause(what);
  const std::size_t quotation = cause.find("; last read: '");
  if (quotation != std::string::npos) {
    const std::size_t expected = cause.rfind("'; expected ");
    cause.erase(quotation, expected == std::string::npos || expected < quotation
                               ? std::string::npos
                               : expected + 1 - quotation);
  }
  return cause;
}

class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool null() { return add({}); }
  bool boolean(bool value) { return add({.kind = Value::Kind::boolean, .integer = value}); }
  bool number_integer(std::int64_t value) {
    return add({.kind = Value::Kind::integer, .integer = value});
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
      return add({.kind = Value::Kind::too_large, .text = std::to_string(value)});
    }
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(Json::number_float_t /*value*/, const std::string& written) {
    const bool whole = written.find_first_of(".eE") == std::string::npos;
    return add({.kind = whole ? Value::Kind::too_large : Value::Kind::fraction, .text = written});
  }
  bool string(std::string& value) {
    return add({.kind = Value::Kind::text, .text = std::move(value)});
  }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Value::Kind::object); }
  bool start_array(std::size_t /*size*/) { return open(Value::Kind::list); }
  bool key(std::string& value) {
    key_ = std::move(value);
    return true;
  }
  bool end_object() {
    drop_repeated_members();
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const Json::exception& error) {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) {
      fault({place_of_next(), "fault.out_of_range", "the number is out of range", {}});
      document_.value.reset();
      return false;
    }
    const std::string cause = cause_of(error.what());
    // The position counts the characters that were read, the offending one included.
    const bool at_end = cause.starts_with("unexpected end of input");
    const std::size_t offset =
        at_end ? text_.size() : std::min(position == 0 ? 0 : position - 1, text_.size());
    fault(syntax_fault(text_, offset, cause));
    return false;
  }

  JsonDocument finish(bool complete) {
    if (!complete) document_.value.reset();
    return std::move(document_);
  }

 private:
  void fault(core::Fault found) { document_.faults.push_back(std::move(found)); }

  std::string place_of_next() const {
    std::string place;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const bool last = i + 1 == open_.size();
      if (open_[i].is(Value::Kind::list)) {
        append_index(place, open_[i].children.size());
      } else {
        append_key(place, last ? key_ : open_[i + 1].key);
      }
    }
    return place;
  }

  bool count() {
    if (++values_ <= max_json_values) return true;
    fault({"",
           "fault.json_size",
           "the document holds more than " + std::to_string(max_json_values) + " values",
           {std::to_string(max_json_values)}});
    return false;
  }
  bool add(Value value) {
    if (!count()) return false;
    attach(std::move(value));
    return true;
  }
  void attach(Value value) {
    if (open_.empty()) {
      document_.value = std::move(value);
      return;
    }
    if (open_.back().is(Value::Kind::object)) value.key = std::move(key_);
    open_.back().children.push_back(std::move(value));
  }
  bool open(Value::Kind kind) {
    if (open_.size() == max_json_depth) {
      fault({"",
             "fault.json_depth",
             "the document is nested more than " + std::to_string(max_json_depth) + " levels deep",
             {std::to_string(max_json_depth)}});
      return false;
    }
    if (!count()) return false;
    Value value{.kind = kind};
    if (!open_.empty() && open_.back().is(Value::Kind::object)) value.key = key_;
    open_.push_back(std::move(value));
    return true;
  }
  bool close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(value.key);
    attach(std::move(value));
    return true;
  }

  void drop_repeated_members() {
    std::vector<Value>& members = open_.back().children;
    if (!has_repeated_members(members)) return;
    std::set<std::string> seen;
    std::vector<Value> kept;
    for (Value& member : members) {
      if (seen.insert(member.key).second) {
        kept.push_back(std::move(member));
        continue;
      }
      key_ = member.key;
      fault({place_of_next(), "fault.key_twice", "the key is given twice", {}});
    }
    members = std::move(kept);
  }
  static bool has_repeated_members(const std::vector<Value>& members) {
    constexpr std::size_t few = 12;
    if (members.size() <= few) {
      for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (members[i].key == members[j].key) return true;
        }
      }
      return false;
    }
    std::vector<std::string_view> keys;
    keys.reserve(members.size());
    for (const Value& member : members) keys.emplace_back(member.key);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
  }

  std::string_view text_;
  JsonDocument document_;
  std::vector<Value> open_;
  std::string key_;
  std::size_t values_ = 0;
};

}  // namespace

const Value* Value::find(std::string_view wanted_key) const {
  for (const Value& child : children) {
    if (child.key == wanted_key) return &child;
  }
  return nullptr;
}

JsonDocument read_json(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (const auto offset = core::find_invalid_utf8(bytes)) {
    const std::string where = std::to_string(*offset);
    return {.value = {},
            .faults = {{"byte " + where, "fault.utf8", "the bytes are not UTF-8", {where}}}};
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  // The library would pass over a second mark, and take a NUL for the end of the text.
  if (bytes.starts_with(byte_order_mark)) {
    return {.value = {}, .faults = {syntax_fault(bytes, 0, "a second byte-order mark")}};
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return {.value = {}, .faults = {syntax_fault(bytes, nul, "a NUL character")}};
  }
  Builder builder(bytes);
  const bool complete = Json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &builder);
  return builder.finish(complete);
}

}  // namespace uwanose::io
