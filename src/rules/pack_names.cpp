#include "rules/pack_names.h"

#include <algorithm>

namespace uwanose::rules {

PackNames::PackNames(const Pack& pack, const Catalogue& catalogue)
    : pack_(pack), catalogue_(catalogue) {
  for (const Table& table : pack_.tables) {
    for (const Column& column : table.columns) columns_.push_back(table.id + "." + column.id);
  }
}

std::optional<Resolved> PackNames::resolve(std::string_view name) const {
  if (name == all_expenses_name)
    return Resolved{.op = Op::all_expenses, .unit = Unit::of(Unit::yen)};
  if (frame_ != nullptr && (name == eligible_name || name == national_name)) {
    frame_used_ = true;
  }
  if (frame_ != nullptr && name == eligible_name && frame_->eligible_index >= 0) {
    return definition(static_cast<std::size_t>(frame_->eligible_index));
  }
  if (frame_ != nullptr && national_known_ && name == national_name) {
    return Resolved{.op = Op::national, .unit = Unit::of(Unit::yen)};
  }
  for (std::size_t i = 0; i < definitions_; ++i) {
    if (pack_.definitions[i].id == name) return definition(i);
  }
  for (std::size_t i = 0; i < pack_.checks.size(); ++i) {
    if (pack_.checks[i].id == name) {
      return Resolved{
          .op = Op::check, .index = static_cast<std::uint16_t>(i), .type = ValueType::boolean};
    }
  }
  for (std::size_t i = 0; i < pack_.tables.size(); ++i) {
    const Table& table = pack_.tables[i];
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (name == table.id + "." + table.columns[column].id) {
        return Resolved{.op = Op::table,
                        .index = static_cast<std::uint16_t>(i),
                        .column = static_cast<std::uint16_t>(column),
                        .unit = table.columns[column].unit};
      }
    }
  }
  const auto fact = catalogue_.find(name);
  if (!fact || catalogue_[*fact].series != Series::none) return std::nullopt;
  const FactType type = catalogue_[*fact].type;
  if (type == FactType::text) return std::nullopt;
  return Resolved{.op = Op::fact,
                  .index = *fact,
                  .type = type == FactType::boolean  ? ValueType::boolean
                          : type == FactType::choice ? ValueType::choice
                                                     : ValueType::number,
                  .unit = type == FactType::month || type == FactType::code
                              ? Unit::bare()
                              : catalogue_[*fact].unit};
}

Resolved PackNames::definition(std::size_t index) const {
  const Definition& definition = pack_.definitions[index];
  return Resolved{.op = Op::definition,
                  .index = static_cast<std::uint16_t>(index),
                  .type = definition.type,
                  .unit = definition.unit.value_or(Unit{})};
}

std::vector<std::string_view> PackNames::known() const {
  std::vector<std::string_view> names{all_expenses_name, eligible_name, national_name};
  for (const Definition& definition : pack_.definitions) names.push_back(definition.id);
  for (const Check& check : pack_.checks) names.push_back(check.id);
  for (const std::string& column : columns_) names.push_back(column);
  for (const FactDefinition& fact : catalogue_.facts) names.push_back(fact.id);
  names.erase(std::remove_if(names.begin(), names.end(),
                             [this](std::string_view name) { return !resolve(name); }),
              names.end());
  return names;
}

void PackNames::enter(const Frame* frame) {
  frame_ = frame;
  national_known_ = false;
}

}  // namespace uwanose::rules
