// The rules that a command uses: the flyer's pack, the shipped packs that were asked for, and the
// user's own, in this order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/strings.h"
#include "io/rule_book.h"

namespace uwanose::cli {

inline constexpr std::string_view flyer_pack = "rules/nagano_plus_1.json";

struct RuleSet {
  std::optional<rules::RuleBook> value;
  std::vector<std::string> faults;  // lines for the user
};

// `programmes` are ids of packs, programmes or frames, `packs` the user's own. Facts of shipped
// packs that were not asked for are known all the same, so that a case may state them; their frames
// are not assessed.
RuleSet load_rules(std::span<const std::string> programmes, std::span<const io::RuleFile> packs);

// Every shipped pack.
RuleSet load_shipped_rules();

// The texts of the answer, in both languages.
app::Strings load_strings();

// The catalogue alone, to check packs against.
std::optional<rules::RuleBook> load_catalogue();

}  // namespace uwanose::cli
