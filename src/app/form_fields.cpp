#include "app/form_fields.h"

#include "app/entry.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/support_money.h"
#include "app/tax.h"
#include "core/decimal.h"
#include "core/municipality_code.h"
#include "core/number_format.h"

namespace uwanose::app {

using rules::FactDefinition;
using rules::FactType;

FieldMaker::FieldMaker(const State& state)
    : state_(state), words_(state.words()), catalogue_(state.catalogue()), facts_(state.facts()) {
  for (Doubt& doubt : find_doubts(state)) doubts_.emplace(doubt.key, std::move(doubt));
  note_missing();
}

std::string FieldMaker::said(std::string_view key) const { return std::string(words_(key)); }

void FieldMaker::note_missing() {
  const auto note = [this](const rules::PartResult& part) {
    for (const rules::FactRef& ref : part.missing) {
      needed_.insert(field_of(ref, facts_, state_.document->rows, catalogue_));
      if (ref.kind != rules::FactRef::Kind::wages) continue;
      const std::string month = core::Month::from_index(ref.a).to_string();
      needed_.insert("wages." + month + ".near_minimum");
    }
  };
  for (const rules::FrameResult& frame : state_.assessment.frames) {
    note(frame.national);
    if (frame.prefectural) note(*frame.prefectural);
  }
}

Control FieldMaker::control_of(const FactDefinition& definition) const {
  switch (definition.type) {
    case FactType::text:
      return definition.id == "applicant.corporate_number" ? Control::code : Control::text;
    case FactType::code: return codes_of(definition) != nullptr ? Control::choice : Control::code;
    case FactType::boolean: return Control::yes_no;
    case FactType::choice: return Control::choice;
    case FactType::integer: return definition.min < 0 ? Control::signed_number : Control::number;
    case FactType::decimal: return Control::decimal;
    case FactType::month: break;
  }
  return Control::month;
}

const rules::CodeTable* FieldMaker::codes_of(const FactDefinition& definition) const {
  return catalogue_.find_codes(definition.codes);
}

// `shown` is what the field shows: a code that has no name can be chosen only if it is stated.
std::shared_ptr<const Choices> FieldMaker::names_of(const rules::CodeTable& table,
                                                    const std::string& shown,
                                                    const MaybeValue& value) const {
  Choices choices{{"", said("form.choose")}};
  bool named = shown.empty();
  for (const rules::CodeTable::Code& code : table.codes) {
    std::string digits = core::municipality_code_text(code.number);
    named = named || digits == shown;
    choices.push_back(
        {std::move(digits), words_(code.label), words_(table.groups[code.group].label)});
  }
  if (!named) {
    const std::string name =
        value ? code_name(table, static_cast<std::int64_t>(value->number.floor()), words_) : shown;
    choices.insert(choices.begin() + 1, {shown, name});
  }
  return std::make_shared<const Choices>(std::move(choices));
}

std::shared_ptr<const Choices> FieldMaker::choices_for(const FactDefinition& definition) {
  if (definition.type == FactType::boolean) {
    if (!yes_no_) {
      yes_no_ = std::make_shared<const Choices>(
          Choices{{"yes", said("form.yes")}, {"no", said("form.no")}, {"", said("form.unknown")}});
    }
    return yes_no_;
  }
  if (definition.type != FactType::choice) return nullptr;
  const bool category = definition.id == "expenses.category";
  if (category && categories_) return categories_;
  Choices choices{{"", said("form.choose")}};
  for (const rules::Choice& choice : choices_of(definition, catalogue_)) {
    choices.push_back({choice.id, words_(choice.label)});
  }
  auto shared = std::make_shared<const Choices>(std::move(choices));
  if (category) categories_ = shared;
  return shared;
}

Field FieldMaker::field(const FieldKey& key, const rules::Text& label, const std::string& row) {
  const FactDefinition& definition = catalogue_[key.fact];
  const MaybeValue value = read_fact(*state_.document, key, catalogue_);
  Field made;
  made.key = to_string(key, catalogue_);
  made.control = control_of(definition);
  made.label = row.empty() ? words_(label) : cell_label(words_, row, words_(label));
  made.unit = unit_text(words_, definition.unit);
  if (row.empty()) {
    made.help = words_(definition.help);
    made.question = words_(definition.question);
  }
  made.choices = choices_for(definition);
  made.known = value.has_value();
  made.needed = !made.known && needed_.count(made.key) > 0;
  made.value = shown(definition, catalogue_, value, words_);
  if (value && made.unit == words_("unit.yen")) {
    made.readback = yen_readback(words_, static_cast<std::int64_t>(value->number.floor()));
  }
  const auto entry = state_.document->entries.find(made.key);
  if (entry != state_.document->entries.end()) explain(made, entry->second);
  if (const rules::CodeTable* table = codes_of(definition)) {
    made.choices = names_of(*table, made.value, value);
  }
  question(made);
  return made;
}

void FieldMaker::question(Field& field) const {
  const auto found = doubts_.find(field.key);
  if (found == doubts_.end()) return;
  const Doubt& doubt = found->second;
  field.doubt = words_(doubt.question);
  for (std::size_t i = 0; i < doubt.fixes.size(); ++i) {
    field.fixes.push_back({std::to_string(i), words_(doubt.fixes[i].label)});
  }
}

Field FieldMaker::support() const {
  Field made;
  made.key = support_key;
  made.control = Control::yes_no;
  made.label = words_("support.label");
  made.question = words_("support.question");
  made.help = words_("support.help");
  made.choices = std::make_shared<const Choices>(Choices{{"without", said("support.without")},
                                                         {"included", said("support.included")},
                                                         {"unknown", said("form.unknown")}});
  made.value = support_of(facts_);
  made.known = !made.value.empty();
  const std::string_view caution = support_caution(facts_);
  if (!caution.empty()) made.caution = words_(caution);
  return made;
}

void FieldMaker::explain(Field& field, const Entry& entry) const {
  field.value = entry.text;
  field.error = words_(entry.error);
  for (std::size_t i = 0; i < entry.readings.size(); ++i) {
    const auto decimal = core::parse_plain_decimal(entry.readings[i]);
    if (!decimal) continue;
    const std::string number = core::format_decimal(*decimal);
    field.readings.push_back(
        {std::to_string(i),
         field.unit.empty() ? number : words_("unit.quantity", {number, field.unit})});
  }
}

Field FieldMaker::tax(RowId row, const std::string& header) {
  if (!taxes_) {
    taxes_ = std::make_shared<const Choices>(Choices{{"0", said("tax.without")},
                                                     {"10", words_("tax.with", {"10"})},
                                                     {"8", words_("tax.with", {"8"})}});
  }
  Field made;
  made.key = tax_key(row);
  made.control = Control::choice;
  made.label = cell_label(words_, header, said("tax.label"));
  made.choices = taxes_;
  made.value = std::to_string(tax_of(*state_.document, row));
  return made;
}

}  // namespace uwanose::app
