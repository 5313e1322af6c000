#include "io/rule_book.h"

#include <algorithm>
#include <iterator>

#include "io/catalogue_reader.h"
#include "io/contacts_reader.h"
#include "io/pack_reader.h"

namespace uwanose::io {

namespace {

void append(core::Faults& all, core::Faults faults, std::string_view file) {
  for (core::Fault& fault : faults) {
    fault.place = fault.place.empty() ? std::string(file) : std::string(file) + ": " + fault.place;
    all.push_back(std::move(fault));
  }
}

// Ids that another pack of the book has already.
core::Faults taken_ids(const rules::RuleBook& book, const rules::Pack& pack) {
  core::Faults faults;
  for (const rules::Pack& other : book.packs) {
    if (other.id == pack.id) {
      faults.push_back(
          {"id", "fault.pack_twice", "a pack \"" + pack.id + "\" is loaded already", {pack.id}});
    }
    for (std::size_t i = 0; i < pack.frames.size(); ++i) {
      for (const rules::Frame& frame : other.frames) {
        if (frame.id != pack.frames[i].id) continue;
        faults.push_back({"frames[" + std::to_string(i) + "].id",
                          "fault.frame_twice",
                          "\"" + frame.id + "\" is a frame of the pack \"" + other.id + "\"",
                          {frame.id, other.id}});
      }
    }
  }
  return faults;
}

}  // namespace

core::Faults add_pack(rules::RuleBook& book, const RuleFile& file) {
  core::Faults faults;
  auto read = read_pack(file.bytes, book.catalogue);
  append(faults, std::move(read.faults), file.name);
  if (!read.value) return faults;
  append(faults, taken_ids(book, *read.value), file.name);
  if (!faults.empty()) return faults;
  const std::size_t known_facts = book.catalogue.facts.size();
  append(faults, rules::compile(*read.value, book.catalogue), file.name);
  if (faults.empty()) {
    book.packs.push_back(std::move(*read.value));
  } else {
    book.catalogue.facts.resize(known_facts);
  }
  return faults;
}

core::Faults add_contacts(rules::RuleBook& book, const RuleFile& file) {
  core::Faults faults;
  auto read = read_contacts(file.bytes, book.catalogue);
  append(faults, std::move(read.faults), file.name);
  if (read.value) book.contacts = std::move(*read.value);
  return faults;
}

RuleBookFile load_rule_book(const RuleFile& catalogue, std::span<const RuleFile> packs) {
  RuleBookFile result;
  auto facts = read_catalogue(catalogue.bytes);
  append(result.faults, std::move(facts.faults), catalogue.name);
  if (!facts.value) return result;
  rules::RuleBook book{.catalogue = std::move(*facts.value), .packs = {}};
  for (const RuleFile& pack : packs) {
    core::Faults faults = add_pack(book, pack);
    std::move(faults.begin(), faults.end(), std::back_inserter(result.faults));
  }
  if (result.faults.empty()) result.value = std::move(book);
  return result;
}

}  // namespace uwanose::io
