// A small generator of its own (splitmix64), so that a seed means the same numbers everywhere.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "oracle/facts.h"

namespace uwanose::oracle {

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t index) : state_(seed) {
    state_ = next() ^ index;
    next();
  }

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  Int between(Int low, Int high) {
    return low + static_cast<Int>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool percent(int chance) { return between(0, 99) < chance; }
  Int nudge() { return between(-1, 1); }
  template <typename T>
  T pick(std::initializer_list<T> values) {
    return values.begin()[between(0, static_cast<Int>(values.size()) - 1)];
  }
  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(between(0, static_cast<Int>(values.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace uwanose::oracle
