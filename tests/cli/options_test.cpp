#include "cli/options.h"

#include <doctest/doctest.h>

namespace uwanose::cli {
namespace {

using Words = std::vector<std::string_view>;

Options good(const Words& words) {
  auto parsed = parse_options(words);
  REQUIRE(std::holds_alternative<Options>(parsed));
  return std::get<Options>(parsed);
}
std::string reason(const Words& words) {
  auto parsed = parse_options(words);
  REQUIRE(std::holds_alternative<UsageFault>(parsed));
  return std::get<UsageFault>(parsed).reason;
}

TEST_CASE("options: commands and files") {
  CHECK(good({"assess", "a.json"}).command == Command::assess);
  CHECK(good({"assess", "a.json"}).files == std::vector<std::string>{"a.json"});
  CHECK(good({"explain", "-"}).files == std::vector<std::string>{"-"});
  CHECK(good({"batch", "--", "--odd.jsonl"}).files == std::vector<std::string>{"--odd.jsonl"});
  CHECK(good({"programmes"}).files.empty());
  CHECK(good({"programmes", "a", "b"}).files.size() == 2);
}

TEST_CASE("options: anywhere, with = or without") {
  const Options options = good({"--lang=en", "explain", "--rules", "p.json", "a.json",
                                "--programme=x", "--programme", "y", "--compact"});
  CHECK(options.command == Command::explain);
  CHECK(options.language == rules::Language::en);
  CHECK(options.packs == std::vector<std::string>{"p.json"});
  CHECK(options.programmes == std::vector<std::string>{"x", "y"});
  CHECK(options.compact);
  CHECK(good({"assess", "a"}).language == rules::Language::ja);
}

TEST_CASE("options: help and version go before everything") {
  CHECK(good({"--help"}).command == Command::help);
  CHECK(good({"help"}).command == Command::help);
  CHECK(good({"assess", "-h"}).command == Command::help);
  CHECK(good({"--version"}).command == Command::version);
}

TEST_CASE("options: what is wrong is said") {
  CHECK(reason({}) == "a command is missing");
  CHECK(reason({"asess", "a"}) == "unknown command \"asess\"; did you mean \"assess\"?");
  CHECK(reason({"assess", "a", "--compat"}) ==
        "unknown option \"--compat\"; did you mean \"--compact\"?");
  CHECK(reason({"assess"}) == "a file is missing; \"-\" is standard input");
  CHECK(reason({"assess", "a", "b"}) == "one file at a time: what is \"b\"?");
  CHECK(reason({"assess", "a", "--rules"}) == "--rules needs a value");
  CHECK(reason({"assess", "a", "--compact=1"}) == "--compact takes no value");
  CHECK(reason({"explain", "a", "--lang", "fr"}) == "--lang is ja or en, not \"fr\"");
}

}  // namespace
}  // namespace uwanose::cli
