#include <string>
#include <vector>

#include "app/figures.h"
#include "app/input_summary.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

void build_input_table(PageView& view, const app::InputTable& inputs) {
  Frame& frame = view.frame;
  const std::string id = "report." + inputs.id;
  if (!inputs.rows.empty()) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < inputs.columns.size(); ++i)
      columns.push_back({inputs.columns[i], 6, 1, inputs.figures[i]});
    Table table(frame, id, inputs.caption, std::move(columns));
    for (std::size_t row = 0; row < inputs.rows.size(); ++row) {
      const std::vector<std::string>& cells = inputs.rows[row];
      table.row(std::to_string(row), cells.front());
      for (std::size_t cell = 1; cell < cells.size(); ++cell) table.words(cells[cell]);
    }
  } else if (!inputs.note.empty()) {
    paragraph(frame, id + ".caption", inputs.caption, {.weight = Weight::bold});
  }
  if (!inputs.note.empty()) paragraph(frame, id + ".note", inputs.note);
}

}  // namespace

void build_report_head(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  const PrintOnly print(frame);
  heading(frame, "report.title", 1, words("report.title"));
  const app::Field* name = view.form.find("applicant.name");
  if (name != nullptr && name->known)
    paragraph(frame, "report.name", words("report.name", {name->value}), {.weight = Weight::bold});
  if (const auto today = core::Date::parse(view.state.today))
    paragraph(frame, "report.date", words("report.date", {app::date_text(words, *today)}));
  std::size_t index = 0;
  for (const app::PackNote& pack : view.answer.packs) {
    const std::string id = "report.pack." + std::to_string(index++);
    paragraph(frame, id, pack.title + "　" + pack.version);
    if (!pack.closed.empty()) paragraph(frame, id + ".closed", pack.closed);
  }
}

void build_report_inputs(PageView& view) {
  Frame& frame = view.frame;
  const PrintOnly print(frame);
  const Section section(frame, "report.inputs", view.words("report.inputs"));
  for (const app::InputTable& table : app::make_input_summary(view.form, view.words))
    build_input_table(view, table);
}

}  // namespace uwanose::ui
