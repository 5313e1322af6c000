// A transcription sheet (転記シート): an application form as a list of its fields, in the form's
// order and wording, so that a case can be copied into it field by field; and the documents that go
// with it. Data (assets/sheets/*.json): a new form needs no C++.
//
// A field takes a fact of the catalogue, a text that only the form asks for (Case::form_texts), or
// a figure of the assessment.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text.h"

namespace uwanose::rules {

// The figures that a field can take: of the shown frame, of the expenses, and of the test of the
// three months' fall (parts a and b).
inline constexpr std::string_view sheet_figures[] = {"frame",
                                                     "eligible_expense_yen",
                                                     "national_yen",
                                                     "prefectural_yen",
                                                     "total_yen",
                                                     "own_yen",
                                                     "own_after_nation_yen",
                                                     "expenses_yen",
                                                     "expenses_with_tax_yen",
                                                     "decline.set",
                                                     "decline.a.months",
                                                     "decline.a.sum_yen",
                                                     "decline.a.base_months",
                                                     "decline.a.base_sum_yen",
                                                     "decline.a.percent",
                                                     "decline.b.months",
                                                     "decline.b.sum_yen",
                                                     "decline.b.base_months",
                                                     "decline.b.base_sum_yen",
                                                     "decline.b.percent"};

struct SheetField {
  enum class Kind : std::uint8_t { fact, text, figure, plan_rows, expense_rows };
  // How a text is to be written: as it is, as whole yen, as a date, or with a right check digit.
  enum class Entry : std::uint8_t { text, yen, date, corporate_number };

  Text label;
  Kind kind = Kind::text;
  std::string source;  // id of the fact, key of the text, name of the figure; "" of rows
  Entry entry = Entry::text;
  std::int64_t most_characters = 0;  // as the form counts them; 0: any number
  bool thousand_yen = false;         // the form asks in 千円: the rest is cut off
};

struct SheetGroup {
  Text label, hint;
  std::vector<SheetField> fields;
};

struct SheetDocument {
  std::string id;
  Text label;
  std::vector<std::string> frames;  // that ask for it; empty: all of the form's
};

struct Sheet {
  std::string id;
  std::string programme;  // "saikouchiku"; "" of a form for several
  Text title, source;
  std::vector<SheetGroup> groups;
  std::vector<SheetDocument> documents;
};

}  // namespace uwanose::rules
