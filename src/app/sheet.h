// A transcription sheet (rules/sheet.h) filled in from the state: each field with what is to be
// copied into the form. Amounts are shown with their unit and copied as plain figures. A field that
// only the form asks for is typed in here; the document keeps it (Case::form_texts), as well as the
// ticks of the documents, so that both are undone and saved with the case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "rules/sheet.h"

namespace uwanose::app {

struct SheetLine {
  std::string id;  // unique in the sheet
  std::string label;
  std::string value;     // as shown; of a typed one as it stands in its field
  std::string copied;    // what is copied: 20000000; "" nothing is known
  bool typed = false;    // entered here
  std::string text_key;  // of a typed one: in Case::form_texts
  std::int64_t most_characters = 0;
  std::string error;
};

struct SheetPart {
  std::string label, hint;
  std::vector<SheetLine> lines;
};

struct SheetTick {
  std::string text_key, label;
  bool done = false;
};

struct FilledSheet {
  std::string title, source;
  std::string frame;  // whose amounts it has, and how that stands; "" of a sheet without amounts
  std::vector<SheetPart> parts;
  std::vector<SheetTick> documents;  // those that its frame asks for
};

// The sheet that is chosen, else that of the shown frame's programme; null where there are none.
const rules::Sheet* shown_sheet(const State& state);

// For the shown frame, or the best of the form's programme where that is another.
FilledSheet fill_in(const State& state, const rules::Sheet& sheet);

// What is typed, as it is kept: amounts and corporate numbers as plain figures, dates as ISO, where
// they can be read.
std::string kept_text(rules::SheetField::Entry entry, std::string_view typed);
// The id of a line's field, sheet.saikouchiku.plan_name, and the text that such a field takes; null
// of any other id, and while the sheets have not been asked for.
std::string sheet_field_id(const rules::Sheet& sheet, std::string_view line);
const rules::SheetField* find_text(const State& state, std::string_view field_id);

// As a web form's limit counts: UTF-16 units, so that 𠮷 is two characters and a text that fits
// here fits there.
std::int64_t form_length(std::string_view text);

// --- actions
// Asks for the sheets, which the page only reads when somebody wants to see them.
void open_sheets(State& state);
void choose_sheet(State& state, std::string_view sheet_id);
void write_sheet_text(State& state, std::string_view field_id, std::string_view typed);
void tick_document(State& state, std::string_view text_key, bool done, std::string_view field);
// Copies a line's content; the page says so, and marks the line until the next.
void copy_line(State& state, const SheetLine& line);

}  // namespace uwanose::app
