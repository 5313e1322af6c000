#include "app/missing.h"

#include <algorithm>
#include <map>
#include <string>

#include "app/relevance.h"

namespace uwanose::app {

namespace {

using Counts = std::map<rules::FactRef, int>;

void count(const rules::PartResult& part, Counts& counts) {
  std::vector<rules::FactRef> named;
  for (const rules::RequirementResult& requirement : part.requirements) {
    for (const rules::FactRef& ref : requirement.missing) {
      ++counts[ref];
      named.push_back(ref);
    }
  }
  std::sort(named.begin(), named.end());
  for (const rules::FactRef& ref : part.missing) {
    if (!std::binary_search(named.begin(), named.end(), ref)) ++counts[ref];
  }
}

core::Month first_asked(const rules::RuleBook& rules, const rules::Assessment& assessment) {
  std::vector<std::string> ids;
  for (const rules::FrameResult& frame : assessment.frames) ids.push_back(frame.frame->id);
  return first_month(relevance_of(rules, ids));
}

}  // namespace

std::vector<MissingFact> missing_facts(const rules::RuleBook& rules,
                                       const rules::Assessment& assessment,
                                       const rules::FrameResult& frame) {
  Counts counts;
  for (const rules::FrameResult& each : assessment.frames) {
    count(each.national, counts);
    if (each.prefectural) count(*each.prefectural, counts);
  }
  std::vector<rules::FactRef> refs = frame.national.missing;
  if (frame.prefectural) {
    const auto& more = frame.prefectural->missing;
    refs.insert(refs.end(), more.begin(), more.end());
  }
  const core::Month from = first_asked(rules, assessment);
  std::erase_if(refs, [&](const rules::FactRef& ref) {
    return ref.kind == rules::FactRef::Kind::monthly && core::Month::from_index(ref.a) < from;
  });
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  std::vector<MissingFact> missing;
  missing.reserve(refs.size());
  for (const rules::FactRef& ref : refs) missing.push_back({ref, counts[ref]});
  std::stable_sort(missing.begin(), missing.end(), [](const MissingFact& a, const MissingFact& b) {
    return a.settles > b.settles;
  });
  return missing;
}

}  // namespace uwanose::app
