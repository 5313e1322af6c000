#include "rules/relevance.h"

#include <algorithm>

namespace uwanose::rules {

namespace {

bool same_question(const Assumption& a, const Assumption& b) {
  return a.key == b.key && a.kind == b.kind;
}

// What `other` assumes of the same. Paths share their first questions: it is mostly at `place`.
const Assumption* counterpart(const Assumption& assumption, const Assumptions& other,
                              std::size_t place) {
  if (place < other.size() && same_question(assumption, other[place])) return &other[place];
  const auto found = std::find_if(other.begin(), other.end(), [&](const Assumption& each) {
    return same_question(assumption, each);
  });
  return found == other.end() ? nullptr : &*found;
}

bool exclude_each_other(const Assumption& a, const Assumption& b) {
  if (a.kind == Assumption::Kind::choice) return (a.high & b.high) == 0;
  return a.high < b.low || b.high < a.low;
}

}  // namespace

FactSet separating_facts(const Assumptions& a, const Assumptions& b, const FactSet& known) {
  FactSet facts;
  bool separated = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Assumption* other = counterpart(a[i], b, i);
    if (other == nullptr || !exclude_each_other(a[i], *other)) continue;
    facts = separated ? facts & a[i].explains : a[i].explains;
    separated = true;
    if (facts.within(known)) return facts;  // none, or nothing new
  }
  return facts;
}

}  // namespace uwanose::rules
