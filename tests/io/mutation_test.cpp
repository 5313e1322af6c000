// Broken input, made deterministically from good files: every reader gives a value or faults, and
// never crashes, whatever the bytes. Run under the sanitizers too.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/pack_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

// xorshift64: the same numbers everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13u;
    state_ ^= state_ >> 7u;
    state_ ^= state_ << 17u;
    return static_cast<std::size_t>(state_ % limit);
  }

 private:
  std::uint64_t state_;
};

std::string mutated(std::string text, Dice& dice) {
  constexpr std::array<std::string_view, 24> pieces{
      "null",        "-1",        "1e999", "5.0",     "{}",
      "[]",          "\"\"",      "true",  "{",       "}",
      "[",           "]",         ",",     ":",       "\"",
      "\\",          "\xff",      "\xe3",  "0",       "9999999999999999999",
      "\"2021-13\"", "\"month\"", "\n",    "\"x\":1,"};
  for (std::size_t i = 0, count = 1 + dice.below(3); i < count; ++i) {
    const std::size_t at = dice.below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, dice.below(12));
    switch (dice.below(4)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, pieces[dice.below(pieces.size())]); break;
      case 2: text.replace(at, length, pieces[dice.below(pieces.size())]); break;
      default: text.insert(dice.below(text.size() + 1), text.substr(at, length * 8)); break;
    }
  }
  return text;
}

// Replaces one number, word or list of a JSON text by something else, so that it stays JSON.
std::string with_other_value(const std::string& text, Dice& dice) {
  constexpr std::array<std::string_view, 14> values{"null",
                                                    "-1",
                                                    "0",
                                                    "1",
                                                    "7.5",
                                                    "1e3",
                                                    "10000000000001",
                                                    "true",
                                                    "\"\"",
                                                    "\"2020-02\"",
                                                    "\"wholesale\"",
                                                    "[]",
                                                    "{}",
                                                    "[{}]"};
  for (int tries = 0; tries < 50; ++tries) {
    const std::size_t colon = text.find(": ", dice.below(text.size()));
    if (colon == std::string::npos) continue;
    const std::size_t end = text.find_first_of(",}\n", colon);
    if (end == std::string::npos || text[colon + 2] == '{' || text[colon + 2] == '[') continue;
    std::string changed = text;
    return changed.replace(colon + 2, end - colon - 2, values[dice.below(values.size())]);
  }
  return text;
}

std::string sample_case() {
  return R"({
  "format": "uwanose-case", "version": 1,
  "applicant": { "name": "信州テスト工業", "kind": "corporation", "head_office": "20201",
    "industry": "manufacturing", "capital_yen": 10000000, "employees": 18, "deemed_large": false },
  "application": { "month": "2022-03", "rounds": { "saikouchiku": 5, "monozukuri": 9, "jizokuka": 6, "it": 5 } },
  "monthly": [ { "month": "2019-04", "sales_yen": 5200000, "value_added_yen": 1800000 },
    { "month": "2020-04", "sales_yen": 4000000, "value_added_yen": 1000000 },
    { "month": "2020-05", "sales_yen": 4000000 }, { "month": "2021-01", "memo": "x" } ],
  "plan": { "years": 5, "base": { "value_added_yen": 50000000, "employees": 20, "minimum_hourly_wage_yen": 900 },
    "yearly": [ { "value_added_yen": 51000000, "employees": 20, "minimum_hourly_wage_yen": 945 } ] },
  "wages": [ { "month": "2020-10", "employees": 30, "near_minimum": 3 } ],
  "expenses": [ { "category": "machinery", "item": "CNC", "amount_yen": 12000000, "unit_price_yen": 12000000 },
    { "category": "training", "amount_yen": 500000 } ],
  "answers": { "wage_plan": true, "graduation_route": "none", "it_processes": 3 },
  "programmes": { }
})";
}

struct Outcome {
  int values = 0;
  int refused = 0;
};

Outcome read_mutants(int count, std::uint64_t seed,
                     std::string (*mutant)(const std::string&, Dice&)) {
  const rules::RuleBook& book = flyer_book();
  Dice dice(seed);
  const std::string sample = sample_case();
  Outcome outcome;
  for (int i = 0; i < count; ++i) {
    const std::string text = mutant(sample, dice);
    const CaseFile file = read_case(text, book.catalogue);
    CHECK(file.value.has_value() == file.faults.empty());
    for (const core::Fault& fault : file.faults) {
      CHECK_FALSE(fault.reason.empty());
      CHECK_FALSE(fault.code.empty());
    }
    if (!file.value) {
      ++outcome.refused;
      continue;
    }
    ++outcome.values;
    // What was understood can be assessed, written and read back as the same.
    const std::string written = write_case(*file.value, book.catalogue, file.extra);
    const CaseFile again = read_case(written, book.catalogue);
    CHECK(lines(again.faults) == Lines{});
    REQUIRE(again.value);
    CHECK(write_case(*again.value, book.catalogue, again.extra) == written);
    CHECK(write_assessment(rules::assess(book, *file.value), book, *file.value) ==
          write_assessment(rules::assess(book, *again.value), book, *again.value));
  }
  return outcome;
}

TEST_CASE("mutants of a case: bytes") {
  const Outcome outcome = read_mutants(
      3000, 20220120, [](const std::string& text, Dice& dice) { return mutated(text, dice); });
  CHECK(outcome.values > 0);
  CHECK(outcome.refused > 1000);
}

TEST_CASE("mutants of a case: values") {
  const Outcome outcome = read_mutants(1000, 20260213, with_other_value);
  CHECK(outcome.values > 100);
  CHECK(outcome.refused > 100);
}

TEST_CASE("mutants of packs are refused or compiled, never half") {
  Dice dice(20230929);
  const std::string pack(assets::find("rules/nagano_energy.json"));
  int refused = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string text = i % 2 == 0 ? mutated(pack, dice) : with_other_value(pack, dice);
    rules::RuleBook book = flyer_book();
    const core::Faults faults = add_pack(book, {"mutant.json", text});
    CHECK(book.packs.size() == (faults.empty() ? 2 : 1));
    if (!faults.empty()) ++refused;
  }
  CHECK(refused > 100);
}

}  // namespace
}  // namespace uwanose::io
