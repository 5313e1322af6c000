#include "io/compact_book.h"

#include <array>

#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

const std::string& compact_flyer() {
  static const std::string bytes = write_compact(flyer_book());
  return bytes;
}

// All shipped packs, which use every kind of rule.
rules::RuleBook every_pack() {
  const std::array<RuleFile, 3> packs = {shipped("rules/nagano_plus_1.json"),
                                         shipped("rules/nagano_energy.json"),
                                         shipped("rules/gyomukaizen_r8.json")};
  return load_rule_book(shipped("rules/facts.json"), packs).value.value();
}

// With the checksum that the changed content would have: what is wrong must be found by reading.
std::string resealed(std::string bytes) {
  constexpr std::size_t sum_at = 13;
  constexpr std::size_t content_at = 21;
  std::uint64_t sum = 14695981039346656037ULL;
  for (std::size_t i = content_at; i < bytes.size(); ++i) {
    sum = (sum ^ static_cast<unsigned char>(bytes[i])) * 1099511628211ULL;
  }
  for (std::size_t i = sum_at; i < content_at; ++i, sum >>= 8) {
    bytes[i] = static_cast<char>(sum & 0xff);
  }
  return bytes;
}

TEST_CASE("compact form: a rule book comes back whole") {
  const rules::RuleBook book = every_pack();
  const std::string bytes = write_compact(book);
  const auto read = read_compact(bytes);
  REQUIRE(read);
  // Each member is written, so that what differs anywhere would show.
  CHECK(write_compact(*read) == bytes);
  REQUIRE(read->packs.size() == 3);
  CHECK(read->packs[0].id == "nagano_plus_1");
  CHECK(read->packs[0].sha256 == book.packs[0].sha256);
  CHECK(read->packs[0].sha256.size() == 64);
  CHECK(read->packs[0].frames.size() == 15);
  CHECK(read->packs[0].frames[0].national.variants[0].amount.text ==
        "tier(eligible, 2/3, 6000万, 1/2)");
  CHECK(read->catalogue.facts.size() == book.catalogue.facts.size());
}

TEST_CASE("compact form: the same assessments as from JSON, byte by byte") {
  const auto read = read_compact(compact_flyer());
  REQUIRE(read);
  std::size_t cases = 0;
  for (const assets::File& file : assets::all()) {
    if (!file.path.starts_with("samples/") || file.path == "samples/index.json") continue;
    const auto from_json = read_case(file.bytes, flyer_book().catalogue).value.value();
    const auto from_compact = read_case(file.bytes, read->catalogue).value.value();
    CHECK(write_assessment(rules::assess(*read, from_compact), *read, from_compact) ==
          write_assessment(rules::assess(flyer_book(), from_json), flyer_book(), from_json));
    ++cases;
  }
  CHECK(cases == 11);
}

TEST_CASE("compact form: it is smaller than the JSON that it comes from") {
  CHECK(compact_flyer().size() < shipped("rules/nagano_plus_1.json").bytes.size() +
                                     shipped("rules/facts.json").bytes.size());
}

TEST_CASE("compact form: nothing, too little, too much or another form is refused") {
  const std::string& bytes = compact_flyer();
  CHECK_FALSE(read_compact(""));
  CHECK_FALSE(read_compact("{}"));
  CHECK_FALSE(read_compact(bytes + '\0'));
  CHECK_FALSE(read_compact(resealed(bytes + '\0')));
  for (std::size_t size = 0; size < bytes.size(); size += 997) {
    CHECK_FALSE(read_compact(bytes.substr(0, size)));
    if (size > 21) CHECK_FALSE(read_compact(resealed(bytes.substr(0, size))));
  }
  std::string next_version = bytes;
  ++next_version[12];
  CHECK_FALSE(read_compact(next_version));
}

TEST_CASE("compact form: a byte that differs is refused, wherever it is") {
  std::string bytes = compact_flyer();
  for (std::size_t at = 0; at < bytes.size(); at += at < 64 ? 1 : 1009) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    CHECK_FALSE(read_compact(bytes));
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  }
  CHECK(read_compact(bytes));
}

// The sanitizers watch: whatever the bytes say, reading stays within them.
TEST_CASE("compact form: a hostile one ends in a refusal or in a book, never beyond its bytes") {
  std::size_t refused = 0;
  std::uint32_t random = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = compact_flyer();
    for (int change = 0; change < 4; ++change) {
      random = random * 1664525 + 1013904223;
      bytes[21 + random % (bytes.size() - 21)] = static_cast<char>(random >> 24);
    }
    if (!read_compact(resealed(std::move(bytes)))) ++refused;
  }
  CHECK(refused > 50);
}

}  // namespace
}  // namespace uwanose::io
