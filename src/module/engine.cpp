#include "module/engine.h"

#include "cli/explain.h"
#include "cli/rule_set.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/fault_writer.h"

namespace uwanose::module {

namespace {

std::string faults_json(const core::Faults& faults) {
  std::string text;
  io::JsonWriter out(text, io::Layout::compact);
  io::write_faults(out, faults);
  return text;
}

void write_text(io::JsonWriter& out, std::string_view name, const rules::Text& text) {
  out.key(name);
  out.begin_object();
  out.member("ja", text.in(rules::Language::ja));
  out.member("en", text.in(rules::Language::en));
  out.end_object();
}

void write_pack(io::JsonWriter& out, const rules::Pack& pack) {
  out.begin_object();
  out.member("id", pack.id);
  out.member("version", pack.version);
  write_text(out, "title", pack.title);
  write_text(out, "issuer", pack.issuer);
  if (pack.closed) {
    out.member("last_day", pack.closed->date);
    write_text(out, "last_day_note", pack.closed->text);
  }
  out.member("sha256", pack.sha256);
  out.key("frames");
  out.begin_list();
  for (const rules::Frame& frame : pack.frames) {
    out.begin_object();
    out.member("id", frame.id);
    write_text(out, "programme", frame.programme_label);
    write_text(out, "label", frame.label);
    out.end_object();
  }
  out.end_list();
  out.end_object();
}

}  // namespace

std::optional<rules::RuleBook> Engine::rules(Reply& reply) {
  const auto programmes = std::exchange(programmes_, {});
  const auto packs = std::exchange(packs_, {});
  const bool usual = programmes.empty() && packs.empty();
  if (usual && usual_) return usual_;
  std::vector<io::RuleFile> files;
  files.reserve(packs.size());
  for (const auto& [name, text] : packs) files.push_back({name, text});
  cli::RuleSet set = cli::load_rules(programmes, files);
  if (!set.value) {
    core::Faults faults;
    for (std::string& line : set.faults) faults.push_back({"rules", "", std::move(line), {}});
    reply = {false, faults_json(faults)};
  }
  if (usual) usual_ = set.value;
  return std::move(set.value);
}

Reply Engine::assess(std::string_view case_text, io::Layout layout) {
  Reply reply;
  const auto book = rules(reply);
  if (!book) return reply;
  const io::CaseFile file = io::read_case(case_text, book->catalogue, io::Extent::facts);
  if (!file.value) return {false, faults_json(file.faults)};
  return {true,
          io::write_assessment(rules::assess(*book, *file.value), *book, *file.value, layout)};
}

Reply Engine::explain(std::string_view case_text, rules::Language language) {
  Reply reply;
  const auto book = rules(reply);
  if (!book) return reply;
  const io::CaseFile file = io::read_case(case_text, book->catalogue, io::Extent::facts);
  if (!file.value) return {false, faults_json(file.faults)};
  if (!strings_) strings_ = cli::load_strings();
  return {true, cli::explain_case(*book, *file.value, rules::assess(*book, *file.value), *strings_,
                                  language)};
}

Reply Engine::check(std::string_view case_text) {
  Reply reply;
  const auto book = rules(reply);
  if (!book) return reply;
  const io::CaseFile file = io::read_case(case_text, book->catalogue);
  return {file.value.has_value(), faults_json(file.value ? file.warnings : file.faults)};
}

Reply Engine::programmes() {
  const cli::RuleSet set = cli::load_shipped_rules();
  std::string text;
  io::JsonWriter out(text, io::Layout::compact);
  out.begin_list();
  if (set.value) {
    for (const rules::Pack& pack : set.value->packs) write_pack(out, pack);
  }
  out.end_list();
  return {true, std::move(text)};
}

}  // namespace uwanose::module
