// The actions on single fields and on rows of expenses.

#include <algorithm>
#include <utility>

#include "app/actions.h"
#include "app/change.h"
#include "app/doubts.h"
#include "app/entry.h"
#include "app/facts.h"
#include "app/labels.h"
#include "app/sheet.h"
#include "app/support_money.h"
#include "app/tax.h"

namespace uwanose::app {

namespace {

using rules::FactDefinition;
using rules::FactType;
using rules::Series;

void keep_entry(Document& document, const std::string& key, Entry entry) {
  if (entry.text.empty()) {
    document.entries.erase(key);
  } else {
    document.entries.insert_or_assign(key, std::move(entry));
  }
}

// The people near the minimum wage are among all employees of the month.
std::optional<std::string> wages_partner(const FieldKey& key, const rules::Catalogue& catalogue) {
  if (key.series != Series::wages) return std::nullopt;
  const bool near = last_part(catalogue[key.fact].id) == "near_minimum";
  return "wages." + key.month.to_string() + (near ? ".employees" : ".near_minimum");
}

Message wages_error(const Document& document, const FieldKey& key, const core::Ratio& number,
                    const rules::Catalogue& catalogue) {
  const auto partner = wages_partner(key, catalogue);
  if (!partner) return {};
  const auto partner_key = parse_key(*partner, catalogue);
  const MaybeValue other =
      partner_key ? read_fact(document, *partner_key, catalogue) : std::nullopt;
  if (!other) return {};
  const bool near = partner->ends_with(".employees");
  const bool fits = near ? number <= other->number : number >= other->number;
  if (fits) return {};
  return {near ? "entry.near_above_employees" : "entry.employees_below_near",
          {core::to_string(other->number.floor())}};
}

// The fact and its entry after a judgement.
void settle(Document& document, const FieldKey& key, std::string_view typed, Judged judged,
            const rules::Catalogue& catalogue) {
  const std::string name = to_string(key, catalogue);
  if (judged.value) {
    Message error = wages_error(document, key, judged.value->number, catalogue);
    if (!error.empty()) judged = {std::nullopt, {std::string(typed), std::move(error), {}}};
  }
  if (catalogue[key.fact].type == FactType::integer) {
    const auto figure = [](const MaybeValue& value) {
      return value ? rules::Figure(static_cast<std::int64_t>(value->number.floor())) : std::nullopt;
    };
    const rules::Figure entered = figure(judged.value);
    const rules::Figure taken = take_entered(document, key, entered, catalogue);
    if (taken != entered) judged.value->number = core::Ratio(*taken);
  }
  write_fact(document, key, judged.value, catalogue);
  keep_entry(document, name, std::move(judged.entry));
}

// Years beyond the plan are no part of a case.
bool drop_later_years(Document& document, std::int64_t years, const rules::Catalogue& catalogue) {
  auto& yearly = document.facts.yearly;
  const auto count = static_cast<std::size_t>(years);
  const bool dropped = yearly.size() > count;
  if (dropped) yearly.resize(count);
  for (auto at = document.entries.begin(); at != document.entries.end();) {
    const auto key = parse_key(at->first, catalogue);
    const bool later = key && key->series == Series::yearly && key->year > years;
    at = later ? document.entries.erase(at) : std::next(at);
  }
  return dropped;
}

// Takes over what follows from a changed field; what is to be said about it.
Message follow(Document& document, const FieldKey& key, const rules::Catalogue& catalogue) {
  if (const auto partner = wages_partner(key, catalogue)) {
    const auto entry = document.entries.find(*partner);
    const auto partner_key = parse_key(*partner, catalogue);
    if (partner_key && entry != document.entries.end()) {
      const std::string typed = entry->second.text;
      settle(document, *partner_key, typed, judge(catalogue[partner_key->fact], catalogue, typed),
             catalogue);
    }
  }
  if (catalogue[key.fact].id == "plan.years") {
    const MaybeValue years = read_fact(document, key, catalogue);
    if (years &&
        drop_later_years(document, static_cast<std::int64_t>(years->number.floor()), catalogue)) {
      return {"notice.years_dropped", {core::to_string(years->number.floor())}};
    }
  }
  return {};
}

std::string entry_text(const Document& document, std::string_view key) {
  const auto at = document.entries.find(key);
  return at == document.entries.end() ? std::string() : at->second.text;
}

// A value that one would hardly mean is asked about as soon as it is there.
void say_doubt(State& state, std::string_view key) {
  for (const Doubt& doubt : find_doubts(state)) {
    if (doubt.key == key) ask_for(state, Effect::Kind::alert, state.words()(doubt.question));
  }
}

// Judges what was typed; beside a price, 税込 and its rate are words of their own.
void take_typed(Document& document, const FieldKey& key, std::string_view typed,
                const rules::Catalogue& catalogue) {
  const FactDefinition& definition = catalogue[key.fact];
  const bool price = key.series == Series::expenses && definition.type == FactType::integer;
  const TaxWords words = price ? split_tax_words(typed) : TaxWords{std::string(typed), {}};
  Judged judged = judge(definition, catalogue, words.amount);
  if (judged.refused()) {
    judged.entry.text = typed;
  } else if (words.percent) {
    set_tax(document, key.row, *words.percent);
  }
  settle(document, key, judged.refused() ? typed : words.amount, std::move(judged), catalogue);
}

void take_form_text(Document& document, std::string_view key, std::string_view text) {
  if (text.empty()) {
    document.facts.form_texts.erase(std::string(key));
  } else {
    document.facts.form_texts.insert_or_assign(std::string(key), text);
  }
}

// The document after a field took what was entered.
void change_field(State& state, std::string_view name, const FieldKey& key, Document next) {
  const rules::Catalogue& catalogue = state.catalogue();
  const bool unchanged =
      same(read_fact(next, key, catalogue), read_fact(*state.document, key, catalogue)) &&
      entry_text(next, name) == entry_text(*state.document, name) &&
      next.taxed == state.document->taxed;
  if (unchanged) {
    ++state.revision;  // the field may still show what was typed: 「1000」 for 「1,000」
    return;
  }
  const Message notice = follow(next, key, catalogue);
  const auto entry = next.entries.find(name);
  const Message error = entry == next.entries.end() ? Message{} : entry->second.error;
  change(state, std::move(next), std::string(name));
  state.notice = notice;
  if (error.empty()) {
    say_doubt(state, name);
  } else {
    const Words words = state.words();
    ask_for(
        state, Effect::Kind::alert,
        words("form.error_of",
              {field_label(words, state.catalogue(), state.document->rows, name), words(error)}));
  }
}

void commit_tax(State& state, RowId row, std::string_view text) {
  Document next = *state.document;
  set_tax(next, row, text == "10" ? 10 : text == "8" ? 8 : 0);
  if (next.taxed != state.document->taxed) change(state, std::move(next), tax_key(row));
}

void commit_support(State& state, std::string_view answer) {
  Document next = *state.document;
  write_support(next.facts, answer);
  if (support_of(next.facts) == support_of(state.facts())) return;
  change(state, std::move(next), std::string(support_key));
  const std::string_view caution = support_caution(state.facts());
  if (!caution.empty()) {
    ask_for(state, Effect::Kind::alert, std::string(state.words()(caution)));
  }
}

}  // namespace

void commit(State& state, std::string_view key, std::string_view text) {
  const rules::Catalogue& catalogue = state.catalogue();
  if (const auto row = tax_row(key)) return commit_tax(state, *row, text);
  if (key == support_key) return commit_support(state, text);
  const auto field = parse_key(key, catalogue);
  if (!field || !has_row(*state.document, *field)) return;
  Document next = *state.document;
  take_typed(next, *field, text, catalogue);
  change_field(state, key, *field, std::move(next));
}

Document with_drafts(const State& state, const core::TextMap& drafts) {
  const rules::Catalogue& catalogue = state.catalogue();
  Document document = *state.document;
  for (const auto& [id, typed] : drafts) {
    const auto field = parse_key(id, catalogue);
    if (field && has_row(document, *field)) {
      Document next = document;
      take_typed(next, *field, typed, catalogue);
      if (entry_text(next, id).empty()) document = std::move(next);
    } else if (const rules::SheetField* text = find_text(state, id)) {
      take_form_text(document, text->source, kept_text(text->entry, typed));
    }
  }
  return document;
}

void choose_reading(State& state, std::string_view key, std::size_t index) {
  const rules::Catalogue& catalogue = state.catalogue();
  const auto field = parse_key(key, catalogue);
  const auto entry = state.document->entries.find(key);
  if (!field || entry == state.document->entries.end()) return;
  if (index >= entry->second.readings.size()) return;
  const std::string typed = entry->second.text;
  Document next = *state.document;
  settle(next, *field, typed,
         judge_reading(catalogue[field->fact], typed, entry->second.readings[index]), catalogue);
  change_field(state, key, *field, std::move(next));
}

void add_expense(State& state) {
  Document next = *state.document;
  if (!next.facts.expenses) next.facts.expenses.emplace();
  next.facts.expenses->emplace_back();
  next.rows.push_back(++state.last_row);
  const std::string key = "expenses." + std::to_string(state.last_row) + ".category";
  change(state, std::move(next), key);
  focus(state, key);
}

void remove_expense(State& state, RowId row) {
  Document next = *state.document;
  const auto at = std::find(next.rows.begin(), next.rows.end(), row);
  if (at == next.rows.end()) return;
  const auto index = at - next.rows.begin();
  next.facts.expenses->erase(next.facts.expenses->begin() + index);
  next.rows.erase(at);
  next.taxed.erase(row);
  const std::string prefix = "expenses." + std::to_string(row) + '.';
  for (auto entry = next.entries.begin(); entry != next.entries.end();) {
    entry = entry->first.starts_with(prefix) ? next.entries.erase(entry) : std::next(entry);
  }
  if (next.rows.empty()) next.facts.expenses.reset();
  const auto neighbour = std::min(index, static_cast<std::ptrdiff_t>(next.rows.size()) - 1);
  const std::string key = next.rows.empty()
                              ? "expenses.add"
                              : "expenses." +
                                    std::to_string(next.rows[static_cast<std::size_t>(neighbour)]) +
                                    ".category";
  change(state, std::move(next), prefix + "category");
  state.notice = {"notice.expense_removed", {}};
  focus(state, key);
}

void write_form_text(State& state, std::string_view key, std::string_view text,
                     std::string_view field) {
  const auto at = state.facts().form_texts.find(key);
  if (text == (at == state.facts().form_texts.end() ? std::string_view() : at->second)) {
    ++state.revision;
    return;
  }
  Document next = *state.document;
  take_form_text(next, key, text);
  change(state, std::move(next), std::string(field));
}

void declare_no_expenses(State& state, bool none) {
  if (!state.document->rows.empty() || state.facts().expenses.has_value() == none) return;
  Document next = *state.document;
  if (none) {
    next.facts.expenses.emplace();
  } else {
    next.facts.expenses.reset();
  }
  change(state, std::move(next), "expenses.none");
}

}  // namespace uwanose::app
