// What an import would change, before it changes anything: the one preview of all that replaces
// what the user has entered. Made from the state, so it follows what is entered meanwhile.
//
// Accepting it is one step of the history. What cannot be read is listed with its place, and the
// rest can be taken without it. A blank cell changes nothing: it is neither zero nor a deletion.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/form.h"
#include "app/import.h"

namespace uwanose::app {

// To be chosen or confirmed before the figures mean anything.
struct Question {
  std::string id;  // "year", "sales", "value_added", "unit"
  std::string label, help;
  Choices choices;
  std::string value;  // "" not answered yet
};

struct Change {
  std::string label;          // 2021年1月 売上高
  std::string before, after;  // as they are shown, with their unit
};

struct RefusedCell {
  std::string place;  // 3行目・2列目
  std::string text, reason;
};

struct Proposal {
  std::string title;
  std::vector<Question> questions;
  std::vector<std::string> remarks;  // what is left out, and what to look at
  std::vector<RefusedCell> refused;
  std::vector<Change> changes;
  // Takes the document's place; none while a question is open or nothing would change.
  std::optional<Document> next;
};

// Of state.import, which must be there.
Proposal make_proposal(const State& state);

// What differs, in the order of the form; expenses by their place in the list.
std::vector<Change> changes_between(const Document& before, const Document& after,
                                    const rules::Catalogue& catalogue, const Words& words);

// --- parts of make_proposal
struct Draft {
  Proposal proposal;
  Document next;
  bool open = false;  // a question waits for its answer
};
void draft_table(const State& state, Draft& draft);   // table_proposal.cpp
void draft_ledger(const State& state, Draft& draft);  // ledger_proposal.cpp

// Asks for the unit of figures; the factor that was answered, `likely` if none was.
std::int64_t ask_unit(const State& state, Draft& draft, std::int64_t likely);
// The answer given so far, `likely` if none; asks with these choices.
std::string ask(const State& state, Draft& draft, Question question, std::string likely);
// Reads a cell into a field, or lists it among those refused; `place` counts from 0.
void take_cell(const State& state, Draft& draft, const FieldKey& key, std::string_view text,
               std::int64_t unit, std::pair<std::size_t, std::size_t> place);
// After all cells: the people near the minimum wage are among all employees of their month.
void check_wages(const State& state, Draft& draft);

}  // namespace uwanose::app
