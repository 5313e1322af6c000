#include "page/session.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/actions.h"
#include "app/best_frame.h"
#include "app/scenarios.h"
#include "app/tables.h"
#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/csv_writer.h"
#include "io/delimited_text.h"
#include "io/fault_writer.h"
#include "io/handoff_writer.h"
#include "io/json_reader.h"
#include "io/json_writer.h"
#include "io/sheet_reader.h"
#include "io/short_json.h"
#include "io/text_table.h"
#include "page/case_document.h"

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

core::TextMap load_table(std::string_view path) {
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
    const io::Value* title = entry.find("title");
    if (title == nullptr) refuse_to_start(path, {{"title", "", "is missing", {}}});
    const auto facts = [path, &catalogue] {
      io::CaseFile file = io::read_case(assets::find(path), catalogue);
      if (!file.value) refuse_to_start(path, file.faults);
      return std::move(*file.value);
    };
    samples.push_back(
        {{text_of(*title, "ja"), text_of(*title, "en")}, facts, text_of(entry, "frame")});
  }
  return samples;
}

std::string faults_json(const core::Faults& faults) {
  std::string text;
  io::JsonWriter out(text, io::Layout::compact);
  out.begin_object();
  out.key("faults");
  io::write_faults(out, faults);
  out.end_object();
  return text;
}

// In the order of their file names.
std::shared_ptr<const std::vector<rules::Sheet>> load_sheets() {
  std::vector<rules::Sheet> sheets;
  for (const assets::File& shipped_file : assets::all()) {
    if (!shipped_file.path.starts_with("sheets/")) continue;
    auto file = io::read_sheet(shipped_file.bytes);
    if (!file.value) refuse_to_start(shipped_file.path, file.faults);
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

// Of a copy of the page the case in it, of anything else nothing. No text of a case can look like
// its block: JSON writes a quotation mark as \".
std::string_view inside_of_copy(std::string_view bytes) {
  constexpr std::string_view block = R"(<script type="application/json" id="case-inside">)";
  const std::size_t at = bytes.find(block);
  if (at == std::string_view::npos) return {};
  bytes.remove_prefix(at + block.size());
  return bytes.substr(0, bytes.find("</script>"));
}

}  // namespace

Session::Session(platform::Platform& machine, std::shared_ptr<const rules::RuleBook> rules)
    : machine_(machine),
      state_(app::start(std::move(rules), load_strings())),
      content_(state_, load_samples(state_.catalogue()), UWANOSE_VERSION) {
  state_.today = machine.today();
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
  core::Faults warnings = std::move(file.warnings);
  app::open_case(state_, {name, document_of(state_, std::move(file)), std::move(warnings), true});
}

// Not while a room looks on, nor over what is still on offer.
void Session::keep() {
  const bool offered = (state_.import && state_.import->kept) || state_.later;
  if (!state_.keeping || state_.seminar || offered) return;
  if (kept_ == state_.document && kept_drafts_ == drafts_) return;
  kept_ = state_.document;
  kept_drafts_ = drafts_;
  const app::Document document = app::with_drafts(state_, drafts_);
  if (machine_.keep(case_text(document, state_.catalogue(), io::Layout::compact))) return;
  app::keeping_failed(state_);
  machine_.request_frame();
}

void Session::open(std::string_view name, std::string_view bytes) {
  const std::string_view inside = inside_of_copy(bytes);
  if (!inside.empty() || is_json(name, bytes)) {
    open_case(name, inside.empty() ? bytes : inside);
  } else {
    offer_cells(name, {}, io::read_delimited(bytes));
  }
}

core::Faults Session::open_case(std::string_view name, std::string_view bytes) {
  io::CaseFile file = io::read_case_within(bytes, state_.catalogue());
  if (!file.value) {
    app::refuse_file(state_, name, file.faults);
    return std::move(file.faults);
  }
  core::Faults warnings = std::move(file.warnings);
  app::open_case(state_,
                 {std::string(name), document_of(state_, std::move(file)), std::move(warnings)});
  return {};
}

// What comes with the page is judged like any file: a copy may have been edited, a link cut.
void Session::receive(std::string_view topic, std::string_view text) {
  const app::Words words = state_.words();
  if (topic == "address") app::set_address(state_, text);
  if (topic == "inside") open_case(words("share.copy_name"), text);
  if (topic == "link") {
    if (const auto json = io::lengthen_json(text)) {
      open_case(words("share.link_name"), *json);
    } else {
      receive("link.fault", "");
    }
  }
  if (topic == "link.fault") {
    const char* code = text == "size"      ? "fault.link_size"
                       : text == "browser" ? "fault.link_browser"
                                           : "fault.link";
    app::refuse_file(state_, words("share.link_name"), {{"", code, "is no link", {}}});
  }
  if (topic == "link.none") app::rule_out_links(state_);
  if (topic == "link.made") app::take_link(state_, text);
  if (topic == "embed") app::embed(state_, text);
  if (topic == "embed.case") {
    const core::Faults faults = open_case(state_.embedding.origin, text);
    if (faults.empty()) {
      state_.embedding.given = state_.import ? state_.import->document : state_.document;
    } else {
      machine_.tell_embedder("fault", faults_json(faults));
    }
  }
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
  if (event.kind == ui::DomEvent::Kind::message) receive(event.id, event.value);
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
  if (event.value == "contrast.more") app::set_strong(state_, true);
  if (event.value == "contrast.usual") app::set_strong(state_, false);
  if (event.value == "file.too_large") {
    app::refuse_file(state_, event.id, {{"", "fault.too_large", "is larger than 20 MB", {}}});
  }
}

ui::FrameResult Session::run(ui::Interaction& interaction, std::span<const ui::DomEvent> events) {
  const platform::Viewport view = machine_.viewport();
  const ui::Surface surface{view.width,      view.height,      view.density,
                            view.text_scale, view.canvas_top,  view.canvas_height,
                            view.inset_left, view.inset_right, view.inset_bottom};
  std::string focus;
  ui::FrameResult result;
  const auto draw = [&](std::span<const ui::DomEvent> some) {
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
  drafts_ = state_.keeping ? interaction.drafts : core::TextMap();
  result.focus = std::move(focus);
  return result;
}

// In full, as the command line gives it; tables likewise.
void Session::save_handoff(const std::string& name) {
  const auto assessment = rules::assess(*state_.rules, state_.facts(), state_.frames);
  const auto shown = app::shown_frame(assessment, state_.chosen_frame, state_.flow.interests);
  if (!shown) return;
  machine_.save_file(
      name, "application/json",
      io::write_handoff({*state_.rules, state_.facts(), assessment, assessment.frames[*shown],
                         state_.document->extra, machine_.now(), UWANOSE_VERSION,
                         notes_of(*state_.document)}));
}

void Session::save_table(const std::string& name) {
  const app::Words words = state_.words();
  const auto save = [&](const core::Table& table) {
    machine_.save_file("uwanose-" + name + ".csv", "text/csv", io::write_csv(table));
  };
  const auto subject_of = [&](const rules::Case& facts, const rules::Assessment& assessment) {
    app::Subject subject = app::subject_of(*state_.rules, facts, assessment, words);
    subject.interests = state_.flow.interests;
    subject.today = state_.today;
    return subject;
  };
  const auto assess = [&](const rules::Case& facts) {
    return rules::assess(*state_.rules, facts, state_.frames);
  };
  if (name != "scenarios") {
    const rules::Assessment assessment = assess(state_.facts());
    return save(app::table_of(subject_of(state_.facts(), assessment), name));
  }
  const auto& scenarios = state_.document->scenarios;
  std::vector<rules::Assessment> assessments;
  std::vector<app::Subject> subjects;
  std::vector<app::NamedSubject> named;
  // What is borrowed from them must not move.
  assessments.reserve(scenarios.size());
  subjects.reserve(scenarios.size());
  for (const app::Scenario& scenario : scenarios) {
    const rules::Case& facts = app::document_of(state_, scenario).facts;
    assessments.push_back(assess(facts));
    subjects.push_back(subject_of(facts, assessments.back()));
    named.push_back({app::scenario_name(words, scenario), subjects.back()});
  }
  save(app::scenarios_table(named));
}

void Session::carry_out() {
  for (const app::Effect& effect : app::take_effects(state_)) {
    using Kind = app::Effect::Kind;
    switch (effect.kind) {
      case Kind::save_case:
        machine_.save_file(effect.text, "application/json",
                           case_text(*state_.document, state_.catalogue()));
        break;
      case Kind::save_assessment:
        // In full, as the command line gives it.
        machine_.save_file(
            effect.text, "application/json",
            io::write_assessment(rules::assess(*state_.rules, state_.facts(), state_.frames),
                                 *state_.rules, state_.facts()));
        break;
      case Kind::save_copy:
        machine_.save_copy(effect.text, case_text(*state_.document, state_.catalogue()));
        break;
      case Kind::make_link:
        machine_.make_link(io::shorten_json(
            link_text(*state_.document, state_.catalogue(), state_.share.anonymous)));
        break;
      case Kind::open_sheets:
        if (state_.sheets) break;
        state_.sheets = load_sheets();
        ++state_.revision;
        machine_.request_frame();
        break;
      case Kind::save_handoff: save_handoff(effect.text); break;
      case Kind::save_table: save_table(effect.text); break;
      case Kind::pick_file:
        machine_.pick_file(".json,.html,.csv,.txt,.tsv,application/json,text/html,text/csv");
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
  tell_embedder();
}

void Session::tell_embedder() {
  if (!app::may_tell_embedder(state_) || told_ == state_.document) return;
  told_ = state_.document;
  std::string json = "{\"assessment\":";
  io::write_assessment(rules::assess(*state_.rules, state_.facts(), state_.frames), *state_.rules,
                       state_.facts(), io::Layout::compact, json);
  while (json.ends_with('\n')) json.pop_back();
  machine_.tell_embedder("result", json + "}");
}

}  // namespace uwanose::page
