// The command line's arguments, understood or refused with a reason.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rules/text.h"

namespace uwanose::cli {

enum class Command : std::uint8_t {
  help,
  version,
  assess,
  explain,
  batch,
  programmes,
  handoff,
  csv
};

struct Options {
  Command command = Command::help;
  std::vector<std::string> files;  // "-": standard input
  std::vector<std::string> packs;  // --rules
  std::vector<std::string> programmes;
  bool compact = false;
  std::string frame;             // --frame: of a hand-off; "" the best
  std::string time;              // --time: likewise; "" not said
  std::string table = "months";  // --table
  rules::Language language = rules::Language::ja;
};

struct UsageFault {
  std::string reason;
};

std::variant<Options, UsageFault> parse_options(std::span<const std::string_view> arguments);

}  // namespace uwanose::cli
