// What a case file says beside the facts, so that the page that saved it can go on where it was:
// how figures were entered, which odd ones were confirmed, and the scenarios beside the case. No
// rule reads any of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/case.h"

namespace uwanose::io {

// How much of a file is read: what assesses needs the facts alone, and does not look at the rest.
enum class Extent : std::uint8_t { facts, all };

// Figures of an expense as they were entered, with consumption tax.
struct WithTax {
  std::int64_t percent = 10;  // or 8
  rules::Figure amount_yen, unit_price_yen;
  std::string extra;  // unknown members, as JSON
};

struct ExpenseNotes {
  // The same number in another scenario of the file is the same expense; 0 says nothing. Written
  // only where there are scenarios.
  std::int64_t row = 0;
  std::optional<WithTax> with_tax;
};

struct EntryNotes {
  std::map<std::size_t, ExpenseNotes> expenses;  // by index
  // Values that the applicant says are right, by place: `expenses[2].amount_yen`, `plan.yearly[1]…`
  // of the first year.
  std::map<std::string, std::int64_t> confirmed;
};

struct CaseContent {
  rules::Case facts;
  std::string extra;  // as CaseFile::extra
  EntryNotes notes;
};

// One of two to four cases that are compared.
struct SavedScenario {
  rules::Figure number;  // what it is called by while it has no name
  std::string name;
  std::string extra;                   // unknown members, as JSON
  std::optional<CaseContent> content;  // none: the file's own case
};

// Rows and scenarios are numbered up to here: as many as a page can give.
inline constexpr std::int64_t most_numbers = 999'999'999;
inline constexpr std::size_t least_scenarios = 2, most_scenarios = 4;

}  // namespace uwanose::io
