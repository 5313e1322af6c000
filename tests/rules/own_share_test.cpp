#include "rules/own_share.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shipped.h"
#include "small_pack.h"

namespace uwanose::rules {

using testing::book_of;
using testing::expense;
using testing::small_pack;

namespace {

constexpr int machinery = 0, training = 1, personnel = 2;

// The small pack in plain words: what is left to pay of these expenses with up to 20 employees.
std::int64_t own_share(std::int64_t machines, std::int64_t courses, std::int64_t staff,
                       std::int64_t least_grant) {
  const std::int64_t counted_twice = 2 * machines + std::min(2 * courses, machines);
  std::int64_t national = std::min<std::int64_t>(400, counted_twice / 3);
  if (national < least_grant) national = 0;
  const std::int64_t prefecture = national > 0 ? std::min<std::int64_t>(30, counted_twice / 20) : 0;
  return machines + courses + staff - national - prefecture;
}

FrameResult judged(const std::vector<Expense>& expenses, std::int64_t least_grant) {
  Pack pack = small_pack();
  pack.frames[0].national.variants[0].at_least = testing::as_text(std::to_string(least_grant));
  const RuleBook book = book_of(pack);
  Case input;
  testing::state(input, book.catalogue, "applicant.employees", 20);
  testing::state(input, book.catalogue, "answers.wage_plan", 1);
  input.expenses = expenses;
  return assess(book, input).frames[0];
}

}  // namespace

TEST_CASE("own share: the plain words agree with the pack where all is known") {
  for (std::int64_t machines = 0; machines < 900; machines += 7) {
    const FrameResult result =
        judged({expense(machinery, machines), expense(training, 45), expense(personnel, 11)}, 100);
    CHECK(result.own == Amount{own_share(machines, 45, 11, 100), own_share(machines, 45, 11, 100)});
  }
}

TEST_CASE("own share: with one unknown amount, the least over all amounts") {
  for (const std::int64_t least_grant : {1, 100, 101, 399, 400, 401}) {
    for (const std::int64_t known : {0, 30, 100, 149, 150, 151, 600, 601, 2000}) {
      std::int64_t by_machines = own_share(0, known, 50, least_grant);
      std::int64_t by_courses = own_share(known, 0, 50, least_grant);
      for (std::int64_t amount = 1; amount <= 5000; ++amount) {
        by_machines = std::min(by_machines, own_share(amount, known, 50, least_grant));
        by_courses = std::min(by_courses, own_share(known, amount, 50, least_grant));
      }
      CAPTURE(least_grant);
      CAPTURE(known);
      const Amount machines =
          judged({expense(machinery, {}), expense(training, known), expense(personnel, 50)},
                 least_grant)
              .own;
      CHECK(machines == Amount{by_machines, std::nullopt});
      const Amount courses =
          judged({expense(machinery, known), expense(training, {}), expense(personnel, 50)},
                 least_grant)
              .own;
      CHECK(courses == Amount{by_courses, std::nullopt});
    }
  }
}

TEST_CASE("own share: with two unknown amounts, the least over all pairs") {
  for (const std::int64_t least_grant : {1, 100, 400}) {
    for (const std::int64_t known : {0, 60, 149, 300}) {
      std::int64_t least = own_share(known, 0, 50, least_grant);
      for (std::int64_t machines = known; machines <= 1000; ++machines) {
        for (std::int64_t courses = 0; courses <= 600; ++courses) {
          least = std::min(least, own_share(machines, courses, 50, least_grant));
        }
      }
      CAPTURE(least_grant);
      CAPTURE(known);
      const Amount own = judged({expense(machinery, known), expense(machinery, {}),
                                 expense(training, {}), expense(personnel, 50)},
                                least_grant)
                             .own;
      CHECK(own == Amount{least, std::nullopt});
    }
  }
}

TEST_CASE("own share: what no frame takes is paid in full") {
  CHECK(judged({expense(personnel, 70), expense(personnel, {})}, 100).own ==
        Amount{70, std::nullopt});
}

TEST_CASE("own share: no list of expenses says nothing, not even the least") {
  const RuleBook book = book_of(small_pack());
  CHECK(assess(book, {}).frames[0].own == Amount{0, std::nullopt});
}

TEST_CASE("own share: a case has unknown amounts, or not") {
  Case input;
  CHECK(has_unknown_amount(input));
  input.expenses.emplace();
  CHECK_FALSE(has_unknown_amount(input));
  input.expenses->push_back(expense(machinery, 0));
  CHECK_FALSE(has_unknown_amount(input));
  input.expenses->push_back(expense(machinery, {}));
  CHECK(has_unknown_amount(input));
}

// Half is granted from 1,000,000 on: an expense of 999,999 more brings as much.
TEST_CASE("own share: where the grant begins, spending more costs a yen less") {
  Case input = testing::manufacturer(100, 0);
  input.expenses = {{testing::spent_on("raw_materials", 1'000'001),
                     testing::spent_on("raw_materials", std::nullopt)}};
  CHECK(testing::judged(input, "monozukuri.normal").own == Amount{1'000'000, std::nullopt});
}

}  // namespace uwanose::rules
