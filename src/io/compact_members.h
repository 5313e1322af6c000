// The members of all that a rule book consists of, for its compact form. Every member by name: a
// new one does not compile before it stands here, and then the form's version counts up. Internal
// to compact_book.
#pragma once

#include "rules/assessment.h"

namespace uwanose::io {

#define UWANOSE_MEMBERS(Type, ...)              \
  template <class Archive>                      \
  void members(Archive& archive, Type& whole) { \
    auto& [__VA_ARGS__] = whole;                \
    archive(__VA_ARGS__);                       \
  }

UWANOSE_MEMBERS(rules::Text, ja, en)
UWANOSE_MEMBERS(rules::Choice, id, label)
UWANOSE_MEMBERS(rules::CodeTable::Code, number, label, group)
UWANOSE_MEMBERS(rules::CodeTable, id, source, groups, codes)
UWANOSE_MEMBERS(rules::FactDefinition, id, type, series, codes, unit, min, max, choices, section,
                label, help, question)
UWANOSE_MEMBERS(rules::Section, id, label, help)
UWANOSE_MEMBERS(rules::Catalogue, sections, code_tables, facts, categories)
UWANOSE_MEMBERS(rules::Unit, powers, any)
UWANOSE_MEMBERS(rules::Source, document, place, confidence, note)
UWANOSE_MEMBERS(rules::Document, id, title, date, address)
UWANOSE_MEMBERS(rules::Node, op, type, index, column, first_argument, argument_count, unit, value,
                categories, text_begin, text_size)
UWANOSE_MEMBERS(rules::Formula, text, nodes, arguments, root)
UWANOSE_MEMBERS(rules::Column, id, unit)
UWANOSE_MEMBERS(rules::Table::Key, kind, limit, choice, choice_index)
UWANOSE_MEMBERS(rules::Table::Row, keys, values)
UWANOSE_MEMBERS(rules::Table, id, label, by, columns, rows, source)
UWANOSE_MEMBERS(rules::Definition::Variant, when, value)
UWANOSE_MEMBERS(rules::Definition, id, label, unit, variants, source, type)
UWANOSE_MEMBERS(rules::ThreeMonthDecline::Part, name, from, last_months, drop)
UWANOSE_MEMBERS(rules::ThreeMonthDecline::Set, figures, parts)
UWANOSE_MEMBERS(rules::ThreeMonthDecline, base_from, base_to, window, sets)
UWANOSE_MEMBERS(rules::OneMonthDecline::Set, figures, drop)
UWANOSE_MEMBERS(rules::OneMonthDecline, from, to, sets)
UWANOSE_MEMBERS(rules::ValueAddedGrowth, yearly, per_head, compound)
UWANOSE_MEMBERS(rules::YearlyWageRaise, yearly_yen)
UWANOSE_MEMBERS(rules::HeadcountGrowth, first_year, yearly)
UWANOSE_MEMBERS(rules::MonthsShare, from, to, months, share)
UWANOSE_MEMBERS(rules::ItemUnitPrice, category, at_least)
UWANOSE_MEMBERS(rules::Check, id, label, rule, source)
UWANOSE_MEMBERS(rules::Requirement::Variant, when, needed_when, test, check, value, at_least,
                at_most, more_than, lower_limit, check_index, reads, uses_national)
UWANOSE_MEMBERS(rules::Requirement, key, id, label, meaning, remedy, variants, source, index,
                frame_dependent)
UWANOSE_MEMBERS(rules::AmountRule::Variant, when, amount, cap, at_least, more_than, label, source)
UWANOSE_MEMBERS(rules::AmountRule, variants, unit_yen)
UWANOSE_MEMBERS(rules::Frame, id, label, programme, programme_label, eligible, national,
                prefectural, national_requirements, prefectural_requirements, demands, risk,
                eligible_index, national_compiled, prefectural_compiled)
UWANOSE_MEMBERS(rules::Caution::InFrame, frame, when, uses_national)
UWANOSE_MEMBERS(rules::Caution, id, frames, when, open_question, text, source, in_frames,
                frame_dependent)
UWANOSE_MEMBERS(rules::Closing, date, text)
UWANOSE_MEMBERS(rules::Preparation::Call, number, deadline, source)
UWANOSE_MEMBERS(rules::Preparation::Round, frames, fact, calls, source, fact_index)
UWANOSE_MEMBERS(rules::Preparation::Step, id, frames, top_up, requirement, label, text, days_before,
                date, ask, source)
UWANOSE_MEMBERS(rules::Preparation, rounds, steps)
UWANOSE_MEMBERS(rules::Pack, id, version, sha256, title, issuer, closed, facts, documents, tables,
                definitions, checks, requirements, frames, cautions, left_out, preparation)
UWANOSE_MEMBERS(rules::Contact, kind, name, postal_code, address, phone, hours, bureau,
                municipality, frames)
UWANOSE_MEMBERS(rules::ContactLink, label, address, frames)
UWANOSE_MEMBERS(rules::Contacts, title, source, kinds, contacts, links)
UWANOSE_MEMBERS(rules::RuleBook, catalogue, packs, contacts)

#undef UWANOSE_MEMBERS

}  // namespace uwanose::io
