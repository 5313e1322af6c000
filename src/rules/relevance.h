// Which missing facts matter: two paths that end differently and whose assumptions exclude one
// another in a single fact only show that this fact, with the others fixed, makes the difference.
#pragma once

#include <utility>
#include <vector>

#include "rules/fact_set.h"
#include "rules/paths.h"

namespace uwanose::rules {

// The facts that alone can lead from one path to the other; everything where nothing separates
// them.
FactSet separating_facts(const Assumptions& a, const Assumptions& b);

template <class Outcome>
class Relevance {
 public:
  // `missing`: the facts within the outcome itself (a range, an undetermined check).
  void add(const Assumptions& assumptions, const Outcome& outcome, const FactSet& missing) {
    if (count_++ == 0) {
      first_ = {assumptions, outcome, missing};  // the only one of a complete case
      return;
    }
    if (leaves_.empty()) leaves_.push_back(first_);
    leaves_.push_back({assumptions, outcome, missing});
  }
  const Outcome& first() const { return first_.outcome; }
  bool agree() const {
    for (const Leaf& leaf : leaves_) {
      if (!(leaf.outcome == first_.outcome)) return false;
    }
    return true;
  }
  FactSet matters() const {
    FactSet result = first_.missing;
    for (const Leaf& leaf : leaves_) result = result | leaf.missing;
    if (agree()) return result;
    FactSet candidates = result;
    for (const Leaf& leaf : leaves_) {
      for (const auto& assumption : leaf.assumptions) candidates = candidates | assumption.explains;
    }
    if (leaves_.size() > most_compared) return candidates;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (leaves_[i].outcome == leaves_[j].outcome) continue;
        result = result | separating_facts(leaves_[i].assumptions, leaves_[j].assumptions);
        if (result == candidates) return result;
      }
    }
    return result;
  }

 private:
  // Every path is compared with every other; beyond this, all that was assumed is named.
  static constexpr std::size_t most_compared = 2'000;

  struct Leaf {
    Assumptions assumptions;
    Outcome outcome;
    FactSet missing;
  };
  Leaf first_;
  std::vector<Leaf> leaves_;  // empty while there is one
  std::size_t count_ = 0;
};

}  // namespace uwanose::rules
