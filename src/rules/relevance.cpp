#include "rules/relevance.h"

namespace uwanose::rules {

namespace {

bool exclude_each_other(const Assumption& a, const Assumption& b) {
  if (a.kind == Assumption::Kind::choice) return (a.high & b.high) == 0;
  return a.high < b.low || b.high < a.low;
}

}  // namespace

FactSet separating_facts(const Assumptions& a, const Assumptions& b) {
  FactSet facts;
  bool separated = false;
  for (const Assumption& left : a) {
    for (const Assumption& right : b) {
      if (left.key != right.key || left.kind != right.kind) continue;
      if (!exclude_each_other(left, right)) continue;
      facts = separated ? facts & left.explains : left.explains;
      separated = true;
      if (facts.empty()) return facts;
    }
  }
  return facts;
}

}  // namespace uwanose::rules
