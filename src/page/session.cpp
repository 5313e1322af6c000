#include "page/session.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/actions.h"
#include "app/best_frame.h"
#include "app/tables.h"
#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/case_writer.h"
#include "io/csv_writer.h"
#include "io/delimited_text.h"
#include "io/handoff_writer.h"
#include "io/json_reader.h"
#include "io/rule_book.h"
#include "io/sheet_reader.h"
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

io::RuleFile shipped(std::string_view path) { return {path, assets::find(path)}; }

io::Value shipped_json(std::string_view path) {
  io::JsonDocument document = io::read_json(assets::find(path));
  if (!document.value || !document.faults.empty()) refuse_to_start(path, document.faults);
  return std::move(*document.value);
}

std::shared_ptr<const rules::RuleBook> load_rules() {
  const io::RuleFile packs[] = {shipped("rules/nagano_plus_1.json")};
  io::RuleBookFile book = io::load_rule_book(shipped("rules/facts.json"), packs);
  if (!book.value) refuse_to_start("rules", book.faults);
  return std::make_shared<const rules::RuleBook>(std::move(*book.value));
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

// Those of the national programmes come first.
std::shared_ptr<const std::vector<rules::Sheet>> load_sheets() {
  std::vector<rules::Sheet> sheets;
  for (const char* id : {"saikouchiku", "monozukuri", "jizokuka", "it", "nagano", "common"}) {
    const std::string path = std::string("sheets/") + id + ".json";
    io::SheetFile file = io::read_sheet(assets::find(path));
    if (!file.value) refuse_to_start(path, file.faults);
    sheets.push_back(std::move(*file.value));
  }
  return std::make_shared<const std::vector<rules::Sheet>>(std::move(sheets));
}

// What the name says, or how it begins.
bool is_json(std::string_view name, std::string_view bytes) {
  if (name.ends_with(".json") || name.ends_with(".JSON")) return true;
  const std::size_t at = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return at != std::string_view::npos && bytes[at] == '{';
}

}  // namespace

Session::Session(platform::Platform& machine)
    : machine_(machine),
      state_(app::start(load_rules(), load_strings())),
      content_(state_, load_samples(state_.catalogue()), UWANOSE_VERSION) {
  state_.today = machine.today();
  state_.sheets = load_sheets();
  restore();
}

// Never silently: what was kept is offered. What cannot be read is left as it is.
void Session::restore() {
  const auto text = machine_.kept();
  if (!text) return;
  const std::string name(state_.words()("keep.source"));
  io::CaseFile file = io::read_case(*text, state_.catalogue());
  if (!file.value) {
    app::refuse_file(state_, name, std::move(file.faults));
    return;
  }
  state_.keeping = true;
  kept_ = state_.document;
  app::open_case(state_, {name, std::move(*file.value), std::move(file.extra),
                          std::move(file.warnings), true});
}

// Not while a room looks on, nor over what is still on offer.
void Session::keep() {
  const bool offered = (state_.import && state_.import->kept) || state_.later;
  if (!state_.keeping || state_.seminar || offered || kept_ == state_.document) return;
  kept_ = state_.document;
  if (machine_.keep(
          io::write_case(state_.facts(), state_.catalogue(), kept_->extra, io::Layout::compact)))
    return;
  app::keeping_failed(state_);
  machine_.request_frame();
}

void Session::open(std::string_view name, std::string_view bytes) {
  if (!is_json(name, bytes)) {
    offer_cells(name, {}, io::read_delimited(bytes));
    return;
  }
  io::CaseFile file = io::read_case_within(bytes, state_.catalogue());
  if (!file.value) {
    app::refuse_file(state_, name, std::move(file.faults));
    return;
  }
  app::open_case(state_, {std::string(name), std::move(*file.value), std::move(file.extra),
                          std::move(file.warnings)});
}

void Session::offer_cells(std::string_view name, std::string_view at, io::DelimitedText text) {
  if (text.faults.empty()) {
    app::offer_cells(state_, std::string(name), std::move(text.cells), std::string(at));
  } else {
    app::refuse_file(state_, name, std::move(text.faults));
  }
}

void Session::take_in(const ui::DomEvent& event) {
  if (event.kind == ui::DomEvent::Kind::open_file) open(event.id, event.value);
  if (event.kind == ui::DomEvent::Kind::paste) {
    // Spreadsheets put tabs between their cells; a case may be pasted into a field too.
    if (is_json({}, event.value)) {
      open({}, event.value);
    } else {
      offer_cells({}, event.id, io::read_delimited(event.value, '\t'));
    }
  }
  if (event.kind != ui::DomEvent::Kind::key) return;
  // The machine changed the view by itself: no graphics, or forced colours.
  if (event.value == "view.text") app::set_view(state_, app::View::text);
  if (event.value == "view.canvas") app::set_view(state_, app::View::canvas);
  if (event.value == "file.too_large") {
    app::refuse_file(state_, event.id, {{"", "fault.too_large", "is larger than 20 MB", {}}});
  }
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

// In full, as the command line gives it.
void Session::save_handoff(const std::string& name) {
  const auto assessment = rules::assess(*state_.rules, state_.facts(), state_.frames);
  const auto shown = app::shown_frame(assessment, state_.chosen_frame);
  if (!shown) return;
  machine_.save_file(
      name, "application/json",
      io::write_handoff({*state_.rules, state_.facts(), assessment, assessment.frames[*shown],
                         state_.document->extra, machine_.now(), UWANOSE_VERSION}));
}

void Session::save_table(const std::string& name) {
  const auto assessment = rules::assess(*state_.rules, state_.facts(), state_.frames);
  const app::Words words = state_.words();
  app::Subject subject = app::subject_of(*state_.rules, state_.facts(), assessment, words);
  subject.today = state_.today;
  machine_.save_file("uwanose-" + name + ".csv", "text/csv",
                     io::write_csv(app::table_of(subject, name)));
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
      case Kind::save_handoff: save_handoff(effect.text); break;
      case Kind::save_table: save_table(effect.text); break;
      case Kind::pick_file:
        machine_.pick_file(".json,.csv,.txt,.tsv,application/json,text/csv");
        break;
      case Kind::print: machine_.print(); break;
      case Kind::copy: machine_.copy_text(effect.text); break;
      case Kind::announce: machine_.announce(effect.text, false); break;
      case Kind::alert: machine_.announce(effect.text, true); break;
      case Kind::focus: machine_.focus(effect.text); break;
      case Kind::guard_unload: machine_.guard_unload(effect.on); break;
      case Kind::set_language: machine_.set_language(effect.text); break;
      case Kind::set_view: machine_.set_view(effect.text); break;
      case Kind::forget:
        machine_.forget();
        kept_.reset();
        break;
    }
  }
  keep();
}

}  // namespace uwanose::page
