// Fault: what is wrong with an input and where. Faults are values; nothing throws them.
//
// `place` names the spot in the words of the file format: `expenses[2].amount_yen`, `line 7`.
// `reason` is English for the command line; `code` and `arguments` let the page say the same in
// the reader's language.
#pragma once

#include <string>
#include <vector>

namespace uwanose::core {

struct Fault {
  std::string place;
  std::string code;  // key of the string table, such as "fault.format"
  std::string reason;
  std::vector<std::string> arguments;

  std::string to_string() const { return place.empty() ? reason : place + ": " + reason; }
};

using Faults = std::vector<Fault>;

}  // namespace uwanose::core
