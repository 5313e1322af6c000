#include "app/comparison.h"

#include <algorithm>

#include "app/best_frame.h"
#include "app/entry.h"
#include "app/facts.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/requirement_text.h"
#include "app/scenarios.h"

namespace uwanose::app {

namespace {

using rules::Series;

constexpr std::size_t most_inputs = 40;

// The keys of all that any of the documents says.
class Keys {
 public:
  explicit Keys(const rules::Catalogue& catalogue) : catalogue_(catalogue) {}

  std::vector<FieldKey> of(const std::vector<const Document*>& documents) {
    documents_ = &documents;
    for (std::size_t i = 0; i < catalogue_.facts.size(); ++i) {
      const auto fact = static_cast<rules::FactIndex>(i);
      switch (catalogue_[fact].series) {
        case Series::none: add(fact, {}, 0, 0); break;
        case Series::monthly: add_months(fact, &rules::Case::monthly); break;
        case Series::wages: add_months(fact, &rules::Case::wages); break;
        case Series::yearly: add_years(fact); break;
        case Series::expenses: add_rows(fact); break;
      }
    }
    return std::move(keys_);
  }

 private:
  void add(rules::FactIndex fact, core::Month month, int year, RowId row) {
    keys_.push_back({fact, catalogue_[fact].series, month, year, row});
  }

  template <typename Rows>
  void add_months(rules::FactIndex fact, Rows rules::Case::*table) {
    std::vector<core::Month> months;
    for (const Document* document : *documents_) {
      for (const auto& row : document->facts.*table) months.push_back(row.month);
    }
    std::sort(months.begin(), months.end());
    months.erase(std::unique(months.begin(), months.end()), months.end());
    for (const core::Month month : months) add(fact, month, 0, 0);
  }

  void add_years(rules::FactIndex fact) {
    std::size_t years = 0;
    for (const Document* document : *documents_) {
      years = std::max(years, document->facts.yearly.size());
    }
    for (std::size_t year = 1; year <= years; ++year) add(fact, {}, static_cast<int>(year), 0);
  }

  void add_rows(rules::FactIndex fact) {
    std::vector<RowId> rows;
    for (const Document* document : *documents_) {
      for (const RowId row : document->rows) {
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
      }
    }
    for (const RowId row : rows) add(fact, {}, 0, row);
  }

  const rules::Catalogue& catalogue_;
  const std::vector<const Document*>* documents_ = nullptr;
  std::vector<FieldKey> keys_;
};

std::string value_text(const Words& words, const rules::Catalogue& catalogue, const FieldKey& key,
                       const MaybeValue& value) {
  if (!value) return std::string(words("form.unknown"));
  if (!value->text.empty()) return value->text;
  const rules::FactDefinition& definition = catalogue[key.fact];
  if (definition.id == "expenses.category") {
    const auto index = static_cast<std::size_t>(value->number.floor());
    return words(catalogue.categories[index].label);
  }
  return in_words(definition, catalogue, *value, words);
}

void mark_differences(ComparedRow& row) {
  for (const std::string& cell : row.cells) row.differs.push_back(cell != row.cells.front());
}

class Maker {
 public:
  Maker(const State& state, std::vector<const Document*> documents,
        std::vector<const rules::Assessment*> assessments)
      : state_(state),
        words_(state.words()),
        documents_(std::move(documents)),
        assessments_(std::move(assessments)) {}

  Comparison make() {
    for (const Scenario& scenario : state_.document->scenarios) {
      comparison_.scenarios.push_back({scenario.id, scenario_name(words_, scenario), scenario.name,
                                       scenario.kept == nullptr, core::Verdict::undetermined});
    }
    add_results();
    add_inputs();
    return std::move(comparison_);
  }

 private:
  template <typename Tell>
  void result(const char* id, const char* label, const Tell& tell) {
    ComparedRow row{id, std::string(words_(label)), {}, {}};
    for (const rules::Assessment* assessment : assessments_) {
      const auto best = shown_frame(*assessment, {}, {});
      row.cells.push_back(best ? tell(assessment->frames[*best]) : std::string());
    }
    mark_differences(row);
    comparison_.results.push_back(std::move(row));
  }

  void add_results() {
    for (std::size_t i = 0; i < assessments_.size(); ++i) {
      const auto best = shown_frame(*assessments_[i], {}, {});
      if (best) comparison_.scenarios[i].verdict = assessments_[i]->frames[*best].verdict;
    }
    result("verdict", "frames.verdict", [&](const rules::FrameResult& frame) {
      return std::string(frame_verdict_word(words_, frame.verdict));
    });
    result("frame", "scenarios.best_frame", [&](const rules::FrameResult& frame) {
      return words_("answer.frame_of",
                    {words_(frame.frame->programme_label), words_(frame.frame->label)});
    });
    result("national", "answer.national", [&](const rules::FrameResult& frame) {
      return amount_text(words_, frame.national.yen);
    });
    result("prefectural", "answer.prefectural", [&](const rules::FrameResult& frame) {
      return amount_text(words_, frame.prefectural ? frame.prefectural->yen : rules::Amount{0, 0});
    });
    result("total", "answer.total",
           [&](const rules::FrameResult& frame) { return amount_text(words_, frame.total); });
    result("own", "answer.own",
           [&](const rules::FrameResult& frame) { return amount_text(words_, frame.own); });
  }

  void add_inputs() {
    const rules::Catalogue& catalogue = state_.catalogue();
    for (const FieldKey& key : Keys(catalogue).of(documents_)) {
      std::vector<MaybeValue> values;
      for (const Document* document : documents_) {
        values.push_back(read_fact(*document, key, catalogue));
      }
      if (std::all_of(values.begin(), values.end(),
                      [&](const MaybeValue& value) { return same(value, values.front()); })) {
        continue;
      }
      if (comparison_.inputs.size() >= most_inputs) {
        ++comparison_.more;
        continue;
      }
      add_input(key, values);
    }
  }

  void add_input(const FieldKey& key, const std::vector<MaybeValue>& values) {
    const rules::Catalogue& catalogue = state_.catalogue();
    const std::string id = to_string(key, catalogue);
    ComparedRow row{id, label_of(key, id), {}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool gone = key.row != 0 && !has(*documents_[i], key.row);
      row.cells.push_back(gone ? std::string(words_("scenarios.no_row"))
                               : value_text(words_, catalogue, key, values[i]));
      row.differs.push_back(!same(values[i], values.front()));
    }
    comparison_.inputs.push_back(std::move(row));
  }

  static bool has(const Document& document, RowId row) {
    return position(document.rows, row).has_value();
  }

  // Expenses are counted as in the first scenario that has the row.
  std::string label_of(const FieldKey& key, const std::string& id) const {
    const auto with = std::find_if(
        documents_.begin(), documents_.end(),
        [&](const Document* document) { return key.row == 0 || has(*document, key.row); });
    return field_label(words_, state_.catalogue(), (*with)->rows, id);
  }

  const State& state_;
  Words words_;
  std::vector<const Document*> documents_;
  std::vector<const rules::Assessment*> assessments_;
  Comparison comparison_;
};

}  // namespace

const rules::Assessment& Comparer::assessment_of(const State& state, const Scenario& scenario) {
  if (!scenario.kept) return state.assessment;
  for (const auto& [document, assessment] : known_) {
    if (document == scenario.kept) return assessment;
  }
  known_.emplace_back(scenario.kept, rules::assess(*state.rules, scenario.kept->facts, state.frames,
                                                   rules::Detail::live));
  return known_.back().second;
}

Comparison Comparer::compare(const State& state) {
  const std::vector<Scenario>& scenarios = state.document->scenarios;
  const auto gone = [&](const auto& known) {
    return std::none_of(scenarios.begin(), scenarios.end(),
                        [&](const Scenario& scenario) { return scenario.kept == known.first; });
  };
  known_.erase(std::remove_if(known_.begin(), known_.end(), gone), known_.end());
  known_.reserve(most_scenarios);  // what is handed out below must stay
  if (scenarios.empty()) return {};
  std::vector<const Document*> documents;
  std::vector<const rules::Assessment*> assessments;
  for (const Scenario& scenario : scenarios) {
    documents.push_back(&document_of(state, scenario));
    assessments.push_back(&assessment_of(state, scenario));
  }
  return Maker(state, std::move(documents), std::move(assessments)).make();
}

}  // namespace uwanose::app
