// Monthly figures in a table that somebody else laid out: months along one side, accounts (売上高,
// 仕入高, …) along the other. Accounting software exports months as columns, spreadsheets often
// keep them as rows; no order of either can be relied on.
//
// The months are the row or the column with three or more labels that read as a month (「4月」,
// 2021/04, 令和3年4月). Whatever else stands in that line (合計, 累計, 決算整理) is left out. Where
// no label names a year, the months run on from one that the user has to name.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/cells.h"
#include "core/month.h"

namespace uwanose::app {

inline constexpr std::size_t least_months = 3;

struct LedgerMonth {
  std::size_t at = 0;  // column, or row where the months run down
  int offset = 0;      // months after the first
};

// A line of figures across the months.
struct Account {
  std::size_t at = 0;  // row, or column where the months run down
  std::string label;   // as written; "" if it has none
  int rank = 0;        // how surely it is what the sales are, from 1; 0: some other account
  bool value_added = false;
};

struct Ledger {
  bool months_run_down = false;
  std::size_t header = 0;             // row or column of the months
  std::vector<LedgerMonth> months;    // in their order, each once
  std::optional<core::Month> first;   // none: the labels do not say the year
  int first_of_year = 0;              // the first label's month of the year, 1 to 12
  std::vector<Account> accounts;      // those with figures, in the order of the table
  std::vector<std::string> left_out;  // labels in the line of the months that are no months
  std::size_t twice = 0;              // labels of months that were there already
  std::int64_t unit = 1;              // of the figures, as a label names it
  bool tax_included = false;          // a label says 税込

  // Row and column of a figure.
  std::pair<std::size_t, std::size_t> place(const LedgerMonth& month, std::size_t account) const {
    return months_run_down ? std::pair(month.at, account) : std::pair(account, month.at);
  }
  // The account that is most surely the sales, or the value added.
  const Account* likely_sales() const;
  const Account* likely_value_added() const;
};

// Nothing where no line has three months.
std::optional<Ledger> find_ledger(const Cells& cells);

}  // namespace uwanose::app
