#include "rules/relevance.h"

namespace uwanose::rules {

namespace {

bool exclude_each_other(const Evaluator::Assumption& a, const Evaluator::Assumption& b) {
  if (a.is_choice) return (a.high & b.high) == 0;
  return a.high < b.low || b.high < a.low;
}

}  // namespace

FactSet separating_facts(const Evaluator::Assumptions& a, const Evaluator::Assumptions& b) {
  FactSet facts;
  bool separated = false;
  for (const Evaluator::Assumption& left : a) {
    for (const Evaluator::Assumption& right : b) {
      if (left.fact != right.fact || left.is_fork != right.is_fork) continue;
      if (!exclude_each_other(left, right)) continue;
      facts = separated ? facts & left.explains : left.explains;
      separated = true;
      if (facts.empty()) return facts;
    }
  }
  return facts;
}

}  // namespace uwanose::rules
