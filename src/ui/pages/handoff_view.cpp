#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/sheet.h"
#include "ui/field_parts.h"
#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

// A line of the sheet while it is typed in: its length is said as it grows.
struct Typing {
  std::string header, error;
};

Typing typing(PageView& view, const app::SheetLine& line, const std::string& id) {
  Typing now{line.label, line.error};
  if (line.most_characters == 0) return now;
  const std::string* draft = view.frame.draft(id);
  const std::int64_t length = app::form_length(draft != nullptr ? *draft : line.value);
  now.header =
      view.words("form.column", {line.label, view.words("sheet.length", {std::to_string(length)})});
  const std::int64_t over = length - line.most_characters;
  now.error = over <= 0 ? std::string()
                        : view.words("sheet.too_long",
                                     {std::to_string(line.most_characters), std::to_string(over)});
  return now;
}

std::string id_of(const rules::Sheet& sheet, const app::SheetLine& line) {
  return app::sheet_field_id(sheet, line.typed ? line.text_key : line.id);
}

TextStyle value_style(const Frame& frame, const app::SheetLine& line) {
  if (line.copied.empty()) return {.colour = frame.theme().support};
  return {.weight = Weight::bold};
}

void build_field(PageView& view, const rules::Sheet& sheet, const app::SheetLine& line,
                 const std::string& error, const Rect& cell) {
  const std::string id = id_of(sheet, line);
  const Entry entry = cell_field(
      view.frame, {.id = id, .label = line.label, .value = line.value, .error = error}, cell);
  if (entry.commit != nullptr) app::write_sheet_text(view.state, id, *entry.commit);
}

void build_copy(PageView& view, const rules::Sheet& sheet, const app::SheetLine& line,
                const Rect& cell) {
  const bool copied = !line.copied.empty() && view.state.copied == line.id;
  const std::string spoken = view.words("sheet.copy_of", {line.label});
  if (button_at(view.frame,
                {.id = id_of(sheet, line) + ".copy",
                 .label = view.words(copied ? "sheet.copied" : "sheet.copy"),
                 .look = ButtonLook::quiet,
                 .disabled = line.copied.empty(),
                 .spoken = spoken},
                cell))
    app::copy_line(view.state, line);
}

void build_error(PageView& view, const std::string& id, const std::string& label,
                 const std::string& error) {
  if (error.empty()) return;
  paragraph(view.frame, id + ".error", view.words("form.error_of", {label, error}),
            error_style(view.frame));
}

// On a phone: what, its content below, the button at the right of both, or in large type below.
void build_line(PageView& view, const rules::Sheet& sheet, const app::SheetLine& line) {
  Frame& frame = view.frame;
  const std::string id = id_of(sheet, line);
  const Typing now = typing(view, line, id);
  Cursor& cursor = frame.cursor();
  const Cursor top = cursor;
  const float height = cell_field_height(frame);
  const float width = std::max(button_width(frame, view.words("sheet.copied")),
                               button_width(frame, view.words("sheet.copy")));
  const float left = cursor.width - width - 0.5f * frame.em();
  const bool beside = left >= 9 * frame.em();
  if (beside) cursor.width = left;
  paragraph(frame, id + ".label", now.header, support_style(frame));
  if (!line.typed) paragraph(frame, id + ".value", line.value, value_style(frame, line));
  if (beside) {
    build_copy(view, sheet, line, {top.x + top.width - width, top.y, width, height});
    cursor = {top.x, std::max(cursor.y, top.y + height), top.width};
  }
  if (line.typed) build_field(view, sheet, line, now.error, frame.take(height));
  if (!beside) {
    Rect below = frame.take(height);
    below.width = width;
    build_copy(view, sheet, line, below);
  }
  build_error(view, id, line.label, now.error);
  frame.gap(0.3f);
  paint::line({cursor.x, cursor.y}, {cursor.x + cursor.width, cursor.y}, frame.theme().line);
  frame.gap(0.3f);
}

void build_table(PageView& view, const rules::Sheet& sheet, const app::SheetPart& part,
                 const std::string& part_id) {
  Frame& frame = view.frame;
  const float height = cell_field_height(frame);
  Table table(frame, part_id + ".table", part.label,
              {{std::string(view.words("sheet.field")), 11, 1, false},
               {std::string(view.words("sheet.value")), 12, 1.2f, false},
               {std::string(view.words("sheet.copy")), 7, 0, false, true}},
              {.padding = 0.3f});
  for (const app::SheetLine& line : part.lines) {
    const Typing now = typing(view, line, id_of(sheet, line));
    table.row(line.id, now.header, height);
    if (line.typed) {
      build_field(view, sheet, line, now.error, table.open_cell(height));
      table.close_cell();
    } else {
      table.words(line.value, value_style(frame, line));
    }
    build_copy(view, sheet, line, table.open_cell(height));
    table.close_cell();
  }
}

void build_part(PageView& view, const rules::Sheet& sheet, const app::SheetPart& part,
                const std::string& part_id) {
  Frame& frame = view.frame;
  frame.gap(1);
  if (frame.cursor().width < 32 * frame.em()) {
    heading(frame, part_id, 3, part.label);
    for (const app::SheetLine& line : part.lines) build_line(view, sheet, line);
  } else {
    build_table(view, sheet, part, part_id);
    for (const app::SheetLine& line : part.lines) {
      const std::string id = id_of(sheet, line);
      build_error(view, id, line.label, typing(view, line, id).error);
    }
  }
  if (!part.hint.empty()) paragraph(frame, part_id + ".hint", part.hint, support_style(frame));
}

void build_documents(PageView& view, const app::FilledSheet& filled) {
  if (filled.documents.empty()) return;
  Frame& frame = view.frame;
  frame.gap(1);
  heading(frame, "sheet.documents", 3, view.words("sheet.documents"));
  std::size_t done = 0;
  for (const app::SheetTick& tick : filled.documents) done += tick.done ? 1u : 0u;
  paragraph(frame, "sheet.documents.note",
            view.words("sheet.documents_note",
                       {std::to_string(done), std::to_string(filled.documents.size())}),
            support_style(frame));
  for (const app::SheetTick& tick : filled.documents) {
    const std::string id = "sheet." + tick.text_key;
    if (checkbox(frame, id, tick.label, tick.done))
      app::tick_document(view.state, tick.text_key, !tick.done, id);
  }
}

void build_sheet(PageView& view, const rules::Sheet& sheet) {
  Frame& frame = view.frame;
  frame.gap(0.5f);
  std::vector<Option> options;
  for (const rules::Sheet& each : *view.state.sheets)
    options.push_back({each.id, view.words(each.title)});
  if (const std::string* chosen = select(frame, {.id = "sheet.choose",
                                                 .label = view.words("sheet.choose"),
                                                 .value = sheet.id,
                                                 .options = options,
                                                 .width = 22}))
    app::choose_sheet(view.state, *chosen);
  const app::FilledSheet filled = app::fill_in(view.state, sheet);
  frame.gap(0.75f);
  paragraph(frame, "sheet.name", filled.title, {.weight = Weight::bold});
  if (!filled.frame.empty()) paragraph(frame, "sheet.frame", filled.frame);
  paragraph(frame, "sheet.source", filled.source, support_style(frame));
  paragraph(frame, "sheet.note", view.words("sheet.length_note"), support_style(frame));
  for (std::size_t i = 0; i < filled.parts.size(); ++i)
    build_part(view, sheet, filled.parts[i], "sheet.part." + std::to_string(i));
  build_documents(view, filled);
}

}  // namespace

void build_handoff(PageView& view) {
  Frame& frame = view.frame;
  frame.gap(2);
  const Section section(frame, handoff_id, view.words("handoff.title"));
  paragraph(frame, "handoff.lead", view.words("handoff.lead"));
  frame.gap(0.5f);
  if (disclosure(frame, "handoff.sheet", view.words("sheet.title"))) {
    if (const rules::Sheet* sheet = app::shown_sheet(view.state))
      build_sheet(view, *sheet);
    else
      app::open_sheets(view.state);
  }
  frame.gap(0.75f);
  if (button(frame, {.id = "handoff.save", .label = view.words("handoff.save")}))
    app::save_handoff(view.state);
  frame.gap(0.3f);
  paragraph(frame, "handoff.note", view.words("handoff.note"), support_style(frame));
  frame.gap(0.75f);
  if (!disclosure(frame, "handoff.csv", view.words("handoff.csv"))) return;
  frame.gap(0.6f);
  {
    Flow flow(frame, 0.6f);
    for (const auto& [table, key] : {std::pair("months", "handoff.months"),
                                     {"expenses", "handoff.expenses"},
                                     {"frames", "handoff.frames"},
                                     {"scenarios", "handoff.scenarios"}}) {
      const bool none = view.state.document->scenarios.empty();
      if (none && table == std::string_view("scenarios")) continue;
      if (button_in(frame, flow,
                    {.id = std::string("handoff.csv.") + table, .label = view.words(key)}))
        app::save_table(view.state, table);
    }
  }
  frame.gap(0.4f);
  paragraph(frame, "handoff.csv.note", view.words("handoff.csv_note"), support_style(frame));
}

}  // namespace uwanose::ui
