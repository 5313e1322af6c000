// Members of an object whose keys are all known: asks for them by name, reports the ones that are
// missing, wrong, or that nobody asked for. For files that are refused whole if they are wrong in
// any place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/values.h"
#include "rules/formula.h"
#include "rules/text.h"

namespace uwanose::io {

enum class Need : bool { optional, required };

class Members {
 public:
  Members(const Value& object, Trail& trail)
      : object_(want_object(object, trail) ? &object : nullptr), trail_(trail) {}
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;
  // Reports the members that nobody asked for.
  ~Members();

  // "format" and the version under `version_key`.
  void header(std::string_view format, std::string_view version_key);
  bool has(std::string_view key) const;
  // Which other members there may be is not known: none is reported.
  void accept_rest() { object_ = nullptr; }
  Trail& trail() { return trail_; }

  // Calls read(value) at the member's place; null is the same as absent.
  template <typename Read>
  void read(std::string_view key, Need need, Read reader) {
    const Value* value = take(key, need);
    if (value == nullptr) return;
    const Step at(trail_, key);
    reader(*value);
  }
  // Calls read(value, item) for each item of a list.
  template <typename Item, typename Read>
  void list(std::string_view key, Need need, std::vector<Item>& items, Read reader) {
    read(key, need, [&](const Value& value) {
      if (!want_list(value, trail_)) return;
      items.resize(value.children.size());
      for (std::size_t i = 0; i < items.size(); ++i) {
        const Step at(trail_, i);
        reader(value.children[i], items[i]);
      }
    });
  }

  void text(std::string_view key, std::string& out, Need need = Need::required);
  void words(std::string_view key, rules::Text& out, Need need = Need::required);
  void formula(std::string_view key, rules::Formula& out, Need need = Need::optional);
  void formulas(std::string_view key, std::vector<rules::Formula>& out);
  void names(std::string_view key, std::vector<std::string>& out, Need need);
  void flag(std::string_view key, bool& out);
  template <typename Number>
  void integer(std::string_view key, Number& out, std::int64_t min, std::int64_t max,
               Need need = Need::required) {
    read(key, need, [&](const Value& value) {
      if (const auto number = read_integer(value, min, max, trail_)) {
        out = static_cast<Number>(*number);
      }
    });
  }
  void ratio(std::string_view key, core::Ratio& out);
  void month(std::string_view key, core::Month& out);
  void unit(std::string_view key, rules::Unit& out, Need need);

 private:
  const Value* take(std::string_view key, Need need);

  const Value* object_;
  Trail& trail_;
  std::vector<std::string_view> asked_;
};

template <typename Content>
struct WholeFile {
  std::optional<Content> value;  // none if there is a fault
  core::Faults faults;
};

// read(members, content) reads what follows the header.
template <typename Content, typename Read>
WholeFile<Content> read_whole_file(std::string_view bytes, std::string_view format,
                                   std::string_view version_key, const Read& read) {
  JsonDocument document = read_json(bytes);
  Trail trail;
  trail.faults = std::move(document.faults);
  Content content;
  if (document.value) {
    Members members(*document.value, trail);
    members.header(format, version_key);
    read(members, content);
  }
  WholeFile<Content> file{.value = {}, .faults = std::move(trail.faults)};
  if (file.faults.empty()) file.value = std::move(content);
  return file;
}

void read_words(const Value& value, rules::Text& out, Trail& trail);
// An integer, or text: "45", "12.5", "10%", "2/3", "6000万", "1.5億".
std::optional<core::Ratio> read_ratio(const Value& value, Trail& trail);

}  // namespace uwanose::io
