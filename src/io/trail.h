// The trail: where in a document a reader stands, and the faults and warnings that it found there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"

namespace uwanose::io {

class Trail {
 public:
  // `expenses[2].amount_yen`; keys that are no plain names are quoted: `["a b"]`.
  std::string place() const;

  void fault(std::string code, std::string reason, std::vector<std::string> arguments = {});
  void warn(std::string code, std::string reason, std::vector<std::string> arguments = {});

  core::Faults faults;
  core::Faults warnings;

 private:
  friend class Step;
  struct Segment {
    std::string_view key;  // must outlive the step; null where it is an index
    std::size_t index = 0;
  };
  std::vector<Segment> segments_;
};

// One step down, as long as it lives.
class Step {
 public:
  Step(Trail& trail, std::string_view key) : trail_(trail) { trail_.segments_.push_back({key, 0}); }
  Step(Trail& trail, std::size_t index) : trail_(trail) { trail_.segments_.push_back({{}, index}); }
  ~Step() { trail_.segments_.pop_back(); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  Trail& trail_;
};

// A member of a place, as a place: `applicant` and `kind` make `applicant.kind`.
void append_key(std::string& place, std::string_view key);
void append_index(std::string& place, std::size_t index);

// What the user wrote, for a message: quoted, no control characters, cut where it is long.
std::string quoted(std::string_view text);

}  // namespace uwanose::io
