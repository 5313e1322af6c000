// The product and the oracle on generated cases. UWANOSE_AGREEMENT_CASES sets how many (2,000),
// UWANOSE_AGREEMENT_SEED which ones (1), UWANOSE_AGREEMENT_FROM the first index (0).
#include "oracle/agreement.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "oracle/generator.h"
#include "oracle/oracle.h"
#include "oracle/product.h"

namespace uwanose::oracle {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::stoull(text);
}

TEST_CASE("the product and the oracle agree on generated cases") {
  const Product product;
  const std::uint64_t seed = setting("UWANOSE_AGREEMENT_SEED", 1);
  const std::uint64_t from = setting("UWANOSE_AGREEMENT_FROM", 0);
  const std::uint64_t count = setting("UWANOSE_AGREEMENT_CASES", 2000);
  std::uint64_t disagreeing = 0;
  for (std::uint64_t index = from; index < from + count; ++index) {
    const Json input = generate_case(seed, index);
    const auto lines = differences(input, assess(input), Json::parse(product.assess(input.dump())));
    if (lines.empty()) continue;
    std::string text = "seed " + std::to_string(seed) + ", case " + std::to_string(index);
    for (std::size_t i = 0; i < lines.size() && i < 6; ++i) text += "\n  " + lines[i];
    if (lines.size() > 6) text += "\n  … " + std::to_string(lines.size() - 6) + " more";
    if (++disagreeing <= 20) MESSAGE(text);
  }
  CHECK(disagreeing == 0);
}

TEST_CASE("the generator gives the same case for the same seed and index") {
  CHECK(generate_case(7, 41).dump() == generate_case(7, 41).dump());
  CHECK(generate_case(7, 41).dump() != generate_case(7, 42).dump());
  CHECK(generate_case(7, 41).dump() != generate_case(8, 41).dump());
}

}  // namespace
}  // namespace uwanose::oracle
