#include "io/check_reader.h"

#include <limits>

namespace uwanose::io {

namespace {

using rules::MonthlySet;

void read_figures(Members& members, MonthlySet& figures) {
  members.read("figures", Need::required, [&](const Value& value) {
    if (const auto set = read_choice(value, {"sales", "value_added"}, members.trail())) {
      figures = *set == 0 ? MonthlySet::sales : MonthlySet::value_added;
    }
  });
}

void read_optional_month(Members& members, std::string_view key, std::optional<core::Month>& out) {
  members.read(key, Need::optional,
               [&](const Value& value) { out = read_month(value, members.trail()); });
}

void read_rule(Members& members, rules::ThreeMonthDecline& rule) {
  Trail& trail = members.trail();
  members.month("base_from", rule.base_from);
  members.month("base_to", rule.base_to);
  members.integer("window", rule.window, 3, 24);
  members.list("sets", Need::required, rule.sets,
               [&](const Value& item, rules::ThreeMonthDecline::Set& set) {
                 Members inside(item, trail);
                 read_figures(inside, set.figures);
                 inside.list("parts", Need::required, set.parts,
                             [&](const Value& part_value, rules::ThreeMonthDecline::Part& part) {
                               Members fields(part_value, trail);
                               fields.read("part", Need::required, [&](const Value& name) {
                                 if (const auto b = read_choice(name, {"a", "b"}, trail)) {
                                   part.name = *b == 0 ? 'a' : 'b';
                                 }
                               });
                               read_optional_month(fields, "from", part.from);
                               fields.integer("last_months", part.last_months, 3, 24,
                                              Need::optional);
                               fields.ratio("drop", part.drop);
                             });
               });
}

void read_rule(Members& members, rules::OneMonthDecline& rule) {
  Trail& trail = members.trail();
  members.month("from", rule.from);
  read_optional_month(members, "to", rule.to);
  members.list("sets", Need::required, rule.sets,
               [&](const Value& item, rules::OneMonthDecline::Set& set) {
                 Members inside(item, trail);
                 read_figures(inside, set.figures);
                 inside.ratio("drop", set.drop);
               });
}

void read_rule(Members& members, rules::ValueAddedGrowth& rule) {
  members.ratio("yearly", rule.yearly);
  members.flag("per_head", rule.per_head);
  members.flag("compound", rule.compound);
}

void read_rule(Members& members, rules::YearlyWageRaise& rule) {
  members.integer("yearly_yen", rule.yearly_yen, 1, 100'000);
}

void read_rule(Members& members, rules::HeadcountGrowth& rule) {
  members.ratio("first_year", rule.first_year);
  members.ratio("yearly", rule.yearly);
}

void read_rule(Members& members, rules::MonthsShare& rule) {
  members.month("from", rule.from);
  members.month("to", rule.to);
  members.integer("months", rule.months, 1, 120);
  members.ratio("share", rule.share);
}

void read_rule(Members& members, rules::ItemUnitPrice& rule, const rules::Catalogue& catalogue) {
  members.read("category", Need::required, [&](const Value& value) {
    std::vector<std::string_view> names;
    for (const rules::Choice& category : catalogue.categories) names.emplace_back(category.id);
    if (const auto category = read_choice(value, names, members.trail())) {
      rule.category = static_cast<int>(*category);
    }
  });
  members.integer("at_least", rule.at_least, 1, std::numeric_limits<std::int64_t>::max());
}

}  // namespace

void read_check(const Value& value, rules::Check& check, const rules::Catalogue& catalogue,
                Trail& trail) {
  Members members(value, trail);
  members.text("id", check.id);
  members.words("label", check.label);
  read_source(members, check.source, trail);
  std::optional<std::size_t> function;
  members.read("function", Need::required, [&](const Value& name) {
    // In the order of the variant.
    function =
        read_choice(name,
                    {"three_month_decline", "one_month_decline", "value_added_growth",
                     "yearly_wage_raise", "headcount_growth", "months_share", "item_unit_price"},
                    trail);
  });
  if (!function) {
    members.accept_rest();
    return;
  }
  switch (*function) {
    case 0: read_rule(members, check.rule.emplace<rules::ThreeMonthDecline>()); break;
    case 1: read_rule(members, check.rule.emplace<rules::OneMonthDecline>()); break;
    case 2: read_rule(members, check.rule.emplace<rules::ValueAddedGrowth>()); break;
    case 3: read_rule(members, check.rule.emplace<rules::YearlyWageRaise>()); break;
    case 4: read_rule(members, check.rule.emplace<rules::HeadcountGrowth>()); break;
    case 5: read_rule(members, check.rule.emplace<rules::MonthsShare>()); break;
    case 6: read_rule(members, check.rule.emplace<rules::ItemUnitPrice>(), catalogue); break;
    default: break;
  }
}

void read_source(Members& members, rules::Source& source, Trail& trail) {
  members.read("source", Need::required, [&](const Value& value) {
    Members inside(value, trail);
    inside.text("document", source.document);
    inside.words("place", source.place);
    inside.read("confidence", Need::required, [&](const Value& letter) {
      if (read_choice(letter, {"O", "Q", "S", "D", "A"}, trail)) source.confidence = letter.text;
    });
    inside.words("note", source.note, Need::optional);
  });
}

}  // namespace uwanose::io
