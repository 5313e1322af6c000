// The product between its rules and the machine: what it starts from, files in, effects out.
//
// Knows no browser, so that it runs headless too.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "app/state.h"
#include "io/delimited_text.h"
#include "platform/platform.h"
#include "ui/pages/main_page.h"

namespace uwanose::page {

class Session {
 public:
  // Strings, samples and sheets come from the files that travel in the program; those are tested
  // when it is built, so a faulty one ends it.
  Session(platform::Platform& machine, std::shared_ptr<const rules::RuleBook> rules);

  // One frame: what the DOM reported goes in, and the tree comes out when the state has settled.
  ui::FrameResult run(ui::Interaction& interaction, std::span<const ui::DomEvent> events);

  // After the frame's tree was published: what the actions asked of the machine.
  void carry_out();

  const app::State& state() const { return state_; }

 private:
  void restore();
  void keep();
  void take_in(const ui::DomEvent& event);
  void open(std::string_view name, std::string_view bytes);
  // What was wrong with it, if it was refused.
  core::Faults open_case(std::string_view name, std::string_view bytes);
  void receive(std::string_view topic, std::string_view text);
  void tell_embedder();
  void save_handoff(const std::string& name);
  void save_table(const std::string& name);
  void offer_cells(std::string_view name, std::string_view at, io::DelimitedText text);

  platform::Platform& machine_;
  app::State state_;
  ui::MainPage content_;
  app::DocumentRef told_;  // what the embedding page knows the result of
  // What this device keeps: the document, null if none, and what was being typed.
  app::DocumentRef kept_;
  core::TextMap kept_drafts_;
  core::TextMap drafts_;  // what is being typed now; read only while this device keeps it
};

}  // namespace uwanose::page
