// Values that are possible but hardly meant: a month a thousand times its neighbours, an amount
// with tax, a price per piece above the sum. They are asked about beside their field, never
// refused, and count as entered. Who says that a value is right is not asked about it again, until
// it changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/state.h"

namespace uwanose::app {

struct Fix {
  Message label;
  std::vector<std::pair<std::string, std::int64_t>> values;  // by key; of a tax field its rate
};

struct Doubt {
  std::string key;  // the field
  std::int64_t value = 0;
  Message question;
  std::vector<Fix> fixes;  // one press each; may be none
};

// At most one a field, those confirmed left out.
std::vector<Doubt> find_doubts(const Document& document, const rules::Catalogue& catalogue,
                               const Words& words);
inline std::vector<Doubt> find_doubts(const State& state) {
  return find_doubts(*state.document, state.catalogue(), state.words());
}
// As if every value were confirmed: of a case that means what it says.
void confirm_all(Document& document, const rules::Catalogue& catalogue, const Words& words);

// --- actions: nothing where there is no such doubt
void fix_doubt(State& state, std::string_view key, std::size_t fix);
void keep_value(State& state, std::string_view key);  // このままで正しい

}  // namespace uwanose::app
