// A pack of one frame whose every answer is known by heart; the tests change it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "rules/assessment.h"
#include "support.h"

namespace uwanose::rules::testing {

inline Formula as_text(std::string text) {
  Formula formula;
  formula.text = std::move(text);
  return formula;
}

inline Source source(std::string document = "call") {
  return {std::move(document), {"第1条", "article 1"}, "O", {}};
}

inline Definition definition(std::string id, std::string formula) {
  Definition result;
  result.id = std::move(id);
  result.label = {"「" + result.id + "」", result.id};
  result.variants.push_back({{}, as_text(std::move(formula))});
  result.source = source();
  return result;
}

inline Requirement requirement(std::string key, Requirement::Variant variant = {}) {
  Requirement result;
  result.key = result.id = std::move(key);
  result.label = {"「" + result.id + "」", result.id};
  result.variants.push_back(std::move(variant));
  result.source = source();
  return result;
}

inline Requirement requirement_of(std::string key, std::string test) {
  Requirement::Variant variant;
  variant.test = as_text(std::move(test));
  return requirement(std::move(key), std::move(variant));
}

inline AmountRule::Variant amount(std::string when, std::string formula, std::string cap = "",
                                  std::string at_least = "") {
  AmountRule::Variant variant;
  variant.when = as_text(std::move(when));
  variant.amount = as_text(std::move(formula));
  variant.cap = as_text(std::move(cap));
  variant.at_least = as_text(std::move(at_least));
  variant.label = {"補助", "grant"};
  variant.source = source();
  return variant;
}

inline Caution caution(std::string id, std::string when, std::vector<std::string> frames = {}) {
  Caution result;
  result.id = std::move(id);
  result.frames = std::move(frames);
  result.when = as_text(std::move(when));
  result.source = source();
  return result;
}

inline Table::Row row(Table::Key key, std::vector<core::Ratio> values) {
  return {{std::move(key)}, std::move(values)};
}
inline Table::Key any_key() { return {}; }
inline Table::Key at_most(std::int64_t limit) {
  Table::Key key;
  key.kind = Table::Key::Kind::at_most;
  key.limit = limit;
  return key;
}
inline Table::Key choice_key(std::string choice) {
  Table::Key key;
  key.kind = Table::Key::Kind::choice;
  key.choice = std::move(choice);
  return key;
}

// 2/3 of machinery, and of training up to half of it, from 100 yen up to 400 (at most 20 employees)
// or 800; a tenth more up to 30 from the prefecture for at most 20 employees.
inline Pack small_pack() {
  Pack pack;
  pack.id = "small";
  pack.version = "1";
  pack.documents.push_back({"call", {"公募要領", "call text"}, "2022-01", ""});
  Table caps;
  caps.id = "caps";
  caps.label = {"上限", "caps"};
  caps.by = {as_text("applicant.employees")};
  caps.columns = {{"national", *parse_unit("yen")}};
  caps.rows = {row(at_most(20), {400}), row(any_key(), {800})};
  caps.source = source();
  pack.tables.push_back(caps);
  pack.definitions = {definition("small", "applicant.employees <= 20"),
                      definition("counted",
                                 "spent('machinery') + min(spent('training'), spent('machinery') / "
                                 "2)")};
  pack.requirements = {requirement_of("size", "small"),
                       requirement_of("wage_plan", "answers.wage_plan")};
  Frame frame;
  frame.id = "grant.normal";
  frame.programme = "grant";
  frame.eligible = "counted";
  frame.national.variants = {amount("", "eligible * 2/3", "caps.national", "100")};
  frame.national_requirements = {"wage_plan"};
  frame.prefectural.emplace();
  frame.prefectural->variants = {amount("small and national > 0", "eligible / 10", "30")};
  frame.prefectural_requirements = {"size"};
  pack.frames.push_back(frame);
  return pack;
}

// What compile() says of it, a line a fault.
inline std::string faults_of(Pack pack, Catalogue catalogue = small_catalogue()) {
  std::string faults;
  for (const core::Fault& fault : compile(pack, catalogue)) {
    faults += (faults.empty() ? "" : "\n") + fault.to_string();
  }
  return faults;
}

inline RuleBook book_of(Pack pack, Catalogue catalogue = small_catalogue()) {
  RuleBook book;
  book.catalogue = std::move(catalogue);
  for (const core::Fault& fault : compile(pack, book.catalogue)) FAIL(fault.to_string());
  book.packs.push_back(std::move(pack));
  return book;
}

inline Expense expense(int category, Figure amount_yen) {
  Expense result;
  result.category = category;
  result.amount_yen = amount_yen;
  return result;
}

inline std::vector<std::string> names_of(const std::vector<FactRef>& refs,
                                         const Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const FactRef& ref : refs) names.push_back(to_string(ref, catalogue));
  return names;
}

}  // namespace uwanose::rules::testing
