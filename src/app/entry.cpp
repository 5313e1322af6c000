#include "app/entry.h"

#include "app/figures.h"
#include "core/corporate_number.h"
#include "core/japanese_date.h"
#include "core/japanese_number.h"
#include "core/municipality_code.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

using core::CorporateNumberFault;
using core::EntryKind;
using core::MonthFault;
using core::MunicipalityCodeFault;
using core::NumberFault;
using rules::FactDefinition;
using rules::FactType;

std::string_view trim(std::string_view text) {
  constexpr std::string_view wide_space = "\u3000";
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space :
         {std::string_view(" "), std::string_view("\t"), std::string_view("\r"),
          std::string_view("\n"), wide_space}) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
    }
  }
  return text;
}

Judged refused(std::string_view text, Message error) {
  return {std::nullopt, {std::string(text), std::move(error), {}}};
}

Judged taken(const core::Ratio& number) { return {Value{number, {}}, {}}; }

// The word that may stand behind the number as it is typed.
std::string_view typed_unit(const rules::Unit& unit) {
  const std::string name = to_string(unit);
  return name == "yen"        ? "円"
         : name == "person"   ? "人"
         : name == "yen/hour" ? "円/時"
         : name == "year"     ? "年"
         : name == "round"    ? "回"
         : name == "kilowatt" ? "kW"
                              : "";
}

template <typename Value>
Message number_error(const core::Entry<Value>& entry, const FactDefinition& definition) {
  switch (entry.fault) {
    case NumberFault::invalid_utf8: return {"entry.unreadable", {}};
    case NumberFault::no_digits: return {"entry.no_digits", {}};
    case NumberFault::bad_grouping: return {"entry.bad_grouping", {entry.offending}};
    case NumberFault::unit_order: return {"entry.unit_order", {}};
    case NumberFault::bad_sign: return {"entry.bad_sign", {}};
    case NumberFault::not_whole: return {"entry.not_whole", {}};
    case NumberFault::overflow: return {"entry.above", {core::format_integer(definition.max)}};
    case NumberFault::unexpected:
    case NumberFault::none: break;
  }
  return {"entry.unexpected", {entry.offending}};
}

// Type and bounds; `text` is what was typed.
Judged bounded(const FactDefinition& definition, std::string_view text, const core::Ratio& number) {
  if (definition.type == FactType::integer && !number.is_whole()) {
    return refused(text, {"entry.not_whole", {}});
  }
  if (number < core::Ratio(definition.min)) {
    return refused(text, definition.min == 0
                             ? Message{"entry.negative", {}}
                             : Message{"entry.below", {core::format_integer(definition.min)}});
  }
  if (number > core::Ratio(definition.max)) {
    return refused(text, {"entry.above", {core::format_integer(definition.max)}});
  }
  return taken(number);
}

core::Ratio ratio_of(core::Decimal decimal) {
  return core::Ratio::of(decimal.mantissa, core::power_of_ten(decimal.scale));
}
core::Ratio ratio_of(std::int64_t whole) { return core::Ratio(whole); }

template <typename Value>
Judged judge_number(const FactDefinition& definition, std::string_view text,
                    const core::Entry<Value>& entry) {
  switch (entry.kind) {
    case EntryKind::empty: return {};
    case EntryKind::value: return bounded(definition, text, ratio_of(entry.value));
    case EntryKind::fault: return refused(text, number_error(entry, definition));
    case EntryKind::ambiguous: break;
  }
  Judged asked = refused(text, {"entry.ambiguous", {std::string(text)}});
  for (const core::Decimal& reading : entry.readings) {
    asked.entry.readings.push_back(core::to_plain_text(reading));
  }
  return asked;
}

Judged judge_month(std::string_view text) {
  const core::MonthEntry entry = core::parse_month(text);
  if (entry.kind == core::MonthEntryKind::empty) return {};
  if (entry.kind == core::MonthEntryKind::value) return taken(core::Ratio(entry.month.index()));
  if (entry.kind == core::MonthEntryKind::without_year) {
    return refused(text, {"entry.month_without_year", {}});
  }
  const std::string era(entry.era);
  switch (entry.fault) {
    case MonthFault::impossible_month:
    case MonthFault::impossible_day: return refused(text, {"entry.impossible_month", {}});
    case MonthFault::two_digit_year: return refused(text, {"entry.two_digit_year", {}});
    case MonthFault::year_out_of_range: return refused(text, {"entry.year_out_of_range", {}});
    case MonthFault::before_era: return refused(text, {"entry.before_era", {era}});
    case MonthFault::after_era: return refused(text, {"entry.after_era", {era}});
    default: return refused(text, {"entry.no_month", {}});
  }
}

Judged judge_code(std::string_view text) {
  const core::MunicipalityCode code = core::parse_municipality_code(text);
  switch (code.fault) {
    case MunicipalityCodeFault::none: {
      std::int64_t number = 0;
      for (const char digit : code.five_digits) number = number * 10 + (digit - '0');
      return taken(core::Ratio(number));
    }
    case MunicipalityCodeFault::unknown_prefecture:
      return refused(text, {"entry.unknown_prefecture", {}});
    case MunicipalityCodeFault::wrong_check_digit:
      return refused(text, {"entry.code_check_digit", {}});
    default: return refused(text, {"entry.not_a_code", {}});
  }
}

Judged judge_text(const FactDefinition& definition, std::string_view text) {
  if (definition.id != "applicant.corporate_number") return {Value{{}, std::string(text)}, {}};
  const core::CorporateNumber number = core::parse_corporate_number(text);
  switch (number.fault) {
    case CorporateNumberFault::none: return {Value{{}, number.digits}, {}};
    case CorporateNumberFault::wrong_check_digit:
      return refused(text, {"entry.corporate_number_check_digit", {}});
    default: return refused(text, {"entry.not_a_corporate_number", {}});
  }
}

Judged judge_choice(const std::vector<rules::Choice>& choices, std::string_view text) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].id == text) return taken(core::Ratio(static_cast<std::int64_t>(i)));
  }
  return refused(text, {"entry.no_choice", {std::string(text)}});
}

}  // namespace

Judged judge(const FactDefinition& definition, const rules::Catalogue& catalogue,
             std::string_view typed) {
  const std::string_view text = trim(typed);
  if (text.empty()) return {};
  switch (definition.type) {
    case FactType::text: return judge_text(definition, text);
    case FactType::code: return judge_code(text);
    case FactType::boolean:
      if (text == "yes" || text == "no") return taken(core::Ratio(text == "yes" ? 1 : 0));
      return refused(text, {"entry.no_choice", {std::string(text)}});
    case FactType::choice: return judge_choice(choices_of(definition, catalogue), text);
    case FactType::integer:
      return judge_number(definition, text, core::parse_number(text, typed_unit(definition.unit)));
    case FactType::decimal:
      return judge_number(definition, text, core::parse_decimal(text, typed_unit(definition.unit)));
    case FactType::month: break;
  }
  return judge_month(text);
}

Judged judge_reading(const FactDefinition& definition, std::string_view typed,
                     std::string_view reading) {
  const auto decimal = core::parse_plain_decimal(reading);
  return decimal ? bounded(definition, typed, ratio_of(*decimal)) : Judged{};
}

std::string shown(const FactDefinition& definition, const rules::Catalogue& catalogue,
                  const MaybeValue& value, const Words& words) {
  if (!value) return {};
  const core::Ratio& number = value->number;
  switch (definition.type) {
    case FactType::text: return value->text;
    case FactType::code:
      return core::municipality_code_text(static_cast<std::int64_t>(number.floor()));
    case FactType::boolean: return number == core::Ratio(0) ? "no" : "yes";
    case FactType::choice: {
      const auto& choices = choices_of(definition, catalogue);
      const auto index = static_cast<std::size_t>(number.floor());
      return index < choices.size() ? choices[index].id : std::string();
    }
    case FactType::integer: return core::format_integer(static_cast<std::int64_t>(number.floor()));
    case FactType::decimal: return decimal_text(number);
    case FactType::month: break;
  }
  return month_text(words, core::Month::from_index(static_cast<std::int32_t>(number.floor())));
}

std::string code_name(const rules::CodeTable& table, std::int64_t number, const Words& words) {
  std::string digits = core::municipality_code_text(number);
  const rules::CodeTable::Code* code = table.nearest(number);
  if (code == nullptr) return digits;
  const std::string& label = words(code->label);
  return code->number == number ? label : words("code.within", {label, digits});
}

std::string in_words(const FactDefinition& definition, const rules::Catalogue& catalogue,
                     const Value& value, const Words& words) {
  const auto number = static_cast<std::int64_t>(value.number.floor());
  switch (definition.type) {
    case FactType::text: return value.text;
    case FactType::boolean: return std::string(words(number != 0 ? "form.yes" : "form.no"));
    case FactType::choice:
      return words(choices_of(definition, catalogue)[static_cast<std::size_t>(number)].label);
    case FactType::code: {
      const rules::CodeTable* table = catalogue.find_codes(definition.codes);
      return table != nullptr ? code_name(*table, number, words)
                              : core::municipality_code_text(number);
    }
    case FactType::integer: return quantity_text(words, number, definition.unit);
    case FactType::decimal: return decimal_text(value.number);
    case FactType::month: break;
  }
  return month_text(words, core::Month::from_index(static_cast<std::int32_t>(number)));
}

const std::vector<rules::Choice>& choices_of(const FactDefinition& definition,
                                             const rules::Catalogue& catalogue) {
  return definition.id == "expenses.category" ? catalogue.categories : definition.choices;
}

}  // namespace uwanose::app
