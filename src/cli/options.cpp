#include "cli/options.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/iso_date.h"
#include "rules/catalogue.h"

namespace uwanose::cli {

namespace {

struct CommandName {
  std::string_view name;
  Command command;
};
constexpr std::array commands{
    CommandName{"assess", Command::assess},   CommandName{"explain", Command::explain},
    CommandName{"batch", Command::batch},     CommandName{"programmes", Command::programmes},
    CommandName{"handoff", Command::handoff}, CommandName{"csv", Command::csv},
    CommandName{"help", Command::help}};

std::string unknown(std::string_view what, std::string_view word,
                    const std::vector<std::string_view>& names) {
  std::string reason = "unknown " + std::string(what) + " \"" + std::string(word) + "\"";
  const std::string_view nearest = rules::nearest_name(word, names);
  if (!nearest.empty()) reason += "; did you mean \"" + std::string(nearest) + "\"?";
  return reason;
}

// A date and time with its zone, "2026-11-20T10:00:00+09:00" or with Z.
bool is_moment(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00";
  if (text.size() < shape.size() + 1 || core::iso_date(text.substr(0, 10)) != text.substr(0, 10)) {
    return false;
  }
  const auto fits = [](std::string_view part, std::string_view form) {
    return std::equal(part.begin(), part.end(), form.begin(), form.end(), [](char c, char wanted) {
      return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
    });
  };
  const std::string_view zone = text.substr(shape.size());
  return fits(text.substr(0, shape.size()), shape) &&
         (zone == "Z" || fits(zone, "+00:00") || fits(zone, "-00:00"));
}

class Parser {
 public:
  explicit Parser(std::span<const std::string_view> arguments) : arguments_(arguments) {}

  std::variant<Options, UsageFault> run() {
    bool only_files = false;
    while (next_ < arguments_.size() && reason_.empty()) {
      const std::string_view word = arguments_[next_++];
      if (only_files || word == "-" || !word.starts_with('-')) {
        take_word(word);
      } else if (word == "--") {
        only_files = true;
      } else {
        take_option(word);
      }
    }
    if (asked_.has_value() && reason_.empty()) {
      options_.command = *asked_;
      return std::move(options_);
    }
    if (reason_.empty()) check_files();
    if (!reason_.empty()) return UsageFault{reason_};
    return std::move(options_);
  }

 private:
  void take_word(std::string_view word) {
    if (has_command_) {
      options_.files.emplace_back(word);
      return;
    }
    has_command_ = true;
    const auto* const found =
        std::find_if(commands.begin(), commands.end(),
                     [&](const CommandName& candidate) { return candidate.name == word; });
    if (found == commands.end()) {
      std::vector<std::string_view> names;
      names.reserve(commands.size());
      for (const CommandName& command : commands) names.push_back(command.name);
      reason_ = unknown("command", word, names);
    } else if (found->command == Command::help) {
      asked_ = Command::help;
    } else {
      options_.command = found->command;
    }
  }

  void take_option(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    if (equals != std::string_view::npos) attached_ = word.substr(equals + 1);
    if (name == "--help" || name == "-h") {
      asked_ = Command::help;
    } else if (name == "--version") {
      asked_ = Command::version;
    } else if (name == "--compact") {
      options_.compact = true;
    } else if (name == "--rules") {
      take_value(name, options_.packs);
    } else if (name == "--programme") {
      take_value(name, options_.programmes);
    } else if (name == "--lang") {
      take_language(name);
    } else if (name == "--frame") {
      if (const auto value = value_of(name)) options_.frame = *value;
    } else if (name == "--time") {
      take_time(name);
    } else if (name == "--table") {
      take_table(name);
    } else {
      reason_ = unknown("option", name,
                        {"--help", "--version", "--compact", "--rules", "--programme", "--lang",
                         "--frame", "--time", "--table"});
    }
    if (attached_ && reason_.empty()) reason_ = std::string(name) + " takes no value";
  }

  std::optional<std::string_view> value_of(std::string_view name) {
    if (attached_) {
      const auto value = attached_;
      attached_.reset();
      return value;
    }
    if (next_ < arguments_.size()) return arguments_[next_++];
    reason_ = std::string(name) + " needs a value";
    return std::nullopt;
  }
  void take_value(std::string_view name, std::vector<std::string>& values) {
    if (const auto value = value_of(name)) values.emplace_back(*value);
  }
  void take_language(std::string_view name) {
    const auto value = value_of(name);
    if (!value) return;
    if (*value == "ja" || *value == "en") {
      options_.language = *value == "ja" ? rules::Language::ja : rules::Language::en;
    } else {
      reason_ = "--lang is ja or en, not \"" + std::string(*value) + "\"";
    }
  }

  void take_time(std::string_view name) {
    const auto value = value_of(name);
    if (!value) return;
    if (is_moment(*value)) {
      options_.time = *value;
    } else {
      reason_ = "--time is like 2026-11-20T10:00:00+09:00, not \"" + std::string(*value) + "\"";
    }
  }
  void take_table(std::string_view name) {
    const auto value = value_of(name);
    if (!value) return;
    if (*value == "months" || *value == "expenses" || *value == "frames") {
      options_.table = *value;
    } else {
      reason_ = "--table is months, expenses or frames, not \"" + std::string(*value) + "\"";
    }
  }

  void check_files() {
    if (!has_command_) {
      reason_ = "a command is missing";
    } else if (options_.command == Command::programmes) {
      return;
    } else if (options_.files.empty()) {
      reason_ = "a file is missing; \"-\" is standard input";
    } else if (options_.files.size() > 1) {
      reason_ = "one file at a time: what is \"" + options_.files[1] + "\"?";
    }
  }

  std::span<const std::string_view> arguments_;
  std::size_t next_ = 0;
  Options options_;
  bool has_command_ = false;
  std::optional<Command> asked_;  // --help or --version, which go before everything
  std::optional<std::string_view> attached_;
  std::string reason_;
};

}  // namespace

std::variant<Options, UsageFault> parse_options(std::span<const std::string_view> arguments) {
  return Parser(arguments).run();
}

}  // namespace uwanose::cli
