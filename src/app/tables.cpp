#include "app/tables.h"

#include <map>
#include <utility>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/requirement_text.h"

namespace uwanose::app {

namespace {

using core::Cell;
using core::Table;

std::string text_fact(const Subject& subject, std::string_view id) {
  const auto index = subject.catalogue().find(id);
  const auto& texts = subject.facts.texts;
  return index && *index < texts.size() ? texts[*index] : std::string();
}

// 売上高（円）
std::string column(const Subject& subject, std::string_view fact_id) {
  const auto index = subject.catalogue().find(fact_id);
  if (!index) return {};
  const rules::FactDefinition& fact = subject.catalogue()[*index];
  const std::string_view unit = unit_text(subject.words, fact.unit);
  const std::string& label = subject.words(fact.label);
  return unit.empty() ? label : subject.words("form.column", {label, std::string(unit)});
}

Table head(const Subject& subject) {
  const Words& words = subject.words;
  Table table;
  table.push_back({words("answer.estimate"), words("page.no_promise")});
  for (const char* id : {"applicant.name", "applicant.corporate_number"}) {
    const std::string text = text_fact(subject, id);
    if (!text.empty()) table.push_back({column(subject, id), text});
  }
  for (const rules::Pack* pack : subject.assessment.packs) {
    table.push_back({words(pack->title),
                     words("pack.version", {pack->id, pack->version, pack->sha256.substr(0, 12)})});
  }
  table.emplace_back();
  return table;
}

Cell amount(const Words& words, const rules::Amount& amount) {
  return amount.known() ? Cell(amount.min_yen) : Cell(amount_text(words, amount));
}

std::string yen_column(const Words& words, const char* key) {
  return words("form.column", {std::string(words(key)), std::string(words("unit.yen"))});
}

void amount_columns(const Words& words, std::vector<Cell>& row) {
  for (const char* key :
       {"answer.eligible", "answer.national", "answer.prefectural", "answer.total", "answer.own"}) {
    row.emplace_back(yen_column(words, key));
  }
}

void amounts(const Words& words, const rules::FrameResult& result, std::vector<Cell>& row) {
  row.push_back(amount(words, result.eligible_expense));
  row.push_back(amount(words, result.national.yen));
  row.push_back(result.prefectural ? amount(words, result.prefectural->yen) : Cell());
  row.push_back(amount(words, result.total));
  row.push_back(amount(words, result.own));
}

std::string frame_name(const Words& words, const rules::Frame& frame) {
  return words("answer.frame_of", {words(frame.programme_label), words(frame.label)});
}

}  // namespace

Table months_table(const Subject& subject) {
  struct Row {
    const rules::MonthFigures* figures = nullptr;
    const rules::WageMonth* wages = nullptr;
  };
  std::map<core::Month, Row> months;
  for (const auto& row : subject.facts.monthly) months[row.month].figures = &row;
  for (const auto& row : subject.facts.wages) months[row.month].wages = &row;
  Table table = head(subject);
  table.push_back({subject.words("form.month_column"), column(subject, "monthly.sales_yen"),
                   column(subject, "monthly.value_added_yen"), column(subject, "wages.employees"),
                   column(subject, "wages.near_minimum")});
  for (const auto& [month, row] : months) {
    auto& cells = table.emplace_back();
    cells.emplace_back(month_text(subject.words, month));
    cells.emplace_back(row.figures ? row.figures->sales_yen : rules::Figure());
    cells.emplace_back(row.figures ? row.figures->value_added_yen : rules::Figure());
    cells.emplace_back(row.wages ? row.wages->employees : rules::Figure());
    cells.emplace_back(row.wages ? row.wages->near_minimum : rules::Figure());
  }
  return table;
}

Table expenses_table(const Subject& subject) {
  Table table = head(subject);
  table.push_back({subject.words("form.row_column"), column(subject, "expenses.category"),
                   column(subject, "expenses.item"), column(subject, "expenses.amount_yen"),
                   column(subject, "expenses.unit_price_yen")});
  if (!subject.facts.expenses) return table;
  std::int64_t number = 0;
  for (const rules::Expense& expense : *subject.facts.expenses) {
    const auto& categories = subject.catalogue().categories;
    auto& cells = table.emplace_back();
    cells.emplace_back(++number);
    cells.emplace_back(
        expense.category
            ? subject.words(categories[static_cast<std::size_t>(*expense.category)].label)
            : std::string());
    cells.emplace_back(expense.item);
    cells.emplace_back(expense.amount_yen);
    cells.emplace_back(expense.unit_price_yen);
  }
  return table;
}

Table frames_table(const Subject& subject) {
  const Words& words = subject.words;
  const Answer answer = make_answer(subject, Detail::shown_frame);
  Table table = head(subject);
  auto& titles = table.emplace_back();
  for (const char* key : {"frames.frame", "frames.verdict"}) titles.emplace_back(words(key));
  amount_columns(words, titles);
  titles.emplace_back(words("answer.compare_note"));
  for (const std::size_t i : answer.ranking) {
    const rules::FrameResult& result = subject.assessment.frames[i];
    std::vector<Cell> cells{frame_name(words, *result.frame), answer.frames[i].verdict_word};
    amounts(words, result, cells);
    cells.emplace_back(answer.frames[i].compared);
    table.push_back(std::move(cells));
  }
  return table;
}

Table table_of(const Subject& subject, std::string_view name) {
  if (name == "months") return months_table(subject);
  if (name == "expenses") return expenses_table(subject);
  if (name == "frames") return frames_table(subject);
  return {};
}

Table scenarios_table(std::span<const NamedSubject> scenarios) {
  if (scenarios.empty()) return {};
  const Words& words = scenarios.front().subject.words;
  Table table = head(scenarios.front().subject);
  auto& titles = table.emplace_back();
  for (const char* key : {"table.scenario", "frames.frame", "frames.verdict"}) {
    titles.emplace_back(words(key));
  }
  amount_columns(words, titles);
  for (const NamedSubject& scenario : scenarios) {
    const Subject& subject = scenario.subject;
    std::vector<Cell> cells{scenario.name};
    if (const auto shown = shown_frame(subject.assessment, {}, {})) {
      const rules::FrameResult& result = subject.assessment.frames[*shown];
      cells.emplace_back(frame_name(words, *result.frame));
      cells.emplace_back(verdict_word(words, result.verdict));
      amounts(words, result, cells);
    }
    table.push_back(std::move(cells));
  }
  return table;
}

}  // namespace uwanose::app
