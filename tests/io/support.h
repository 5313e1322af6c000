// The shipped rules, and faults as lines, for the tests of io.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assets/assets.h"
#include "core/fault.h"
#include "io/case_reader.h"
#include "io/catalogue_reader.h"
#include "io/rule_book.h"

namespace uwanose::io {

using Lines = std::vector<std::string>;

inline Lines lines(const core::Faults& faults) {
  Lines result;
  for (const core::Fault& fault : faults) result.push_back(fault.to_string());
  return result;
}

inline RuleFile shipped(std::string_view path) { return {path, assets::find(path)}; }

inline const rules::Catalogue& shipped_catalogue() {
  static const rules::Catalogue catalogue =
      read_catalogue(assets::find("rules/facts.json")).value.value();
  return catalogue;
}

inline const rules::RuleBook& flyer_book() {
  static const rules::RuleBook book = [] {
    const RuleFile packs[] = {shipped("rules/nagano_plus_1.json")};
    return load_rule_book(shipped("rules/facts.json"), packs).value.value();
  }();
  return book;
}

// A case with the given members behind the header: R"("applicant": {})".
inline std::string case_text(const std::string& members) {
  return R"({"format": "uwanose-case", "version": 1)" + (members.empty() ? "" : ", " + members) +
         "}";
}

// Of the case with these members.
inline Lines case_faults(const std::string& members) {
  const CaseFile file = read_case(case_text(members), shipped_catalogue());
  CHECK(file.value.has_value() == file.faults.empty());
  return lines(file.faults);
}

}  // namespace uwanose::io

template <>
struct doctest::StringMaker<uwanose::io::Lines> {
  static String convert(const uwanose::io::Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};
