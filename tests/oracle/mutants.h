// Deliberate faults of the flyer's rule pack, one line each.
#pragma once

#include <string>
#include <vector>

namespace uwanose::oracle {

struct Mutant {
  const char* after;  // the fault goes to the first `find` after this text; "" from the start
  const char* find;
  const char* replace;
};

const std::vector<Mutant>& mutants();

// The pack with the fault in it. Throws std::runtime_error where a text isn't found: then the
// pack has changed and the table must follow.
std::string with_fault(const std::string& pack, const Mutant& mutant);

}  // namespace uwanose::oracle
