#include "app/flow_page.h"

#include <algorithm>

#include "app/figures.h"
#include "app/flow.h"
#include "app/relevance.h"

namespace uwanose::app {

namespace {

class Maker {
 public:
  Maker(const State& state, const Form& form)
      : state_(state), form_(form), words_(state.words()), open_(open_questions(state)) {}

  FlowPage make() {
    page_.can_go_back = !state_.flow.trail.empty();
    if (current() == flow_start) {
      start();
    } else if (current() == flow_check || !question()) {
      check();
    }
    return std::move(page_);
  }

 private:
  const std::string& current() const { return state_.flow.current; }
  bool passed(const std::string& id) const { return state_.flow.passed.count(id) > 0; }
  std::string said(std::string_view key) const { return std::string(words_(key)); }

  void start() {
    page_.stage = FlowStage::start;
    page_.title = words_("flow.start");
    page_.help = words_("flow.start_help");
    for (const rules::FrameResult& result : state_.assessment.frames) {
      const rules::Frame& frame = *result.frame;
      auto& programmes = page_.programmes;
      if (programmes.empty() || programmes.back().id != frame.programme) {
        programmes.push_back({frame.programme, words_(frame.programme_label), {}, {}, true});
      }
      InterestProgramme& programme = programmes.back();
      const bool chosen =
          !state_.flow.interests.empty() && is_shown(state_.flow.interests, frame.id);
      if (!programme.note.empty()) programme.note += words_("list.separator");
      programme.note += words_(frame.label);
      programme.chosen = programme.chosen && chosen;
      programme.frames.push_back({frame.id, words_(frame.label), chosen});
    }
  }

  // False where the form has no such question any more.
  bool question() {
    for (const FormSection& section : form_.sections) {
      for (const Field& field : section.fields) {
        if (question_of(field.key) == current()) add(field);
      }
      for (const Grid& grid : section.grids) add(section, grid);
    }
    if (page_.fields.empty() && page_.grids.empty()) return false;
    page_.stage = FlowStage::question;
    progress();
    return true;
  }

  void add(const Field& field) {
    page_.fields.push_back(field);
    page_.fields.back().needed = false;  // everything here is
    page_.title = field.question.empty() ? field.label : field.question;
    page_.can_leave_open = field.control != Control::yes_no;
  }

  // The rows and columns of a table that this question is about.
  void add(const FormSection& section, const Grid& grid) {
    const bool monthly = grid.id == "monthly";
    if (!monthly && grid.id != current()) return;
    Grid part = grid;
    std::vector<bool> kept(grid.columns.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      kept[i] = monthly ? current().find("." + grid.columns[i].id + ".") != std::string::npos
                        : grid.id != "plan" || plan_column(grid, i);
    }
    if (monthly) {
      std::erase_if(part.rows,
                    [&](const Row& row) { return !current().ends_with(row.id.substr(0, 4)); });
    }
    keep_columns(part, kept);
    if (part.columns.empty() || (part.rows.empty() && !part.rows_vary)) return;
    const std::string year = monthly ? part.rows.front().id.substr(0, 4) : std::string();
    page_.title = grid.id == "monthly" ? words_("flow.months", {year, part.columns.front().label})
                  : grid.id == "plan"  ? said("flow.plan")
                  : grid.id == "wages" ? said("flow.wages")
                                       : said("flow.expenses");
    page_.help = monthly ? part.columns.front().help : section.help;
    page_.grids.push_back(std::move(part));
    page_.can_leave_open = true;
  }

  static void keep_columns(Grid& grid, const std::vector<bool>& kept) {
    const auto keep = [&](auto& list) {
      std::size_t i = 0;
      std::erase_if(list, [&](const auto&) { return !kept[i++]; });
    };
    keep(grid.columns);
    for (Row& row : grid.rows) keep(row.cells);
  }

  // One that a frame of interest looks at, or that says something.
  bool plan_column(const Grid& grid, std::size_t column) {
    if (!relevance_) relevance_ = relevance_of(*state_.rules, state_.flow.interests);
    const std::string& id = grid.columns[column].id;
    const bool asked = id == "value_added_yen" ? relevance_->plan_value_added
                       : id == "employees"     ? relevance_->plan_employees
                                               : relevance_->plan_wage;
    return asked || std::any_of(grid.rows.begin(), grid.rows.end(), [&](const Row& row) {
             return row.cells[column].known || !row.cells[column].error.empty();
           });
  }

  void progress() {
    int before = 0, after = 0;
    for (const std::string& id : state_.flow.passed) before += id == current() ? 0 : 1;
    for (const OpenQuestion& open : open_) {
      if (open.id == current()) {
        page_.why = words_("flow.why", {std::to_string(open.settles)});
      } else if (!passed(open.id)) {
        ++after;
      }
    }
    page_.number = before + 1;
    page_.all = page_.number + after;
    if (after == 0 && page_.why.empty()) return;  // an answer is changed, and nothing else is asked
    page_.progress = words_(after > 0 ? "flow.progress" : "flow.progress_last",
                            {std::to_string(page_.number), std::to_string(after)});
  }

  // --- all answers

  void check() {
    page_.stage = FlowStage::check;
    page_.title = words_("flow.check");
    page_.number = page_.all = 1;
    page_.all_not_met = asking_frames(state_).empty() && !state_.assessment.frames.empty();
    for (const FormSection& section : form_.sections) {
      CheckSection made{section.id, section.label, {}};
      for (const Field& field : section.fields) row(made, field);
      for (const Grid& grid : section.grids) rows(made, section, grid);
      for (const CheckRow& row : made.rows) page_.open += row.open ? 1 : 0;
      if (!made.rows.empty()) page_.sections.push_back(std::move(made));
    }
    page_.help = page_.open == 0 ? said("flow.check_help")
                                 : words_("flow.check_open", {std::to_string(page_.open)});
  }

  bool is_open(const std::string& question) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const OpenQuestion& open) { return open.id == question; });
  }

  void row(CheckSection& section, const Field& field) {
    CheckRow row{question_of(field.key), field.label, {}, is_open(question_of(field.key))};
    if (!field.known && field.error.empty() && !row.open && !passed(row.question)) return;
    row.value = answer(field);
    section.rows.push_back(std::move(row));
  }

  std::string answer(const Field& field) const {
    if (!field.error.empty()) return words_("flow.faulty", {field.value});
    if (!field.known) return said("form.unknown");
    if (field.choices) {
      for (const Choice& choice : *field.choices) {
        if (choice.value == field.value) return choice.label;
      }
    }
    return field.unit.empty() ? field.value : words_("unit.quantity", {field.value, field.unit});
  }

  // A table is one row, monthly figures one a column and year.
  void rows(CheckSection& section, const FormSection& from, const Grid& grid) {
    std::vector<CheckRow> made;
    std::vector<int> known, faulty;
    const auto at = [&](const std::string& question, const std::string& label) {
      for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i].question == question) return i;
      }
      made.push_back({question, label, {}, is_open(question)});
      known.push_back(0);
      faulty.push_back(0);
      return made.size() - 1;
    };
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      for (const Row& row : grid.rows) {
        const Field& cell = row.cells[column];
        const std::string label =
            grid.id == "monthly"
                ? words_("form.cell", {words_("form.months_of_year", {row.id.substr(0, 4)}),
                                       grid.columns[column].label})
                : from.label;
        const std::size_t i = at(question_of(cell.key), label);
        known[i] += cell.known ? 1 : 0;
        faulty[i] += cell.error.empty() ? 0 : 1;
      }
    }
    if (grid.rows_vary) at(grid.id, from.label);
    for (std::size_t i = 0; i < made.size(); ++i) {
      CheckRow& row = made[i];
      const bool says = known[i] + faulty[i] > 0 || (grid.rows_vary && from.declared_none);
      if (!says && !row.open && !passed(row.question)) continue;
      row.value = grid.rows_vary ? expenses(grid, from)
                  : known[i] > 0 ? words_("flow.filled", {std::to_string(known[i])})
                                 : said("form.unknown");
      if (faulty[i] > 0) row.value += words_("flow.and_faulty", {std::to_string(faulty[i])});
      if (row.open && known[i] > 0) row.value += words_("flow.and_open");
      section.rows.push_back(std::move(row));
    }
  }

  std::string expenses(const Grid& grid, const FormSection& section) const {
    if (grid.rows.empty())
      return said(section.declared_none ? "button.no_expenses" : "form.unknown");
    return words_("flow.expenses_sum", {std::to_string(grid.rows.size()),
                                        amount_text(words_, expense_sum(state_.facts()))});
  }

  const State& state_;
  const Form& form_;
  Words words_;
  std::vector<OpenQuestion> open_;
  std::optional<Relevance> relevance_;
  FlowPage page_;
};

}  // namespace

FlowPage make_flow_page(const State& state, const Form& form) { return Maker(state, form).make(); }

}  // namespace uwanose::app
