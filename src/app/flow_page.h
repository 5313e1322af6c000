// What 順番に答える shows: the question of the moment with its fields, how far one is, the choice
// of frames at the start, and all answers at the end. Everything is text, ready to be shown.
//
// Make it again when state.revision changed, and only in that mode.
#pragma once

#include <string>
#include <vector>

#include "app/form.h"

namespace uwanose::app {

enum class FlowStage : std::uint8_t { start, question, check };

struct InterestFrame {
  std::string id, label;
  bool chosen = false;
};
struct InterestProgramme {
  std::string id, label, note;
  std::vector<InterestFrame> frames;
  bool chosen = false;  // all of its frames
};

// An answer, or the answers of a table.
struct CheckRow {
  std::string question, label, value;
  bool open = false;  // the answer still waits for it
};
struct CheckSection {
  std::string id, label;
  std::vector<CheckRow> rows;
};

struct FlowPage {
  FlowStage stage = FlowStage::start;
  std::string title, help;
  std::string progress;  // 「質問3（このあと最大9問）」; "" where nothing is asked any more
  int number = 0, all = 0;  // of the bar
  std::string why;          // what waits for the answer; "" nothing
  bool can_go_back = false;
  bool can_leave_open = false;  // わからない is no option of the field itself

  std::vector<Field> fields;                  // of a question
  std::vector<Grid> grids;                    // likewise, none or one
  std::vector<InterestProgramme> programmes;  // at the start
  std::vector<CheckSection> sections;         // at the end
  int open = 0;                               // rows of them that are
  bool all_not_met = false;                   // no frame of interest can be met any more
};

FlowPage make_flow_page(const State& state, const Form& form);

}  // namespace uwanose::app
