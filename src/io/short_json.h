// A document in fewer letters, for a link: what a case says, so that it compresses well.
//
// A list of objects is written by columns, `{"|": [rows, ["amount_yen", [5, 7]], …]}`, months that
// follow one another as the first alone, and the words of the case format as "~" and a number.
// Texts that begin with one of the marks have "~~" before them. Nothing is lost: `lengthen_json`
// gives the same document again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace uwanose::io {

// Of a document that read_json reads without a fault.
std::string shorten_json(std::string_view json);

// Nothing if it is no such text, or one that would become more than read_json takes.
std::optional<std::string> lengthen_json(std::string_view text);

}  // namespace uwanose::io
