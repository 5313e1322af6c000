// What the judge makes of each word of the formula language, with and without the facts.
#include "rules/judge.h"

#include <doctest/doctest.h>

#include "small_pack.h"

namespace uwanose::rules {
namespace {

using core::Verdict;
using testing::amount;
using testing::expense;

constexpr int machinery = 0, training = 1;

// 900 yen of machinery and 200 of training, 15 employees.
Case stated(const RuleBook& book) {
  Case input;
  testing::state(input, book.catalogue, "applicant.employees", 15);
  testing::state(input, book.catalogue, "answers.wage_plan", 1);
  input.expenses = {{expense(machinery, 900), expense(training, 200)}};
  return input;
}

std::optional<std::int64_t> yen_of(const std::string& formula, bool known = true) {
  Pack pack = testing::small_pack();
  pack.frames[0].national.variants = {amount("", formula)};
  const RuleBook book = testing::book_of(std::move(pack));
  Judge judge(book);
  return judge.judge(known ? stated(book) : Case{}).front().national_yen;
}

Verdict verdict_of(const std::string& condition, bool known = true) {
  Pack pack = testing::small_pack();
  pack.requirements[1] = testing::requirement_of("wage_plan", condition);
  const RuleBook book = testing::book_of(std::move(pack));
  Judge judge(book);
  return judge.judge(known ? stated(book) : Case{}).front().national;
}

TEST_CASE("judge: numbers") {
  CHECK(yen_of("eligible") == 1'100);
  CHECK(yen_of("eligible + 50") == 1'150);
  CHECK(yen_of("eligible - 50 - 50") == 1'000);
  CHECK(yen_of("2000 + -eligible") == 900);
  CHECK(yen_of("eligible * 2/3") == 733);
  CHECK(yen_of("eligible / 7") == 157);
  CHECK(yen_of("min(eligible, 700, 800)") == 700);
  CHECK(yen_of("max(eligible, 700, 1300)") == 1'300);
  CHECK(yen_of("max(eligible, 700)") == 1'100);
  CHECK(yen_of("floor(eligible * 2/3) * 3") == 2'199);
  CHECK(yen_of("round_down(eligible, 300)") == 900);
  CHECK(yen_of("if(small, 1, 2) * eligible") == 1'100);
  CHECK(yen_of("if(not small, 1, 2) * eligible") == 2'200);
  CHECK(yen_of("tier(eligible, 1/2, 300, 1/10)") == 350);
  CHECK(yen_of("tier(eligible, 1/2, 600, 1/10)") == 550);
  CHECK(yen_of("all_expenses") == 1'100);
  CHECK(yen_of("spent('training') + caps.national") == 600);
  CHECK_FALSE(yen_of("eligible * (eligible / (eligible - 1100))"));  // by nothing: no figure
}

TEST_CASE("judge: conditions") {
  for (const char* met :
       {"small", "answers.wage_plan", "eligible > 1099", "eligible >= 1100", "eligible < 1101",
        "eligible <= 1100", "eligible = 1100", "eligible != 1101", "not (eligible > 1100)",
        "small and eligible > 0", "eligible > 2000 or small", "if(small, eligible > 0, small)"}) {
    CAPTURE(met);
    CHECK(verdict_of(met) == Verdict::met);
  }
  for (const char* not_met :
       {"not small", "eligible > 1100", "eligible >= 1101", "eligible < 1100", "eligible <= 1099",
        "eligible = 1101", "eligible != 1100", "small and eligible > 1100",
        "eligible > 2000 or not small", "if(small, eligible > 2000, small)"}) {
    CAPTURE(not_met);
    CHECK(verdict_of(not_met) == Verdict::not_met);
  }
}

TEST_CASE("judge: what hangs on a missing fact is left open") {
  for (const char* formula : {"eligible", "eligible + 50", "min(eligible, 700)",
                              "max(eligible, 700)", "if(small, 1, 2) * 100",
                              "tier(eligible, 1/2, 300, 1/10)", "caps.national", "all_expenses"}) {
    CAPTURE(formula);
    CHECK_FALSE(yen_of(formula, false));
  }
  CHECK(yen_of("700", false) == 700);
  for (const char* condition :
       {"small", "not small", "answers.wage_plan", "eligible > 0", "eligible != 7",
        "small and eligible > 0", "small or eligible > 0", "if(small, eligible > 0, small)"}) {
    CAPTURE(condition);
    CHECK(verdict_of(condition, false) == Verdict::undetermined);
  }
  // As far as the rest settles it, whatever the fact turns out to be.
  CHECK(yen_of("if(small, 200, 200)", false) == 200);
  CHECK(verdict_of("1 < 2", false) == Verdict::met);
  CHECK(verdict_of("small or 1 < 2", false) == Verdict::met);
  CHECK(verdict_of("small and 1 > 2", false) == Verdict::not_met);
  CHECK(verdict_of("if(small, 1 < 2, 2 < 3)", false) == Verdict::met);
}

// A division by zero has no result; the evaluator meets it from left to right, and so does this.
TEST_CASE("judge: a value without a rule leaves open what it is asked for") {
  const std::string nothing = "eligible / (eligible - 1100) > 1";
  CHECK(verdict_of(nothing) == Verdict::undetermined);
  CHECK(verdict_of(nothing + " and not small") == Verdict::undetermined);
  CHECK(verdict_of("not small and " + nothing) == Verdict::not_met);
  CHECK(verdict_of(nothing + " or small") == Verdict::undetermined);
  CHECK(verdict_of("small or " + nothing) == Verdict::met);
  CHECK(verdict_of("if(" + nothing + ", small, small)") == Verdict::undetermined);
  CHECK_FALSE(yen_of("if(" + nothing + ", 100, 100)"));
}

TEST_CASE("judge: variants, caps and lower limits") {
  Pack pack = testing::small_pack();
  pack.frames[0].national.variants = {amount("not small", "100"),
                                      amount("small", "eligible", "1000", "1001")};
  const RuleBook under = testing::book_of(pack);
  CHECK(Judge(under).judge(stated(under)).front().national_yen == 0);
  CHECK(Judge(under).judge(stated(under)).front().total_yen == 0);

  pack.frames[0].national.variants[1].at_least = testing::as_text("1000");
  pack.frames[0].national.unit_yen = 300;
  const RuleBook rounded = testing::book_of(pack);
  CHECK(Judge(rounded).judge(stated(rounded)).front().national_yen == 0);
  pack.frames[0].national.unit_yen = 500;
  const RuleBook reached = testing::book_of(pack);
  CHECK(Judge(reached).judge(stated(reached)).front().national_yen == 1'000);
  CHECK(Judge(reached).judge(stated(reached)).front().total_yen == 1'030);

  pack.frames[0].national.variants = {amount("not small", "100")};
  const RuleBook none = testing::book_of(pack);
  CHECK(Judge(none).judge(stated(none)).front().national_yen == 0);
}

TEST_CASE("judge: a requirement that binds under a condition only") {
  Pack pack = testing::small_pack();
  pack.requirements[1].variants[0].needed_when = testing::as_text("national > 500");
  const RuleBook book = testing::book_of(pack);
  Case input = stated(book);
  testing::state(input, book.catalogue, "answers.wage_plan", 0);
  Judge judge(book);
  CHECK(judge.judge(input).front().national_yen == 400);
  CHECK(judge.judge(input).front().national == Verdict::met);

  pack.requirements[1].variants[0].needed_when = testing::as_text("national > 300");
  const RuleBook stricter = testing::book_of(pack);
  CHECK(Judge(stricter).judge(input).front().national == Verdict::not_met);
}

}  // namespace
}  // namespace uwanose::rules
