#include "io/members.h"

#include <algorithm>

namespace uwanose::io {

namespace {

constexpr std::int64_t format_version = 1;

std::optional<core::Ratio> parse_number(std::string_view text) {
  struct Suffix {
    std::string_view text;
    core::Ratio factor;
  };
  const Suffix suffixes[] = {{"%", core::Ratio::of(1, 100)}, {"万", 10'000}, {"億", 100'000'000}};
  core::Ratio factor = 1;
  for (const Suffix& suffix : suffixes) {
    if (!text.ends_with(suffix.text)) continue;
    text.remove_suffix(suffix.text.size());
    factor = suffix.factor;
    break;
  }
  const auto number = core::parse_exact_decimal(text);
  return number ? std::optional(*number * factor) : std::nullopt;
}

std::optional<core::Ratio> parse_ratio(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_number(text);
  const auto numerator = core::parse_exact_decimal(text.substr(0, slash));
  const auto denominator = core::parse_exact_decimal(text.substr(slash + 1));
  if (!numerator || !denominator || *denominator == core::Ratio(0)) return std::nullopt;
  return *numerator / *denominator;
}

}  // namespace

Members::~Members() {
  if (object_ == nullptr) return;
  for (const Value& member : object_->children) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    const Step at(trail_, member.key);
    const std::string_view near = near_name(member.key, asked_);
    trail_.fault(near.empty() ? "fault.unknown_key" : "fault.unknown_key_near",
                 "unknown key" + did_you_mean(near), {std::string(near)});
  }
}

void Members::header(std::string_view format, std::string_view version_key) {
  read("format", Need::required, [&](const Value& value) {
    if (value.is(Value::Kind::text) && value.text == format) return;
    trail_.fault("fault.format", "must be " + quoted(format), {std::string(format)});
  });
  std::int64_t version = 0;
  integer(version_key, version, 1, format_version);
}

bool Members::has(std::string_view key) const {
  const Value* value = object_ != nullptr ? object_->find(key) : nullptr;
  return value != nullptr && !value->is(Value::Kind::null);
}

const Value* Members::take(std::string_view key, Need need) {
  asked_.push_back(key);
  if (has(key)) return object_->find(key);
  if (need == Need::required && object_ != nullptr) {
    const Step at(trail_, key);
    trail_.fault("fault.missing", "is missing");
  }
  return nullptr;
}

void Members::text(std::string_view key, std::string& out, Need need) {
  read(key, need, [&](const Value& value) {
    const std::string* content = read_text(value, trail_);
    if (content == nullptr) return;
    if (content->empty()) trail_.fault("fault.empty", "must not be empty");
    out = *content;
  });
}

void Members::words(std::string_view key, rules::Text& out, Need need) {
  read(key, need, [&](const Value& value) { read_words(value, out, trail_); });
}

void Members::formula(std::string_view key, rules::Formula& out, Need need) {
  text(key, out.text, need);
}

void Members::formulas(std::string_view key, std::vector<rules::Formula>& out) {
  list(key, Need::required, out, [&](const Value& value, rules::Formula& formula) {
    if (const std::string* content = read_text(value, trail_)) formula.text = *content;
  });
}

void Members::names(std::string_view key, std::vector<std::string>& out, Need need) {
  list(key, need, out, [&](const Value& value, std::string& name) {
    if (const std::string* content = read_text(value, trail_)) name = *content;
  });
}

void Members::flag(std::string_view key, bool& out) {
  read(key, Need::optional,
       [&](const Value& value) { out = read_boolean(value, trail_).value_or(false); });
}

void Members::ratio(std::string_view key, core::Ratio& out) {
  read(key, Need::required, [&](const Value& value) {
    if (const auto ratio = read_ratio(value, trail_)) out = *ratio;
  });
}

void Members::month(std::string_view key, core::Month& out) {
  read(key, Need::required, [&](const Value& value) {
    if (const auto month = read_month(value, trail_)) out = *month;
  });
}

void Members::unit(std::string_view key, rules::Unit& out, Need need) {
  read(key, need, [&](const Value& value) {
    const std::string* name = read_text(value, trail_);
    if (name == nullptr) return;
    if (const auto unit = rules::parse_unit(*name)) {
      out = *unit;
    } else {
      trail_.fault("fault.unit", quoted(*name) + " is no unit", {*name});
    }
  });
}

void read_words(const Value& value, rules::Text& out, Trail& trail) {
  Members members(value, trail);
  members.text("ja", out.ja);
  members.text("en", out.en);
}

std::optional<core::Ratio> read_ratio(const Value& value, Trail& trail) {
  if (value.is(Value::Kind::integer)) return core::Ratio(value.integer);
  if (value.is(Value::Kind::text)) {
    const auto ratio = parse_ratio(value.text);
    if (ratio && ratio->defined()) return ratio;
  }
  trail.fault("fault.ratio",
              "must be a whole number, or text such as \"10%\", \"2/3\", \"12.5\" or \"6000万\"");
  return {};
}

}  // namespace uwanose::io
