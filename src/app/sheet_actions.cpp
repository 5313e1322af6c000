#include "app/actions.h"
#include "app/change.h"
#include "app/sheet.h"
#include "core/corporate_number.h"
#include "core/iso_date.h"
#include "core/japanese_number.h"
#include "core/utf8.h"

namespace uwanose::app {

using rules::SheetField;

std::string kept_text(SheetField::Entry entry, std::string_view typed) {
  if (entry == SheetField::Entry::yen) {
    const auto number = core::parse_number(typed, "円");
    if (number.kind == core::EntryKind::value) return std::to_string(number.value);
  }
  if (entry == SheetField::Entry::date) {
    std::string date = core::iso_date(typed);
    if (!date.empty()) return date;
  }
  if (entry == SheetField::Entry::corporate_number) {
    core::CorporateNumber number = core::parse_corporate_number(typed);
    if (!number.digits.empty()) return number.digits;
  }
  return std::string(typed);
}

std::string sheet_field_id(const rules::Sheet& sheet, std::string_view line) {
  return "sheet." + sheet.id + '.' + std::string(line);
}

const SheetField* find_text(const State& state, std::string_view field_id) {
  if (!state.sheets) return nullptr;
  for (const rules::Sheet& sheet : *state.sheets) {
    for (const rules::SheetGroup& group : sheet.groups) {
      for (const SheetField& field : group.fields) {
        if (field.kind != SheetField::Kind::text) continue;
        if (field_id == sheet_field_id(sheet, field.source)) return &field;
      }
    }
  }
  return nullptr;
}

std::int64_t form_length(std::string_view text) {
  std::int64_t length = 0;
  for (const core::DecodedCharacter& c : core::code_points(text)) {
    length += c.code_point > 0xFFFF ? 2 : 1;
  }
  return length;
}

void open_sheets(State& state) {
  if (!state.sheets) ask_for(state, Effect::Kind::open_sheets);
}

void choose_sheet(State& state, std::string_view sheet_id) {
  state.sheet = sheet_id;
  state.copied.clear();
  ++state.revision;
}

void write_sheet_text(State& state, std::string_view field_id, std::string_view typed) {
  const SheetField* known = find_text(state, field_id);
  if (known == nullptr) return;
  write_form_text(state, known->source, kept_text(known->entry, typed), field_id);
}

void tick_document(State& state, std::string_view text_key, bool done, std::string_view field) {
  write_form_text(state, text_key, done ? "yes" : "", field);
}

void copy_line(State& state, const SheetLine& line) {
  if (line.copied.empty()) return;
  ask_for(state, Effect::Kind::copy, line.copied);
  ask_for(state, Effect::Kind::announce, state.words()("sheet.said_copied", {line.label}));
  state.copied = line.id;
  ++state.revision;
}

}  // namespace uwanose::app
