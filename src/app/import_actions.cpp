// The actions that bring in what others wrote: cases, pasted cells, files of accounting software.

#include <algorithm>
#include <utility>

#include "app/actions.h"
#include "app/change.h"
#include "app/facts.h"
#include "app/ledger.h"
#include "app/proposal.h"

namespace uwanose::app {

namespace {

bool keeps_offer(const State& state) { return state.import && state.import->kept; }

void offer(State& state, Import import) {
  if (keeps_offer(state)) state.later = std::move(state.import);
  state.import = std::move(import);
  state.pending.reset();
  dismiss_file_faults(state);  // of another file
  state.notice = {};
  focus(state, "import.heading");
  ++state.revision;
}

Pending whole(const Import& import) {
  Pending next;
  next.next = import.document;
  next.notice =
      import.kept ? Message{"notice.restored", {}} : Message{"notice.opened", {import.source}};
  next.file_name = import.source;
  next.warnings = import.warnings;
  return next;
}

std::string source_of(const State& state, const std::string& name) {
  return name.empty() ? std::string(state.words()("import.pasted")) : name;
}

std::vector<std::string_view> filled(const Cells& cells) {
  std::vector<std::string_view> texts;
  for (const CellRow& row : cells) {
    for (const std::string& text : row) {
      if (!label_of(text).empty()) texts.push_back(text);
    }
  }
  return texts;
}

// A list of expenses names its columns.
bool lists_expenses(const Cells& cells) {
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(cells[0].begin(), cells[0].end(), [&](const std::string& text) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string::npos;
      });
    });
  };
  return cells.size() > 1 && has({"金額", "価格", "amount", "Amount"}) &&
         has({"区分", "費目", "内容", "品名", "項目", "category", "Category", "item", "Item"});
}

void refuse_cells(State& state, const std::string& source) {
  refuse_file(state, source, {{"", "fault.no_table", "has no table that this page knows", {}}});
}

}  // namespace

void open_case(State& state, OpenedCase opened) {
  Import import;
  import.source = source_of(state, opened.file_name);
  import.document = std::move(opened.document);
  import.warnings = std::move(opened.warnings);
  import.kept = opened.kept;
  if (import.kept && is_empty(*import.document)) return;
  if (!import.kept && is_empty(*state.document)) {
    // What this device kept stays on offer, or it would be written over.
    if (state.import && !state.import->kept) state.import.reset();
    replace_whole(state, whole(import), true);
  } else {
    offer(state, std::move(import));
  }
}

void offer_cells(State& state, const std::string& source, Cells cells, std::string at) {
  const std::vector<std::string_view> texts = filled(cells);
  const auto key = parse_key(at, state.catalogue());
  const auto series = key ? key->series : rules::Series::none;
  const bool base_year = at.starts_with("plan.base.");
  if (key && series == rules::Series::none && !base_year && texts.size() == 1) {
    commit(state, at, std::string(texts[0]));
    return;
  }
  Import import;
  import.source = source_of(state, source);
  const bool monthly = series == rules::Series::monthly;
  const bool table = key && !monthly && (series != rules::Series::none || base_year);
  if (texts.empty()) {
    refuse_cells(state, import.source);
    return;
  }
  if (!table && find_ledger(cells)) {
    import.kind = Import::Kind::ledger;
  } else if (table || monthly || lists_expenses(cells)) {
    import.kind = Import::Kind::table;
    if (!table && !monthly) at.clear();
  } else {
    refuse_cells(state, import.source);
    return;
  }
  import.cells = std::move(cells);
  import.at = std::move(at);
  offer(state, std::move(import));
}

void answer_import(State& state, std::string_view question, std::string_view answer) {
  if (!state.import) return;
  state.import->answers.insert_or_assign(std::string(question), std::string(answer));
  ++state.revision;
}

void accept_import(State& state) {
  if (!state.import) return;
  Proposal proposal = make_proposal(state);
  if (!proposal.next) return;
  const Import import = *std::exchange(state.import, std::exchange(state.later, std::nullopt));
  if (import.kind == Import::Kind::whole_case) {
    replace_whole(state, whole(import), !import.kept);
    focus(state, "title");
    return;
  }
  for (const RowId row : proposal.next->rows) state.last_row = std::max(state.last_row, row);
  const bool expenses = import.kind == Import::Kind::table && import.at.empty();
  std::string key = !import.at.empty() ? import.at
                    : expenses         ? std::string("section.expenses.heading")
                                       : std::string("section.monthly.heading");
  change(state, std::move(*proposal.next), import.at);
  state.notice = {"notice.taken_in", {std::to_string(proposal.changes.size())}};
  focus(state, std::move(key));
}

void decline_import(State& state) {
  if (!state.import) return;
  const Import import = *std::exchange(state.import, std::exchange(state.later, std::nullopt));
  focus(state, import.at.empty() ? std::string("title") : import.at);
  ++state.revision;
}

}  // namespace uwanose::app
