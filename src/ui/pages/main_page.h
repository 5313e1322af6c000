// The page of the product: the form, the answer beside it, and what is around them.
//
// It draws what the state of the application says and calls its actions; it keeps no fact itself.
// The form, the answer and the chart are made again only when the state changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/answer.h"
#include "app/chart.h"
#include "app/form.h"
#include "app/proposal.h"
#include "app/state.h"
#include "ui/page.h"

namespace uwanose::ui {

struct Sample {
  std::string label;
  rules::Case facts;
};

class MainPage : public Page {
 public:
  MainPage(app::State& state, std::vector<Sample> samples, std::string version);

  const Theme& theme() const override;
  std::string_view text(std::string_view key) const override;
  void build(Frame& frame) override;

 private:
  void refresh();
  void act_on_keys(const Frame& frame);

  app::State& state_;
  std::vector<Sample> samples_;
  std::string version_;
  app::Form form_;
  app::Answer answer_;
  app::MonthlyChart chart_;
  std::optional<app::Proposal> proposal_;
  std::uint64_t made_for_ = ~std::uint64_t{0};
};

}  // namespace uwanose::ui
