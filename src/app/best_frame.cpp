#include "app/best_frame.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "app/relevance.h"

namespace uwanose::app {

std::vector<std::size_t> ranked_frames(const rules::Assessment& assessment,
                                       const std::vector<std::string>& interests) {
  std::vector<std::size_t> order(assessment.frames.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t i) {
    const rules::FrameResult& frame = assessment.frames[i];
    return std::tuple(is_shown(interests, frame.frame->id), frame.verdict, frame.total.min_yen);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
  return order;
}

std::optional<std::size_t> shown_frame(const rules::Assessment& assessment,
                                       const std::string& chosen,
                                       const std::vector<std::string>& interests) {
  for (std::size_t i = 0; i < assessment.frames.size(); ++i) {
    if (assessment.frames[i].frame->id == chosen) return i;
  }
  const std::vector<std::size_t> order = ranked_frames(assessment, interests);
  return order.empty() ? std::nullopt : std::optional(order.front());
}

std::optional<std::size_t> normal_frame(const rules::Assessment& assessment, std::size_t special) {
  const rules::FrameResult& frame = assessment.frames[special];
  if (frame.frame->demands.empty()) return std::nullopt;
  for (std::size_t i = 0; i < assessment.frames.size(); ++i) {
    const rules::FrameResult& candidate = assessment.frames[i];
    if (candidate.pack == frame.pack && candidate.frame->programme == frame.frame->programme &&
        candidate.frame->demands.empty()) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace uwanose::app
