#include "page/session.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/actions.h"
#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/compact_book.h"
#include "io/json_reader.h"
#include "io/text_table.h"

namespace uwanose::page {
namespace {

[[noreturn]] void refuse_to_start(std::string_view file, const core::Faults& faults) {
  for (const core::Fault& fault : faults) {
    std::fprintf(stderr, "%.*s: %s\n", static_cast<int>(file.size()), file.data(),
                 fault.to_string().c_str());
  }
  std::abort();
}

io::Value shipped_json(std::string_view path) {
  io::JsonDocument document = io::read_json(assets::find(path));
  if (!document.value || !document.faults.empty()) refuse_to_start(path, document.faults);
  return std::move(*document.value);
}

std::shared_ptr<const rules::RuleBook> load_rules() {
  auto book = io::read_compact(assets::find("rules/compact"));
  if (!book) refuse_to_start("rules/compact", {{"", "", "is no compact form of rules", {}}});
  return std::make_shared<const rules::RuleBook>(std::move(*book));
}

app::Strings::Table load_table(std::string_view path) {
  auto table = io::read_text_table(assets::find(path));
  if (!table) refuse_to_start(path, {{"", "", "is no table of texts", {}}});
  return std::move(*table);
}

std::shared_ptr<const app::Strings> load_strings() {
  return std::make_shared<const app::Strings>(
      app::Strings{load_table("strings/ja.json"), load_table("strings/en.json")});
}

const std::string& text_of(const io::Value& object, std::string_view key) {
  static const std::string none;
  const io::Value* value = object.find(key);
  return value != nullptr ? value->text : none;
}

std::vector<ui::Sample> load_samples(const rules::Catalogue& catalogue) {
  std::vector<ui::Sample> samples;
  const io::Value index = shipped_json("samples/index.json");
  const io::Value* list = index.find("samples");
  if (list == nullptr) return samples;
  for (const io::Value& entry : list->children) {
    const std::string path = "samples/" + text_of(entry, "id") + ".json";
    io::CaseFile file = io::read_case(assets::find(path), catalogue);
    if (!file.value) refuse_to_start(path, file.faults);
    const io::Value* title = entry.find("title");
    samples.push_back({title != nullptr ? text_of(*title, "ja") : path, std::move(*file.value)});
  }
  return samples;
}

}  // namespace

Session::Session(platform::Platform& machine)
    : machine_(machine),
      state_(app::start(load_rules(), load_strings())),
      content_(state_, load_samples(state_.catalogue()), UWANOSE_VERSION) {
  state_.today = machine.today();
}

void Session::open(std::string_view name, std::string_view bytes) {
  io::CaseFile file = io::read_case(bytes, state_.catalogue());
  if (!file.value) {
    app::refuse_file(state_, name, std::move(file.faults));
    return;
  }
  app::open_case(state_, {std::string(name), std::move(*file.value), std::move(file.extra),
                          std::move(file.warnings)});
}

void Session::take_in(const ui::DomEvent& event) {
  if (event.kind == ui::DomEvent::Kind::open_file) open(event.id, event.value);
  if (event.kind != ui::DomEvent::Kind::key) return;
  // The machine changed the view by itself: no graphics, or forced colours.
  if (event.value == "view.text") app::set_view(state_, app::View::text);
  if (event.value == "view.canvas") app::set_view(state_, app::View::canvas);
}

ui::FrameResult Session::run(ui::Interaction& interaction, std::span<const ui::DomEvent> events) {
  const platform::Viewport view = machine_.viewport();
  const ui::Surface surface{view.width,      view.height,     view.density,
                            view.text_scale, view.canvas_top, view.canvas_height};
  std::string focus;
  ui::FrameResult result;
  std::uint64_t before = state_.revision;
  const auto draw = [&](std::span<const ui::DomEvent> some) {
    before = state_.revision;
    for (const ui::DomEvent& event : some) take_in(event);
    result = ui::run_frame(content_, interaction, surface, some);
    if (!result.focus.empty()) focus = std::move(result.focus);
  };

  // A click that left a field comes with the field's commit: the commit counts first, wherever the
  // two widgets stand.
  std::size_t from = 0;
  bool entered = false;
  for (std::size_t i = 0; i < events.size(); ++i) {
    using Kind = ui::DomEvent::Kind;
    const Kind kind = events[i].kind;
    if (entered && (kind == Kind::click || kind == Kind::key)) {
      draw(events.subspan(from, i - from));
      from = i;
      entered = false;
    }
    entered = entered || kind == Kind::commit || kind == Kind::select || kind == Kind::open_file;
  }
  draw(events.subspan(from));
  // What an action changed is shown at once, not one frame late.
  for (int passes = 0; state_.revision != before && passes < 3; ++passes) draw({});
  result.focus = std::move(focus);
  return result;
}

void Session::carry_out() {
  for (const app::Effect& effect : app::take_effects(state_)) {
    using Kind = app::Effect::Kind;
    switch (effect.kind) {
      case Kind::save_case:
        machine_.save_file(
            effect.text, "application/json",
            io::write_case(state_.facts(), state_.catalogue(), state_.document->extra));
        break;
      case Kind::save_assessment:
        // In full, as the command line gives it.
        machine_.save_file(
            effect.text, "application/json",
            io::write_assessment(rules::assess(*state_.rules, state_.facts(), state_.frames),
                                 *state_.rules, state_.facts()));
        break;
      case Kind::pick_file: machine_.pick_file(".json,application/json"); break;
      case Kind::print: machine_.print(); break;
      case Kind::copy: machine_.copy_text(effect.text); break;
      case Kind::announce: machine_.announce(effect.text, false); break;
      case Kind::alert: machine_.announce(effect.text, true); break;
      case Kind::focus: machine_.focus(effect.text); break;
      case Kind::guard_unload: machine_.guard_unload(effect.on); break;
      case Kind::set_language: machine_.set_language(effect.text); break;
      case Kind::set_view: machine_.set_view(effect.text); break;
    }
  }
}

}  // namespace uwanose::page
