// A document of the page as a case file says it, and back: the facts, how they were entered, and
// the scenarios beside them. What undo goes back to, and entries that could not be taken over, stay
// behind.
#pragma once

#include <string>

#include "app/state.h"
#include "io/case_file.h"
#include "io/case_reader.h"
#include "io/json_writer.h"

namespace uwanose::page {

// Of a file that was read without a fault.
app::DocumentRef document_of(app::State& state, io::CaseFile file);
// All of it.
std::string case_text(const app::Document& document, const rules::Catalogue& catalogue,
                      io::Layout layout = io::Layout::indented);
// How the case that is edited was entered.
io::EntryNotes notes_of(const app::Document& document);
// The case that is edited, for a link: without the other scenarios and, if it is to be anonymous,
// without what says who it is (app::without_identity) and what this page does not know by name.
std::string link_text(const app::Document& document, const rules::Catalogue& catalogue,
                      bool anonymous);

}  // namespace uwanose::page
