#include "cli/words.h"

#include "core/japanese_date.h"
#include "rules/explanation.h"

namespace uwanose::cli {

namespace {

using core::Ratio;
using rules::FactRef;

rules::Unit yen_unit() {
  rules::Unit unit;
  unit.powers[rules::Unit::yen] = 1;
  return unit;
}

}  // namespace

std::string Words::verdict(core::Verdict verdict) const {
  switch (verdict) {
    case core::Verdict::met: return pick("満たす", "met");
    case core::Verdict::not_met: return pick("満たさない", "not met");
    case core::Verdict::undetermined: break;
  }
  return pick("まだ分からない", "undetermined");
}

std::string Words::yen(std::int64_t yen) const {
  return of(rules::format_value(Ratio(yen), yen_unit()));
}

std::string Words::month(core::Month month) const {
  return core::format_month(month,
                            japanese() ? core::MonthStyle::japanese : core::MonthStyle::english);
}

std::string Words::months(const std::vector<core::Month>& list) const {
  std::string text;
  for (const core::Month each : list) text += (text.empty() ? "" : pick("・", ", ")) + month(each);
  return text;
}

std::string Words::series_label(const char* id) const {
  const auto index = rules_.catalogue.find(id);
  return index ? of(rules_.catalogue[*index].label) : id;
}

std::string Words::figures(rules::MonthlySet set) const {
  return series_label(set == rules::MonthlySet::sales ? "monthly.sales_yen"
                                                      : "monthly.value_added_yen");
}

std::string Words::fact(const FactRef& ref) const {
  const auto within = [&](const std::string& row, const std::string& column) {
    return row + pick(" ", ": ") + column;
  };
  const auto month_of = [&] { return month(core::Month::from_index(ref.a)); };
  switch (ref.kind) {
    case FactRef::Kind::monthly:
      return within(month_of(),
                    series_label(ref.b == 0 ? "monthly.sales_yen" : "monthly.value_added_yen"));
    case FactRef::Kind::wages: return within(month_of(), series_label("wages.near_minimum"));
    case FactRef::Kind::yearly: {
      constexpr const char* columns[] = {"plan.yearly.value_added_yen", "plan.yearly.employees",
                                         "plan.yearly.minimum_hourly_wage_yen"};
      const std::string year = std::to_string(ref.a);
      return within(japanese() ? "計画" + year + "年目" : "Plan, year " + year,
                    series_label(columns[ref.b]));
    }
    case FactRef::Kind::expenses: return pick("経費の一覧", "The list of expenses");
    case FactRef::Kind::expense: {
      constexpr const char* columns[] = {"expenses.category", "expenses.amount_yen",
                                         "expenses.unit_price_yen"};
      return within(pick("経費", "Expense ") + std::to_string(ref.a + 1),
                    series_label(columns[ref.b]));
    }
    default: return of(rules_.catalogue[static_cast<rules::FactIndex>(ref.a)].label);
  }
}

std::string Words::fact_value(rules::FactIndex index) const {
  const auto value = case_.scalar(index);
  if (!value) return pick("未入力", "not stated");
  const rules::FactDefinition& definition = rules_.catalogue[index];
  const auto number = static_cast<std::int64_t>(value->numerator());
  switch (definition.type) {
    case rules::FactType::boolean: return number != 0 ? pick("はい", "yes") : pick("いいえ", "no");
    case rules::FactType::choice:
      return of(definition.choices[static_cast<std::size_t>(number)].label);
    case rules::FactType::month:
      return month(core::Month::from_index(static_cast<std::int32_t>(number)));
    case rules::FactType::code: {
      const std::string digits = std::to_string(number);
      return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
    }
    default: return of(rules::format_value(*value, definition.unit));
  }
}

std::string Words::source(const rules::Source& source, const rules::Pack& pack) const {
  const rules::Document* document = pack.find_document(source.document);
  return (document != nullptr ? of(document->title) : source.document) + pick("、", ", ") +
         of(source.place) + pick("（確度 ", " (confidence ") + source.confidence + pick("）", ")");
}

std::vector<std::string> Words::evidence(const rules::RequirementResult& result) const {
  std::vector<std::string> lines;
  if (result.needed == false) {
    lines.push_back(pick("この金額では必要ありません", "not needed for this amount"));
  }
  if (result.evidence) {
    if (const auto* threshold = std::get_if<rules::Threshold>(&*result.evidence)) {
      describe(*threshold, relation(result.variant), lines);
    } else if (const auto* decline = std::get_if<rules::DeclineEvidence>(&*result.evidence)) {
      describe(*decline, lines);
    } else {
      describe(std::get<rules::OneMonthEvidence>(*result.evidence), lines);
    }
  }
  if (result.variant == nullptr) return lines;
  for (const rules::FactIndex index : result.variant->reads) {
    lines.push_back(of(rules_.catalogue[index].label) + pick("： ", ": ") + fact_value(index));
  }
  return lines;
}

std::string Words::slack(core::Int128 slack, const rules::Unit& unit) const {
  const bool met = slack >= 0;
  const std::string size = of(rules::format_value(Ratio::whole(met ? slack : -slack), unit));
  return (met ? pick("余裕 ", "margin ") : pick("不足 ", "short by ")) + size;
}

void Words::describe(const rules::DeclineEvidence& evidence,
                     std::vector<std::string>& lines) const {
  describe(evidence.shown, lines);
  if (evidence.other) describe(*evidence.other, lines);
}

void Words::describe(const rules::DeclineSet& set, std::vector<std::string>& lines) const {
  for (const rules::DeclinePart& part : set.parts) {
    const std::string name = figures(set.figures) + " (" + std::string(1, part.name) + ") ";
    if (!part.best) {
      lines.push_back(name + pick("3か月がまだそろっていません", "no three months are known yet"));
      continue;
    }
    const rules::DeclineTriple& best = *part.best;
    lines.push_back(name + months({best.months.begin(), best.months.end()}) +
                    pick(" の合計 ", ": ") + yen(best.sum) + pick("、比べる月 ", "; base ") +
                    months({best.base_months.begin(), best.base_months.end()}) +
                    pick(" の合計 ", ": ") + yen(best.base_sum) + pick("、基準 ", "; at most ") +
                    yen(best.limit) + pick("以下、", "; ") + slack(best.slack, yen_unit()));
  }
}

void Words::describe(const rules::OneMonthEvidence& evidence,
                     std::vector<std::string>& lines) const {
  describe(evidence.shown, lines);
  if (evidence.other) describe(*evidence.other, lines);
}

void Words::describe(const rules::OneMonthEvidence::Set& set,
                     std::vector<std::string>& lines) const {
  if (!set.best) {
    lines.push_back(figures(set.figures) +
                    pick(" 比べられる月がまだありません", ": no month can be compared yet"));
    return;
  }
  lines.push_back(figures(set.figures) + " " + month(set.best->month) + pick(" ", ": ") +
                  yen(set.best->value) + pick("、比べる月 ", "; base ") +
                  month(set.best->base_month) + pick(" ", ": ") + yen(set.best->base) +
                  pick("、基準 ", "; at most ") + yen(set.best->limit) + pick("以下、", "; ") +
                  slack(set.best->slack, yen_unit()));
}

// How a value has to stand to its limit, as the words behind the limit.
std::string Words::relation(const rules::Requirement::Variant* variant) const {
  if (variant == nullptr || variant->lower_limit) return "";
  if (!variant->more_than.text.empty()) return pick("超", " exceeded");
  const bool band = !variant->at_least.text.empty() && !variant->at_most.text.empty();
  if (band) return "";
  return !variant->at_most.text.empty() ? pick("以下", " or less") : pick("以上", " or more");
}

void Words::describe(const rules::Threshold& threshold, const std::string& relation,
                     std::vector<std::string>& lines) const {
  const auto shown = [&](core::Int128 value) {
    return of(rules::format_value(Ratio::whole(value), threshold.unit));
  };
  std::string line;
  const auto append = [&](const std::string& text) {
    line += (line.empty() ? "" : pick("、", "; ")) + text;
  };
  if (threshold.year > 0) {
    const std::string year = std::to_string(threshold.year);
    append(japanese() ? "計画" + year + "年目" : "plan, year " + year);
  }
  if (threshold.value) append(pick("値 ", "value ") + shown(*threshold.value));
  if (threshold.limit) append(pick("基準 ", "required ") + shown(*threshold.limit) + relation);
  if (threshold.slack) append(slack(*threshold.slack, threshold.unit));
  if (threshold.per_head) append(pick("従業員1人当たりで判定", "per employee"));
  if (!threshold.months.empty()) append(pick("該当月 ", "months: ") + months(threshold.months));
  if (threshold.base_not_positive) {
    append(pick("基準年度の付加価値額が0円以下のため判定できません",
                "the base value added is zero or less, which no rule settles"));
  }
  if (!line.empty()) lines.push_back(line);
}

}  // namespace uwanose::cli
