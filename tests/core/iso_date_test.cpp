#include "core/iso_date.h"

#include <doctest/doctest.h>

namespace uwanose::core {

TEST_CASE("iso date: as people write it") {
  CHECK(iso_date("2001-04-01") == "2001-04-01");
  CHECK(iso_date("2001/4/1") == "2001-04-01");
  CHECK(iso_date("2001.12.31") == "2001-12-31");
  CHECK(iso_date("2001年4月1日") == "2001-04-01");
  CHECK(iso_date("２００１年４月１日") == "2001-04-01");
  CHECK(iso_date("2000-02-29") == "2000-02-29");
}

TEST_CASE("iso date: no day of the calendar is none") {
  for (const char* text :
       {"", "2001", "2001-04", "2001-13-01", "2001-00-01", "2001-04-31", "2001-02-29", "1900-02-29",
        "2001-04-00", "999-01-01", "20010-1-1", "-2001-4-1", "2001--4-1", "2001年4月1日の",
        "平成13年4月1日", "2001-4-1-1", "2001-04-01T10:00"}) {
    CAPTURE(text);
    CHECK(iso_date(text) == "");
  }
}

}  // namespace uwanose::core
