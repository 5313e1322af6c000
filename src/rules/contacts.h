// Where to ask: authorities, chambers and call centres, as their source printed them at its time.
// Read from assets/data/contacts.json. No rule reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/catalogue.h"
#include "rules/text.h"

namespace uwanose::rules {

struct Contact {
  std::string kind;  // id of one of the kinds
  std::string name;
  std::string postal_code, address, phone, hours;  // "" where the source has none
  std::string bureau;                        // of a bureau: the group of municipalities it serves
  std::optional<std::int64_t> municipality;  // where it is, if it serves that one
  std::vector<std::string> frames;           // ids or programmes that it answers for; none: all
};

struct ContactLink {
  Text label;
  std::string address;
  std::vector<std::string> frames;
};

struct Contacts {
  Text title, source;  // the source says of when it is
  std::vector<Choice> kinds;
  std::vector<Contact> contacts;
  std::vector<ContactLink> links;

  bool empty() const { return contacts.empty(); }
};

// The codes whose groups the bureaus are.
inline constexpr std::string_view municipality_codes = "municipalities";

}  // namespace uwanose::rules
