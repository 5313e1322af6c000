#include "io/text_table.h"

#include <utility>

#include "io/json_reader.h"

namespace uwanose::io {

std::optional<core::TextMap> read_text_table(std::string_view bytes) {
  JsonDocument document = read_json(bytes);
  if (!document.value || !document.faults.empty() || !document.value->is(Value::Kind::object)) {
    return std::nullopt;
  }
  core::TextMap table;
  for (Value& member : document.value->children) {
    if (!member.is(Value::Kind::text)) return std::nullopt;
    table.emplace(std::move(member.key), std::move(member.text));
  }
  return table;
}

}  // namespace uwanose::io
