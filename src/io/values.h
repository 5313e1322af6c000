// Typed reads of single JSON values: the value, or a fault at the trail's place and nothing.
//
// The reasons are the product's words for wrong input; every reader uses these and no others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/month.h"
#include "core/ratio.h"
#include "io/json_reader.h"
#include "io/trail.h"

namespace uwanose::io {

// A list in a file, rows of a case included, has at most so many items.
inline constexpr std::size_t max_items = 100'000;

bool want_object(const Value& value, Trail& trail);
bool want_list(const Value& value, Trail& trail);
const std::string* read_text(const Value& value, Trail& trail);
std::optional<bool> read_boolean(const Value& value, Trail& trail);
std::optional<std::int64_t> read_integer(const Value& value, std::int64_t min, std::int64_t max,
                                         Trail& trail);
// An exact decimal as text: "12.5".
std::optional<core::Ratio> read_decimal(const Value& value, std::int64_t min, std::int64_t max,
                                        Trail& trail);
// "2021-04"
std::optional<core::Month> read_month(const Value& value, Trail& trail);
// Five digits, as a number.
std::optional<std::int64_t> read_municipality(const Value& value, Trail& trail);
// The index of one of `names`.
std::optional<std::size_t> read_choice(const Value& value,
                                       const std::vector<std::string_view>& names, Trail& trail);

// The name that was probably meant; empty if none is near.
std::string_view near_name(std::string_view name, const std::vector<std::string_view>& names);
// `; did you mean "kind"?`, or nothing.
std::string did_you_mean(std::string_view near);

}  // namespace uwanose::io
