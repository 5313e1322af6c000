#include "rules/number.h"

#include <doctest/doctest.h>

#include <string>

namespace uwanose::rules {

using core::Ratio;

namespace {

constexpr std::size_t first = 1, second = 2;  // slots of two missing figures

Number exactly(const Ratio& value) { return Number::exactly(value); }

Number range(const Ratio& low, const Ratio& high, std::size_t slot = first) {
  Number number;
  number.low = low;
  number.high = high;
  number.missing.add(slot);
  return number;
}
Number from(const Ratio& low, std::size_t slot = first) {
  Number number = range(low, low, slot);
  number.open_above = true;
  return number;
}
Number up_to(const Ratio& high, std::size_t slot = first) {
  Number number = range(high, high, slot);
  number.open_below = true;
  return number;
}
Number anything(std::size_t slot = first) {
  Number number = range(0, 0, slot);
  number.open_below = number.open_above = true;
  return number;
}

// "5", "2…3", "…3", "2…", "…", "undefined"; behind it the missing figures.
std::string text(const Number& number) {
  std::string result;
  if (!number.defined()) {
    result = "undefined";
  } else if (number.exact()) {
    result = number.low == number.high ? number.low.to_string() : "exact but not one value";
  } else {
    if (!number.open_below) result += number.low.to_string();
    result += "…";
    if (!number.open_above) result += number.high.to_string();
  }
  if (number.missing.has(first)) result += " a";
  if (number.missing.has(second)) result += " b";
  return result;
}

}  // namespace

TEST_CASE("numbers: sums and differences") {
  CHECK(text(sum(exactly(2), exactly(3))) == "5");
  CHECK(text(sum(exactly(2), range(1, 4))) == "3…6 a");
  CHECK(text(sum(range(1, 4), range(10, 20, second))) == "11…24 a b");
  CHECK(text(sum(from(5), exactly(-7))) == "-2… a");
  CHECK(text(sum(from(5), up_to(3, second))) == "… a b");
  CHECK(text(sum(exactly(9), negated(range(1, 4)))) == "5…8 a");
  CHECK(text(negated(range(-1, 4))) == "-4…1 a");
  CHECK(text(negated(from(2))) == "…-2 a");
  CHECK(text(negated(up_to(2))) == "-2… a");
}

TEST_CASE("numbers: a range of one value depends on nothing any more") {
  Number point = range(1, 1);
  point.open_below = point.open_above = false;
  CHECK(text(sum(point, exactly(2))) == "3");
  CHECK(text(lesser(range(5, 9), range(0, 5, second))) == "0…5 b");
  CHECK(text(rounded_down(range(1, Ratio::of(3, 2)), 1)) == "1");
}

TEST_CASE("numbers: products") {
  CHECK(text(product(exactly(6), exactly(Ratio::of(2, 3)))) == "4");
  CHECK(text(product(range(3, 9), exactly(Ratio::of(2, 3)))) == "2…6 a");
  CHECK(text(product(exactly(-2), range(3, 9))) == "-18…-6 a");
  CHECK(text(product(from(3), exactly(-2))) == "…-6 a");
  CHECK(text(product(from(3), exactly(0))) == "0");
  CHECK(text(product(range(2, 3), range(10, 20, second))) == "20…60 a b");
  CHECK(text(product(range(2, 3), from(10, second))) == "20… a b");
  CHECK(text(product(range(-2, 3), range(10, 20, second))) == "… a b");
  CHECK(text(product(range(2, 3), up_to(10, second))) == "… a b");
}

TEST_CASE("numbers: quotients") {
  CHECK(text(quotient(exactly(6), exactly(4))) == "3/2");
  CHECK(text(quotient(range(6, 8), exactly(2))) == "3…4 a");
  CHECK(text(quotient(range(6, 8), exactly(-2))) == "-4…-3 a");
  CHECK(text(quotient(exactly(60), range(2, 3))) == "20…30 a");
  CHECK(text(quotient(exactly(60), from(2))) == "0…30 a");
  CHECK(text(quotient(range(60, 120), range(2, 3, second))) == "20…60 a b");
  CHECK(text(quotient(exactly(60), range(0, 3))) == "… a");
  CHECK(text(quotient(range(60, 61), range(-1, 3, second))) == "… a b");
}

TEST_CASE("numbers: the lesser of two") {
  CHECK(text(lesser(exactly(2), exactly(3))) == "2");
  CHECK(text(lesser(exactly(5), range(1, 4))) == "1…4 a");
  CHECK(text(lesser(exactly(1), range(1, 4))) == "1");
  CHECK(text(lesser(exactly(3), range(1, 4))) == "1…3 a");
  CHECK(text(lesser(exactly(3), from(1))) == "1…3 a");
  CHECK(text(lesser(from(1), exactly(3))) == "1…3 a");
  CHECK(text(lesser(from(1), from(2, second))) == "1… a b");
  CHECK(text(lesser(up_to(3), range(1, 4, second))) == "…3 a b");
  CHECK(text(lesser(up_to(3), range(3, 4, second))) == "…3 a");
  CHECK(text(lesser(anything(), exactly(3))) == "…3 a");
}

TEST_CASE("numbers: rounding down to a unit") {
  CHECK(text(rounded_down(exactly(Ratio::of(20, 3)), 1)) == "6");
  CHECK(text(rounded_down(exactly(1999), 1000)) == "1000");
  CHECK(text(rounded_down(exactly(-1), 1000)) == "-1000");
  CHECK(text(rounded_down(range(Ratio::of(5, 2), Ratio::of(9, 2)), 1)) == "2…4 a");
  CHECK(text(rounded_down(from(1999), 1000)) == "1000… a");
  CHECK(text(rounded_down(exactly(5), 0)) == "undefined");
  CHECK(text(rounded_down(exactly(Ratio::undefined()), 1)) == "undefined");
}

TEST_CASE("numbers: nothing is granted under the least amount") {
  CHECK(text(granted_from(exactly(100), 100)) == "100");
  CHECK(text(granted_from(exactly(99), 100)) == "0");
  CHECK(text(granted_from(range(100, 200), 100)) == "100…200 a");
  CHECK(text(granted_from(range(50, 99), 100)) == "0");
  CHECK(text(granted_from(range(50, 100), 100)) == "0…100 a");
  CHECK(text(granted_from(from(50), 100)) == "0… a");
  CHECK(text(granted_from(up_to(200), 100)) == "0…200 a");
  CHECK(text(granted_from(up_to(99), 100)) == "0");
}

TEST_CASE("numbers: what is computed from the undefined is undefined") {
  const Number undefined = exactly(Ratio::undefined());
  CHECK(text(sum(undefined, exactly(1))) == "undefined");
  CHECK(text(product(undefined, exactly(0))) == "undefined");
  CHECK(text(product(undefined, range(1, 2))).substr(0, 9) == "undefined");
  CHECK(text(quotient(exactly(1), exactly(0))) == "undefined");
  CHECK(text(quotient(range(1, 2), exactly(0))).substr(0, 9) == "undefined");
  CHECK(text(lesser(undefined, exactly(1))) == "undefined");
  CHECK(text(lesser(exactly(1), undefined)) == "undefined");
  CHECK(text(granted_from(undefined, 1)) == "undefined");
  CHECK(text(granted_from(exactly(1), Ratio::undefined())) == "undefined");
}

namespace {

// "yes", "no", "open" for < <= > >= == !=.
std::string compared(const Number& left, const Number& right) {
  std::string result;
  for (const Op op :
       {Op::less, Op::less_equal, Op::greater, Op::greater_equal, Op::equal, Op::not_equal}) {
    const auto truth = compare_ranges(op, left, right);
    if (!result.empty()) result += " ";
    result += !truth ? "open" : *truth ? "yes" : "no";
  }
  return result;
}

}  // namespace

TEST_CASE("numbers: what ranges settle about a comparison") {
  //                                                    <    <=   >    >=   ==   !=
  CHECK(compared(exactly(1), exactly(2)) == "yes yes no no no yes");
  CHECK(compared(exactly(2), exactly(2)) == "no yes no yes yes no");
  CHECK(compared(exactly(3), exactly(2)) == "no no yes yes no yes");
  CHECK(compared(range(1, 3), exactly(4)) == "yes yes no no no yes");
  CHECK(compared(range(1, 3), exactly(3)) == "open yes no open open open");
  CHECK(compared(range(3, 5), exactly(3)) == "no open open yes open open");
  CHECK(compared(range(1, 3), exactly(2)) == "open open open open open open");
  CHECK(compared(range(1, 3), range(4, 5, second)) == "yes yes no no no yes");
  CHECK(compared(from(3), exactly(2)) == "no no yes yes no yes");
  CHECK(compared(from(3), exactly(4)) == "open open open open open open");
  CHECK(compared(up_to(3), exactly(4)) == "yes yes no no no yes");
  CHECK(compared(up_to(3), exactly(2)) == "open open open open open open");
  CHECK(compared(exactly(4), up_to(3)) == "no no yes yes no yes");
  CHECK(compared(exactly(2), from(3)) == "yes yes no no no yes");
  CHECK(compared(anything(), anything(second)) == "open open open open open open");
}

TEST_CASE("numbers: operators with their sides exchanged") {
  CHECK(mirrored(Op::less) == Op::greater);
  CHECK(mirrored(Op::less_equal) == Op::greater_equal);
  CHECK(mirrored(Op::greater) == Op::less);
  CHECK(mirrored(Op::greater_equal) == Op::less_equal);
  CHECK(mirrored(Op::equal) == Op::equal);
  CHECK(mirrored(Op::not_equal) == Op::not_equal);
}

}  // namespace uwanose::rules
