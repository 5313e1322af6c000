// Where to ask about a frame: the office of the prefecture that serves the head office, the
// prefecture itself, the chamber of that town, and the programme's call centres. As their source
// printed them, with its date.
#pragma once

#include <string>
#include <vector>

#include "app/subject.h"

namespace uwanose::app {

struct ContactText {
  std::string kind;  // 国の補助金の相談窓口
  std::string name;
  std::string address;  // 〒380-8570 長野市…; "" where the source has none
  std::string phone, hours;
  bool responsible = false;  // serves the head office
};

struct ContactLinkText {
  std::string label, address;
};

struct ContactList {
  std::string place;                // who serves the head office, or why nobody can be named
  std::vector<ContactText> first;   // those for this case and frame
  std::vector<ContactText> others;  // all the others of the list
  std::vector<ContactLinkText> links;
  std::string source;  // the list's, with its date
};

// For one frame, or (null) for every frame of the assessment.
ContactList make_contacts(const Subject& subject, const rules::FrameResult* frame);

}  // namespace uwanose::app
