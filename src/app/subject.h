// What an answer is about: one case, what the rules say of it, and the words to tell it in. All of
// it is borrowed and outlives the making of the answer. The page's subject is its state; the
// command line brings its own, so that both tell the same.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace uwanose::app {

struct Subject {
  const rules::RuleBook& rules;
  const rules::Case& facts;
  const rules::Assessment& assessment;
  Words words;
  std::vector<RowId> rows;                  // of facts.expenses, in their order
  std::string chosen_frame = {};            // id; "" the best
  std::vector<std::string> interests = {};  // ids of frames that come before the others
  std::string today = {};                   // "2026-11-20"; "" unknown

  const rules::Catalogue& catalogue() const { return rules.catalogue; }
  std::string field(const rules::FactRef& ref) const {
    return field_of(ref, facts, rows, catalogue());
  }
};

Subject subject_of(const State& state);
// Without a page: the expenses are counted from 1.
Subject subject_of(const rules::RuleBook& rules, const rules::Case& facts,
                   const rules::Assessment& assessment, const Words& words);

}  // namespace uwanose::app
