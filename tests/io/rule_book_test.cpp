#include "io/rule_book.h"

#include <doctest/doctest.h>

#include "core/sha256.h"
#include "io/support.h"

namespace uwanose::io {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}
std::string flyer() { return std::string(assets::find("rules/nagano_plus_1.json")); }

Lines load(const std::string& facts, const std::string& pack) {
  const RuleFile packs[] = {{"p.json", pack}};
  const RuleBookFile file = load_rule_book({"facts.json", facts}, packs);
  CHECK(file.value.has_value() == file.faults.empty());
  return lines(file.faults);
}
std::string facts() { return std::string(assets::find("rules/facts.json")); }

TEST_CASE("rule book: the shipped packs load, each with the hash of its bytes") {
  std::vector<RuleFile> packs;
  for (const assets::File& file : assets::all()) {
    if (file.path.starts_with("rules/") && file.path != "rules/facts.json") {
      packs.push_back({file.path, file.bytes});
    }
  }
  REQUIRE(packs.size() >= 3);
  const RuleBookFile book = load_rule_book(shipped("rules/facts.json"), packs);
  CHECK(lines(book.faults) == Lines{});
  REQUIRE(book.value);
  REQUIRE(book.value->packs.size() == packs.size());
  for (std::size_t i = 0; i < packs.size(); ++i) {
    CHECK(book.value->packs[i].sha256 == core::sha256_hex(packs[i].bytes));
  }
}

TEST_CASE("rule book: the flyer's fifteen frames in their order") {
  Lines ids;
  for (const rules::Frame& frame : flyer_book().packs.front().frames) ids.push_back(frame.id);
  CHECK(ids == Lines{"saikouchiku.normal", "saikouchiku.graduation", "saikouchiku.global_recovery",
                     "saikouchiku.emergency", "saikouchiku.minimum_wage",
                     "saikouchiku.large_wage_raise", "monozukuri.normal",
                     "monozukuri.low_infection", "jizokuka.normal", "jizokuka.low_infection",
                     "it.a", "it.b", "it.c1", "it.c2", "it.d"});
}

TEST_CASE("rule book: a code table is read with its faults") {
  const auto with = [](std::string_view what, std::string_view by) {
    return load(replaced(facts(), what, by), flyer()).front();
  };
  CHECK(with("\"codes\": \"municipalities\"", "\"codes\": \"towns\"")
            .ends_with(".codes: \"towns\" is no code table"));
  CHECK(with("\"code\": \"20304\"", "\"code\": \"20321\"") ==
        "facts.json: code_tables[0].groups[0].codes[1].code: \"20321\" is declared twice");
  CHECK(with("\"code\": \"20304\"", "\"code\": \"2030\"") ==
        "facts.json: code_tables[0].groups[0].codes[1].code: must be a municipality code of five "
        "digits as text");
  CHECK(with("\"type\": \"code\",", "\"type\": \"month\",")
            .ends_with(".codes: goes with the type \"code\""));
}

TEST_CASE("rule book: faults name file, place and reason") {
  CHECK(load(facts(), "{") ==
        Lines{"p.json: line 1, column 2: not JSON: unexpected end of input; expected string "
              "literal"});
  CHECK(load(facts(), replaced(flyer(), "\"national\": {", "\"nationl\": {")) ==
        Lines{"p.json: frames[0].national: is missing",
              "p.json: frames[0].nationl: unknown key; did you mean \"national\"?"});
  CHECK(load(replaced(facts(), "\"sections\"", "\"section\""), flyer()).front() ==
        "facts.json: sections: is missing");
}

TEST_CASE("rule book: a formula that is wrong is told with its column") {
  const Lines faults = load(facts(), replaced(flyer(), "tier(eligible, 2/3", "tier(eligibel, 2/3"));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].starts_with(
      "p.json: frames[0].national.variants[0].amount: column 6: unknown name \"eligibel\""));
}

TEST_CASE("rule book: one pack and one frame of an id") {
  rules::RuleBook book = flyer_book();
  const std::size_t facts_before = book.catalogue.facts.size();
  const Lines twice = lines(add_pack(book, {"again.json", flyer()}));
  REQUIRE(twice.size() == 16);
  CHECK(twice[0] == "again.json: id: a pack \"nagano_plus_1\" is loaded already");
  CHECK(
      twice[1] ==
      "again.json: frames[0].id: \"saikouchiku.normal\" is a frame of the pack \"nagano_plus_1\"");
  CHECK(book.packs.size() == 1);
  CHECK(book.catalogue.facts.size() == facts_before);
}

TEST_CASE("rule book: a pack that is refused leaves no facts behind") {
  rules::RuleBook book = flyer_book();
  const std::size_t facts_before = book.catalogue.facts.size();
  std::string pack(assets::find("rules/nagano_energy.json"));
  CHECK_FALSE(
      add_pack(book, {"e.json", replaced(pack, "\"amount\": \"", "\"amount\": \"nothing + ")})
          .empty());
  CHECK(book.packs.size() == 1);
  CHECK(book.catalogue.facts.size() == facts_before);
  CHECK(add_pack(book, {"e.json", pack}).empty());
  CHECK(book.packs.size() == 2);
  CHECK(book.catalogue.facts.size() > facts_before);
}

TEST_CASE("catalogue: what is wrong is told") {
  CHECK(load(replaced(facts(), "\"applicant.corporate_number\"", "\"applicant.name\""), flyer()) ==
        Lines{"facts.json: facts[1].id: \"applicant.name\" is declared twice"});
  CHECK(load(replaced(facts(), "\"type\": \"text\"", "\"type\": \"txt\""), flyer()) ==
        Lines{"facts.json: facts[0].type: \"txt\" is none of text, code, boolean, choice, integer, "
              "decimal, month; did you mean \"text\"?"});
  CHECK(load(replaced(facts(), "\"section\": \"applicant\"", "\"section\": \"aplicant\""),
             flyer()) == Lines{"facts.json: facts[0].section: \"aplicant\" is no section"});
}

}  // namespace
}  // namespace uwanose::io
