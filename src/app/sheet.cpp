#include "app/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "app/best_frame.h"
#include "app/entry.h"
#include "app/expense_sums.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/requirement_text.h"
#include "core/corporate_number.h"
#include "core/iso_date.h"
#include "core/municipality_code.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

using core::Ratio;
using rules::SheetField;

std::optional<std::int64_t> plain_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [at, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = fault == std::errc() && at == text.data() + text.size() && !text.empty();
  return whole ? std::optional(value) : std::nullopt;
}

const rules::FrameResult* shown_result(const State& state) {
  const auto shown = shown_frame(state.assessment, state.chosen_frame, state.flow.interests);
  return shown ? &state.assessment.frames[*shown] : nullptr;
}

// The frame that a form is filled in for: the shown one, or, where that is another programme's, the
// best of the form's own.
const rules::FrameResult* result_for(const State& state, const rules::Sheet& sheet) {
  const rules::FrameResult* shown = shown_result(state);
  if (shown == nullptr || sheet.programme.empty() || sheet.programme == shown->frame->programme) {
    return shown;
  }
  for (const std::size_t i : ranked_frames(state.assessment, state.flow.interests)) {
    const rules::FrameResult& result = state.assessment.frames[i];
    if (result.frame->programme == sheet.programme) return &result;
  }
  return nullptr;
}

using MaybeRatio = std::optional<Ratio>;

MaybeRatio ratio_of(const rules::Figure& figure) {
  return figure ? MaybeRatio(Ratio(*figure)) : std::nullopt;
}

MaybeRatio per_head(const rules::YearPlan& plan) {
  const bool known = plan.value_added_yen && plan.employees && *plan.employees > 0;
  return known ? MaybeRatio(Ratio::of(*plan.value_added_yen, *plan.employees)) : std::nullopt;
}

class Filler {
 public:
  Filler(const State& state, const rules::Sheet& sheet)
      : state_(state),
        sheet_(sheet),
        words_(state.words()),
        result_(result_for(state, sheet)),
        sums_(sums_of(*state.document, state.catalogue())) {}

  FilledSheet fill() {
    FilledSheet filled{words_(sheet_.title), words_(sheet_.source), {}, {}, {}};
    for (const rules::SheetGroup& group : sheet_.groups) {
      part_ = &filled.parts.emplace_back();
      part_->label = words_(group.label);
      part_->hint = words_(group.hint);
      prefix_ = std::to_string(filled.parts.size());
      for (const SheetField& field : group.fields) fill(field);
    }
    if (result_ != nullptr && has_figures_) {
      filled.frame = words_(
          "sheet.frame", {frame_name(), std::string(frame_verdict_word(words_, result_->verdict))});
    }
    for (const rules::SheetDocument& document : sheet_.documents) {
      const bool asked = document.frames.empty() || result_ == nullptr ||
                         std::find(document.frames.begin(), document.frames.end(),
                                   result_->frame->id) != document.frames.end();
      if (!asked) continue;
      const std::string key = "done." + sheet_.id + '.' + document.id;
      filled.documents.push_back({key, words_(document.label), !form_text(key).empty()});
    }
    return filled;
  }

 private:
  std::string_view form_text(std::string_view key) const {
    const auto found = state_.facts().form_texts.find(key);
    return found == state_.facts().form_texts.end() ? std::string_view() : found->second;
  }

  std::string frame_name() const {
    return words_("answer.frame_of",
                  {words_(result_->frame->programme_label), words_(result_->frame->label)});
  }

  SheetLine& add(std::string label) {
    SheetLine& line = part_->lines.emplace_back();
    line.id = prefix_ + '.' + std::to_string(part_->lines.size());
    line.label = std::move(label);
    line.value = words_("sheet.no_value");
    return line;
  }

  void add_text(std::string label, std::string text) {
    SheetLine& line = add(std::move(label));
    if (text.empty()) return;
    line.value = text;
    line.copied = std::move(text);
  }

  void add_yen(std::string label, std::optional<std::int64_t> yen) {
    SheetLine& line = add(std::move(label));
    if (!yen) return;
    line.value = yen_text(words_, *yen);
    line.copied = std::to_string(*yen);
  }

  // Shown with the minus of print, copied with that of a keyboard, as forms take it.
  void add_percent(std::string label, core::Int128 part, core::Int128 whole) {
    SheetLine& line = add(std::move(label));
    const auto percent = core::format_percent(part, whole, 1);
    if (!percent) return;
    const std::size_t digits = percent->find_first_of("0123456789");
    line.value = *percent;
    line.copied = (digits > 0 ? "-" : "") + percent->substr(digits);
  }

  void add_amount(const SheetField& field, const rules::Amount& amount) {
    const std::string& label = words_(field.label);
    if (!amount.known()) {
      add(label).value = amount_text(words_, amount);
    } else if (field.thousand_yen) {
      SheetLine& line = add(label);
      const std::int64_t thousands = amount.min_yen / 1000;
      line.value = words_("sheet.thousand_yen", {core::format_integer(thousands)});
      line.copied = std::to_string(thousands);
    } else {
      add_yen(label, amount.min_yen);
    }
  }

  void fill(const SheetField& field) {
    switch (field.kind) {
      case SheetField::Kind::fact: fact(field); break;
      case SheetField::Kind::text: typed(field); break;
      case SheetField::Kind::figure: figure(field); break;
      case SheetField::Kind::plan_rows: plan_rows(); break;
      case SheetField::Kind::expense_rows: expense_rows(); break;
    }
  }

  void fact(const SheetField& field) {
    const std::string& label = words_(field.label);
    const rules::Catalogue& catalogue = state_.catalogue();
    const auto index = catalogue.find(field.source);
    if (!index) return;
    const rules::FactDefinition& definition = catalogue[*index];
    const MaybeValue value =
        read_fact(*state_.document, {*index, rules::Series::none, {}, 0, 0}, catalogue);
    if (!value) {
      add(label);
      return;
    }
    const std::string text = shown(definition, catalogue, value, words_);
    switch (definition.type) {
      case rules::FactType::integer: {
        SheetLine& line = add(label);
        line.value = quantity_text(words_, value->number.floor(), definition.unit);
        line.copied = core::to_string(value->number.floor());
        break;
      }
      case rules::FactType::choice:
        for (const rules::Choice& choice : definition.choices) {
          if (choice.id == text) add_text(label, words_(choice.label));
        }
        break;
      case rules::FactType::boolean:
        add_text(label, std::string(words_(text == "yes" ? "form.yes" : "form.no")));
        break;
      case rules::FactType::code:
        add_text(label, text + core::municipality_check_digit(text));
        break;
      default: add_text(label, text);
    }
  }

  void typed(const SheetField& field) {
    SheetLine& line = add(words_(field.label));
    line.typed = true;
    line.text_key = field.source;
    line.most_characters = field.most_characters;
    line.copied = form_text(field.source);
    line.value = line.copied;
    if (line.copied.empty()) return;
    if (field.entry == SheetField::Entry::yen) {
      if (const auto yen = plain_integer(line.copied)) {
        line.value = core::format_integer(*yen);
      } else {
        line.error = words_("sheet.no_yen");
      }
    }
    if (field.entry == SheetField::Entry::date && core::iso_date(line.copied).empty()) {
      line.error = words_("sheet.no_date");
    }
    if (field.entry == SheetField::Entry::corporate_number) {
      const auto fault = core::check_corporate_number(line.copied);
      if (fault == core::CorporateNumberFault::wrong_check_digit) {
        line.error = words_("entry.corporate_number_check_digit");
      } else if (fault != core::CorporateNumberFault::none) {
        line.error = words_("entry.not_a_corporate_number");
      }
    }
    const std::int64_t over = form_length(line.copied) - field.most_characters;
    if (field.most_characters > 0 && over > 0) {
      line.error =
          words_("sheet.too_long", {std::to_string(field.most_characters), std::to_string(over)});
    }
  }

  void figure(const SheetField& field) {
    const std::string& label = words_(field.label);
    const std::string& name = field.source;
    has_figures_ = true;
    const auto& total = sums_.total;
    if (name == "expenses_yen") {
      return add_yen(label, total ? std::optional(total->yen) : std::nullopt);
    }
    if (name == "expenses_with_tax_yen") {
      return add_yen(label, total ? std::optional(total->with_tax()) : std::nullopt);
    }
    if (result_ == nullptr) {
      add(label);
      return;
    }
    if (name.starts_with("decline.")) return decline(label, name.substr(8));
    if (name == "frame") return add_text(label, frame_name());
    if (name == "own_after_nation_yen") {
      const rules::Amount& yen = result_->national.yen;
      const bool known = yen.known() && total;
      return add_yen(label, known ? std::optional(total->yen - yen.min_yen) : std::nullopt);
    }
    add_amount(field, name == "eligible_expense_yen" ? result_->eligible_expense
                      : name == "national_yen"       ? result_->national.yen
                      : name == "total_yen"          ? result_->total
                      : name == "own_yen"            ? result_->own
                      : result_->prefectural         ? result_->prefectural->yen
                                                     : rules::Amount{0, 0});
  }

  const rules::DeclineSet* decline_set() const {
    for (const rules::RequirementResult& requirement : result_->national.requirements) {
      if (!requirement.evidence) continue;
      if (const auto* decline = std::get_if<rules::DeclineEvidence>(&*requirement.evidence)) {
        return &decline->shown;
      }
    }
    return nullptr;
  }

  // "a.sum_yen", or "set"
  void decline(const std::string& label, const std::string& name) {
    const rules::DeclineSet* set = decline_set();
    const rules::DeclineTriple* best = nullptr;
    if (set != nullptr) {
      for (const rules::DeclinePart& part : set->parts) {
        if (part.best && (name == "set" || part.name == name[0])) best = &*part.best;
      }
    }
    const std::string_view what = std::string_view(name).substr(2);
    if (best == nullptr) {
      add(label);
    } else if (name == "set") {
      const bool sales = set->figures == rules::MonthlySet::sales;
      const auto fact =
          state_.catalogue().find(sales ? "monthly.sales_yen" : "monthly.value_added_yen");
      add_text(label, fact ? words_(state_.catalogue()[*fact].label) : std::string());
    } else if (what == "months") {
      add_text(label, months_text(words_, best->months));
    } else if (what == "base_months") {
      add_text(label, months_text(words_, best->base_months));
    } else if (what == "percent") {
      const auto fall = core::Int128{best->base_sum} - best->sum;
      add_percent(label, fall, best->base_sum);
    } else {
      add_yen(label, what == "sum_yen" ? best->sum : best->base_sum);
    }
  }

  // Since the base year; nothing to copy where either is not known.
  void add_growth(std::string label, const MaybeRatio& now, const MaybeRatio& then) {
    const bool known = now && then && *then > Ratio(0);
    const Ratio growth = known ? (*now - *then) / *then : Ratio(0);
    add_percent(std::move(label), growth.numerator(), known ? growth.denominator() : 0);
  }

  void plan_row(const std::string& year, const rules::YearPlan& plan, const rules::YearPlan* base) {
    const MaybeRatio head = per_head(plan);
    add_yen(words_("sheet.plan_value_added", {year}), plan.value_added_yen);
    if (base != nullptr) {
      add_growth(words_("sheet.plan_growth", {year}), ratio_of(plan.value_added_yen),
                 ratio_of(base->value_added_yen));
    }
    SheetLine& people = add(words_("sheet.plan_employees", {year}));
    const auto fact = state_.catalogue().find("plan.base.employees");
    if (plan.employees && fact) {
      people.value = quantity_text(words_, *plan.employees, state_.catalogue()[*fact].unit);
      people.copied = std::to_string(*plan.employees);
    }
    add_yen(words_("sheet.plan_per_head", {year}),
            head ? rules::Figure(static_cast<std::int64_t>(head->floor())) : std::nullopt);
    if (base != nullptr) {
      add_growth(words_("sheet.plan_per_head_growth", {year}), head, per_head(*base));
    }
  }

  rules::Figure base(std::string_view id) const {
    const auto index = state_.catalogue().find(id);
    const auto value = index ? state_.facts().scalar(*index) : std::nullopt;
    return value ? rules::Figure(static_cast<std::int64_t>(value->floor())) : std::nullopt;
  }

  void plan_rows() {
    const rules::YearPlan start{base("plan.base.value_added_yen"), base("plan.base.employees"), {}};
    plan_row(std::string(words_("form.base_year")), start, nullptr);
    int year = 0;
    for (const rules::YearPlan& plan : state_.facts().yearly) {
      plan_row(year_header(words_, ++year), plan, &start);
    }
  }

  void expense_rows() {
    for (const auto& [category, sum] : sums_.by_category) {
      const std::string& label =
          words_(state_.catalogue().categories[static_cast<std::size_t>(category)].label);
      add_yen(words_("sheet.with_tax", {label}), sum.with_tax());
      add_yen(words_("sheet.without_tax", {label}), sum.yen);
    }
  }

  const State& state_;
  const rules::Sheet& sheet_;
  Words words_;
  const rules::FrameResult* result_;
  ExpenseSums sums_;
  SheetPart* part_ = nullptr;
  bool has_figures_ = false;
  std::string prefix_;
};

}  // namespace

const rules::Sheet* shown_sheet(const State& state) {
  if (!state.sheets || state.sheets->empty()) return nullptr;
  const rules::FrameResult* result = shown_result(state);
  const rules::Sheet* of_frame = nullptr;
  for (const rules::Sheet& sheet : *state.sheets) {
    if (sheet.id == state.sheet) return &sheet;
    if (result != nullptr && sheet.programme == result->frame->programme) of_frame = &sheet;
  }
  return of_frame != nullptr ? of_frame : &state.sheets->front();
}

FilledSheet fill_in(const State& state, const rules::Sheet& sheet) {
  return Filler(state, sheet).fill();
}

}  // namespace uwanose::app
