#include <string>
#include <vector>

#include "ui/fields.h"
#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

using app::Control;

InputMode mode_of(Control control) {
  if (control == Control::number || control == Control::code) return InputMode::numeric;
  return control == Control::decimal ? InputMode::decimal : InputMode::text;
}

float width_of(const app::Field& field, std::string_view yen) {
  switch (field.control) {
    case Control::text: return 26;
    case Control::code: return 12;
    case Control::month: return 11;
    default: return field.unit == yen ? 14.0f : 8.0f;
  }
}

// An entry that can be read in two ways: which one was meant.
void readings(PageView& view, const app::Field& field) {
  if (field.readings.empty()) return;
  Frame& frame = view.frame;
  frame.gap(0.4f);
  paragraph(frame, field.key + ".meant", view.words("form.meant"), support_style(frame));
  Flow flow(frame);
  for (const app::Choice& reading : field.readings) {
    const std::string id = field.key + ".reading." + reading.value;
    if (button_in(frame, flow, {.id = id, .label = reading.label}))
      app::choose_reading(view.state, field.key, std::stoul(reading.value));
  }
}

}  // namespace

void build_field(PageView& view, const app::Field& field) {
  Frame& frame = view.frame;
  const std::string_view tag = field.needed ? view.words("field.needed") : std::string_view{};
  if (field.control == Control::yes_no) {
    if (const Option* chosen = radio_group(frame, {.id = field.key,
                                                   .legend = field.label,
                                                   .value = field.value,
                                                   .options = *field.choices,
                                                   .hint = field.help,
                                                   .error = field.error,
                                                   .tag = tag,
                                                   .in_a_row = true}))
      app::commit(view.state, field.key, chosen->value);
  } else if (field.control == Control::choice) {
    if (const std::string* chosen = select(frame, {.id = field.key,
                                                   .label = field.label,
                                                   .value = field.value,
                                                   .options = field.choices,
                                                   .hint = field.help,
                                                   .error = field.error,
                                                   .tag = tag,
                                                   .width = 26}))
      app::commit(view.state, field.key, *chosen);
  } else {
    const bool figure = !field.unit.empty();
    const std::string note =
        field.readback.empty() ? "" : view.words("field.readback", {field.readback});
    const Entry entry = text_field(frame, {.id = field.key,
                                           .label = field.label,
                                           .value = field.value,
                                           .unit = field.unit,
                                           .hint = field.help,
                                           .error = field.error,
                                           .note = note,
                                           .tag = tag,
                                           .align_right = figure,
                                           .mode = mode_of(field.control),
                                           .width = width_of(field, view.words("unit.yen"))});
    if (entry.commit != nullptr) app::commit(view.state, field.key, *entry.commit);
  }
  readings(view, field);
  build_doubt(view, field);
  if (field.caution.empty()) return;
  frame.gap(0.5f);
  notice(frame, field.key + ".caution", Notice::caution, "", field.caution);
}

namespace {

void build_section(PageView& view, const app::FormSection& section) {
  Frame& frame = view.frame;
  paint::line({frame.cursor().x, frame.cursor().y},
              {frame.cursor().x + frame.cursor().width, frame.cursor().y}, frame.theme().line);
  frame.gap(1.25f);
  const Section region(frame, "section." + section.id, section.label);
  paragraph(frame, "section." + section.id + ".help", section.help, support_style(frame));
  frame.gap(0.25f);
  const std::string_view progress = section.needed > 0  ? "form.progress"
                                    : section.known > 0 ? "form.progress_done"
                                                        : "form.progress_none";
  paragraph(frame, "section." + section.id + ".progress",
            view.words(progress, {std::to_string(section.known), std::to_string(section.needed)}),
            {.size = frame.theme().small,
             .weight = Weight::bold,
             .colour = section.needed > 0 ? frame.theme().unknown : frame.theme().met});
  if (section.doubts > 0)
    paragraph(
        frame, "section." + section.id + ".doubts",
        view.words("form.doubts", {std::to_string(section.doubts)}),
        {.size = frame.theme().small, .weight = Weight::bold, .colour = frame.theme().unknown});
  frame.gap(1);
  for (const app::Field& field : section.fields) {
    build_field(view, field);
    frame.gap(1.5f);
  }
  for (const app::Grid& grid : section.grids) {
    build_grid(view, grid);
    frame.gap(1);
  }
}

}  // namespace

void build_form(PageView& view) {
  Frame& frame = view.frame;
  const Cursor start = frame.cursor();
  frame.open(Role::section, form_id, view.words("page.form"));
  paragraph(frame, "form.note", view.words("form.sections_note"));
  frame.gap(1.5f);
  for (const app::FormSection& section : view.form.sections) {
    build_section(view, section);
    frame.gap(1.5f);
  }
  frame.close({start.x, start.y, start.width, frame.cursor().y - start.y});
}

}  // namespace uwanose::ui
