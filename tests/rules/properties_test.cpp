// What must hold whatever the case: over generated ones, the same on every machine.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/json_reader.h"
#include "shipped.h"

namespace uwanose::rules {

using core::Month;
using core::Ratio;
using core::Verdict;
using testing::flyer;
using testing::month;

namespace {

constexpr std::uint64_t cases = 300;

const Month first_month = month(2018, 1), first_fall = month(2020, 4);
constexpr std::int64_t months = 50, fallen_months = 23;

// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(end));
  }
  bool one_in(std::int64_t n) { return below(n) == 0; }
  template <std::size_t count>
  std::int64_t of(const std::int64_t (&values)[count]) {
    return values[below(static_cast<std::int64_t>(count))];
  }
  template <class Items>
  void shuffle(Items& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[static_cast<std::size_t>(below(static_cast<std::int64_t>(i)))]);
    }
  }

 private:
  std::uint64_t state_;
};

std::int64_t amount(Random& random) {
  // The limits of the frames, as expense and as amount, and what lies between.
  constexpr std::int64_t limits[] = {0,          300'000,    450'000,     500'000,     666'667,
                                     1'333'334,  1'500'000,  2'250'000,   3'000'000,   4'500'000,
                                     6'750'000,  15'000'000, 20'000'000,  37'500'000,  60'000'000,
                                     90'000'000, 90'000'002, 130'000'000, 150'000'000, 160'000'001};
  return random.one_in(3) ? random.below(200'000'000)
                          : std::max<std::int64_t>(0, random.of(limits) + random.below(5) - 2);
}

// Complete: every fact that the flyer's rules read is stated.
Case complete_case(Random& random) {
  constexpr std::int64_t employees[] = {0,  1,  5,   6,   9,   20,  21,   50,
                                        51, 99, 100, 101, 300, 301, 2000, 2001};
  constexpr std::int64_t capital[] = {0,           50'000'000,  50'000'001,
                                      100'000'000, 100'000'001, 300'000'000,
                                      300'000'001, 999'999'999, 1'000'000'000};
  constexpr std::int64_t offices[] = {20201, 20209, 20999, 13101, 21201};
  Case input;
  const Catalogue& catalogue = flyer().catalogue;
  for (std::size_t i = 0; i < catalogue.facts.size(); ++i) {
    const FactDefinition& fact = catalogue.facts[i];
    const auto index = static_cast<FactIndex>(i);
    if (fact.series != Series::none) continue;
    if (fact.type == FactType::boolean) {
      input.set_scalar(index, Ratio(random.one_in(4) ? 0 : 1));
    } else if (fact.type == FactType::choice) {
      input.set_scalar(index, Ratio(random.below(static_cast<std::int64_t>(fact.choices.size()))));
    } else if (fact.id.starts_with("application.rounds.")) {
      input.set_scalar(index, Ratio(1 + random.below(10)));
    }
  }
  const auto state = [&](std::string_view id, std::int64_t value) {
    testing::state(input, catalogue, id, value);
  };
  const std::int64_t heads = random.of(employees);
  state("applicant.employees", heads);
  state("applicant.capital_yen", random.of(capital));
  state("applicant.head_office", random.of(offices));
  state("application.month", month(2021, 4).index() + random.below(11));
  state("answers.it_processes", random.below(6));
  const std::int64_t years = 3 + random.below(3);
  state("plan.years", years);
  const std::int64_t value_added = 1 + random.below(100'000'000);
  state("plan.base.value_added_yen", value_added);
  state("plan.base.employees", heads);
  state("plan.base.minimum_hourly_wage_yen", 880);
  for (std::int64_t year = 1; year <= years; ++year) {
    YearPlan plan;
    plan.value_added_yen = value_added * (100 + 3 * year + random.below(3) - 1) / 100;
    plan.employees = heads + heads * (2 * year + random.below(3) - 1) / 100;
    plan.minimum_hourly_wage_yen = 880 + 45 * year + random.below(4) - 1;
    input.yearly.push_back(plan);
  }
  const std::int64_t depth = 4 + random.below(30);
  for (Month m = first_month; m < month(2022, 3); m = m + 1) {
    const std::int64_t fall = m < first_fall ? 0 : random.below(depth);
    input.monthly.push_back({m, 10'000 * (100 - fall), 5'000 * (100 - 2 * fall)});
  }
  for (Month m = month(2020, 10); m <= month(2021, 6); m = m + 1) {
    input.wages.push_back({m, 30, 2 + random.below(3)});
  }
  input.expenses.emplace();
  for (std::int64_t row = random.below(6); row >= 0; --row) {
    Expense expense;
    expense.category =
        static_cast<int>(random.below(static_cast<std::int64_t>(catalogue.categories.size())));
    expense.amount_yen = amount(random);
    expense.unit_price_yen = random.one_in(2) ? *expense.amount_yen : 499'999 + random.below(3);
    input.expenses->push_back(expense);
  }
  return input;
}

// `property` of every generated case.
template <class Property>
void each_case(std::uint64_t seed, const Property& property, std::uint64_t count = cases) {
  for (std::uint64_t index = 0; index < count; ++index) {
    Random random(seed * 1'000'003 + index);
    const Case input = complete_case(random);
    CAPTURE(index);
    property(input, random);
  }
}

std::string text(const Case& input) {
  return io::write_assessment(assess(flyer(), input), flyer(), input, io::Layout::compact);
}

Verdict verdict(const Assessment& assessment, std::string_view frame, std::string_view key) {
  const FrameResult* result = assessment.find(frame);
  REQUIRE(result != nullptr);
  for (const RequirementResult& requirement : result->national.requirements) {
    if (requirement.requirement->key == key) return requirement.verdict;
  }
  FAIL("no requirement " << key);
  return Verdict::undetermined;
}

constexpr std::string_view normal = "saikouchiku.normal";
constexpr std::string_view large = "saikouchiku.large_wage_raise";

}  // namespace

TEST_CASE("properties: a complete case leaves nothing open") {
  each_case(1, [](const Case& input, Random&) {
    for (const FrameResult& frame : assess(flyer(), input).frames) {
      CHECK(frame.eligible_expense.known());
      CHECK(frame.total.known());
      CHECK(frame.own.known());
      CHECK(frame.national.missing.empty());
      for (const RequirementResult& requirement : frame.national.requirements) {
        CHECK(requirement.verdict != Verdict::undetermined);
      }
    }
  });
}

TEST_CASE("properties: the total is the sum of its parts and never exceeds the cost") {
  each_case(2, [](const Case& input, Random&) {
    std::int64_t cost = 0;
    for (const Expense& expense : *input.expenses) cost += *expense.amount_yen;
    for (const FrameResult& frame : assess(flyer(), input).frames) {
      const std::int64_t prefecture = frame.prefectural ? frame.prefectural->yen.min_yen : 0;
      CHECK(frame.total.min_yen == frame.national.yen.min_yen + prefecture);
      CHECK(frame.total.min_yen <= frame.eligible_expense.min_yen);
      CHECK(frame.eligible_expense.min_yen <= cost);
      CHECK(frame.own.min_yen == cost - frame.total.min_yen);
      CHECK(frame.national.yen.min_yen >= 0);
      CHECK(prefecture >= 0);
      if (frame.national.yen.min_yen == 0) CHECK(prefecture == 0);
    }
  });
}

TEST_CASE("properties: no part exceeds what the flyer prints") {
  struct Caps {
    std::int64_t national, prefecture;
  };
  const std::map<std::string, Caps> caps = {
      {"saikouchiku.normal", {80'000'000, 5'000'000}},
      {"saikouchiku.graduation", {100'000'000, 10'000'000}},
      {"saikouchiku.global_recovery", {100'000'000, 0}},
      {"saikouchiku.emergency", {15'000'000, 1'000'000}},
      {"saikouchiku.minimum_wage", {15'000'000, 1'000'000}},
      {"saikouchiku.large_wage_raise", {100'000'000, 20'000'000}},
      {"monozukuri.normal", {10'000'000, 0}},
      {"monozukuri.low_infection", {10'000'000, 2'000'000}},
      {"jizokuka.normal", {500'000, 0}},
      {"jizokuka.low_infection", {1'000'000, 200'000}},
      {"it.a", {1'499'999, 0}},
      {"it.b", {4'500'000, 0}},
      {"it.c1", {2'999'999, 900'000}},
      {"it.c2", {4'500'000, 900'000}},
      {"it.d", {1'500'000, 300'000}}};
  std::map<std::string, Caps> reached;
  const FactIndex employees = *flyer().catalogue.find("applicant.employees");
  each_case(3, [&](const Case& input, Random&) {
    const std::int64_t heads = static_cast<std::int64_t>(input.scalar(employees)->floor());
    for (const FrameResult& frame : assess(flyer(), input).frames) {
      const Caps& cap = caps.at(frame.frame->id);
      const std::int64_t prefecture = frame.prefectural ? frame.prefectural->yen.min_yen : 0;
      CHECK(frame.national.yen.min_yen <= cap.national);
      CHECK(prefecture <= cap.prefecture);
      const bool special = frame.frame->id == "saikouchiku.emergency" ||
                           frame.frame->id == "saikouchiku.minimum_wage";
      if (special && heads <= 20) {
        CHECK(frame.national.yen.min_yen <= (heads <= 5 ? 5'000'000 : 10'000'000));
        CHECK(prefecture <= (heads <= 5 ? 340'000 : 670'000));
      }
      Caps& most = reached[frame.frame->id];
      most.national = std::max(most.national, frame.national.yen.min_yen);
      most.prefecture = std::max(most.prefecture, prefecture);
    }
  });
  // The generated cases are such that every frame's caps come into play.
  CHECK(reached.size() == 15);
  for (const auto& entry : reached) {
    const Caps& cap = caps.at(entry.first);
    CAPTURE(entry.first);
    CHECK(entry.second.national > 0);
    CHECK(entry.second.national * 2 >= cap.national);
    CHECK(entry.second.prefecture * 2 >= cap.prefecture);
  }
}

TEST_CASE("properties: more expense never lowers a part") {
  each_case(4, [](const Case& input, Random& random) {
    Case more = input;
    if (random.one_in(2)) {
      Expense& row = more.expenses->front();
      *row.amount_yen += 1 + (random.one_in(2) ? 0 : random.below(20'000'000));
    } else {
      Expense extra = input.expenses->back();
      extra.category = static_cast<int>(
          random.below(static_cast<std::int64_t>(flyer().catalogue.categories.size())));
      more.expenses->push_back(extra);
    }
    const Assessment before = assess(flyer(), input);
    const Assessment after = assess(flyer(), more);
    for (std::size_t i = 0; i < before.frames.size(); ++i) {
      CAPTURE(before.frames[i].frame->id);
      CHECK(after.frames[i].eligible_expense.min_yen >= before.frames[i].eligible_expense.min_yen);
      CHECK(after.frames[i].national.yen.min_yen >= before.frames[i].national.yen.min_yen);
      if (!before.frames[i].prefectural) continue;
      CHECK(after.frames[i].prefectural->yen.min_yen >= before.frames[i].prefectural->yen.min_yen);
    }
  });
}

TEST_CASE("properties: the order of expenses never matters") {
  each_case(5, [](const Case& input, Random& random) {
    Case shuffled = input;
    random.shuffle(*shuffled.expenses);
    CHECK(text(shuffled) == text(input));
  });
}

namespace {

// Members of objects and rows of lists in any order, but for the years of the plan.
void shuffle_rows(io::Value& value, Random& random) {
  for (io::Value& child : value.children) {
    if (child.key != "yearly") shuffle_rows(child, random);
  }
  random.shuffle(value.children);
}

}  // namespace

TEST_CASE("properties: the order of months and answers in the file never matters") {
  each_case(
      6,
      [](const Case& input, Random& random) {
        const std::string file = io::write_case(input, flyer().catalogue);
        io::JsonDocument document = io::read_json(file);
        REQUIRE(document.value);
        shuffle_rows(*document.value, random);
        const io::CaseFile read = io::read_case(io::to_json(*document.value), flyer().catalogue);
        for (const core::Fault& fault : read.faults) FAIL(fault.to_string());
        CHECK(text(*read.value) == text(input));
      },
      100);
}

TEST_CASE("properties: a yes in place of a no never fails what was met") {
  each_case(7, [](const Case& input, Random& random) {
    Case other = input;
    for (std::size_t i = 0; i < flyer().catalogue.facts.size(); ++i) {
      const FactDefinition& fact = flyer().catalogue.facts[i];
      const bool answer = fact.type == FactType::boolean && fact.id.starts_with("answers.");
      if (answer && random.one_in(2)) other.set_scalar(static_cast<FactIndex>(i), Ratio(1));
    }
    testing::state(other, flyer().catalogue, "applicant.deemed_large", 0);
    const Assessment before = assess(flyer(), input);
    const Assessment after = assess(flyer(), other);
    for (std::size_t i = 0; i < before.frames.size(); ++i) {
      if (before.frames[i].verdict != Verdict::met) continue;
      CHECK(after.frames[i].verdict == Verdict::met);
      CHECK(after.frames[i].total.min_yen >= before.frames[i].total.min_yen);
    }
  });
}

TEST_CASE("properties: a deeper fall never fails a fall that was enough") {
  std::array<int, 2> seen{};
  each_case(8, [&](const Case& input, Random& random) {
    Case deeper = input;
    MonthFigures& figures = deeper.monthly[static_cast<std::size_t>(first_fall - first_month +
                                                                    random.below(fallen_months))];
    *figures.sales_yen -= random.below(*figures.sales_yen);
    *figures.value_added_yen -= random.below(1'000'000);
    const Verdict before = verdict(assess(flyer(), input), normal, "sales_decline");
    const Verdict after = verdict(assess(flyer(), deeper), normal, "sales_decline");
    ++seen[before == Verdict::met];
    CHECK(after >= before);
  });
  CHECK(seen[0] > 10);
  CHECK(seen[1] > 10);
}

TEST_CASE("properties: a better plan never fails a plan that was enough") {
  std::array<int, 2> seen{};
  each_case(9, [&](const Case& input, Random& random) {
    Case better = input;
    for (YearPlan& plan : better.yearly) {
      *plan.value_added_yen += random.below(1'000'000);
      *plan.minimum_hourly_wage_yen += random.below(3);
    }
    const Assessment before = assess(flyer(), input);
    const Assessment after = assess(flyer(), better);
    for (const char* key : {"value_added_growth_3", "wage_raise"}) {
      CHECK(verdict(after, large, key) >= verdict(before, large, key));
      ++seen[verdict(before, large, key) == Verdict::met];
    }
  });
  CHECK(seen[0] > 10);
  CHECK(seen[1] > 10);
}

namespace {

// Forgets one fact of a case.
void forget(Case& input, Random& random) {
  switch (random.below(6)) {
    case 0:
      input.monthly[static_cast<std::size_t>(random.below(months))].sales_yen.reset();
      input.monthly[static_cast<std::size_t>(random.below(months))].value_added_yen.reset();
      break;
    case 1: input.yearly.back().value_added_yen.reset(); break;
    case 2: input.wages[static_cast<std::size_t>(random.below(9))].near_minimum.reset(); break;
    case 3:
      if (input.expenses) {
        Expense& row = (*input.expenses)[static_cast<std::size_t>(
            random.below(static_cast<std::int64_t>(input.expenses->size())))];
        if (random.one_in(2)) {
          row.category.reset();
        } else {
          row.unit_price_yen.reset();
        }
      }
      break;
    default: {
      const auto facts = static_cast<std::int64_t>(input.scalars.size());
      input.set_scalar(static_cast<FactIndex>(random.below(facts)), std::nullopt);
    }
  }
}

void check_contains(const Amount& range, std::int64_t yen) {
  CHECK(range.min_yen <= yen);
  if (range.max_yen) CHECK(yen <= *range.max_yen);
}

void check_part(const PartResult& less, const PartResult& full) {
  check_contains(less.yen, full.yen.min_yen);
  for (std::size_t r = 0; r < full.requirements.size(); ++r) {
    const Verdict known = full.requirements[r].verdict;
    const Verdict now = less.requirements[r].verdict;
    CAPTURE(full.requirements[r].requirement->key);
    CHECK((now == known || now == Verdict::undetermined));
  }
  // What is open has a fact that would close it.
  const bool open = !less.yen.known() || less.verdict == Verdict::undetermined;
  if (open) CHECK_FALSE(less.missing.empty());
}

}  // namespace

TEST_CASE("properties: knowing less never contradicts what all the facts say") {
  each_case(10, [](const Case& input, Random& random) {
    const Assessment full = assess(flyer(), input);
    Case less = input;
    for (std::int64_t facts = 1 + random.below(4); facts > 0; --facts) forget(less, random);
    const Assessment known = assess(flyer(), less);
    for (std::size_t i = 0; i < full.frames.size(); ++i) {
      const FrameResult& frame = known.frames[i];
      CAPTURE(frame.frame->id);
      check_contains(frame.eligible_expense, full.frames[i].eligible_expense.min_yen);
      check_contains(frame.total, full.frames[i].total.min_yen);
      check_contains(frame.own, full.frames[i].own.min_yen);
      check_part(frame.national, full.frames[i].national);
      if (frame.prefectural) check_part(*frame.prefectural, *full.frames[i].prefectural);
    }
  });
}

TEST_CASE("properties: amounts that are not known reach from the least to the most") {
  each_case(
      11,
      [](const Case& input, Random& random) {
        const Assessment full = assess(flyer(), input);
        Case less = input;
        less.expenses->front().amount_yen.reset();
        less.expenses->front().unit_price_yen.reset();
        if (random.one_in(3)) less.expenses->back().category.reset();
        const Assessment known = assess(flyer(), less);
        for (std::size_t i = 0; i < full.frames.size(); ++i) {
          CAPTURE(known.frames[i].frame->id);
          check_contains(known.frames[i].total, full.frames[i].total.min_yen);
          check_contains(known.frames[i].own, full.frames[i].own.min_yen);
          check_part(known.frames[i].national, full.frames[i].national);
        }
      },
      40);
}

}  // namespace uwanose::rules
