// What every chart says in words: what it is, what it shows, and the same figures as a table.
#pragma once

#include <string>
#include <vector>

namespace uwanose::app {

struct ChartTexts {
  std::string name;                             // 月別売上高と基準月
  std::string description;                      // what it shows, in a sentence or two
  std::vector<std::string> columns;             // of the table
  std::vector<std::vector<std::string>> table;  // one row a month, a year, a corner
};

}  // namespace uwanose::app
