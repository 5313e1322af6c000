#include "io/catalogue_reader.h"

#include <limits>
#include <set>

namespace uwanose::io {

namespace {

using rules::FactType;
using rules::Series;

void read_code(const Value& value, rules::CodeTable::Code& code, std::set<std::int64_t>& seen,
               Trail& trail) {
  Members members(value, trail);
  members.read("code", Need::required, [&](const Value& text) {
    const auto number = read_municipality(text, trail);
    if (!number) return;
    if (!seen.insert(*number).second) {
      trail.fault("fault.id_twice", quoted(text.text) + " is declared twice", {text.text});
    }
    code.number = *number;
  });
  members.words("label", code.label);
}

void read_code_table(const Value& value, rules::CodeTable& table, Trail& trail) {
  Members members(value, trail);
  members.text("id", table.id);
  members.words("source", table.source);
  std::set<std::int64_t> seen;
  members.list("groups", Need::required, table.groups,
               [&](const Value& item, rules::Choice& group) {
                 Members inside(item, trail);
                 inside.text("id", group.id);
                 inside.words("label", group.label);
                 std::vector<rules::CodeTable::Code> codes;
                 inside.list("codes", Need::required, codes,
                             [&](const Value& entry, rules::CodeTable::Code& code) {
                               read_code(entry, code, seen, trail);
                             });
                 const auto index = static_cast<std::size_t>(&group - table.groups.data());
                 for (rules::CodeTable::Code& code : codes) {
                   code.group = index;
                   table.codes.push_back(std::move(code));
                 }
               });
}

template <typename Enum>
void read_enum(Members& members, std::string_view key, Need need,
               const std::vector<std::string_view>& names, Enum& out) {
  members.read(key, need, [&](const Value& value) {
    if (const auto index = read_choice(value, names, members.trail())) {
      out = static_cast<Enum>(*index);
    }
  });
}

void read_members(Members& members, rules::Catalogue& catalogue) {
  Trail& trail = members.trail();
  std::set<std::string> sections;
  members.list("sections", Need::required, catalogue.sections,
               [&](const Value& value, rules::Section& section) {
                 Members inside(value, trail);
                 inside.text("id", section.id);
                 inside.words("label", section.label);
                 inside.words("help", section.help, Need::optional);
                 sections.insert(section.id);
               });
  members.list(
      "code_tables", Need::optional, catalogue.code_tables,
      [&](const Value& value, rules::CodeTable& table) { read_code_table(value, table, trail); });
  std::set<std::string> ids;
  members.list(
      "facts", Need::required, catalogue.facts,
      [&](const Value& value, rules::FactDefinition& fact) {
        read_fact(value, fact, trail);
        if (!fact.id.empty() && !ids.insert(fact.id).second) {
          const Step at(trail, "id");
          trail.fault("fault.id_twice", quoted(fact.id) + " is declared twice", {fact.id});
        }
        if (!fact.section.empty() && !sections.contains(fact.section)) {
          const Step at(trail, "section");
          trail.fault("fault.section", quoted(fact.section) + " is no section", {fact.section});
        }
        if (!fact.codes.empty() && catalogue.find_codes(fact.codes) == nullptr) {
          const Step at(trail, "codes");
          trail.fault("fault.codes", quoted(fact.codes) + " is no code table", {fact.codes});
        }
      });
  members.list("categories", Need::required, catalogue.categories,
               [&](const Value& value, rules::Choice& category) {
                 read_choice_definition(value, category, trail);
               });
}

}  // namespace

void read_choice_definition(const Value& value, rules::Choice& choice, Trail& trail) {
  Members members(value, trail);
  members.text("id", choice.id);
  members.words("label", choice.label);
}

void read_fact(const Value& value, rules::FactDefinition& fact, Trail& trail) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  Members members(value, trail);
  members.text("id", fact.id);
  // In the order of the enumerations.
  read_enum(members, "type", Need::required,
            {"text", "code", "boolean", "choice", "integer", "decimal", "month"}, fact.type);
  read_enum(members, "series", Need::optional, {"none", "monthly", "yearly", "wages", "expenses"},
            fact.series);
  const bool number = fact.type == FactType::integer || fact.type == FactType::decimal;
  const Need of_number = number ? Need::required : Need::optional;
  members.unit("unit", fact.unit, of_number);
  members.integer("min", fact.min, least, most, of_number);
  members.integer("max", fact.max, least, most, of_number);
  members.text("section", fact.section);
  members.words("label", fact.label);
  members.words("help", fact.help, Need::optional);
  members.words("question", fact.question, Need::optional);
  // The categories of expenses are a list of their own.
  const bool choices = fact.type == FactType::choice && fact.series == Series::none;
  members.list("choices", choices ? Need::required : Need::optional, fact.choices,
               [&](const Value& item, rules::Choice& choice) {
                 read_choice_definition(item, choice, trail);
               });
  members.text("codes", fact.codes, Need::optional);
  if (!fact.codes.empty() && fact.type != FactType::code) {
    const Step at(trail, "codes");
    trail.fault("fault.codes", "goes with the type \"code\"", {fact.codes});
  }
  if (number && fact.max < fact.min) {
    const Step at(trail, "max");
    trail.fault("fault.bounds", "must not be less than min");
  }
}

WholeFile<rules::Catalogue> read_catalogue(std::string_view bytes) {
  return read_whole_file<rules::Catalogue>(bytes, "uwanose-facts", "version", read_members);
}

}  // namespace uwanose::io
