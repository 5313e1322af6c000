// What people take into a spreadsheet program: the months, the expenses, the frames compared, and
// scenarios compared. Each begins with what it is (an estimate), whose it is, and by which rules.
// Known amounts are numbers in whole yen; a range or what is unknown is words.
#pragma once

#include <span>
#include <string>

#include "app/answer.h"
#include "core/table.h"

namespace uwanose::app {

core::Table months_table(const Subject& subject);
core::Table expenses_table(const Subject& subject);
core::Table frames_table(const Subject& subject);

// "months", "expenses" or "frames"; empty for any other name.
core::Table table_of(const Subject& subject, std::string_view name);

// One line each, by the frame that the scenario shows.
struct NamedSubject {
  std::string name;
  const Subject& subject;
};
core::Table scenarios_table(std::span<const NamedSubject> scenarios);

}  // namespace uwanose::app
