#include "app/tax.h"

#include <algorithm>

#include "app/facts.h"
#include "core/int128.h"
#include "core/yen.h"

namespace uwanose::app {

namespace {

constexpr std::string_view prefix = "expenses.", suffix = ".tax";

int zeros(std::int64_t value) {
  int count = 0;
  for (; value != 0 && value % 10 == 0; value /= 10) ++count;
  return count;
}

bool is_price(const FieldKey& key, const rules::Catalogue& catalogue) {
  const std::string_view field = last_part(catalogue[key.fact].id);
  return key.series == rules::Series::expenses &&
         (field == "amount_yen" || field == "unit_price_yen");
}

rules::Figure& figure_of(Taxed& taxed, const FieldKey& key, const rules::Catalogue& catalogue) {
  return last_part(catalogue[key.fact].id) == "amount_yen" ? taxed.amount_yen
                                                           : taxed.unit_price_yen;
}

rules::Figure net(const rules::Figure& entered, int percent) {
  return entered ? rules::Figure(without_tax(*entered, percent)) : std::nullopt;
}

rules::Expense* row_of(Document& document, RowId row) {
  const auto at = position(document.rows, row);
  return at ? &(*document.facts.expenses)[*at] : nullptr;
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) {
    text.erase(at, part.size());
  }
}

}  // namespace

std::int64_t without_tax(std::int64_t with_tax, int percent) {
  return static_cast<std::int64_t>(core::Int128{with_tax} * 100 / (100 + percent));
}

int likely_tax(std::int64_t yen) {
  constexpr int least_zeros = 3;  // 1,000円: below, round sums are chance
  struct Rate {
    int percent, rounder;
  };
  // Every ninth amount of two digits is a multiple of 11; of 108 few are, but more of 54.
  for (const auto& [percent, rounder] : {Rate{10, 1}, Rate{8, 2}}) {
    if (yen <= 0 || yen > core::max_stated_yen || yen * 100 % (100 + percent) != 0) continue;
    const int of_net = zeros(without_tax(yen, percent));
    if (of_net >= least_zeros && of_net >= zeros(yen) + rounder) return percent;
  }
  return 0;
}

std::optional<RowId> tax_row(std::string_view key) {
  if (!key.starts_with(prefix) || !key.ends_with(suffix)) return std::nullopt;
  RowId row = 0;
  for (const char c : key.substr(prefix.size(), key.size() - prefix.size() - suffix.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    row = row * 10 + static_cast<RowId>(c - '0');
  }
  return row;
}

std::string tax_key(RowId row) {
  return std::string(prefix).append(std::to_string(row)).append(suffix);
}

int tax_of(const Document& document, RowId row) {
  const auto at = document.taxed.find(row);
  return at == document.taxed.end() ? 0 : at->second.percent;
}

rules::Figure entered_with_tax(const Document& document, const FieldKey& key,
                               const rules::Catalogue& catalogue) {
  const auto at = document.taxed.find(key.row);
  if (at == document.taxed.end() || !is_price(key, catalogue)) return std::nullopt;
  Taxed taxed = at->second;
  const rules::Figure entered = figure_of(taxed, key, catalogue);
  // A figure that reached the case by another way than its field is without tax.
  const MaybeValue fact = read_fact(document, key, catalogue);
  const bool follows = entered && fact && fact->number == core::Ratio(*net(entered, taxed.percent));
  return follows ? entered : std::nullopt;
}

void set_tax(Document& document, RowId row, int percent) {
  rules::Expense* const expense = row_of(document, row);
  if (expense == nullptr) return;
  const auto at = document.taxed.find(row);
  Taxed taxed{percent, expense->amount_yen, expense->unit_price_yen, {}};
  if (at != document.taxed.end()) {
    const Taxed& before = at->second;
    taxed.extra = before.extra;
    const auto keep = [&](rules::Figure& figure, const rules::Figure& entered) {
      if (entered && figure == net(entered, before.percent)) figure = entered;
    };
    keep(taxed.amount_yen, before.amount_yen);
    keep(taxed.unit_price_yen, before.unit_price_yen);
  }
  expense->amount_yen = net(taxed.amount_yen, percent);
  expense->unit_price_yen = net(taxed.unit_price_yen, percent);
  if (percent == 0) {
    document.taxed.erase(row);
  } else {
    document.taxed.insert_or_assign(row, taxed);
  }
}

rules::Figure take_entered(Document& document, const FieldKey& key, rules::Figure entered,
                           const rules::Catalogue& catalogue) {
  const auto at = document.taxed.find(key.row);
  if (at == document.taxed.end() || !is_price(key, catalogue)) return entered;
  figure_of(at->second, key, catalogue) = entered;
  return net(entered, at->second.percent);
}

TaxWords split_tax_words(std::string_view text) {
  struct Word {
    std::string_view word;
    int percent;
  };
  constexpr Word words[] = {{"税込み", 10}, {"税込", 10}, {"内税", 10}, {"税抜き", 0},
                            {"税抜", 0},    {"税別", 0},  {"外税", 0}};
  constexpr Word rates[] = {{"10%", 10}, {"10％", 10}, {"１０％", 10},
                            {"8%", 8},   {"8％", 8},   {"８％", 8}};
  TaxWords made{std::string(text), std::nullopt};
  for (const Word& each : words) {
    const std::size_t at = made.amount.find(each.word);
    if (at == std::string::npos) continue;
    made.percent = each.percent;
    made.amount.erase(at, each.word.size());
    for (const Word& rate : rates) {
      if (each.percent == 0 || !std::string_view(made.amount).substr(at).starts_with(rate.word)) {
        continue;
      }
      made.percent = rate.percent;
      made.amount.erase(at, rate.word.size());
      break;
    }
    break;
  }
  if (made.percent) {
    for (const std::string_view brackets : {"()", "（）", "[]"}) erase_all(made.amount, brackets);
  }
  return made;
}

}  // namespace uwanose::app
