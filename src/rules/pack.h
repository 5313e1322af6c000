// A rule pack: one programme as data, with its names, dates, sources, tables, definitions, checks,
// requirements, frames, amounts and cautions. Read from JSON by io, then compiled: formulas are
// parsed, names resolved, types and units checked, and rules that would conflict refused.
//
// Nothing of a pack is optional to check: one that is wrong in any place is refused whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/fault.h"
#include "core/ratio.h"
#include "rules/catalogue.h"
#include "rules/checks.h"
#include "rules/formula.h"

namespace uwanose::rules {

// Where a rule comes from and how sure that is. Confidence: O official or semi-official, Q official
// text as quoted by others, S secondary, D derived by arithmetic, A assumption.
struct Source {
  std::string document;  // id of one of the pack's documents
  Text place;
  std::string confidence;
  Text note;
};

struct Document {
  std::string id;
  Text title;
  std::string date;     // "2022-01", as far as known
  std::string address;  // where it can be read
};

struct Column {
  std::string id;
  Unit unit;
};

// Rows are tried in order; the first whose keys all fit gives the values.
struct Table {
  struct Key {
    enum class Kind : std::uint8_t { any, at_most, choice };
    Kind kind = Kind::any;
    core::Ratio limit;   // at_most
    std::string choice;  // as written
    int choice_index = 0;
  };
  struct Row {
    std::vector<Key> keys;
    std::vector<core::Ratio> values;
  };
  std::string id;
  Text label;
  std::vector<Formula> by;  // facts
  std::vector<Column> columns;
  std::vector<Row> rows;
  Source source;
};

// A named value or condition. Of several variants, the one whose `when` holds applies; where none
// does, there is no value (the rule is outside its dates), never an older one.
struct Definition {
  struct Variant {
    Formula when;  // empty: always
    Formula value;
  };
  std::string id;
  Text label;
  std::optional<Unit> unit;  // declared; checked against the formulas'
  std::vector<Variant> variants;
  Source source;

  ValueType type = ValueType::number;  // compiled
};

struct Check {
  std::string id;
  Text label;
  CheckRule rule;
  Source source;
};

struct Requirement {
  struct Variant {
    Formula when;         // empty: always
    Formula needed_when;  // empty: always needed
    // Exactly one of the following.
    Formula test;                                 // a condition
    std::string check;                            // name of a check
    Formula value, at_least, at_most, more_than;  // a threshold; at_least with at_most is a band
    bool lower_limit = false;                     // the national amount reaches its lower limit

    // compiled
    int check_index = -1;
    std::vector<FactIndex> reads;  // the scalar facts of `needed_when` and `test`
    bool uses_national = false;
  };
  std::string key;  // unique in the pack
  std::string id;   // in the assessment: "size_class"
  Text label;
  Text meaning;  // the requirement in plain words
  Text remedy;   // what would meet it, in words; may be empty
  std::vector<Variant> variants;
  Source source;

  // compiled
  std::size_t index = 0;         // in the pack's requirements
  bool frame_dependent = false;  // speaks of the frame's own figures
};

// min(cap, amount), rounded down to `unit_yen`, and 0 where that stays under the lower limit.
struct AmountRule {
  struct Variant {
    Formula when;  // empty: always
    Formula amount;
    Formula cap;        // empty: none
    Formula at_least;   // empty: none
    Formula more_than;  // empty: none
    Text label;
    Source source;
  };
  std::vector<Variant> variants;
  std::int64_t unit_yen = 1;  // rounded down to a multiple of it, once
};

struct Frame {
  std::string id;
  Text label;
  std::string programme;  // "saikouchiku": frames of one programme are alternatives of one call
  Text programme_label;
  std::string eligible;  // name of the definition of the eligible expense
  AmountRule national;
  std::optional<AmountRule> prefectural;
  std::vector<std::string> national_requirements, prefectural_requirements;  // keys
  Text demands;  // what this frame demands beyond the normal one
  Text risk;     // what happens if the plan is missed

  // compiled: formulas resolved in the frame's scope
  int eligible_index = -1;
  std::vector<Requirement> national_compiled, prefectural_compiled;
};

// Said beside a result where `when` is met or undetermined.
struct Caution {
  std::string id;
  std::vector<std::string> frames;  // ids or programmes ("saikouchiku"); empty: all
  Formula when;                     // empty: always
  bool open_question = false;       // something that no source settles, with the default taken
  Text text;
  Source source;

  // compiled
  struct InFrame {
    std::ptrdiff_t frame = 0;  // index into the pack's frames
    Formula when;
    bool uses_national = false;
  };
  std::vector<InFrame> in_frames;
  bool frame_dependent = false;  // speaks of the frame's own figures
};

struct Closing {
  std::string date;  // "2026-02-13": the last day on which anything could be filed
  Text text;
};

// The way from the idea to the money: what is to be done, in this order, and by when. It decides no
// verdict and no amount.
struct Preparation {
  // The last day of a call for applications, as far as a source says it.
  struct Call {
    std::int64_t number = 0;
    core::Date deadline;
    std::optional<Source> source;  // none: the round's
  };
  struct Round {
    std::vector<std::string> frames;  // ids or programmes
    std::string fact;                 // states the number of the call
    std::vector<Call> calls;
    Source source;
    FactIndex fact_index = 0;  // compiled
  };
  struct Step {
    std::string id;
    std::vector<std::string> frames;  // ids or programmes; empty: all
    bool top_up = false;              // only where the prefecture has a part
    std::string requirement;          // id of the requirement that it serves; "" none
    Text label;
    Text text;
    std::optional<int> days_before;  // the deadline of the call, at the latest; 0: that day
    std::optional<core::Date> date;  // the last day, whatever the call
    std::string ask;                 // kind of contact; "" none
    Source source;
  };
  std::vector<Round> rounds;
  std::vector<Step> steps;
};

struct Pack {
  std::string id;
  std::string version;
  std::string sha256;  // of the file's bytes
  Text title;
  Text issuer;
  std::optional<Closing> closed;
  std::vector<FactDefinition> facts;  // of its own, "programmes.<name>.<fact>"
  std::vector<Document> documents;
  std::vector<Table> tables;
  std::vector<Definition> definitions;
  std::vector<Check> checks;
  std::vector<Requirement> requirements;
  std::vector<Frame> frames;
  std::vector<Caution> cautions;
  std::vector<Text> left_out;  // what the pack leaves out on purpose
  Preparation preparation;

  const Document* find_document(std::string_view document_id) const;
};

// `names` are ids of frames or of programmes; none of them means every frame.
bool applies_to(const std::vector<std::string>& names, const Frame& frame);

// The frame-dependent names of a formula.
inline constexpr std::string_view eligible_name = "eligible";
inline constexpr std::string_view national_name = "national";
inline constexpr std::string_view all_expenses_name = "all_expenses";

// Resolves and checks the pack in place, adding its own facts to the catalogue (they stay even if
// faults are found). Faults name the place in the pack's JSON: `frames[2].national[0].cap`.
core::Faults compile(Pack& pack, Catalogue& catalogue);

}  // namespace uwanose::rules
