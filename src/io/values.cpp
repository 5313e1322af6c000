#include "io/values.h"

#include <algorithm>

#include "rules/catalogue.h"

namespace uwanose::io {

namespace {

using Kind = Value::Kind;

bool want(const Value& value, Kind kind, const char* code, const char* reason, Trail& trail) {
  if (value.is(kind)) return true;
  trail.fault(code, reason);
  return false;
}

void below(std::int64_t min, Trail& trail) {
  const std::string limit = std::to_string(min);
  trail.fault("fault.min", "must be " + limit + " or more", {limit});
}
void above(std::int64_t max, Trail& trail) {
  const std::string limit = std::to_string(max);
  trail.fault("fault.max", "must be " + limit + " or less", {limit});
}

}  // namespace

bool want_object(const Value& value, Trail& trail) {
  return want(value, Kind::object, "fault.not_object", "must be an object { … }", trail);
}

bool want_list(const Value& value, Trail& trail) {
  if (!want(value, Kind::list, "fault.not_list", "must be a list [ … ]", trail)) return false;
  if (value.children.size() <= max_items) return true;
  const std::string most = std::to_string(max_items);
  trail.fault("fault.too_many", "must have at most " + most + " items", {most});
  return false;
}

const std::string* read_text(const Value& value, Trail& trail) {
  if (!want(value, Kind::text, "fault.not_text", "must be text", trail)) return nullptr;
  return &value.text;
}

std::optional<bool> read_boolean(const Value& value, Trail& trail) {
  if (!want(value, Kind::boolean, "fault.not_boolean", "must be true or false", trail)) return {};
  return value.integer != 0;
}

std::optional<std::int64_t> read_integer(const Value& value, std::int64_t min, std::int64_t max,
                                         Trail& trail) {
  if (value.is(Kind::fraction)) {
    trail.fault("fault.not_whole",
                "must be written as a whole number, not " + value.text.substr(0, 40),
                {value.text.substr(0, 40)});
    return {};
  }
  if (value.is(Kind::too_large)) {
    value.text.starts_with('-') ? below(min, trail) : above(max, trail);
    return {};
  }
  if (!want(value, Kind::integer, "fault.not_integer", "must be a whole number", trail)) return {};
  if (value.integer < min) {
    below(min, trail);
  } else if (value.integer > max) {
    above(max, trail);
  } else {
    return value.integer;
  }
  return {};
}

std::optional<core::Ratio> read_decimal(const Value& value, std::int64_t min, std::int64_t max,
                                        Trail& trail) {
  const auto decimal =
      value.is(Kind::text) ? core::parse_exact_decimal(value.text) : std::optional<core::Ratio>{};
  if (!decimal) {
    trail.fault("fault.not_decimal", "must be a decimal written as text, such as \"12.5\"");
  } else if (*decimal < core::Ratio(min)) {
    below(min, trail);
  } else if (*decimal > core::Ratio(max)) {
    above(max, trail);
  } else {
    return decimal;
  }
  return {};
}

std::optional<core::Month> read_month(const Value& value, Trail& trail) {
  if (value.is(Kind::text)) {
    if (const auto month = core::Month::parse(value.text)) return month;
    const std::string given = quoted(value.text);
    trail.fault("fault.month", "must be a month such as \"2021-04\", not " + given, {given});
  } else {
    trail.fault("fault.not_month", "must be a month such as \"2021-04\"");
  }
  return {};
}

std::optional<std::int64_t> read_municipality(const Value& value, Trail& trail) {
  const bool five_digits = value.is(Kind::text) && value.text.size() == 5 &&
                           std::all_of(value.text.begin(), value.text.end(),
                                       [](char c) { return c >= '0' && c <= '9'; });
  if (!five_digits) {
    trail.fault("fault.municipality", "must be a municipality code of five digits as text");
    return {};
  }
  std::int64_t code = 0;
  for (const char digit : value.text) code = code * 10 + (digit - '0');
  return code;
}

std::optional<std::size_t> read_choice(const Value& value,
                                       const std::vector<std::string_view>& names, Trail& trail) {
  if (const std::string* text = read_text(value, trail)) {
    const auto found = std::find(names.begin(), names.end(), *text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string list;
    for (const std::string_view name : names)
      list += (list.empty() ? "" : ", ") + std::string(name);
    const std::string given = quoted(*text);
    trail.fault("fault.choice",
                given + " is none of " + list + did_you_mean(near_name(*text, names)),
                {given, list});
  }
  return {};
}

std::string_view near_name(std::string_view name, const std::vector<std::string_view>& names) {
  constexpr std::size_t shortest = 3;  // anything is near to a letter or two
  return name.size() < shortest ? std::string_view() : rules::nearest_name(name, names);
}

std::string did_you_mean(std::string_view near) {
  return near.empty() ? "" : "; did you mean " + quoted(near) + "?";
}

}  // namespace uwanose::io
