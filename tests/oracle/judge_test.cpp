// Verdicts and amounts alone against whole assessments: never different, and nothing left open
// where no fact is missing.
#include "rules/judge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "assets/assets.h"
#include "io/case_reader.h"
#include "io/rule_book.h"
#include "oracle/generator.h"
#include "oracle/known.h"
#include "rules/shipped.h"

namespace uwanose::rules {
namespace {

using core::Verdict;
using oracle::Json;

Case read(const RuleBook& book, const std::string& json) {
  return io::read_case(json, book.catalogue).value.value();
}

bool is_complete(const Case& input, const Catalogue& catalogue, const Assessment& assessment) {
  for (const FrameResult& frame : assessment.frames) {
    if (!frame.national.missing.empty()) return false;
    if (frame.prefectural && !frame.prefectural->missing.empty()) return false;
  }
  for (std::size_t i = 0; i < catalogue.facts.size(); ++i) {
    const FactDefinition& fact = catalogue.facts[i];
    const bool counts = fact.series == Series::none && fact.type != FactType::text;
    if (counts && !input.scalar(static_cast<FactIndex>(i))) return false;
  }
  return input.expenses &&
         std::all_of(input.expenses->begin(), input.expenses->end(),
                     [](const Expense& expense) { return expense.category && expense.amount_yen; });
}

// How much of the assessments is found by the judge too, and what differs.
struct Agreement {
  bool complete = false;  // nothing may be left open
  int settled = 0, left_open = 0, complete_cases = 0;
  std::vector<std::string> faults;

  void verdict(const std::string& place, Verdict whole, Verdict alone) {
    compare(place, alone == whole, alone == Verdict::undetermined);
  }
  void yen(const std::string& place, const Amount& whole, std::optional<std::int64_t> alone) {
    compare(place, alone ? whole == Amount{*alone, *alone} : !whole.known(), !alone);
  }

 private:
  void compare(const std::string& place, bool same, bool open) {
    if (same && !open) ++settled;
    if (same) return;
    if (open && !complete) {
      ++left_open;
    } else {
      faults.push_back(place);
    }
  }
};

void compare(const RuleBook& book, Judge& judge, const Case& input, Agreement& agreement) {
  const Assessment assessment = assess(book, input, {}, Detail::live);
  const std::vector<Judgement>& judgements = judge.judge(input);
  REQUIRE(judgements.size() == assessment.frames.size());
  agreement.complete = is_complete(input, book.catalogue, assessment);
  agreement.complete_cases += agreement.complete ? 1 : 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const Judgement& alone = judgements[i];
    const FrameResult& whole = assessment.frames[i];
    const std::string& id = whole.frame->id;
    REQUIRE(alone.frame == whole.frame);
    REQUIRE(alone.prefectural.has_value() == whole.prefectural.has_value());
    agreement.verdict(id + " national", whole.national.verdict, alone.national);
    agreement.yen(id + " national yen", whole.national.yen, alone.national_yen);
    agreement.yen(id + " total", whole.total, alone.total_yen);
    if (!whole.prefectural) continue;
    agreement.verdict(id + " prefectural", whole.prefectural->verdict, *alone.prefectural);
    agreement.yen(id + " prefectural yen", whole.prefectural->yen, alone.prefectural_yen);
  }
}

void check_none(const std::vector<std::string>& faults, const std::string& name) {
  for (const std::string& fault : faults) FAIL_CHECK(name << ": " << fault);
}

TEST_CASE("judge: the flyer's known cases") {
  Judge judge(testing::flyer());
  Agreement agreement;
  for (const char* name : {"amounts", "assessed", "eligibility"}) {
    for (const Json& known : oracle::known_cases(name)) {
      compare(testing::flyer(), judge, read(testing::flyer(), known["case"].dump()), agreement);
      check_none(agreement.faults, known.dump());
      agreement.faults.clear();
    }
  }
  CHECK(agreement.settled > 5'000);
}

TEST_CASE("judge: the samples") {
  Judge judge(testing::flyer());
  for (const assets::File& file : assets::all()) {
    if (!file.path.starts_with("samples/") || file.path == "samples/index.json") continue;
    Agreement agreement;
    compare(testing::flyer(), judge, read(testing::flyer(), std::string(file.bytes)), agreement);
    check_none(agreement.faults, std::string(file.path));
  }
}

TEST_CASE("judge: generated cases at the limits, complete ones and others") {
  Judge judge(testing::flyer());
  Agreement agreement;
  for (std::uint64_t index = 0; index < 1'500; ++index) {
    const Json input = oracle::generate_case(3, index);
    compare(testing::flyer(), judge, read(testing::flyer(), input.dump()), agreement);
    check_none(agreement.faults, "seed 3, case " + std::to_string(index));
    agreement.faults.clear();
  }
  // What is left open needs the paths; most does not.
  CHECK(agreement.left_open * 10 < agreement.settled);
  CHECK(agreement.complete_cases > 500);
}

TEST_CASE("judge: the other packs' known cases") {
  for (const std::string pack : {"nagano_energy", "gyomukaizen_r8"}) {
    const RuleBook book = testing::shipped_book("rules/" + pack + ".json");
    Judge judge(book);
    std::ifstream file(std::string(UWANOSE_SOURCE_DIR) + "/tests/data/packs/" + pack + ".json");
    Agreement agreement;
    for (const Json& known : Json::parse(file)) {
      compare(book, judge, read(book, known["case"].dump()), agreement);
    }
    check_none(agreement.faults, pack);
    CHECK(agreement.settled > 20);
  }
}

TEST_CASE("judge: verdicts and amounts of a factory, then of a case of which nothing is known") {
  const RuleBook& book = testing::flyer();
  const Case factory = read(book, std::string(assets::find("samples/01-factory-met.json")));
  Judge judge(book);
  for (int round = 0; round < 2; ++round) {
    const Judgement& normal = judge.judge(factory).front();
    CHECK(normal.frame->id == "saikouchiku.normal");
    CHECK(normal.national == Verdict::met);
    CHECK(normal.prefectural == Verdict::met);
    CHECK(normal.national_yen == 20'000'000);
    CHECK(normal.prefectural_yen == 4'000'000);
    CHECK(normal.total_yen == 24'000'000);

    const Judgement& unknown = judge.judge(Case{}).front();
    CHECK(unknown.national == Verdict::undetermined);
    CHECK(unknown.prefectural == Verdict::undetermined);
    CHECK_FALSE(unknown.national_yen);
    CHECK_FALSE(unknown.prefectural_yen);
    CHECK_FALSE(unknown.total_yen);
  }
}

TEST_CASE("judge: one frame's amounts alone") {
  const RuleBook& book = testing::flyer();
  const Case factory = read(book, std::string(assets::find("samples/01-factory-met.json")));
  const Pack& pack = book.packs.front();
  const Frame& normal = pack.frames.front();
  REQUIRE(normal.id == "saikouchiku.normal");
  const FrameAmounts amounts = Judge(book, pack, normal).amounts(factory);
  CHECK(amounts.national_yen == 20'000'000);
  CHECK(amounts.prefectural_yen == 4'000'000);
  // Nothing is added to this one.
  const Frame& global = pack.frames[2];
  REQUIRE_FALSE(global.prefectural);
  CHECK(Judge(book, pack, global).amounts(factory).prefectural_yen == 0);
  CHECK_FALSE(Judge(book, pack, normal).amounts(Case{}).national_yen);
}

}  // namespace
}  // namespace uwanose::rules
