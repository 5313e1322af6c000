// The product and the oracle on generated cases. UWANOSE_AGREEMENT_CASES sets how many (2,000; as
// WebAssembly 500, which tell whether the other compiler computes the same),
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

#ifdef __EMSCRIPTEN__
constexpr std::uint64_t usual_cases = 500;
#else
constexpr std::uint64_t usual_cases = 2000;
#endif

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::stoull(text);
}

std::string first_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size() && i < 6; ++i) text += "\n  " + lines[i];
  if (lines.size() > 6) text += "\n  … " + std::to_string(lines.size() - 6) + " more";
  return text;
}

// Verdicts, figures, ranges and evidence agree in every case. What would settle a case where two
// or three facts are missing at once is searched by the product within bounds: there it may name
// a fact too many or too few, in no more than one case of 500.
TEST_CASE("the product and the oracle agree on generated cases") {
  const Product product;
  const std::uint64_t seed = setting("UWANOSE_AGREEMENT_SEED", 1);
  const std::uint64_t from = setting("UWANOSE_AGREEMENT_FROM", 0);
  const std::uint64_t count = setting("UWANOSE_AGREEMENT_CASES", usual_cases);
  std::uint64_t answers = 0;
  std::uint64_t missing = 0;
  for (std::uint64_t index = from; index < from + count; ++index) {
    const Json input = generate_case(seed, index);
    const Differences found =
        differences(input, assess(input), Json::parse(product.assess(input.dump())));
    if (found.none()) continue;
    const std::string name = "seed " + std::to_string(seed) + ", case " + std::to_string(index);
    if (!found.answers.empty() && ++answers <= 20) MESSAGE(name << first_lines(found.answers));
    if (!found.missing.empty() && ++missing <= 20) MESSAGE(name << first_lines(found.missing));
  }
  CHECK(answers == 0);
  CHECK(missing * 500 <= count);
}

TEST_CASE("the generator gives the same cases in every build") {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  for (std::uint64_t index = 0; index < 200; ++index) {
    for (const char byte : generate_case(1, index).dump()) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
  }
  CHECK(hash == 15351505734667583261ULL);
  CHECK(generate_case(7, 41) != generate_case(7, 42));
  CHECK(generate_case(7, 41) != generate_case(8, 41));
}

}  // namespace
}  // namespace uwanose::oracle
