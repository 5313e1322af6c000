// The rules of the page, read from their JSON.
#pragma once

#include <memory>
#include <span>
#include <utility>

#include "assets/assets.h"
#include "io/rule_book.h"

namespace uwanose::page {

inline std::shared_ptr<const rules::RuleBook> shipped_rules() {
  const auto file = [](std::string_view path) { return io::RuleFile{path, assets::find(path)}; };
  const io::RuleFile packs[] = {file("rules/nagano_plus_1.json")};
  rules::RuleBook book = io::load_rule_book(file("rules/facts.json"), packs).value.value();
  io::add_contacts(book, file("data/contacts.json"));
  return std::make_shared<const rules::RuleBook>(std::move(book));
}

}  // namespace uwanose::page
