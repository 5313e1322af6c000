// A date of the Gregorian calendar as people write it, and as files carry it (ISO 8601).
#pragma once

#include <string>
#include <string_view>

namespace uwanose::core {

// "2001-04-01" of 2001-4-1, 2001/04/01 or 2001年4月1日, full-width digits too; "" of anything that
// is no day from 1600 to 2999.
std::string iso_date(std::string_view text);

}  // namespace uwanose::core
