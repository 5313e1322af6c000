// The known and the generated cases would notice each of the deliberate faults in the rule pack.
// Asked once, natively: the answer is the same in every build, and it takes long with sanitizers.
#if !defined(__EMSCRIPTEN__) && !defined(__SANITIZE_ADDRESS__)

#include "oracle/mutants.h"

#include <doctest/doctest.h>

#include <memory>

#include "assets/assets.h"
#include "oracle/agreement.h"
#include "oracle/generator.h"
#include "oracle/known.h"
#include "oracle/oracle.h"
#include "oracle/product.h"

namespace uwanose::oracle {
namespace {

struct Suspect {
  const Mutant* mutant;
  std::unique_ptr<Product> product;
};

// The assessment without its head, which names the pack and its hash.
std::string frames_of(const Product& product, const std::string& input) {
  const std::string text = product.assess(input);
  return text.substr(text.find("\"frames\""));
}

bool disagrees(const std::string& frames, const Json& input, const Json& oracle) {
  return !differences(input, oracle, Json::parse("{" + frames)).none();
}

TEST_CASE("each fault in the rule pack is noticed") {
  const std::string pack(assets::find("rules/nagano_plus_1.json"));
  const Product sound(pack);
  std::vector<Suspect> suspects;
  for (const Mutant& mutant : mutants()) {
    suspects.push_back({&mutant, std::make_unique<Product>(with_fault(pack, mutant))});
  }
  REQUIRE(suspects.size() >= 40);

  std::vector<Json> known;
  for (const char* name : {"assessed", "eligibility", "amounts"}) {
    for (const Json& entry : known_cases(name)) known.push_back(entry["case"]);
  }
  constexpr std::size_t generated = 4000;
  for (std::size_t i = 0; i < known.size() + generated && !suspects.empty(); ++i) {
    const Json input = i < known.size() ? known[i] : generate_case(1, i - known.size());
    const Json oracle = assess(input);
    const std::string text = input.dump();
    const std::string right = frames_of(sound, text);
    if (disagrees(right, input, oracle)) continue;  // the agreement test's concern
    for (std::size_t s = suspects.size(); s-- > 0;) {
      const std::string wrong = frames_of(*suspects[s].product, text);
      if (wrong == right || !disagrees(wrong, input, oracle)) continue;
      suspects.erase(suspects.begin() + static_cast<std::ptrdiff_t>(s));
    }
  }
  for (const Suspect& suspect : suspects) {
    const std::string line = std::string(suspect.mutant->after) + ": " + suspect.mutant->find +
                             " -> " + suspect.mutant->replace;
    FAIL_CHECK("unnoticed: " << line);
  }
}

}  // namespace
}  // namespace uwanose::oracle

#endif
