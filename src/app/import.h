// What waits to be taken in: a case that was opened, or cells that were pasted or read from a file.
// Nothing of it is in the document until the user accepts it (proposal.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/cells.h"
#include "core/fault.h"

namespace uwanose::app {

struct Document;

struct Import {
  enum class Kind : std::uint8_t {
    whole_case,  // replaces everything
    table,       // cells pasted into one of the form's tables, or a list of expenses
    ledger,      // months beside accounts, in somebody else's layout
  };
  Kind kind = Kind::whole_case;
  std::string source;  // the file's name, or what it is

  // of a whole case
  std::shared_ptr<const Document> document;
  core::Faults warnings;
  bool kept = false;  // by this device, from an earlier visit

  // of cells
  Cells cells;
  std::string at;  // key of the field pasted into; "" a file
  std::map<std::string, std::string, std::less<>> answers;  // to what the proposal asks
};

}  // namespace uwanose::app
