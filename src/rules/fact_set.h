// A set of missing facts, small enough to travel with every number: which facts could still change
// it. Internal to the evaluation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace uwanose::rules {

// By slot: scalars, the amounts of a category, the list of expenses, rows without a category,
// checks.
class FactSet {
 public:
  static constexpr std::size_t scalar_slots = 128;
  static constexpr std::size_t category_slot = scalar_slots;    // + category
  static constexpr std::size_t list_slot = category_slot + 64;  // expenses as a whole
  static constexpr std::size_t uncategorised_slot = list_slot + 1;
  // The first rows without a category fork over where they belong, each by itself; the rest share
  // the slot before.
  static constexpr std::size_t forked_rows = 4;
  static constexpr std::size_t row_slot = uncategorised_slot + 1;    // + which of them
  static constexpr std::size_t check_slot = row_slot + forked_rows;  // + check
  static constexpr std::size_t slots = 256;
  static constexpr std::size_t check_slots = slots - check_slot;

  static FactSet of(std::size_t slot) {
    FactSet set;
    set.add(slot);
    return set;
  }
  void add(std::size_t slot) {
    slot = slot < slots ? slot : slots - 1;
    words_[slot / 64] |= std::uint64_t{1} << slot % 64;
  }
  bool has(std::size_t slot) const { return (words_[slot / 64] >> slot % 64 & 1) != 0; }
  bool empty() const { return (words_[0] | words_[1] | words_[2] | words_[3]) == 0; }
  bool within(const FactSet& other) const {
    std::uint64_t outside = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) outside |= words_[i] & ~other.words_[i];
    return outside == 0;
  }
  FactSet operator|(const FactSet& other) const {
    FactSet result = *this;
    for (std::size_t i = 0; i < words_.size(); ++i) result.words_[i] |= other.words_[i];
    return result;
  }
  FactSet operator&(const FactSet& other) const {
    FactSet result = *this;
    for (std::size_t i = 0; i < words_.size(); ++i) result.words_[i] &= other.words_[i];
    return result;
  }
  friend bool operator==(const FactSet&, const FactSet&) = default;

 private:
  std::array<std::uint64_t, slots / 64> words_{};
};

}  // namespace uwanose::rules
