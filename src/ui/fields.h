// Controls that take an answer. The DOM owns what is being typed: a field answers a draft while it
// is typed in and a commit when it is left or Enter is pressed; the application converts and checks
// on commit only, and gives back what is to be shown.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace uwanose::ui {

struct TextField {
  std::string_view id;
  std::string_view label;
  std::string_view value;
  std::string_view unit = {};
  std::string_view hint = {};
  std::string_view error = {};  // "" none
  std::string_view note = {};   // said beside the box: the figure in other words
  std::string_view tag = {};    // said beside the label: 「あと必要」
  bool required = false;
  bool align_right = false;  // figures
  bool disabled = false;
  InputMode mode = InputMode::text;
  float width = 20;  // em: as wide as its answer
};

struct Entry {
  const std::string* draft = nullptr;
  const std::string* commit = nullptr;
};

// Label, hint, box with unit, error, one below the other.
Entry text_field(Frame& frame, const TextField& field);
// The box alone, in a table's cell; the label is said, not painted, and an error is painted as a
// red edge and said.
Entry cell_field(Frame& frame, const TextField& field, const Rect& cell);

struct Select {
  std::string_view id;
  std::string_view label;
  std::string_view value;  // "" nothing chosen yet
  Options options;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view tag = {};
  bool required = false;
  float width = 16;
};
// The value that was chosen.
const std::string* select(Frame& frame, const Select& spec);
const std::string* cell_select(Frame& frame, const Select& spec, const Rect& cell);
// What the chosen words take in a cell that wide.
float cell_select_height(const Frame& frame, const Select& spec, float width);

struct RadioGroup {
  std::string_view id;
  std::string_view legend;
  std::string_view value;  // "" nothing chosen yet
  std::span<const Option> options;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view tag = {};
  bool required = false;
  bool in_a_row = false;  // where they fit
};
// The option that was chosen in this frame.
const Option* radio_group(Frame& frame, const RadioGroup& group);

// True if it was switched in this frame.
bool checkbox(Frame& frame, std::string_view id, std::string_view label, bool checked,
              std::string_view hint = {});

}  // namespace uwanose::ui
