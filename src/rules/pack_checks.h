// The checks on a rule pack that need no parsing (ids, parameters, sources) and the last one, which
// needs all of it: that no two rules hold at once. Internal to compile().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/fault.h"
#include "rules/pack.h"

namespace uwanose::rules {

// The faults of a pack, each once, however often its spot is looked at.
class FaultList {
 public:
  void add(const std::string& place, const std::string& reason);
  bool empty() const { return faults_.empty(); }
  core::Faults take() { return std::move(faults_); }

 private:
  core::Faults faults_;
};

// `list[index]`
std::string at(std::string_view list, std::size_t index);

// Every id once, and none that a formula would understand otherwise.
void check_ids(const Pack& pack, FaultList& faults);
// The figures of the checks.
void check_parameters(const Pack& pack, FaultList& faults);
// Every source is one of the pack's documents.
void check_sources(const Pack& pack, FaultList& faults);
// Every name is one of the pack's frames or programmes.
void check_frames(const Pack& pack, const std::vector<std::string>& names, const std::string& place,
                  FaultList& faults);
// Frames, facts and requirements that the preparation names.
void resolve_preparation(Pack& pack, const Catalogue& catalogue, FaultList& faults);
// Two variants that hold at once would leave it to their order which one counts. Of a pack that is
// compiled.
void check_conflicts(const Pack& pack, const Catalogue& catalogue, FaultList& faults);

}  // namespace uwanose::rules
