// What was entered, as tables of words: for the printed report, which shows no controls. What the
// answer waits for says so; what else is not known is counted, not listed. Months of more than a
// year stand side by side, a column for each year.
#pragma once

#include <string>
#include <vector>

#include "app/form.h"

namespace uwanose::app {

struct InputTable {
  std::string id;  // of its section; of a series with ".rows"
  std::string caption;
  std::vector<std::string> columns;            // the first is that of the rows' headers
  std::vector<bool> figures;                   // one a column: to be aligned at the right
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
  std::string note;  // 「ほかの12行は未入力です。」; "" nothing is left out
};

std::vector<InputTable> make_input_summary(const Form& form, const Words& words);

}  // namespace uwanose::app
