#include "app/ledger.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/japanese_date.h"

namespace uwanose::app {

namespace {

using core::MonthEntry;
using core::MonthEntryKind;

bool is_month(const MonthEntry& entry) {
  return entry.kind == MonthEntryKind::value || entry.kind == MonthEntryKind::without_year;
}

// Rows and columns exchanged by the caller's wish, so that months always run to the right.
class Turned {
 public:
  Turned(const Cells& cells, bool down) : cells_(cells), down_(down) {}
  std::string_view at(std::size_t line, std::size_t place) const {
    return down_ ? cell(cells_, place, line) : cell(cells_, line, place);
  }
  std::size_t lines() const { return down_ ? width_of(cells_) : cells_.size(); }
  std::size_t places() const { return down_ ? cells_.size() : width_of(cells_); }

 private:
  const Cells& cells_;
  bool down_;
};

// Does a line's 202104 mean a month? Among other figures it is one of them.
bool figures_are_months(const Turned& table, std::size_t line) {
  for (std::size_t i = 0; i < table.places(); ++i) {
    const std::string_view text = table.at(line, i);
    if (is_figure(text) && !is_month(core::parse_month(text))) return false;
  }
  return true;
}

std::size_t months_in(const Turned& table, std::size_t line) {
  const bool figures = figures_are_months(table, line);
  std::size_t count = 0;
  for (std::size_t i = 0; i < table.places(); ++i) {
    const std::string_view text = table.at(line, i);
    if (is_month(core::parse_month(text)) && (figures || !is_figure(text))) ++count;
  }
  return count;
}

// The first line with the most months, and how many.
std::pair<std::size_t, std::size_t> best_line(const Turned& table) {
  constexpr std::size_t most_lines = 1000;
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (std::size_t line = 0; line < std::min(table.lines(), most_lines); ++line) {
    const std::size_t count = months_in(table, line);
    if (count > best.second) best = {line, count};
  }
  return best;
}

int rank_of(const std::string& label) {
  constexpr std::array<std::string_view, 8> names{
      "純売上高", "売上高合計", "売上高計", "売上合計", "売上計", "売上高", "売上収入金額", "売上"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (label == names[i]) return static_cast<int>(names.size() - i) + 1;
  }
  // 「売上高（千円）」「2021年度売上高」, but no cost, profit or receivable.
  for (const std::string_view other : {"原価", "利益", "売掛", "値引", "戻", "返品", "率", "比"}) {
    if (label.find(other) != std::string::npos) return 0;
  }
  return label.find("売上") != std::string::npos || label == "Sales" || label == "sales" ? 1 : 0;
}

void read_months(Ledger& ledger, const Turned& table) {
  std::optional<core::Month> before;  // the label before, as if the first stood in year 2000
  bool dated = false;
  const bool figures = figures_are_months(table, ledger.header);
  std::set<core::Month> seen;
  core::Month first;
  for (std::size_t i = 0; i < table.places(); ++i) {
    const std::string_view text = table.at(ledger.header, i);
    const MonthEntry entry = core::parse_month(text);
    if (!is_month(entry) || (!figures && is_figure(text))) {
      const bool beyond = before.has_value() && !text.empty() && !is_figure(text);
      if (beyond) ledger.left_out.emplace_back(text);
      continue;
    }
    core::Month month = entry.month;
    if (entry.kind == MonthEntryKind::value) {
      // Years that come after months without one date those too.
      if (before && !dated) {
        const int shift = month - *before;
        std::set<core::Month> moved;
        for (const core::Month other : seen) moved.insert(other + (shift / 12) * 12);
        seen = std::move(moved);
        first = first + (shift / 12) * 12;
      }
      dated = true;
    } else {
      const int year = before ? before->year() : 2000;
      month = core::Month(year, entry.month_of_year);
      if (before && month < *before) month = month + 12;
    }
    if (!before) {
      first = month;
      ledger.first_of_year = month.month();
    }
    before = month;
    if (!seen.insert(month).second) {
      ++ledger.twice;
      continue;
    }
    ledger.months.push_back({i, month - first});
  }
  if (dated) ledger.first = first;
}

std::string account_label(const Ledger& ledger, const Turned& table, std::size_t line) {
  const std::size_t end = ledger.months.front().at;
  for (std::size_t i = end; i-- > 0;) {
    const std::string_view text = table.at(line, i);
    // Headers may be bare years: they are names there, not figures.
    if (!label_of(text).empty() && (ledger.months_run_down || !is_figure(text))) {
      return std::string(text);
    }
  }
  return {};
}

void read_accounts(Ledger& ledger, const Turned& table) {
  for (std::size_t line = 0; line < table.lines(); ++line) {
    if (line == ledger.header) continue;
    const bool any =
        std::any_of(ledger.months.begin(), ledger.months.end(),
                    [&](const LedgerMonth& month) { return is_figure(table.at(line, month.at)); });
    if (!any) continue;
    Account account{line, account_label(ledger, table, line), 0, false};
    const std::string label = label_of(account.label);
    account.rank = rank_of(label);
    account.value_added = label.find("付加価値") != std::string::npos;
    ledger.accounts.push_back(std::move(account));
  }
}

}  // namespace

const Account* Ledger::likely_sales() const {
  const Account* best = nullptr;
  for (const Account& account : accounts) {
    if (account.rank > (best != nullptr ? best->rank : 0)) best = &account;
  }
  return best;
}

const Account* Ledger::likely_value_added() const {
  const auto at = std::find_if(accounts.begin(), accounts.end(),
                               [](const Account& account) { return account.value_added; });
  return at == accounts.end() ? nullptr : &*at;
}

std::optional<Ledger> find_ledger(const Cells& cells) {
  const auto [row, in_row] = best_line(Turned(cells, false));
  const auto [column, in_column] = best_line(Turned(cells, true));
  if (std::max(in_row, in_column) < least_months) return std::nullopt;
  Ledger ledger;
  ledger.months_run_down = in_column > in_row;
  ledger.header = ledger.months_run_down ? column : row;
  const Turned table(cells, ledger.months_run_down);
  read_months(ledger, table);
  if (ledger.months.size() < least_months) return std::nullopt;
  read_accounts(ledger, table);
  ledger.unit = named_unit(cells);
  for (const CellRow& line : cells) {
    for (const std::string& text : line) {
      ledger.tax_included = ledger.tax_included || text.find("税込") != std::string::npos;
    }
  }
  return ledger;
}

}  // namespace uwanose::app
