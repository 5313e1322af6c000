// What to prepare for the shown frame, in its order, by when, and where to ask: from the pack's
// preparation (rules/pack.h) and the contacts. Dates are counted back from the deadline of the
// chosen call; where no source says it, no date is made up. A passed date says so.
#pragma once

#include <string>
#include <vector>

#include "app/answer.h"
#include "app/contact_text.h"

namespace uwanose::app {

struct ChecklistItem {
  std::string label, text;
  std::string when;  // 「2022年3月3日まで（締切の21日前。過ぎています）」; "" no date
  std::string state;  // of the requirement that it serves: 「満たす」; "" none
  std::string ask;    // whom; "" nobody in particular
  bool passed = false;
  SourceText source;
};

struct Checklist {
  std::string title;   // 事業再構築補助金 通常枠
  std::string closed;  // that the programme is closed; "" where it is open
  std::string deadline;  // 「第5回の締切は2022年3月24日です。」, or what is missing to know it
  std::optional<SourceText> deadline_source;
  std::optional<FieldLink> ask_round;  // the field that would tell the call
  std::vector<ChecklistItem> items;
  ContactList contacts;
  bool empty() const { return items.empty() && contacts.first.empty(); }
};

// Of the frame that the answer shows.
Checklist make_checklist(const Subject& subject);

}  // namespace uwanose::app
