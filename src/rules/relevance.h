// Which missing facts matter: two paths that end differently and whose assumptions exclude one
// another in a single fact only show that this fact, with the others fixed, makes the difference.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/fact_set.h"
#include "rules/paths.h"

namespace uwanose::rules {

// The facts that alone can lead from one path to the other; none where nothing separates them.
// It may stop as soon as all that are left are among the `known`.
FactSet separating_facts(const Assumptions& a, const Assumptions& b, const FactSet& known);

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
    if (leaves_.size() > most_compared) {
      for (const Leaf& leaf : leaves_) result = result | assumed(leaf);
      return result;
    }
    const std::vector<std::size_t> ends = distinct_outcomes();
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      const FactSet candidates = assumed(leaves_[i]);
      // The paths just before share most of their assumptions.
      for (std::size_t j = i; j-- > 0 && !candidates.within(result);) {
        if (ends[i] == ends[j]) continue;
        result = result | separating_facts(leaves_[i].assumptions, leaves_[j].assumptions, result);
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
  static FactSet assumed(const Leaf& leaf) {
    FactSet facts;
    for (const Assumption& assumption : leaf.assumptions) facts = facts | assumption.explains;
    return facts;
  }

  // Of each leaf, the first that ends the same way.
  std::vector<std::size_t> distinct_outcomes() const {
    std::vector<std::size_t> ends, distinct;
    ends.reserve(leaves_.size());
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      const auto same = std::find_if(distinct.begin(), distinct.end(), [&](std::size_t other) {
        return leaves_[i].outcome == leaves_[other].outcome;
      });
      ends.push_back(same == distinct.end() ? i : *same);
      if (same == distinct.end()) distinct.push_back(i);
    }
    return ends;
  }

  Leaf first_;
  std::vector<Leaf> leaves_;  // empty while there is one
  std::size_t count_ = 0;
};

}  // namespace uwanose::rules
