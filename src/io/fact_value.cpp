#include "io/fact_value.h"

#include <algorithm>

#include "core/decimal.h"
#include "core/municipality_code.h"

namespace uwanose::io {

namespace {

constexpr int max_scale = 18;

// 12.5 of 25/2: a ratio that was read from a decimal has one.
std::string decimal_text(const core::Ratio& ratio) {
  core::Int128 numerator = ratio.numerator();
  int scale = 0;
  while (numerator % ratio.denominator() != 0 && scale < max_scale) {
    numerator *= 10;
    ++scale;
  }
  return core::to_plain_text(
      {.mantissa = static_cast<std::int64_t>(numerator / ratio.denominator()), .scale = scale});
}

}  // namespace

bool has_fact(const rules::Case& input, rules::FactIndex index) {
  return input.scalar(index).has_value() ||
         (index < input.texts.size() && !input.texts[index].empty());
}

void write_fact(const rules::Case& input, const rules::Catalogue& catalogue, rules::FactIndex index,
                JsonWriter& out) {
  if (!has_fact(input, index)) {
    out.null();
    return;
  }
  const rules::FactDefinition& fact = catalogue[index];
  if (fact.type == rules::FactType::text) {
    out.value(input.texts[index]);
    return;
  }
  const core::Ratio& ratio = *input.scalars[index];
  const auto number = static_cast<std::int64_t>(ratio.numerator());
  switch (fact.type) {
    case rules::FactType::text: break;
    case rules::FactType::code: out.value(core::municipality_code_text(number)); break;
    case rules::FactType::boolean: out.value(number != 0); break;
    case rules::FactType::choice:
      out.value(fact.choices[static_cast<std::size_t>(number)].id);
      break;
    case rules::FactType::integer: out.value(number); break;
    case rules::FactType::decimal: out.value(decimal_text(ratio)); break;
    case rules::FactType::month:
      out.value(core::Month::from_index(static_cast<std::int32_t>(number)).to_string());
      break;
  }
}

}  // namespace uwanose::io
