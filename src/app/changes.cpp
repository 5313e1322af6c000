// What differs between two documents, in words.

#include <algorithm>
#include <set>

#include "app/entry.h"
#include "app/facts.h"
#include "app/labels.h"
#include "app/proposal.h"

namespace uwanose::app {

namespace {

using rules::Series;

class Comparison {
 public:
  Comparison(const Document& before, const Document& after, const rules::Catalogue& catalogue,
             const Words& words)
      : before_(before), after_(after), catalogue_(catalogue), words_(words) {}

  std::vector<Change> make() {
    std::set<core::Month> months, wages;
    for (const Document* document : {&before_, &after_}) {
      for (const auto& row : document->facts.monthly) months.insert(row.month);
      for (const auto& row : document->facts.wages) wages.insert(row.month);
      for (const auto& [text, entry] : document->entries) {
        const auto key = parse_key(text, catalogue_);
        if (key && key->series == Series::monthly) months.insert(key->month);
        if (key && key->series == Series::wages) wages.insert(key->month);
      }
    }
    for (const rules::Section& section : catalogue_.sections) {
      each(section, Series::none, [&](FieldKey key) { compare(key, key); });
      for (const core::Month month : section.id == "monthly" ? months : wages) {
        const Series series = section.id == "monthly" ? Series::monthly : Series::wages;
        each(section, series, [&](FieldKey key) {
          key.month = month;
          compare(key, key);
        });
      }
      for (int year = 1; year <= most_years; ++year) {
        each(section, Series::yearly, [&](FieldKey key) {
          key.year = year;
          compare(key, key);
        });
      }
      if (section.id == "expenses") compare_expenses(section);
    }
    compare_form_texts();
    compare_scenarios();
    return std::move(changes_);
  }

 private:
  static constexpr int most_years = 5;

  template <typename Use>
  void each(const rules::Section& section, Series series, Use use) {
    for (std::size_t i = 0; i < catalogue_.facts.size(); ++i) {
      const rules::FactDefinition& definition = catalogue_.facts[i];
      if (definition.series != series || definition.section != section.id) continue;
      use(FieldKey{static_cast<rules::FactIndex>(i), series, {}, 0, 0});
    }
  }

  void compare_expenses(const rules::Section& section) {
    const std::size_t rows = std::max(before_.rows.size(), after_.rows.size());
    const auto row_of = [](const Document& document, std::size_t i) {
      return i < document.rows.size() ? document.rows[i] : RowId{0};
    };
    for (std::size_t i = 0; i < rows; ++i) {
      each(section, Series::expenses, [&](FieldKey key) {
        FieldKey after = key;
        key.row = row_of(before_, i);
        after.row = row_of(after_, i);
        compare(key, after);
      });
    }
    const auto none = [](const Document& document) {
      return document.facts.expenses && document.facts.expenses->empty();
    };
    if (none(before_) == none(after_)) return;
    const std::string unknown(words_("import.unknown"));
    const std::string said(words_("button.no_expenses"));
    changes_.push_back(
        {words_(section.label), none(before_) ? said : unknown, none(after_) ? said : unknown});
  }

  // They have no names here: how many there are, where any differs.
  void compare_form_texts() {
    const auto &old = before_.facts.form_texts, &now = after_.facts.form_texts;
    if (old != now) add_counts("import.form_texts", old.size(), now.size());
  }

  void compare_scenarios() {
    const std::size_t old = before_.scenarios.size(), now = after_.scenarios.size();
    if (old != now) add_counts("import.compared", old, now);
  }

  void add_counts(const char* label, std::size_t old, std::size_t now) {
    const auto count = [&](std::size_t items) {
      return words_("import.texts", {std::to_string(items)});
    };
    changes_.push_back({std::string(words_(label)), count(old), count(now)});
  }

  void compare(const FieldKey& before, const FieldKey& after) {
    const std::string old = text_of(before_, before), now = text_of(after_, after);
    if (old == now) return;
    const bool there = has_row_of(after_, after);
    const Document& owner = there ? after_ : before_;
    const FieldKey& key = there ? after : before;
    changes_.push_back(
        {field_label(words_, catalogue_, owner.rows, to_string(key, catalogue_)), old, now});
  }

  static bool has_row_of(const Document& document, const FieldKey& key) {
    return key.series != Series::expenses || position(document.rows, key.row).has_value();
  }

  std::string text_of(const Document& document, const FieldKey& key) const {
    if (!has_row_of(document, key)) return std::string(words_("import.unknown"));
    if (!document.entries.empty()) {
      const auto entry = document.entries.find(to_string(key, catalogue_));
      if (entry != document.entries.end()) return entry->second.text;
    }
    const MaybeValue value = read_fact(document, key, catalogue_);
    return value ? in_words(catalogue_[key.fact], catalogue_, *value, words_)
                 : std::string(words_("import.unknown"));
  }

  const Document& before_;
  const Document& after_;
  const rules::Catalogue& catalogue_;
  const Words& words_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> changes_between(const Document& before, const Document& after,
                                    const rules::Catalogue& catalogue, const Words& words) {
  return Comparison(before, after, catalogue, words).make();
}

}  // namespace uwanose::app
