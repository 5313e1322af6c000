// A page with the shipped rules and strings, and a firm that gets saikouchiku.normal.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/actions.h"
#include "app/change.h"
#include "assets/assets.h"
#include "io/rule_book.h"

namespace uwanose::app {

inline std::shared_ptr<const rules::RuleBook> shipped_rules() {
  static const auto book = [] {
    const io::RuleFile packs[] = {
        {"rules/nagano_plus_1.json", assets::find("rules/nagano_plus_1.json")}};
    auto file = io::load_rule_book({"rules/facts.json", assets::find("rules/facts.json")}, packs);
    REQUIRE(file.value);
    REQUIRE(
        io::add_contacts(*file.value, {"data/contacts.json", assets::find("data/contacts.json")})
            .empty());
    return std::make_shared<const rules::RuleBook>(std::move(*file.value));
  }();
  return book;
}

inline std::shared_ptr<const Strings> shipped_strings() {
  const auto table = [](std::string_view path) {
    return nlohmann::json::parse(assets::find(path)).get<std::map<std::string, std::string>>();
  };
  static const auto strings = [&] {
    const auto ja = table("strings/ja.json");
    const auto en = table("strings/en.json");
    return std::make_shared<const Strings>(Strings{{ja.begin(), ja.end()}, {en.begin(), en.end()}});
  }();
  return strings;
}

// An empty page that shows saikouchiku.normal alone, or the given frames.
inline State page(std::vector<std::string> frames = {"saikouchiku.normal"}) {
  return start(shipped_rules(), shipped_strings(), std::move(frames));
}

struct Typed {
  std::string_view key, text;
};
inline void type(State& state, std::initializer_list<Typed> entries) {
  for (const auto& [key, text] : entries) commit(state, key, text);
}

// Sales of exactly 10 % less, a plan of exactly 3 % a year, 30 million yen of machinery: the nation
// pays 20 million yen, the prefecture 4 million. The expense has row id 1 on a new page.
inline void fill_in_firm(State& state) {
  type(state, {{"applicant.name", "信州見本工業株式会社"},
               {"applicant.kind", "corporation"},
               {"applicant.head_office", "20201"},
               {"applicant.industry", "manufacturing"},
               {"applicant.capital_yen", "1000万円"},
               {"applicant.employees", "18人"},
               {"applicant.deemed_large", "no"},
               {"application.month", "2022年3月"},
               {"application.rounds.saikouchiku", "5"},
               {"plan.years", "3"},
               {"plan.base.value_added_yen", "50,000,000"},
               {"plan.base.employees", "18"},
               {"plan.yearly.3.value_added_yen", "54,500,000"},
               {"plan.yearly.3.employees", "18"},
               {"answers.plan_with_support_institution", "yes"},
               {"answers.restructuring_guideline", "yes"}});
  for (core::Month month(2019, 1); month < core::Month(2022, 3); month = month + 1) {
    commit(state, "monthly." + month.to_string() + ".sales_yen",
           month < core::Month(2020, 4) ? "5,000,000" : "4,500,000");
  }
  add_expense(state);
  const std::string row = "expenses." + std::to_string(state.last_row);
  commit(state, row + ".category", "machinery");
  commit(state, row + ".item", "CNC旋盤");
  commit(state, row + ".amount_yen", "3,000万円");
  take_effects(state);
}

inline State firm(std::vector<std::string> frames = {"saikouchiku.normal"}) {
  State state = page(std::move(frames));
  fill_in_firm(state);
  return state;
}

// The texts of the effects of one kind since the last look at them, joined by "|".
inline std::string drained(State& state, Effect::Kind kind) {
  std::string text;
  for (const Effect& effect : take_effects(state)) {
    if (effect.kind != kind) continue;
    if (!text.empty()) text += '|';
    text += effect.text;
  }
  return text;
}

}  // namespace uwanose::app
