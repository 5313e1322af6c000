// Known answers, asked of the product and of the oracle alike.
#include "oracle/known.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "oracle/decline.h"
#include "oracle/oracle.h"
#include "oracle/product.h"

namespace uwanose::oracle {
namespace {

struct OfProduct {
  static Json assessment(const Json& input) {
    static const Product product;
    return Json::parse(product.assess(input.dump()));
  }
  static Json frames(const Json& input) { return in_oracle_shape(assessment(input)); }
  static Json decline(const Json& input, const std::string& frame) {
    const Json whole = assessment(input);
    for (const Json& requirement :
         frame_named(whole["frames"], frame)["national"]["requirements"]) {
      if (requirement["id"] == "sales_decline") return requirement["evidence"]["parts"];
    }
    return nullptr;
  }
};

struct OfOracle {
  static Json frames(const Json& input) { return assess(input); }
  static Json decline(const Json& input, const std::string& frame) {
    return decline_evidence(read_facts(input), 5, frame == "saikouchiku.global_recovery", false);
  }
};

template <typename Assessor>
void check_amount(const Json& known) {
  const Json frames = Assessor::frames(known["case"]);
  const Json& frame = frame_named(frames, known["frame"]);
  CHECK(frame["national"]["yen"] == known["national_yen"]);
  CHECK(frame["total_yen"] == known["total_yen"]);
  if (known["prefectural_yen"].is_null()) {
    CHECK(frame["prefectural"].is_null());
  } else {
    CHECK(frame["prefectural"]["yen"] == known["prefectural_yen"]);
  }
}

// verdict, eligible, national yen, prefectural verdict and yen, total, own
template <typename Assessor>
void check_assessed(const Json& known) {
  const Json frames = Assessor::frames(known["case"]);
  REQUIRE(frames.size() == 15);
  for (std::size_t i = 0; i < 15; ++i) {
    const Json& frame = frames[i];
    const Json& expected = known["expected"][i];
    CAPTURE(frame["id"].get<std::string>());
    CHECK(frame["verdict"] == expected[0]);
    CHECK(frame["national"]["verdict"] == expected[0]);
    CHECK(frame["eligible_expense_yen"] == expected[1]);
    CHECK(frame["national"]["yen"] == expected[2]);
    CHECK(frame["prefectural"].is_null() == expected[3].is_null());
    if (!frame["prefectural"].is_null()) {
      CHECK(frame["prefectural"]["verdict"] == expected[3]);
      CHECK(frame["prefectural"]["yen"] == expected[4]);
    }
    CHECK(frame["total_yen"] == expected[5]);
    CHECK(frame["own_yen"] == expected[6]);
  }
}

// Every row of tests/data/known/eligibility.jsonl whose name begins so.
template <typename Assessor>
void check_rows(const std::string& name) {
  int rows = 0;
  for (const Json& row : known_cases("eligibility")) {
    const std::string row_name = row["name"];
    if (row_name.rfind(name, 0) != 0) continue;
    ++rows;
    CAPTURE(row_name);
    const Json frames = Assessor::frames(row["case"]);
    const std::string frame_id = row["frame"];
    const Json& frame = frame_named(frames, frame_id);
    const std::string requirement = row["requirement"];
    CHECK(frame[row["part"].get<std::string>()]["requirements"][requirement] == row["verdict"]);
    if (row.contains("eligible_expense_yen")) {
      CHECK(frame["eligible_expense_yen"] == row["eligible_expense_yen"]);
    }
    if (row.contains("caution") && frame.contains("cautions")) {
      const Json& cautions = frame["cautions"];
      CHECK(std::find(cautions.begin(), cautions.end(), row["caution"]) != cautions.end());
    }
    if (row.contains("evidence"))
      CHECK(Assessor::decline(row["case"], frame_id) == row["evidence"]);
  }
  CHECK(rows > 0);
}

TEST_CASE_TEMPLATE("flyer: the amounts at every limit it prints", Assessor, OfProduct, OfOracle) {
  for (const Json& known : known_cases("amounts")) {
    const std::string name =
        known["frame"].get<std::string>() + ": " + known["name"].get<std::string>();
    SUBCASE(name.c_str()) { check_amount<Assessor>(known); }
  }
}

TEST_CASE_TEMPLATE("flyer: cases assessed in all fifteen frames", Assessor, OfProduct, OfOracle) {
  int number = 0;
  for (const Json& known : known_cases("assessed")) {
    const std::string name = "case " + std::to_string(++number);
    CAPTURE(name);
    check_assessed<Assessor>(known);
  }
  CHECK(number == 90);
}

TEST_CASE_TEMPLATE("D1 sales decline: exactly 10 % and 5 %", A, OfProduct, OfOracle) {
  check_rows<A>("D1 ");
}
TEST_CASE_TEMPLATE("D2 sales decline: 9.99 % is not 10 %, by 3,000 yen", A, OfProduct, OfOracle) {
  check_rows<A>("D2");
}
TEST_CASE_TEMPLATE("D4 sales decline: three months within six, not seven", A, OfProduct, OfOracle) {
  check_rows<A>("D4");
}
TEST_CASE_TEMPLATE("D5 sales decline: January to March take the better base", A, OfProduct,
                   OfOracle) {
  check_rows<A>("D5");
}
TEST_CASE_TEMPLATE("D7 sales decline: the month before the application is the last", A, OfProduct,
                   OfOracle) {
  check_rows<A>("D7");
}
TEST_CASE_TEMPLATE("D9 emergency: one month of January to August 2021 at 30 %", A, OfProduct,
                   OfOracle) {
  check_rows<A>("D9");
}
TEST_CASE_TEMPLATE("D11 minimum wage: a tenth of the staff in three months", A, OfProduct,
                   OfOracle) {
  check_rows<A>("D11");
}
TEST_CASE_TEMPLATE("D13 value added: simple growth of 3 % a year, to the yen", A, OfProduct,
                   OfOracle) {
  check_rows<A>("D13");
}
TEST_CASE_TEMPLATE("D15 size class: retail with 60 million of capital, 50 and 51 heads", A,
                   OfProduct, OfOracle) {
  check_rows<A>("D15");
}
TEST_CASE_TEMPLATE("D16 training: half of the rest at most", A, OfProduct, OfOracle) {
  check_rows<A>("D16");
}

}  // namespace
}  // namespace uwanose::oracle
