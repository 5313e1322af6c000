#include "app/subject.h"

#include <numeric>

namespace uwanose::app {

Subject subject_of(const State& state) {
  return {*state.rules,         state.facts(),      state.assessment,     state.words(),
          state.document->rows, state.chosen_frame, state.flow.interests, state.today};
}

Subject subject_of(const rules::RuleBook& rules, const rules::Case& facts,
                   const rules::Assessment& assessment, const Words& words) {
  std::vector<RowId> rows(facts.expenses ? facts.expenses->size() : 0);
  std::iota(rows.begin(), rows.end(), RowId{1});
  return {rules, facts, assessment, words, std::move(rows)};
}

}  // namespace uwanose::app
