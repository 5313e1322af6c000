// The engine as a function library: what the ES module (web/module) offers to other sites and
// tools.
//
// A case goes in as JSON text, an answer comes out as text: the same bytes as the command line's.
// The rules are the flyer's pack, the shipped ones that were asked for, and the caller's own, for
// one call each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/strings.h"
#include "io/json_writer.h"
#include "rules/assessment.h"

namespace uwanose::module {

// The answer, or the faults as JSON: [{"place": …, "reason": …}, …].
struct Reply {
  bool good = true;
  std::string text;
};

class Engine {
 public:
  // For the next call.
  void use_programme(std::string_view id) { programmes_.emplace_back(id); }
  void use_rules(std::string_view name, std::string_view text) { packs_.emplace_back(name, text); }

  Reply assess(std::string_view case_text, io::Layout layout);
  Reply explain(std::string_view case_text, rules::Language language);
  // The warnings of a case, written as faults are.
  Reply check(std::string_view case_text);
  // JSON: every pack and its frames.
  Reply programmes();

 private:
  // Says why not, if there are none.
  std::optional<rules::RuleBook> rules(Reply& reply);

  std::vector<std::string> programmes_;
  std::vector<std::pair<std::string, std::string>> packs_;
  std::optional<rules::RuleBook> usual_;
  std::optional<app::Strings> strings_;
};

}  // namespace uwanose::module
