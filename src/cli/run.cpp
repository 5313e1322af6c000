#include "cli/run.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "app/best_frame.h"
#include "app/subject.h"
#include "app/tables.h"
#include "cli/explain.h"
#include "cli/help.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/programmes.h"
#include "cli/rule_set.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/csv_writer.h"
#include "io/handoff_writer.h"

namespace uwanose::cli {

namespace {

class Program {
 public:
  Program(const Options& options, std::string_view version, Console console)
      : options_(options), version_(version), console_(console) {}

  int run() {
    switch (options_.command) {
      case Command::help: return write(help_text());
      case Command::version: return write("uwanose " + std::string(version_) + "\n");
      case Command::programmes: return programmes();
      case Command::assess:
      case Command::handoff:
      case Command::csv:
      case Command::explain: return one_case();
      case Command::batch: return batch();
    }
    return wrong_input;
  }

 private:
  // Everything of an answer is written at once, or nothing.
  int write(std::string_view text) {
    errno = 0;
    console_.out.write(text.data(), static_cast<std::streamsize>(text.size()));
    console_.out.flush();
    if (console_.out) return done;
    if (errno != EPIPE) {
      console_.err << "uwanose: the output cannot be written";
      if (errno != 0) console_.err << ": " << std::generic_category().message(errno);
      console_.err << '\n';
    }
    return errno == EPIPE ? done : output_failed;
  }

  int refuse(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) console_.err << line << '\n';
    console_.err.flush();
    return wrong_input;
  }

  RuleSet rules_of_options() {
    std::vector<std::string> faults, texts(options_.packs.size());
    std::vector<io::RuleFile> packs;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto bytes = read_file(options_.packs[i], console_.in);
      if (const auto* fault = std::get_if<ReadFault>(&bytes)) {
        faults.push_back(fault->reason);
        continue;
      }
      texts[i] = std::get<std::string>(bytes);
      packs.push_back({options_.packs[i], texts[i]});
    }
    RuleSet rules = load_rules(options_.programmes, packs);
    rules.faults.insert(rules.faults.end(), faults.begin(), faults.end());
    if (!faults.empty()) rules.value.reset();
    return rules;
  }

  int programmes() {
    RuleSet shipped = load_shipped_rules();
    if (!shipped.value) return refuse(shipped.faults);
    if (options_.files.empty()) return write(list_packs(shipped.value->packs, options_.language));
    std::string list;
    std::vector<std::string> faults;
    for (const std::string& path : options_.files) {
      const auto bytes = read_file(path, console_.in);
      if (const auto* fault = std::get_if<ReadFault>(&bytes)) {
        faults.push_back(fault->reason);
        continue;
      }
      rules::RuleBook book = *load_catalogue();
      const core::Faults found = io::add_pack(book, {path, std::get<std::string>(bytes)});
      for (const core::Fault& fault : found) faults.push_back(fault.to_string());
      if (found.empty()) list += list_packs(book.packs, options_.language);
    }
    const int status = write(list);
    return faults.empty() ? status : refuse(faults);
  }

  int one_case() {
    const RuleSet rules = rules_of_options();
    if (!rules.value) return refuse(rules.faults);
    const auto bytes = read_file(options_.files.front(), console_.in);
    if (const auto* fault = std::get_if<ReadFault>(&bytes)) return refuse({fault->reason});
    const bool handed_off = options_.command == Command::handoff;
    const io::CaseFile file =
        io::read_case_within(std::get<std::string>(bytes), rules.value->catalogue,
                             handed_off ? io::Extent::all : io::Extent::facts);
    for (const core::Fault& fault : file.faults) console_.err << fault.to_string() << '\n';
    warn(file, "");
    if (!file.value) return wrong_input;
    const rules::Assessment assessment = rules::assess(*rules.value, *file.value);
    if (options_.command == Command::explain) {
      return write(
          explain_case(*rules.value, *file.value, assessment, load_strings(), options_.language));
    }
    if (options_.command == Command::handoff) return handoff(*rules.value, file, assessment);
    if (options_.command == Command::csv) {
      const app::Strings strings = load_strings();
      const app::Words words(strings, options_.language);
      const app::Subject subject = app::subject_of(*rules.value, *file.value, assessment, words);
      return write(io::write_csv(app::table_of(subject, options_.table)));
    }
    return write(
        io::write_assessment(assessment, *rules.value, *file.value,
                             options_.compact ? io::Layout::compact : io::Layout::indented));
  }

  int handoff(const rules::RuleBook& rules, const io::CaseFile& file,
              const rules::Assessment& assessment) {
    const auto shown = app::shown_frame(assessment, options_.frame, {});
    const bool known =
        shown && (options_.frame.empty() || assessment.frames[*shown].frame->id == options_.frame);
    if (!known) return refuse({"uwanose: there is no frame \"" + options_.frame + "\""});
    return write(io::write_handoff({rules, *file.value, assessment, assessment.frames[*shown],
                                    file.extra, options_.time, version_, file.notes}));
  }

  void warn(const io::CaseFile& file, const std::string& line) {
    for (const core::Fault& warning : file.warnings) {
      console_.err << line << "warning: " << warning.to_string() << '\n';
    }
    console_.err.flush();
  }

  int batch() {
    const RuleSet rules = rules_of_options();
    if (!rules.value) return refuse(rules.faults);
    const std::string& path = options_.files.front();
    std::ifstream file;
    errno = 0;
    if (path != "-") file.open(path, std::ios::binary);
    if (!file) return refuse({cannot_read(path).reason});

    LineReader lines(path == "-" ? console_.in : file);
    bool wrong = false;
    std::string json;
    while (lines.next()) {
      const bool good = assess_line(lines, *rules.value, json);
      wrong = wrong || !good;
      if (json.empty()) continue;
      const int status = write(json);
      if (!console_.out) return status;
    }
    if (lines.failed()) return refuse({cannot_read(path).reason});
    return wrong ? wrong_input : done;
  }

  bool assess_line(const LineReader& lines, const rules::RuleBook& rules, std::string& json) {
    json.clear();
    const std::string place = "line " + std::to_string(lines.number()) + ": ";
    if (lines.too_long()) {
      refuse({place + "is longer than 64 MiB"});
      return false;
    }
    if (lines.line().find_first_not_of(" \t\r") == std::string::npos) return true;
    const io::CaseFile file = io::read_case(lines.line(), rules.catalogue, io::Extent::facts);
    for (const core::Fault& fault : file.faults) {
      // The place of a fault of syntax is a line of its own, of which there is one.
      constexpr std::string_view first_line = "line 1, ";
      const std::string text = fault.to_string();
      const bool syntax = text.starts_with(first_line);
      console_.err << place << (syntax ? text.substr(first_line.size()) : text) << '\n';
    }
    warn(file, place);
    if (!file.value) return false;
    io::write_assessment(rules::assess(rules, *file.value), rules, *file.value, io::Layout::compact,
                         json);
    return true;
  }

  const Options& options_;
  std::string_view version_;
  Console console_;
};

}  // namespace

int run(std::span<const std::string_view> arguments, std::string_view version, Console console) {
  const auto parsed = parse_options(arguments);
  if (const auto* fault = std::get_if<UsageFault>(&parsed)) {
    console.err << "uwanose: " << fault->reason << "\nuwanose --help tells what there is\n";
    return wrong_input;
  }
  return Program(std::get<Options>(parsed), version, console).run();
}

}  // namespace uwanose::cli
