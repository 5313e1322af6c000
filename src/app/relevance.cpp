#include "app/relevance.h"

#include <algorithm>

namespace uwanose::app {

namespace {

using rules::Formula;
using rules::Op;

class Walk {
 public:
  Walk(const rules::Catalogue& catalogue, const rules::Pack& pack, Relevance& relevance)
      : catalogue_(catalogue),
        pack_(pack),
        relevance_(relevance),
        definitions_(pack.definitions.size()),
        checks_(pack.checks.size()) {}

  void frame(const rules::Frame& frame) {
    if (frame.eligible_index >= 0) definition(static_cast<std::size_t>(frame.eligible_index));
    amount(frame.national);
    if (frame.prefectural) amount(*frame.prefectural);
    for (const rules::Requirement& r : frame.national_compiled) requirement(r);
    for (const rules::Requirement& r : frame.prefectural_compiled) requirement(r);
  }

 private:
  void amount(const rules::AmountRule& rule) {
    for (const rules::AmountRule::Variant& variant : rule.variants) {
      formula(variant.when);
      formula(variant.amount);
      formula(variant.cap);
      formula(variant.at_least);
      formula(variant.more_than);
    }
  }

  void requirement(const rules::Requirement& requirement) {
    for (const rules::Requirement::Variant& variant : requirement.variants) {
      formula(variant.when);
      formula(variant.needed_when);
      formula(variant.test);
      formula(variant.value);
      formula(variant.at_least);
      formula(variant.at_most);
      formula(variant.more_than);
      if (variant.check_index >= 0) check(static_cast<std::size_t>(variant.check_index));
    }
  }

  void formula(const Formula& formula) {
    for (const rules::Node& node : formula.nodes) {
      switch (node.op) {
        case Op::fact: scalar(node.index); break;
        case Op::definition: definition(node.index); break;
        case Op::check: check(node.index); break;
        case Op::table: table(node.index); break;
        case Op::spent:
        case Op::all_expenses: relevance_.expenses = true; break;
        default: break;
      }
    }
  }

  void definition(std::size_t index) {
    if (index >= definitions_.size() || definitions_[index]) return;
    definitions_[index] = true;
    for (const rules::Definition::Variant& variant : pack_.definitions[index].variants) {
      formula(variant.when);
      formula(variant.value);
    }
  }

  void table(std::size_t index) {
    if (index >= pack_.tables.size()) return;
    for (const Formula& by : pack_.tables[index].by) formula(by);
  }

  void check(std::size_t index) {
    if (index >= checks_.size() || checks_[index]) return;
    checks_[index] = true;
    std::visit([this](const auto& rule) { look_at(rule); }, pack_.checks[index].rule);
  }

  void look_at(const rules::ThreeMonthDecline& rule) {
    scalar("application.month");
    for (const auto& set : rule.sets) figures(set.figures);
    look_back_to(rule.base_from);
  }
  void look_at(const rules::OneMonthDecline& rule) {
    scalar("application.month");
    for (const auto& set : rule.sets) figures(set.figures);
    look_back_to(rule.from - 24);
  }
  void look_at(const rules::ValueAddedGrowth& rule) {
    scalar("plan.years");
    scalar("plan.base.value_added_yen");
    relevance_.plan_value_added = true;
    if (!rule.per_head) return;
    scalar("plan.base.employees");
    relevance_.plan_employees = true;
  }
  void look_at(const rules::YearlyWageRaise&) {
    scalar("plan.years");
    scalar("plan.base.minimum_hourly_wage_yen");
    relevance_.plan_wage = true;
  }
  void look_at(const rules::HeadcountGrowth&) {
    scalar("plan.years");
    scalar("plan.base.employees");
    scalar("applicant.employees");
    relevance_.plan_employees = true;
  }
  void look_at(const rules::MonthsShare& rule) {
    auto& from = relevance_.wages_from;
    auto& to = relevance_.wages_to;
    from = from ? std::min(*from, rule.from) : rule.from;
    to = to ? std::max(*to, rule.to) : rule.to;
  }
  void look_at(const rules::ItemUnitPrice&) { relevance_.expenses = relevance_.unit_price = true; }

  void figures(rules::MonthlySet set) {
    (set == rules::MonthlySet::sales ? relevance_.sales : relevance_.value_added) = true;
  }
  void look_back_to(core::Month month) {
    auto& earliest = relevance_.earliest_month;
    earliest = earliest ? std::min(*earliest, month) : month;
  }
  void scalar(std::size_t fact) {
    if (fact < relevance_.scalars.size()) relevance_.scalars[fact] = true;
  }
  void scalar(std::string_view id) {
    if (const auto fact = catalogue_.find(id)) scalar(std::size_t{*fact});
  }

  const rules::Catalogue& catalogue_;
  const rules::Pack& pack_;
  Relevance& relevance_;
  std::vector<bool> definitions_, checks_;  // seen
};

}  // namespace

core::Month first_month(const Relevance& relevance) {
  constexpr core::Month usual(2019, 1);
  return std::min(usual, relevance.earliest_month.value_or(usual));
}

bool is_shown(const std::vector<std::string>& frame_ids, std::string_view frame_id) {
  return frame_ids.empty() ||
         std::find(frame_ids.begin(), frame_ids.end(), frame_id) != frame_ids.end();
}

Relevance relevance_of(const rules::RuleBook& rules, const std::vector<std::string>& frame_ids) {
  Relevance relevance;
  relevance.scalars.resize(rules.catalogue.facts.size());
  for (const rules::Pack& pack : rules.packs) {
    Walk walk(rules.catalogue, pack, relevance);
    for (const rules::Frame& frame : pack.frames) {
      if (is_shown(frame_ids, frame.id)) walk.frame(frame);
    }
  }
  return relevance;
}

}  // namespace uwanose::app
