// What the form consists of, generated from the fact catalogue, the shown frames and the case:
// sections with fields and, for series of facts, one table each. Everything is text in the language
// of the page, ready to be shown.
//
// Make it again when state.revision changed, not every frame.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/choice.h"
#include "app/state.h"

namespace uwanose::app {

enum class Control : std::uint8_t {
  text,
  number,  // whole; the keyboard of a phone may leave out everything but digits where not negative
  signed_number,
  decimal,
  code,  // digits that are no number
  month,
  yes_no,  // yes, no, わからない: radios
  choice,  // a list to choose from; its first option is わからない
};

struct Field {
  std::string key;  // keys.h; also the id of its node
  Control control = Control::text;
  std::string label, help, question;
  std::string unit;      // 円, 人
  std::string value;     // of a choice its id, of a yes-or-no "yes", "no" or ""
  std::string readback;  // large amounts in 万円, so that a missing zero is seen
  std::shared_ptr<const Choices> choices;
  std::string error;
  std::string caution;  // what this answer means for the result
  std::string doubt;    // the question whether this value is meant (doubts.h)
  Choices fixes;        // of it: index and what it would become
  Choices readings;     // of an ambiguous entry: index and what it would mean
  bool known = false;   // the case states it
  bool needed = false;  // it is missing and can still change the answer
};

struct Column {
  std::string id;  // "sales_yen"
  std::string label, unit, help;
};

struct Row {
  std::string id;            // "2021-01", "base", "2", or the row id of an expense
  std::string header;        // 2021年1月
  std::vector<Field> cells;  // one a column; labels tell row and column
  std::string note;          // of an expense with tax: its amounts, with and without
};

// Of months, years, or expenses.
struct Grid {
  std::string id;  // "monthly", "plan", "wages", "expenses"
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool rows_vary = false;  // rows can be added and removed
};

struct FormSection {
  std::string id;  // "applicant"
  std::string label, help;
  std::vector<Field> fields;
  std::vector<Grid> grids;     // none or one
  int known = 0, needed = 0;   // fields that are filled in; fields that the answer still waits for
  int doubts = 0;              // values that are asked about
  bool declared_none = false;  // of expenses: known to be none
};

struct FieldError {
  std::string key;    // where to go
  std::string label;  // what the field is called
  std::string error;
};

struct Form {
  std::vector<FormSection> sections;
  std::vector<FieldError> errors;  // for the summary, in the order of the form
  // What it was made from.
  DocumentRef document;
  Language language = Language::ja;
  const Field* find(std::string_view key) const;
};

// `before` is the form of an earlier state of the same page: rows of tables that still say the same
// are taken from it, so that a long table costs little when one of its fields changes.
Form make_form(const State& state, Form before = {});

}  // namespace uwanose::app
