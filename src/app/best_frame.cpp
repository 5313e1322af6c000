#include "app/best_frame.h"

#include <utility>

namespace uwanose::app {

namespace {

auto rank(const rules::FrameResult& frame) {
  return std::pair(frame.verdict, frame.total.min_yen);
}

}  // namespace

std::optional<std::size_t> best_frame(const rules::Assessment& assessment,
                                      std::optional<std::size_t> but_not) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < assessment.frames.size(); ++i) {
    if (i == but_not) continue;
    if (!best || rank(assessment.frames[i]) > rank(assessment.frames[*best])) best = i;
  }
  return best;
}

std::optional<std::size_t> shown_frame(const rules::Assessment& assessment,
                                       const std::string& chosen) {
  for (std::size_t i = 0; i < assessment.frames.size(); ++i) {
    if (assessment.frames[i].frame->id == chosen) return i;
  }
  return best_frame(assessment);
}

}  // namespace uwanose::app
