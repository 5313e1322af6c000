#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ui/field_parts.h"
#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/table.h"
#include "ui/text_layout.h"

namespace uwanose::ui {
namespace {

using app::Control;

constexpr float padding = 0.25f;  // em

struct Rows {
  const app::Row* begin = nullptr;
  const app::Row* end = nullptr;
};

Column column_of(const app::Grid& grid, std::size_t index, const app::Words& words) {
  const app::Column& column = grid.columns[index];
  const bool choice = column.id == "category";
  const bool tax = column.id == "tax";
  const bool text = column.unit.empty() && !tax;
  const bool yen = column.unit == words("unit.yen");
  Column made;
  made.title =
      column.unit.empty() ? column.label : words("form.column", {column.label, column.unit});
  // Months stand side by side and take what there is; other figures are as wide as they are.
  const bool month = grid.id == "monthly";
  made.least = choice ? 10.75f : text ? 6.25f : tax ? 5.75f : month ? 7.25f : yen ? 7.6f : 7.0f;
  made.share = choice || text ? 2.0f : month ? 1.0f : 0.0f;
  made.align_right = !column.unit.empty();
  return made;
}

// What its fields and buttons begin with: "expenses.2.", "monthly.2021-01."
std::string_view ids_of(const app::Row& row) {
  const std::string_view key = row.cells.front().key;
  return key.substr(0, key.rfind('.') + 1);
}

void build_cell(PageView& view, Table& table, const app::Field& field) {
  Frame& frame = view.frame;
  if (field.control == Control::choice) {
    const Select spec{.id = field.key,
                      .label = field.label,
                      .value = field.value,
                      .options = field.choices,
                      .error = field.error};
    const Rect cell = table.open_cell(cell_select_height(frame, spec, table.cell_width()));
    if (const std::string* chosen = cell_select(frame, spec, cell))
      app::commit(view.state, field.key, *chosen);
  } else {
    const Rect cell = table.open_cell(cell_field_height(frame));
    const Entry entry = cell_field(
        frame,
        {.id = field.key,
         .label = field.label,
         .value = field.value,
         .unit = field.unit,
         .hint = field.doubt,
         .error = field.error,
         .align_right = !field.unit.empty(),
         .mode = field.control == Control::number ? InputMode::numeric : InputMode::text},
        cell);
    if (entry.commit != nullptr) app::commit(view.state, field.key, *entry.commit);
  }
  table.close_cell();
}

// Below the table: what a row comes to, and what one of its cells is asked about.
void build_questions(PageView& view, Rows rows) {
  for (const app::Row* row = rows.begin; row != rows.end; ++row) {
    if (!view.frame.concerns(ids_of(*row))) continue;
    if (!row->note.empty()) {
      view.frame.gap(0.35f);
      paragraph(view.frame, "expenses." + row->id + ".note", row->note, support_style(view.frame));
    }
    for (const app::Field& field : row->cells) {
      build_doubt(view, field, true);
      if (field.readings.empty()) continue;
      Frame& frame = view.frame;
      frame.gap(0.5f);
      paragraph(frame, field.key + ".meant",
                view.words("form.error_of", {field.label, std::string(view.words("form.meant"))}));
      Flow flow(frame);
      for (const app::Choice& reading : field.readings) {
        const std::string id = field.key + ".reading." + reading.value;
        if (button_in(frame, flow, {.id = id, .label = reading.label}))
          app::choose_reading(view.state, field.key, std::stoul(reading.value));
      }
    }
  }
}

void build_table(PageView& view, const app::Grid& grid, const std::string& id,
                 std::string_view caption, std::string_view corner, Rows rows) {
  Frame& frame = view.frame;
  float headers = grid.rows_vary ? 3.25f : 5.75f;
  const float em = frame.em();
  for (const app::Row* row = rows.begin; row != rows.end && !frame.is_acting(); ++row)
    headers = std::max(headers, widest_word(row->header, {em, Weight::bold}) / em + 0.05f);
  std::vector<Column> columns{{std::string(corner), headers, 0, false}};
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    columns.push_back(column_of(grid, i, view.words));
  if (grid.rows_vary)
    columns.push_back({std::string(view.words("button.remove")), 4.25f, 0, false, true});
  {
    // Of the others the heading above says what they are.
    Table table(frame, id, caption, std::move(columns),
                {.padding = padding, .captioned = grid.id == "monthly"});
    for (const app::Row* row = rows.begin; row != rows.end; ++row) {
      if (!frame.concerns(ids_of(*row))) continue;
      table.row(row->id, row->header, cell_field_height(frame));
      for (const app::Field& cell : row->cells) build_cell(view, table, cell);
      if (!grid.rows_vary) continue;
      const Rect cell = table.open_cell(cell_field_height(frame));
      const std::string remove = "expenses." + row->id + ".remove";
      const std::string spoken = view.words("button.remove_row", {row->header});
      if (button_at(frame,
                    {.id = remove,
                     .label = view.words("button.remove"),
                     .look = ButtonLook::quiet,
                     .spoken = spoken},
                    cell))
        app::remove_expense(view.state, static_cast<app::RowId>(std::stoul(row->id)));
      table.close_cell();
    }
  }
  build_questions(view, rows);
}

// A table a year, side by side where they fit.
void build_months(PageView& view, const app::Grid& grid) {
  Frame& frame = view.frame;
  const float least = 5.75f + 7.25f * static_cast<float>(grid.columns.size()) +
                      2 * padding * static_cast<float>(grid.columns.size() + 1);
  Grid cells(frame, least + 0.1f, 1.25f, 2);
  const app::Row* const end = grid.rows.data() + grid.rows.size();
  for (const app::Row* first = grid.rows.data(); first != end;) {
    const std::string year = first->id.substr(0, 4);
    const app::Row* last = first;
    while (last != end && last->id.starts_with(year)) ++last;
    cells.next();
    build_table(view, grid, grid.id + ".table." + year, view.words("form.months_of_year", {year}),
                view.words("form.month_column"), {first, last});
    first = last;
  }
}

void build_expense_buttons(PageView& view, bool empty, bool declared_none) {
  Frame& frame = view.frame;
  frame.gap(0.75f);
  if (empty)
    paragraph(frame, "expenses.note",
              view.words(declared_none ? "form.declared_none" : "form.expenses_none_yet"),
              support_style(frame));
  Flow flow(frame);
  if (button_in(frame, flow,
                {.id = "expenses.add",
                 .label = view.words("button.add_expense"),
                 .look = ButtonLook::secondary}))
    app::add_expense(view.state);
  if (empty && !declared_none &&
      button_in(frame, flow,
                {.id = "expenses.none",
                 .label = view.words("button.no_expenses"),
                 .look = ButtonLook::quiet}))
    app::declare_no_expenses(view.state, true);
}

}  // namespace

void build_grid(PageView& view, const app::Grid& grid) {
  const Rows all{grid.rows.data(), grid.rows.data() + grid.rows.size()};
  if (grid.id == "monthly") {
    build_months(view, grid);
  } else if (!grid.rows.empty()) {
    const char* corner = grid.id == "plan"       ? "form.year_column"
                         : grid.id == "expenses" ? "form.row_column"
                                                 : "form.month_column";
    build_table(view, grid, grid.id + ".table", grid.caption, view.words(corner), all);
  }
  if (grid.rows_vary) {
    if (!grid.rows.empty()) {
      view.frame.gap(0.35f);
      paragraph(view.frame, "expenses.tax_help", grid.columns.back().help,
                support_style(view.frame));
    }
    const auto& expenses = view.state.facts().expenses;
    build_expense_buttons(view, grid.rows.empty(), expenses && expenses->empty());
  }
}

}  // namespace uwanose::ui
