// The state of the page: one value that actions (actions.h) change and that the form (form.h), the
// answer (answer.h) and the chart (chart.h) are made from. What the DOM owns (focus, drafts while
// typing, open disclosures) is not in it.
//
// A document is never changed: an action puts a new one in its place, and the old one becomes a
// step of the history. Whether there are unsaved changes is whether the document is another than
// the one last saved, so undoing back to it takes the warning away.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/import.h"
#include "app/keys.h"
#include "app/share.h"
#include "app/strings.h"
#include "core/fault.h"
#include "rules/assessment.h"
#include "rules/sheet.h"

namespace uwanose::app {

// What was typed into a field and could not be taken over. The text stays in the field as typed;
// the fact is unknown until it is corrected: a figure that the form does not show never counts.
struct Entry {
  std::string text;
  Message error;
  // An entry that can be read in two ways: what it could mean, to choose from ("1.25", "1250").
  std::vector<std::string> readings;
};

struct Document;
using DocumentRef = std::shared_ptr<const Document>;

using ScenarioId = std::uint32_t;

// One of several cases that are compared (scenarios.h).
struct Scenario {
  ScenarioId id = 0;
  std::string name;   // "" is called by its number
  DocumentRef kept;   // as it was left, without scenarios of its own; none of the one being edited
  std::string extra;  // as Document::extra
};

// An expense that was entered with consumption tax: its figures as entered. The case has them
// without tax (tax.h).
struct Taxed {
  int percent = 10;
  rules::Figure amount_yen, unit_price_yen;
  std::string extra;  // as Document::extra

  friend bool operator==(const Taxed&, const Taxed&) = default;
};

// What undo and redo go back and forth between. A saved case holds all of it but `entries`.
struct Document {
  rules::Case facts;
  std::vector<RowId> rows;                            // of facts.expenses, in their order
  std::map<std::string, Entry, std::less<>> entries;  // by field key
  std::string extra;  // what the opened file said beyond the format; saved with the case again
  std::vector<Scenario> scenarios;  // empty, or two and more, one of them being edited
  std::map<RowId, Taxed> taxed;
  std::map<std::string, std::int64_t, std::less<>> confirmed;  // doubtful values by key (doubts.h)
};

struct Step {
  DocumentRef document;
  std::string key;  // the field (or "") whose change led away from, or to, this document
};

enum class View : std::uint8_t { canvas, text };
enum class Mode : std::uint8_t { list, step };  // 一覧で入力, 順番に答える

// How much of a sample's answer is shown to a room; each step shows one part more.
enum class Reveal : std::uint8_t { nothing, verdict, nation, prefecture, reasons };

// Where one is in 順番に答える (flow.h). No part of the case: it is neither saved nor undone.
struct FlowPosition {
  std::vector<std::string> interests;  // ids of the frames that one asks about; empty: all
  std::string current = "start";       // id of a question
  std::vector<std::string> trail;      // those before it, for 戻る
  // Gone by, answered or not; what is left open there is not asked again by itself.
  std::set<std::string, std::less<>> passed;
  bool thorough = false;     // asks also for frames that are out of the question already
  bool complaining = false;  // 次へ found faults: their summary is shown
  std::string doubted;       // the question whose doubts 次へ has shown
};

// A question that stands before something is lost. `next` takes the document's place on yes.
struct Pending {
  Message question;
  Message yes;  // the words of the button
  DocumentRef next;
  Message notice;  // said once it is done
  std::string file_name;
  core::Faults warnings;
  bool covered = false;  // its answer is shown step by step
};

// One's own work while samples are shown to a room: it comes back when the presentation ends.
struct Aside {
  DocumentRef document, saved;
  std::vector<Step> past, future;
  std::string chosen_frame;
  FlowPosition flow;
};

// What an action asks of the machine, in order; drained once a frame.
struct Effect {
  enum class Kind : std::uint8_t {
    save_case,        // the current case as JSON; `text` is the file's name
    save_assessment,  // likewise
    save_copy,        // a copy of the page with the case inside; `text` is the file's name
    make_link,
    open_sheets,   // the transcription sheets are wanted
    save_handoff,  // as save_case
    save_table,    // `text` is the table: "months", "expenses" or "frames"
    pick_file,
    print,
    copy,          // `text`
    announce,      // `text`, politely
    alert,         // `text`, at once
    focus,         // `text` is the id of a node
    guard_unload,  // `on`
    set_language,  // `text` is "ja" or "en"
    set_view,      // `text` is "canvas" or "text"
    forget,        // what this device keeps
  };
  Kind kind = Kind::announce;
  std::string text;
  bool on = false;

  friend bool operator==(const Effect&, const Effect&) = default;
};

// What is tried without being stated (what_if.h). An entry that could not be taken over keeps its
// text, and nothing is tried.
struct WhatIf {
  std::optional<std::int64_t> expense_yen, employees;
  Entry expense_entry, employees_entry;

  bool empty() const { return !expense_yen && !employees; }
};

struct State {
  // Given once, at the start.
  std::shared_ptr<const rules::RuleBook> rules;
  std::shared_ptr<const Strings> strings;
  std::vector<std::string> frames;  // ids that the page shows; empty: all of the rule book
  std::shared_ptr<const std::vector<rules::Sheet>> sheets;  // null until they are asked for
  std::string today;  // "2026-11-20", only to say whether a programme is open; "" unknown

  DocumentRef document = std::make_shared<const Document>();
  DocumentRef saved = document;
  std::vector<Step> past, future;  // the last is the next to go to
  RowId last_row = 0;

  rules::Assessment assessment;  // of the document
  std::string chosen_frame;      // id; "" lets the answer choose the best

  WhatIf what_if;
  std::uint64_t what_if_revision = 0;  // goes up with every change of it

  Language language = Language::ja;
  View view = View::canvas;
  Mode mode = Mode::list;
  FlowPosition flow;
  bool seminar = false;
  Reveal reveal = Reveal::reasons;  // all of it
  std::optional<Aside> aside;
  bool strong = false;  // the machine asks for more contrast
  bool help = false;    // the list of keys is on show
  bool letters = true;  // keys of one letter do something

  Share share;
  Embedding embedding;
  std::string sheet;     // id of the chosen transcription sheet; "" that of the shown frame
  std::string copied;    // the line of it that was copied last
  bool keeping = false;  // the case on this device, because the user asked for it

  std::optional<Pending> pending;
  std::optional<Import> import;  // on show (proposal.h), until it is accepted or declined
  std::optional<Import> later;   // what this device kept, while something else is on show
  Message notice;                // what the last action did, shown until the next
  // The name of the last file, if it was refused or had something to warn about, and what.
  std::string opened_file;
  core::Faults file_faults, file_warnings;

  std::uint64_t revision = 0;  // goes up with every change of anything above but what is tried
  std::vector<Effect> effects;

  const rules::Catalogue& catalogue() const { return rules->catalogue; }
  const rules::Case& facts() const { return document->facts; }
  Words words() const { return Words(*strings, language); }
  // There is something to lose: here, or put aside.
  bool unsaved() const { return document != saved || (aside && aside->document != aside->saved); }
  bool covered() const { return reveal != Reveal::reasons; }
  bool can_undo() const { return !past.empty(); }
  bool can_redo() const { return !future.empty(); }
};

}  // namespace uwanose::app
