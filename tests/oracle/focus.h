// The firm and the expenses of a generated case, made for one frame and the lines at which it
// turns.
#pragma once

#include "oracle/random.h"

namespace uwanose::oracle {

// What a case is about: a frame, the head counts and the eligible sums at which it turns.
struct Focus {
  const char* frame;
  std::vector<Int> heads;
  std::vector<Int> sums;
  std::vector<const char*> categories;
};

const std::vector<Focus>& focuses();

// Mostly one whose size suits the frame.
Json applicant(Random& random, const Focus& focus);
Json expenses(Random& random, const Focus& focus);

}  // namespace uwanose::oracle
