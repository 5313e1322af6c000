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

using Frames = std::vector<const rules::FrameResult*>;

Counts counts_of(const Frames& frames) {
  Counts counts;
  for (const rules::FrameResult* frame : frames) {
    count(frame->national, counts);
    if (frame->prefectural) count(*frame->prefectural, counts);
  }
  return counts;
}

core::Month first_asked(const rules::RuleBook& rules, const Frames& frames) {
  std::vector<std::string> ids;
  for (const rules::FrameResult* frame : frames) ids.push_back(frame->frame->id);
  return first_month(relevance_of(rules, ids));
}

// What `frames` miss, by how much of `judged` waits for it.
std::vector<MissingFact> collect(const rules::RuleBook& rules, const Frames& frames,
                                 const Frames& judged) {
  std::vector<rules::FactRef> refs;
  for (const rules::FrameResult* frame : frames) {
    const auto add = [&](const rules::PartResult& part) {
      refs.insert(refs.end(), part.missing.begin(), part.missing.end());
    };
    add(frame->national);
    if (frame->prefectural) add(*frame->prefectural);
  }
  if (refs.empty()) return {};
  const core::Month from = first_asked(rules, judged);
  std::erase_if(refs, [&](const rules::FactRef& ref) {
    return ref.kind == rules::FactRef::Kind::monthly && core::Month::from_index(ref.a) < from;
  });
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  Counts counts = counts_of(judged);
  std::vector<MissingFact> missing;
  missing.reserve(refs.size());
  for (const rules::FactRef& ref : refs) missing.push_back({ref, counts[ref]});
  std::stable_sort(missing.begin(), missing.end(), [](const MissingFact& a, const MissingFact& b) {
    return a.settles > b.settles;
  });
  return missing;
}

}  // namespace

std::vector<MissingFact> missing_facts(const rules::RuleBook& rules,
                                       const rules::Assessment& assessment,
                                       const rules::FrameResult& frame) {
  Frames all;
  for (const rules::FrameResult& each : assessment.frames) all.push_back(&each);
  return collect(rules, {&frame}, all);
}

std::vector<MissingFact> missing_facts(const rules::RuleBook& rules, const Frames& frames) {
  if (frames.empty()) return {};
  return collect(rules, frames, frames);
}

}  // namespace uwanose::app
