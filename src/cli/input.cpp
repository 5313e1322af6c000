#include "cli/input.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace uwanose::cli {

namespace {

constexpr std::size_t chunk = 64u << 10u;

std::string name_of(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

ReadFault cannot_read(const std::string& path) {
  return {
      name_of(path) + ": cannot be read" +
      (errno != 0 ? std::string(": ") + std::generic_category().message(errno) : std::string())};
}

std::variant<std::string, ReadFault> read_file(const std::string& path,
                                               std::istream& standard_input) {
  std::ifstream file;
  errno = 0;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) return cannot_read(path);
  }
  std::istream& in = path == "-" ? standard_input : file;
  std::string bytes;
  std::array<char, chunk> buffer;
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > max_input_bytes) {
      return ReadFault{name_of(path) + ": is larger than 64 MiB"};
    }
  }
  if (in.bad()) return cannot_read(path);
  return bytes;
}

bool LineReader::next() {
  line_.clear();
  too_long_ = false;
  std::array<char, chunk> buffer;
  bool any = false;
  while (true) {
    in_.getline(buffer.data(), buffer.size());
    auto count = static_cast<std::size_t>(in_.gcount());
    // A line that fills the buffer fails without having ended; what ended is counted with its end.
    const bool full = in_.fail() && !in_.eof() && !in_.bad() && count == buffer.size() - 1;
    const bool ended = !in_.fail() && !in_.eof();
    if (ended) --count;
    any = any || ended || count > 0;
    if (line_.size() + count > max_input_bytes) {
      too_long_ = true;
      line_.clear();
    }
    if (!too_long_) line_.append(buffer.data(), count);
    if (!full) break;
    in_.clear();
  }
  if (any) ++number_;
  return any;
}

}  // namespace uwanose::cli
