// What a name in a formula of a pack stands for, where the formula stands: facts, tables and checks
// everywhere; definitions after their own place, so that there are no cycles; eligible and national
// within a frame. Internal to compile().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.h"

namespace uwanose::rules {

class PackNames {
 public:
  // Both must outlive it.
  PackNames(const Pack& pack, const Catalogue& catalogue);

  std::optional<Resolved> resolve(std::string_view name) const;
  // Those that `resolve` knows here.
  std::vector<std::string_view> known() const;

  // The next definition is there.
  void add_definition() { ++definitions_; }
  // Null: within none. Its national amount is not there yet.
  void enter(const Frame* frame);
  void add_national() { national_known_ = true; }

  // Whether a name was asked for, since the use was forgotten, whose meaning depends on the frame.
  bool frame_used() const { return frame_used_; }
  void forget_use() { frame_used_ = false; }

 private:
  Resolved definition(std::size_t index) const;

  const Pack& pack_;
  const Catalogue& catalogue_;
  std::vector<std::string> columns_;  // of all tables, as formulas name them
  std::size_t definitions_ = 0;       // so far
  const Frame* frame_ = nullptr;
  bool national_known_ = false;
  mutable bool frame_used_ = false;
};

}  // namespace uwanose::rules
