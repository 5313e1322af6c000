// Cells pasted into one of the form's tables: rows by their header (a month, a year of the plan) if
// the cells bring one along, else from the row pasted into; columns by their header if it is known,
// else from the column pasted into. Expenses go on below the last row.

#include <algorithm>
#include <array>

#include "app/facts.h"
#include "app/figures.h"
#include "app/proposal.h"
#include "core/japanese_date.h"

namespace uwanose::app {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Other words for the columns of the form's tables, as offers and plans write them.
struct Synonym {
  std::string_view column, word;
};
constexpr std::array<Synonym, 24> synonyms{{
    {"category", "区分"},
    {"category", "費目"},
    {"category", "科目"},
    {"category", "category"},
    {"item", "内容"},
    {"item", "品名"},
    {"item", "項目"},
    {"item", "名称"},
    {"item", "件名"},
    {"item", "摘要"},
    {"item", "item"},
    {"unit_price_yen", "単価"},
    {"unit_price_yen", "unit"},
    {"amount_yen", "金額"},
    {"amount_yen", "価格"},
    {"amount_yen", "amount"},
    {"sales_yen", "売上"},
    {"sales_yen", "sales"},
    {"value_added_yen", "付加価値"},
    {"value_added_yen", "valueadded"},
    {"near_minimum", "最低賃金"},
    {"minimum_hourly_wage_yen", "最低賃金"},
    {"employees", "従業員"},
    {"employees", "employees"},
}};

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool is_blank(std::string_view text) { return label_of(text).empty(); }

bool is_total(std::string_view text) {
  const std::string label = lower(label_of(text));
  return label.ends_with("合計") || label.ends_with("小計") || label == "計" || label == "総計" ||
         label == "total" || label == "subtotal";
}

class Maker {
 public:
  Maker(const State& state, Draft& draft)
      : state_(state),
        words_(state.words()),
        catalogue_(state.catalogue()),
        cells_(state.import->cells),
        form_(make_form(state)),
        draft_(draft) {}

  void make() {
    if (!find_place()) return;
    map_columns();
    std::int64_t unit = named_unit(cells_);
    const bool yen = std::any_of(columns_.begin(), columns_.end(), [&](std::size_t column) {
      return column != nowhere && grid_->columns[column].unit == words_("unit.yen");
    });
    if (unit != 1 && yen) unit = ask_unit(state_, draft_, unit);
    for (std::size_t i = first_row_; i < cells_.size(); ++i) take_row(i, unit);
    remark_on_rest();
  }

 private:
  // The table, and where in it the paste begins.
  bool find_place() {
    for (const FormSection& section : form_.sections) {
      for (const Grid& grid : section.grids) {
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
          const auto& cells = grid.rows[row].cells;
          for (std::size_t column = 0; column < cells.size(); ++column) {
            if (cells[column].key != state_.import->at) continue;
            grid_ = &grid, row_ = row, column_ = column;
            return true;
          }
        }
        // A file of expenses goes below the others.
        if (grid.id == "expenses" && state_.import->at.empty()) {
          grid_ = &grid, row_ = grid.rows.size(), column_ = 0;
          return true;
        }
      }
    }
    return false;
  }

  std::size_t column_named(std::string_view header) const {
    const std::string label = lower(label_of(header));
    if (label.empty()) return nowhere;
    for (std::size_t i = 0; i < grid_->columns.size(); ++i) {
      if (lower(label_of(grid_->columns[i].label)) == label) return i;
    }
    for (const Synonym& synonym : synonyms) {
      if (label.find(synonym.word) == std::string::npos) continue;
      for (std::size_t i = 0; i < grid_->columns.size(); ++i) {
        if (grid_->columns[i].id == synonym.column) return i;
      }
    }
    return nowhere;
  }

  // Which column of the form's table each column of the cells goes to.
  void map_columns() {
    const std::size_t width = width_of(cells_);
    const bool has_figure = std::any_of(cells_[0].begin(), cells_[0].end(),
                                        [](const std::string& text) { return is_figure(text); });
    const bool rows_below = cells_.size() > 1;
    std::size_t names = 0;
    if (!has_figure && rows_below) {
      for (std::size_t i = 0; i < width; ++i) {
        columns_.push_back(column_named(cell(cells_, 0, i)));
        if (columns_.back() != nowhere) ++names;
      }
    }
    // One word of a list of expenses may be an expense.
    const bool named =
        names >= (grid_->rows_vary && width > 1 ? 2 : 1) &&
        !(grid_->rows_vary && width == 1 && grid_->columns[columns_[0]].unit.empty());
    // Words above figures are headers, whatever they say; a list of expenses may be all words.
    const bool header = named || (!has_figure && rows_below && grid_->id != "expenses");
    first_row_ = header ? 1 : 0;
    find_row_labels(width);
    if (named) {
      drop_repeated();
      return;
    }
    columns_.assign(width, nowhere);
    // A category can only go where categories are, whichever field of the row was pasted into.
    const std::string_view first = cell(cells_, first_row_, 0);
    const bool category = grid_->rows_vary && width > 1 && category_named(first) != first;
    std::size_t column = category ? 0 : column_;
    for (std::size_t i = 0; i < width; ++i) {
      if (i == labels_) continue;
      if (column < grid_->columns.size()) {
        columns_[i] = column++;
      } else {
        ++beyond_columns_;
      }
    }
  }

  // 「税抜金額」 and 「税込金額」 both say 金額: the first counts, the second is left out.
  void drop_repeated() {
    std::vector<bool> taken(grid_->columns.size(), false);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string header(cell(cells_, 0, i));
      if (i == labels_ || is_blank(header)) continue;
      const bool free = columns_[i] != nowhere && !taken[columns_[i]];
      if (free && header.find("税込") == std::string::npos) {
        taken[columns_[i]] = true;
      } else {
        columns_[i] = nowhere;
        left_out_.push_back(header);
      }
    }
  }

  // A column in front whose cells name the rows: months, years of the plan, or mere words.
  void find_row_labels(std::size_t width) {
    if (width < 2 || grid_->id == "expenses") return;
    bool found = false, figures = false;
    for (std::size_t i = first_row_; i < cells_.size(); ++i) {
      const std::string_view text = cell(cells_, i, 0);
      found = found || row_named(text) != nowhere;
      figures = figures || is_figure(text);
    }
    by_label_ = found;
    if (found || !figures) labels_ = 0;
  }

  std::size_t row_named(std::string_view text) const {
    const std::string label = label_of(text);
    if (label.empty()) return nowhere;
    std::string id = label;
    const core::MonthEntry month = core::parse_month(text);
    if (month.kind == core::MonthEntryKind::value) id = month.month.to_string();
    for (std::size_t i = 0; i < grid_->rows.size(); ++i) {
      const Row& row = grid_->rows[i];
      if (row.id == id || label_of(row.header) == label) return i;
    }
    return nowhere;
  }

  // Key and row of the form's table for a row of cells; a new one for an expense.
  std::size_t target_row(std::size_t i) {
    if (by_label_) return row_named(cell(cells_, i, labels_));
    return row_ + (i - first_row_) - skipped_;
  }

  void take_row(std::size_t i, std::int64_t unit) {
    const CellRow& row = cells_[i];
    const bool expenses = grid_->rows_vary;
    const bool blank = std::all_of(row.begin(), row.end(), is_blank);
    const bool total = expenses && std::any_of(row.begin(), row.end(), is_total);
    if (expenses && (blank || total)) {
      ++skipped_;
      if (total) ++totals_;
      return;
    }
    if (blank) return;
    const std::size_t target = target_row(i);
    if (target == nowhere || (!expenses && target >= grid_->rows.size())) {
      ++beyond_rows_;
      return;
    }
    const RowId added = target >= grid_->rows.size() ? add_expense() : 0;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const std::string_view text = cell(cells_, i, k);
      if (columns_[k] == nowhere || is_blank(text)) continue;
      const std::string key =
          added != 0 ? "expenses." + std::to_string(added) + "." + grid_->columns[columns_[k]].id
                     : grid_->rows[target].cells[columns_[k]].key;
      const auto field = parse_key(key, catalogue_);
      if (!field) continue;
      const bool category = grid_->columns[columns_[k]].id == "category";
      take_cell(state_, draft_, *field, category ? category_named(text) : text, unit, {i, k});
    }
  }

  RowId add_expense() {
    auto& expenses = draft_.next.facts.expenses;
    if (!expenses) expenses.emplace();
    expenses->emplace_back();
    const RowId row = state_.last_row + ++added_;
    draft_.next.rows.push_back(row);
    return row;
  }

  // By its id or its name, also by a part of the name that no other has.
  std::string_view category_named(std::string_view text) const {
    const std::string label = lower(label_of(text));
    std::string_view part;
    int parts = 0;
    for (const rules::Choice& category : catalogue_.categories) {
      if (category.id == label) return category.id;
      for (const std::string& name : {category.label.ja, category.label.en}) {
        const std::string known = lower(label_of(name));
        if (known == label) return category.id;
        if (known.find(label) == std::string::npos) continue;
        if (part != category.id) ++parts;
        part = category.id;
      }
    }
    return parts == 1 ? part : text;
  }

  void remark(std::string_view key, const std::vector<std::string>& arguments) {
    draft_.proposal.remarks.push_back(words_(key, arguments));
  }

  void remark_on_rest() {
    std::string names;
    for (const std::string& name : left_out_) {
      if (!names.empty()) names += words_("list.separator");
      names += name;
    }
    if (!names.empty()) remark("import.left_out", {names});
    if (beyond_rows_ > 0) remark("import.beyond_rows", {std::to_string(beyond_rows_)});
    if (beyond_columns_ > 0) remark("import.beyond_columns", {std::to_string(beyond_columns_)});
    if (totals_ > 0) remark("import.totals", {std::to_string(totals_)});
    if (added_ > 0) remark("import.added", {std::to_string(added_)});
  }

  const State& state_;
  Words words_;
  const rules::Catalogue& catalogue_;
  const Cells& cells_;
  const Form form_;
  Draft& draft_;

  const Grid* grid_ = nullptr;
  std::size_t row_ = 0, column_ = 0;   // of the form's table: where the paste begins
  std::size_t first_row_ = 0;          // of the cells: below their header
  std::size_t labels_ = nowhere;       // column of the cells that names the rows
  bool by_label_ = false;              // and does so in the form's words
  std::vector<std::size_t> columns_;   // of the form's table, by column of the cells
  std::vector<std::string> left_out_;  // headers of columns that go nowhere
  std::size_t beyond_rows_ = 0, beyond_columns_ = 0, totals_ = 0, skipped_ = 0;
  RowId added_ = 0;
};

}  // namespace

void draft_table(const State& state, Draft& draft) { Maker(state, draft).make(); }

}  // namespace uwanose::app
