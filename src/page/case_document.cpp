#include "page/case_document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/change.h"
#include "app/scenarios.h"
#include "io/case_writer.h"

namespace uwanose::page {
namespace {

using app::Document;
using app::RowId;

static_assert(app::most_scenarios == io::most_scenarios);

// --- fields (app/keys.h) and places of the format: `expenses.7.amount_yen` of the third row is
// `expenses[2].amount_yen`, `monthly.2021-01.sales_yen` is `monthly[2021-01].sales_yen`. Scalars
// are called the same, and what is neither is left as it is.
constexpr std::array<std::string_view, 4> series{"monthly", "plan.yearly", "wages", "expenses"};

std::string joined(std::string_view name, std::string_view before, std::string_view index,
                   std::string_view after) {
  return std::string(name).append(before).append(index).append(after);
}

// Nothing if its row is gone.
std::optional<std::string> place_of(const std::string& key, const Document& document) {
  for (const std::string_view name : series) {
    if (!key.starts_with(name) || key[name.size()] != '.') continue;
    const std::string_view rest = std::string_view(key).substr(name.size() + 1);
    const std::string_view index = rest.substr(0, rest.find('.'));
    const std::string_view field = rest.substr(index.size());
    if (name != "expenses") return joined(name, "[", index, "]").append(field);
    const auto& rows = document.rows;
    const auto at = std::find_if(rows.begin(), rows.end(),
                                 [&](RowId row) { return std::to_string(row) == index; });
    if (at == rows.end()) return std::nullopt;
    return joined(name, "[", std::to_string(at - rows.begin()), "]").append(field);
  }
  return key;
}

std::string key_of(const std::string& place, const Document& document) {
  for (const std::string_view name : series) {
    if (!place.starts_with(name) || place[name.size()] != '[') continue;
    const std::size_t end = place.find(']');
    if (end == std::string::npos) break;
    const std::string_view index =
        std::string_view(place).substr(name.size() + 1, end - name.size() - 1);
    const std::string_view field = std::string_view(place).substr(end + 1);
    if (name != "expenses") return joined(name, ".", index, field);
    std::size_t number = document.rows.size();
    std::from_chars(index.data(), index.data() + index.size(), number);
    if (number >= document.rows.size()) break;
    return joined(name, ".", std::to_string(document.rows[number]), field);
  }
  return place;
}

// --- in
class Opener {
 public:
  explicit Opener(app::State& state) : state_(state) {}

  Document open(const rules::Case& facts, std::string extra, const io::EntryNotes& notes) {
    Document document = *app::document_of(state_, facts, std::move(extra));
    for (const auto& [index, note] : notes.expenses) take_note(document, index, note);
    for (const auto& [place, value] : notes.confirmed) {
      document.confirmed.insert_or_assign(key_of(place, document), value);
    }
    return document;
  }

 private:
  // The same expense of several scenarios is the same row.
  void take_note(Document& document, std::size_t index, const io::ExpenseNotes& note) {
    RowId& row = document.rows[index];
    if (note.row != 0) {
      const RowId known = rows_.try_emplace(note.row, row).first->second;
      if (std::find(document.rows.begin(), document.rows.end(), known) == document.rows.end()) {
        row = known;
      }
    }
    if (const auto& with_tax = note.with_tax) {
      document.taxed.insert_or_assign(
          row, app::Taxed{static_cast<int>(with_tax->percent), with_tax->amount_yen,
                          with_tax->unit_price_yen, with_tax->extra});
    }
  }

  app::State& state_;
  std::map<std::int64_t, RowId> rows_;  // by their number in the file
};

// By the number that the file says, or the next that is free.
app::ScenarioId id_of(const io::SavedScenario& saved, const std::vector<app::Scenario>& others) {
  app::ScenarioId last = 0;
  bool taken = !saved.number;
  for (const app::Scenario& other : others) {
    last = std::max(last, other.id);
    taken = taken || other.id == *saved.number;
  }
  return taken ? last + 1 : static_cast<app::ScenarioId>(*saved.number);
}

// --- out
// Rows by the order in which the file names them.
using RowNumbers = std::map<RowId, std::int64_t>;

io::CaseContent content_of(const Document& document, RowNumbers& numbers) {
  io::CaseContent content{document.facts, document.extra, {}};
  for (std::size_t i = 0; i < document.rows.size(); ++i) {
    const RowId row = document.rows[i];
    io::ExpenseNotes& note = content.notes.expenses[i];
    const auto next = static_cast<std::int64_t>(numbers.size()) + 1;
    note.row = numbers.try_emplace(row, next).first->second;
    const auto taxed = document.taxed.find(row);
    if (taxed != document.taxed.end()) {
      const app::Taxed& entered = taxed->second;
      note.with_tax = {entered.percent, entered.amount_yen, entered.unit_price_yen, entered.extra};
    }
  }
  for (const auto& [key, value] : document.confirmed) {
    if (const auto place = place_of(key, document)) content.notes.confirmed.emplace(*place, value);
  }
  return content;
}

void make_anonymous(io::CaseContent& content, const Document& document,
                    const rules::Catalogue& catalogue) {
  content.facts = app::without_identity(content.facts);
  content.extra.clear();
  for (auto& [index, note] : content.notes.expenses) {
    if (note.with_tax) note.with_tax->extra.clear();
  }
  std::erase_if(content.notes.confirmed, [&](const auto& confirmed) {
    return !app::parse_key(key_of(confirmed.first, document), catalogue);
  });
}

}  // namespace

app::DocumentRef document_of(app::State& state, io::CaseFile file) {
  Opener opener(state);
  Document document = opener.open(*file.value, std::move(file.extra), file.notes);
  for (io::SavedScenario& saved : file.scenarios) {
    app::Scenario scenario{id_of(saved, document.scenarios), std::move(saved.name), nullptr,
                           std::move(saved.extra)};
    if (auto& content = saved.content) {
      scenario.kept = std::make_shared<const Document>(
          opener.open(content->facts, std::move(content->extra), content->notes));
    }
    document.scenarios.push_back(std::move(scenario));
  }
  return std::make_shared<const Document>(std::move(document));
}

std::string case_text(const Document& document, const rules::Catalogue& catalogue,
                      io::Layout layout) {
  RowNumbers numbers;
  const io::CaseContent content = content_of(document, numbers);
  std::vector<io::SavedScenario> scenarios;
  for (const app::Scenario& scenario : document.scenarios) {
    scenarios.push_back({scenario.id, scenario.name, scenario.extra, {}});
    if (scenario.kept) scenarios.back().content = content_of(*scenario.kept, numbers);
  }
  return io::write_case(content, scenarios, catalogue, layout);
}

io::EntryNotes notes_of(const Document& document) {
  RowNumbers numbers;
  return content_of(document, numbers).notes;
}

std::string link_text(const Document& document, const rules::Catalogue& catalogue, bool anonymous) {
  RowNumbers numbers;
  io::CaseContent content = content_of(document, numbers);
  if (anonymous) make_anonymous(content, document, catalogue);
  return io::write_case(content, {}, catalogue);
}

}  // namespace uwanose::page
