#include "io/fault_writer.h"

#include <doctest/doctest.h>

namespace uwanose::io {
namespace {

std::string written(const core::Faults& faults) {
  std::string text;
  JsonWriter out(text, Layout::compact);
  write_faults(out, faults);
  return text;
}

TEST_CASE("faults: place and reason of each, in their order") {
  CHECK(written({}) == "[]");
  CHECK(written({{"expenses[0].amount_yen", "fault.range", "must be 0 or more", {"0"}},
                 {"kind", "fault.choice", "did you mean \"a\"?", {}}}) ==
        R"([{"place":"expenses[0].amount_yen","reason":"must be 0 or more"},)"
        R"({"place":"kind","reason":"did you mean \"a\"?"}])");
}

}  // namespace
}  // namespace uwanose::io
