#include "rules/unit.h"

#include <doctest/doctest.h>

namespace uwanose::rules {

TEST_CASE("units: names, products and quotients") {
  CHECK(to_string(*parse_unit("yen/hour")) == "yen/hour");
  CHECK(to_string(*parse_unit("1")) == "1");
  CHECK_FALSE(parse_unit("yen/week"));
  CHECK_FALSE(parse_unit(""));
  CHECK(to_string(product(*parse_unit("yen/kilowatt"), *parse_unit("kilowatt"))) == "yen");
  CHECK(to_string(quotient(*parse_unit("yen"), *parse_unit("person"))) == "yen/person");
  CHECK(to_string(quotient(*parse_unit("person"), *parse_unit("yen"))) == "person/yen");
}

TEST_CASE("units: a bare number takes the other side's unit; different units have none in common") {
  const Unit yen = *parse_unit("yen");
  CHECK(common(yen, Unit::bare()) == yen);
  CHECK(common(Unit::bare(), yen) == yen);
  CHECK_FALSE(common(yen, *parse_unit("person")));
  CHECK(product(Unit::bare(), Unit::bare()).any);
  CHECK_FALSE(product(Unit::bare(), yen).any);
}

}  // namespace uwanose::rules
