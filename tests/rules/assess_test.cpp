#include <doctest/doctest.h>

#include "rules/assessment.h"
#include "small_pack.h"

namespace uwanose::rules {

using core::Verdict;
using testing::as_text;
using testing::book_of;
using testing::definition;
using testing::expense;
using testing::names_of;
using testing::requirement;
using testing::requirement_of;
using testing::small_pack;

namespace {

constexpr int machinery = 0, training = 1, personnel = 2;
using Names = std::vector<std::string>;

struct Applicant {
  RuleBook book;
  Case input;

  explicit Applicant(Pack pack = small_pack()) : book(book_of(std::move(pack))) {
    state("applicant.employees", 20);
    state("answers.wage_plan", 1);
    input.expenses = {{expense(machinery, 300), expense(training, 60)}};
  }
  void state(std::string_view id, std::optional<core::Ratio> value) {
    input.set_scalar(*book.catalogue.find(id), value);
  }
  FrameResult judged() const { return assess(book, input).frames[0]; }
  Names missing(const PartResult& part) const { return names_of(part.missing, book.catalogue); }
};

Amount exactly(std::int64_t yen) { return {yen, yen}; }
Amount from(std::int64_t yen) { return {yen, std::nullopt}; }

}  // namespace

TEST_CASE("assess: a complete case") {
  const Applicant applicant;
  const FrameResult result = applicant.judged();
  CHECK(result.verdict == Verdict::met);
  CHECK(result.eligible_expense == exactly(360));
  CHECK(result.national.yen == exactly(240));
  CHECK(result.national.variant == 0);
  CHECK(result.prefectural->yen == exactly(30));
  CHECK(result.total == exactly(270));
  CHECK(result.own == exactly(90));
  CHECK(result.national.missing.empty());
  CHECK(result.national.requirements[0].verdict == Verdict::met);
  CHECK(result.prefectural->requirements[0].requirement->key == "size");
}

TEST_CASE("assess: only the frames that are asked for, in the order of the packs") {
  Pack pack = small_pack();
  pack.frames.push_back(pack.frames[0]);
  pack.frames[1].id = "grant.special";
  const Applicant applicant(pack);
  CHECK(assess(applicant.book, applicant.input).frames.size() == 2);
  const Assessment one = assess(applicant.book, applicant.input, {"grant.special"});
  REQUIRE(one.frames.size() == 1);
  CHECK(one.frames[0].frame->id == "grant.special");
  CHECK(one.find("grant.special") == &one.frames[0]);
  CHECK(one.find("grant.normal") == nullptr);
  CHECK(assess(applicant.book, applicant.input, {"grant"}).frames.empty());
}

TEST_CASE("assess: a frame without a prefectural part") {
  Pack pack = small_pack();
  pack.frames[0].prefectural.reset();
  pack.frames[0].prefectural_requirements.clear();
  pack.frames[0].national_requirements.push_back("size");
  const FrameResult result = Applicant(pack).judged();
  CHECK_FALSE(result.prefectural);
  CHECK(result.total == exactly(240));
  CHECK(result.own == exactly(120));
}

TEST_CASE("assess: the verdict is the national part's, and the amount does not depend on it") {
  Applicant applicant;
  applicant.state("answers.wage_plan", 0);
  applicant.state("applicant.employees", 21);
  const FrameResult result = applicant.judged();
  CHECK(result.verdict == Verdict::not_met);
  CHECK(result.national.yen == exactly(240));
  CHECK(result.prefectural->verdict == Verdict::not_met);
  CHECK(result.prefectural->yen == exactly(0));
  CHECK(result.prefectural->variant == -1);
}

TEST_CASE("assess: nothing stated") {
  Applicant applicant;
  applicant.input = {};
  const FrameResult result = applicant.judged();
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(result.eligible_expense == from(0));
  CHECK(result.national.yen == Amount{0, 800});
  CHECK(result.prefectural->yen == Amount{0, 30});
  CHECK(result.total == Amount{0, 800});  // over 20 employees nothing from the prefecture
  CHECK(result.own == from(0));
  CHECK(applicant.missing(result.national) ==
        Names{"applicant.employees", "expenses", "answers.wage_plan"});
  CHECK(applicant.missing(*result.prefectural) == Names{"applicant.employees", "expenses"});
}

TEST_CASE("assess: a missing fact that changes nothing is not asked for") {
  Applicant applicant;
  applicant.state("applicant.employees", {});
  // Under both caps the number of employees only decides on the prefecture's part.
  FrameResult result = applicant.judged();
  CHECK(result.national.yen == exactly(240));
  CHECK(applicant.missing(result.national) == Names{});
  CHECK(result.prefectural->yen == Amount{0, 30});
  CHECK(result.total == Amount{240, 270});
  CHECK(result.own == Amount{90, 120});
  CHECK(applicant.missing(*result.prefectural) == Names{"applicant.employees"});
  // Over the lower cap it decides on both.
  applicant.input.expenses->front().amount_yen = 900;
  result = applicant.judged();
  CHECK(result.national.yen == Amount{400, 640});
  CHECK(applicant.missing(result.national) == Names{"applicant.employees"});
}

TEST_CASE("assess: a requirement that only binds under a condition") {
  Pack pack = small_pack();
  pack.requirements[1].variants[0].needed_when = as_text("national > 300");
  Applicant applicant(pack);
  applicant.state("answers.wage_plan", 0);
  const auto wage_plan = [&] { return applicant.judged().national.requirements[0]; };
  CHECK(wage_plan().verdict == Verdict::met);
  CHECK(wage_plan().needed == false);
  applicant.input.expenses->front().amount_yen = 450;  // (450 + 60) · 2/3 = 340
  CHECK(wage_plan().verdict == Verdict::not_met);
  CHECK(wage_plan().needed == true);
  applicant.state("answers.wage_plan", {});
  CHECK(wage_plan().verdict == Verdict::undetermined);
  CHECK(names_of(wage_plan().missing, applicant.book.catalogue) == Names{"answers.wage_plan"});
  applicant.input.expenses->front().amount_yen.reset();
  CHECK(names_of(wage_plan().missing, applicant.book.catalogue) ==
        Names{"expenses[0].amount_yen", "answers.wage_plan"});
  applicant.state("answers.wage_plan", 1);  // met whether it is needed or not
  CHECK(wage_plan().verdict == Verdict::met);
  applicant.state("answers.wage_plan", 0);
  CHECK(wage_plan().verdict == Verdict::undetermined);
  CHECK(names_of(wage_plan().missing, applicant.book.catalogue) == Names{"expenses[0].amount_yen"});
}

TEST_CASE("assess: a condition that no rule settles does not waive a requirement") {
  Pack pack = small_pack();
  Definition dated = definition("line", "100");
  dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
  dated.unit = *parse_unit("yen");
  pack.definitions.push_back(dated);
  pack.requirements[1].variants[0].needed_when = as_text("eligible > line");
  Applicant applicant(pack);
  applicant.state("application.rounds.saikouchiku", 1);
  CHECK(applicant.judged().verdict == Verdict::met);
  applicant.state("application.rounds.saikouchiku", 2);
  CHECK(applicant.judged().verdict == Verdict::undetermined);
  CHECK_FALSE(applicant.judged().national.requirements[0].needed);
}

TEST_CASE("assess: an amount outside the rules' dates is unknown, one that nobody gets is 0") {
  Pack pack = small_pack();
  Definition dated = definition("line", "100");
  dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
  dated.unit = *parse_unit("yen");
  pack.definitions.push_back(dated);
  pack.frames[0].national.variants[0].when = as_text("eligible > line");
  Applicant applicant(pack);
  applicant.state("application.rounds.saikouchiku", 1);
  CHECK(applicant.judged().national.yen == exactly(240));
  applicant.input.expenses = {{expense(machinery, 100)}};
  CHECK(applicant.judged().national.yen == exactly(0));
  applicant.state("application.rounds.saikouchiku", 2);
  CHECK(applicant.judged().national.yen == from(0));
  CHECK(applicant.judged().total == from(0));
}

TEST_CASE("assess: no variant of a requirement for these facts leaves it undetermined") {
  Pack pack = small_pack();
  pack.requirements[1].variants[0].when = as_text("application.rounds.saikouchiku == 1");
  Applicant applicant(pack);
  applicant.state("application.rounds.saikouchiku", 2);
  FrameResult result = applicant.judged();
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(applicant.missing(result.national) == Names{});
  applicant.state("application.rounds.saikouchiku", {});
  result = applicant.judged();
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(applicant.missing(result.national) == Names{"application.rounds.saikouchiku"});
}

TEST_CASE("assess: the distance to a threshold") {
  Pack pack = small_pack();
  Requirement::Variant variant;
  variant.value = as_text("applicant.employees");
  variant.at_least = as_text("10");
  variant.at_most = as_text("30");
  pack.requirements[1] = requirement("wage_plan", variant);
  Applicant applicant(pack);
  const auto seen = [&](std::int64_t employees) {
    applicant.state("applicant.employees", employees);
    const RequirementResult result = applicant.judged().national.requirements[0];
    return std::pair(result.verdict, std::get<Threshold>(*result.evidence));
  };
  CHECK(seen(9).first == Verdict::not_met);
  CHECK(seen(9).second.limit == 10);
  CHECK(seen(9).second.slack == -1);
  CHECK(seen(10).first == Verdict::met);
  CHECK(seen(10).second.slack == 0);
  CHECK(seen(30).first == Verdict::met);
  CHECK(seen(30).second.limit == 30);
  CHECK(seen(31).first == Verdict::not_met);
  CHECK(seen(31).second.slack == -1);
  CHECK(seen(31).second.value == 31);
  CHECK(to_string(seen(31).second.unit) == "person");
  applicant.state("applicant.employees", {});
  const RequirementResult open = applicant.judged().national.requirements[0];
  CHECK(open.verdict == Verdict::undetermined);
  const Threshold evidence = std::get<Threshold>(*open.evidence);
  CHECK_FALSE(evidence.slack);
  CHECK(evidence.limit == 10);
}

TEST_CASE("assess: more than a threshold is one yen more at least") {
  Pack pack = small_pack();
  Requirement::Variant variant;
  variant.value = as_text("eligible");
  variant.more_than = as_text("360");
  pack.requirements[1] = requirement("wage_plan", variant);
  Applicant applicant(pack);
  RequirementResult result = applicant.judged().national.requirements[0];
  CHECK(result.verdict == Verdict::not_met);
  CHECK(std::get<Threshold>(*result.evidence).limit == 361);
  CHECK(std::get<Threshold>(*result.evidence).slack == -1);
  applicant.input.expenses->front().amount_yen = 301;
  CHECK(applicant.judged().national.requirements[0].verdict == Verdict::met);
}

TEST_CASE("assess: the lower limit, on it, a yen beside it, and straddled") {
  Pack pack = small_pack();
  Requirement::Variant variant;
  variant.lower_limit = true;
  pack.requirements[1] = requirement("lower_limit", variant);
  pack.requirements[1].key = "wage_plan";
  Applicant applicant(pack);
  const auto seen = [&](Figure amount) {
    applicant.input.expenses = {{expense(machinery, amount)}};
    const FrameResult result = applicant.judged();
    return std::pair(result, std::get<Threshold>(*result.national.requirements[0].evidence));
  };
  CHECK(seen(150).first.verdict == Verdict::met);
  CHECK(seen(150).first.national.yen == exactly(100));
  CHECK(seen(150).second.slack == 0);
  CHECK(seen(149).first.verdict == Verdict::not_met);
  CHECK(seen(149).first.national.yen == exactly(0));
  CHECK(seen(149).first.prefectural->yen == exactly(0));
  CHECK(seen(149).second.value == 99);
  CHECK(seen(149).second.limit == 100);
  CHECK(seen(149).second.slack == -1);

  const FrameResult open = seen({}).first;
  CHECK(open.verdict == Verdict::undetermined);
  CHECK(open.national.yen == Amount{0, 400});
  CHECK(applicant.missing(open.national) == Names{"expenses[0].amount_yen"});
  // The rest is enough by itself.
  applicant.input.expenses = {{expense(machinery, 150), expense(machinery, {})}};
  CHECK(applicant.judged().verdict == Verdict::met);
  CHECK(applicant.judged().national.yen == Amount{100, 400});
}

TEST_CASE("assess: without a lower limit, any yen reaches it") {
  Pack pack = small_pack();
  Requirement::Variant variant;
  variant.lower_limit = true;
  pack.requirements[1] = requirement("wage_plan", variant);
  pack.frames[0].national.variants[0].at_least = {};
  Applicant applicant(pack);
  applicant.input.expenses = {{expense(machinery, 2)}};
  CHECK(applicant.judged().verdict == Verdict::met);
  applicant.input.expenses = {{expense(machinery, 1)}};
  CHECK(applicant.judged().verdict == Verdict::not_met);
  const auto evidence = std::get<Threshold>(*applicant.judged().national.requirements[0].evidence);
  CHECK(evidence.limit == 1);
  CHECK(evidence.slack == -1);
}

TEST_CASE("assess: the least amount may itself be unknown") {
  Pack pack = small_pack();
  pack.frames[0].national.variants[0].at_least = as_text("applicant.capital_yen / 2");
  Applicant applicant(pack);
  applicant.state("applicant.capital_yen", 480);
  CHECK(applicant.judged().national.yen == exactly(240));
  applicant.state("applicant.capital_yen", 482);
  CHECK(applicant.judged().national.yen == exactly(0));
  applicant.state("applicant.capital_yen", {});
  const FrameResult result = applicant.judged();
  CHECK_FALSE(result.national.yen.known());
  CHECK(applicant.missing(result.national) == Names{"applicant.capital_yen"});
}

TEST_CASE("assess: amounts are cut to the frame's unit, once") {
  Pack pack = small_pack();
  pack.frames[0].national.unit_yen = 100;
  const FrameResult result = Applicant(pack).judged();
  CHECK(result.national.yen == exactly(200));
  CHECK(result.prefectural->yen == exactly(30));
}

TEST_CASE("assess: an expense without a category may count or not") {
  Pack pack = small_pack();
  pack.definitions[1] = definition("counted", "spent('machinery')");
  Applicant applicant(pack);
  applicant.input.expenses = {{expense(machinery, 150), expense(personnel, 500)}};
  applicant.input.expenses->push_back({{}, "", 150, {}});
  const FrameResult result = applicant.judged();
  CHECK(result.eligible_expense == Amount{150, 300});
  CHECK(result.national.yen == Amount{100, 200});
  CHECK(applicant.missing(result.national) == Names{"expenses[2].category"});
  CHECK(result.total == Amount{115, 230});
  CHECK(result.own == Amount{570, 685});
}

TEST_CASE("assess: a check's evidence and what it misses") {
  Pack pack = small_pack();
  pack.checks.push_back({"raise", {}, YearlyWageRaise{45}, testing::source()});
  Requirement::Variant variant;
  variant.check = "raise";
  pack.requirements[1] = requirement("wage_plan", variant);
  Applicant applicant(pack);
  applicant.state("plan.years", 3);
  applicant.input.yearly = {{{}, {}, 945}, {{}, {}, 990}, {{}, {}, 1035}};
  RequirementResult result = applicant.judged().national.requirements[0];
  CHECK(result.verdict == Verdict::undetermined);
  CHECK(names_of(result.missing, applicant.book.catalogue) ==
        Names{"plan.base.minimum_hourly_wage_yen"});
  applicant.state("plan.base.minimum_hourly_wage_yen", 901);
  result = applicant.judged().national.requirements[0];
  CHECK(result.verdict == Verdict::not_met);
  CHECK(std::get<Threshold>(*result.evidence).slack == -1);
  CHECK(result.missing.empty());
}

TEST_CASE("assess: cautions are said where their condition holds or cannot be excluded") {
  Pack pack = small_pack();
  pack.frames.push_back(pack.frames[0]);
  pack.frames[1].id = "other.normal";
  pack.frames[1].programme = "other";
  Definition dated = definition("line", "100");
  dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
  dated.unit = *parse_unit("yen");
  pack.definitions.push_back(dated);
  pack.cautions = {testing::caution("always", ""),
                   testing::caution("one_frame", "", {"other.normal"}),
                   testing::caution("programme", "", {"grant"}),
                   testing::caution("wage", "answers.wage_plan"),
                   testing::caution("granted", "national > 300"),
                   testing::caution("dated", "eligible > line")};
  Applicant applicant(pack);
  const auto said = [&](std::size_t frame) {
    std::string ids;
    const FrameResult result = assess(applicant.book, applicant.input).frames[frame];
    for (const Caution* caution : result.cautions) ids += caution->id + " ";
    return ids;
  };
  applicant.state("application.rounds.saikouchiku", 1);
  CHECK(said(0) == "always programme wage dated ");
  CHECK(said(1) == "always one_frame wage dated ");
  applicant.state("answers.wage_plan", 0);
  CHECK(said(1) == "always one_frame dated ");
  applicant.state("answers.wage_plan", {});
  CHECK(said(1) == "always one_frame wage dated ");
  applicant.input.expenses->front().amount_yen = 900;
  CHECK(said(1) == "always one_frame wage granted dated ");
  applicant.input.expenses->front().amount_yen = 30;
  CHECK(said(1) == "always one_frame wage ");
  applicant.state("application.rounds.saikouchiku", 2);
  CHECK(said(1) == "always one_frame wage dated ");
  applicant.input.expenses.reset();
  CHECK(said(1) == "always one_frame wage granted dated ");
}

// --- by brute force ----------------------------------------------------------------------------

namespace {

// Size classes, rounds, a condition on the national amount: everything that the missing facts of
// the real packs do, over few values. Values stand for the intervals between the rules' limits.
Pack intertwined_pack() {
  Pack pack = small_pack();
  pack.definitions.insert(
      pack.definitions.begin(),
      {definition("sme",
                  "applicant.employees <= 20 or (applicant.kind == 'corporation' and "
                  "applicant.capital_yen <= 1000)"),
       definition("mid",
                  "not sme and if(applicant.kind == 'corporation', applicant.capital_yen < 5000, "
                  "applicant.employees <= 50)")});
  pack.requirements[0] = requirement_of("size", "sme");
  pack.requirements[1].variants[0].needed_when = as_text("national > 500");
  Requirement::Variant round;
  round.value = as_text("application.rounds.saikouchiku");
  round.at_most = as_text("5");
  pack.requirements.push_back(requirement("round", round));
  Requirement::Variant limit;
  limit.lower_limit = true;
  pack.requirements.push_back(requirement("lower_limit", limit));
  pack.requirements.push_back(requirement_of("any_size", "sme or mid"));
  Requirement dated = requirement_of("dated", "applicant.employees >= 10");
  dated.variants[0].when = as_text("application.rounds.saikouchiku == 1");
  dated.variants.push_back(requirement_of("", "applicant.kind != 'sole_proprietor'").variants[0]);
  dated.variants[1].when = as_text("application.rounds.saikouchiku >= 2");
  pack.requirements.push_back(dated);
  Frame& frame = pack.frames[0];
  frame.national_requirements = {"any_size", "round", "lower_limit", "wage_plan", "dated"};
  frame.national.variants = {
      testing::amount("sme and application.rounds.saikouchiku <= 5", "eligible * 2/3",
                      "caps.national", "100"),
      testing::amount("mid and application.rounds.saikouchiku == 1", "eligible / 10", "", "100"),
      testing::amount("mid and application.rounds.saikouchiku >= 2",
                      "tier(eligible, 1/2, 300, 1/3)", "caps.national", "100")};
  frame.prefectural->variants = {testing::amount(
      "sme and application.rounds.saikouchiku <= 5 and national > 0", "eligible / 10", "30")};
  return pack;
}

struct Domain {
  const char* fact;
  std::vector<std::int64_t> values;
};
const std::vector<Domain>& domains() {
  static const std::vector<Domain> domains = {
      {"applicant.kind", {0, 1, 2}},
      {"applicant.capital_yen", {0, 1000, 1001, 4999, 5000}},
      {"applicant.employees", {9, 10, 20, 21, 50, 51}},
      {"application.rounds.saikouchiku", {1, 2, 5, 6}},
      {"answers.wage_plan", {0, 1}}};
  return domains;
}

// What is compared of one part.
struct Seen {
  std::vector<Verdict> requirements;
  Verdict verdict = Verdict::undetermined;
  std::int64_t yen = 0;
};
struct Both {
  Seen national, prefectural;
  std::int64_t eligible = 0, total = 0, own = 0;
};

Seen seen(const PartResult& part) {
  Seen result;
  for (const auto& requirement : part.requirements) {
    result.requirements.push_back(requirement.verdict);
  }
  result.verdict = part.verdict;
  REQUIRE(part.yen.known());
  result.yen = part.yen.min_yen;
  return result;
}

// Every assignment of the domains' values, index by index, with -1 for "missing" if wanted.
template <class Visit>
void each_assignment(bool with_missing, const Visit& visit) {
  std::vector<int> chosen(domains().size(), with_missing ? -1 : 0);
  while (true) {
    visit(chosen);
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] == static_cast<int>(domains()[i].values.size())) {
      chosen[i++] = with_missing ? -1 : 0;
    }
    if (i == chosen.size()) return;
  }
}

std::size_t position(const std::vector<int>& chosen) {
  std::size_t index = 0;
  for (std::size_t i = chosen.size(); i-- > 0;) {
    index = index * domains()[i].values.size() + static_cast<std::size_t>(chosen[i]);
  }
  return index;
}

bool completes(const std::vector<int>& full, const std::vector<int>& partial) {
  for (std::size_t i = 0; i < full.size(); ++i) {
    if (partial[i] >= 0 && partial[i] != full[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("assess: verdicts, ranges and missing facts are those of all completions") {
  const RuleBook book = book_of(intertwined_pack());
  Case input;
  // 960 of eligible expense: over the caps, on both sides of 500 and in the tier's second band.
  input.expenses = {{expense(machinery, 900), expense(training, 60), expense(personnel, 40)}};
  const auto fill = [&](const std::vector<int>& chosen) {
    Case filled = input;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i] < 0) continue;
      testing::state(filled, book.catalogue, domains()[i].fact,
                     domains()[i].values[static_cast<std::size_t>(chosen[i])]);
    }
    return filled;
  };

  std::vector<std::vector<int>> full;
  std::vector<Both> answers;
  each_assignment(false, [&](const std::vector<int>& chosen) {
    const FrameResult result = assess(book, fill(chosen)).frames[0];
    full.push_back(chosen);
    answers.push_back({seen(result.national), seen(*result.prefectural),
                       result.eligible_expense.min_yen, result.total.min_yen, result.own.min_yen});
    CHECK(position(chosen) == full.size() - 1);
  });
  REQUIRE(full.size() == 720);

  std::size_t compared = 0;
  each_assignment(true, [&](const std::vector<int>& partial) {
    const FrameResult result = assess(book, fill(partial)).frames[0];
    std::vector<std::size_t> completions;
    for (std::size_t i = 0; i < full.size(); ++i) {
      if (completes(full[i], partial)) completions.push_back(i);
    }
    const auto range = [&](const Amount& amount, const auto& of) {
      std::int64_t least = of(answers[completions[0]]);
      std::int64_t most = least;
      for (const std::size_t i : completions) {
        least = std::min(least, of(answers[i]));
        most = std::max(most, of(answers[i]));
      }
      CHECK(amount == Amount{least, most});
    };
    const auto compare = [&](const PartResult& part, Seen Both::*which) {
      range(part.yen, [&](const Both& both) { return (both.*which).yen; });
      for (std::size_t r = 0; r < part.requirements.size(); ++r) {
        const Verdict first = (answers[completions[0]].*which).requirements[r];
        bool agree = true;
        for (const std::size_t i : completions) {
          agree = agree && (answers[i].*which).requirements[r] == first;
        }
        CHECK(part.requirements[r].verdict == (agree ? first : Verdict::undetermined));
      }
      // A fact is missed where changing it alone changes a verdict or the amount.
      Names wanted;
      for (std::size_t f = 0; f < partial.size(); ++f) {
        bool matters = false;
        for (const std::size_t i : completions) {
          std::vector<int> other = full[i];
          for (std::size_t v = 0; partial[f] < 0 && v < domains()[f].values.size(); ++v) {
            other[f] = static_cast<int>(v);
            const Seen& there = answers[position(other)].*which;
            const Seen& here = answers[i].*which;
            matters = matters || there.requirements != here.requirements || there.yen != here.yen;
          }
        }
        if (matters) wanted.push_back(domains()[f].fact);
      }
      CHECK(names_of(part.missing, book.catalogue) == wanted);
    };
    compare(result.national, &Both::national);
    compare(*result.prefectural, &Both::prefectural);
    range(result.total, [](const Both& both) { return both.total; });
    range(result.own, [](const Both& both) { return both.own; });
    ++compared;
  });
  CHECK(compared == 4 * 6 * 7 * 5 * 3);
}

}  // namespace uwanose::rules
