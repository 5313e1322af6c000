#include <csignal>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/run.h"

int main(int count, char** words) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is told by the write that fails
#endif
  std::ios::sync_with_stdio(false);
  const std::vector<std::string_view> arguments(words + (count > 0 ? 1 : 0), words + count);
  return uwanose::cli::run(arguments, UWANOSE_VERSION, {std::cin, std::cout, std::cerr});
}
