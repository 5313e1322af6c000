// The page of the product: the form, the answer beside it, and what is around them.
//
// It draws what the state of the application says and calls its actions; it keeps no fact itself.
// The form, the answer and the charts are made again only when the state changed.
//
// Between the keys "print.begin" and "print.end" it is a report: the answer comes first, and what
// was entered stands as tables in place of the form, which keeps its nodes but is not printed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/amount_chart.h"
#include "app/answer.h"
#include "app/chart.h"
#include "app/checklist.h"
#include "app/comparison.h"
#include "app/flow_page.h"
#include "app/form.h"
#include "app/plan_chart.h"
#include "app/proposal.h"
#include "app/state.h"
#include "app/what_if.h"
#include "ui/page.h"

namespace uwanose::ui {

struct Sample {
  rules::Text label;
  std::function<rules::Case()> facts;  // read when they are wanted
  std::string frame;                   // what it is a sample of
};

struct Charts {
  app::MonthlyChart monthly;
  app::PlanChart plan;
  app::AmountChart amounts;
};

class MainPage : public Page {
 public:
  MainPage(app::State& state, std::vector<Sample> samples, std::string version);

  const Theme& theme() const override;
  std::string_view text(std::string_view key) const override;
  void build(Frame& frame) override;
  bool is_behind() const override;

 private:
  void refresh();
  void act_on_keys(Frame& frame);
  void act_on_letter(const std::string& name);

  app::State& state_;
  std::vector<Sample> samples_;
  std::string version_;
  app::Form form_;
  app::FlowPage flow_;
  app::Answer answer_;
  Charts charts_;
  app::Comparer comparer_;
  app::Comparison comparison_;
  app::WhatIfAnswer what_if_;
  app::Checklist checklist_;
  bool printing_ = false;
  std::optional<app::Proposal> proposal_;
  std::uint64_t made_for_ = ~std::uint64_t{0}, tried_for_ = ~std::uint64_t{0};
};

}  // namespace uwanose::ui
