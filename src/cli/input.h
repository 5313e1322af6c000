// Reading files and standard input, never more than fits comfortably.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <variant>

namespace uwanose::cli {

inline constexpr std::size_t max_input_bytes = 64u << 20u;

struct ReadFault {
  std::string reason;
};

// With what the system says of its last call.
ReadFault cannot_read(const std::string& path);

// A whole file; "-" is `standard_input`.
std::variant<std::string, ReadFault> read_file(const std::string& path,
                                               std::istream& standard_input);

// One line after the other, without its end; a line that is longer than `max_input_bytes` is passed
// over.
class LineReader {
 public:
  explicit LineReader(std::istream& in) : in_(in) {}

  bool next();
  const std::string& line() const { return line_; }
  std::size_t number() const { return number_; }
  bool too_long() const { return too_long_; }
  bool failed() const { return in_.bad(); }

 private:
  std::istream& in_;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace uwanose::cli
