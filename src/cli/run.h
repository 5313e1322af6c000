// The program behind the command line, apart from the process that runs it.
#pragma once

#include <istream>
#include <ostream>
#include <span>
#include <string_view>

namespace uwanose::cli {

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

enum ExitStatus : int { done = 0, output_failed = 1, wrong_input = 2 };

// Returns the exit status. A reader that goes away ends it quietly.
int run(std::span<const std::string_view> arguments, std::string_view version, Console console);

}  // namespace uwanose::cli
