#include "cli/rule_set.h"

#include <algorithm>

#include "assets/assets.h"
#include "io/text_table.h"

namespace uwanose::cli {

namespace {

constexpr std::string_view catalogue_path = "rules/facts.json";

io::RuleFile shipped(std::string_view path) { return {path, assets::find(path)}; }

// The flyer's pack first.
std::vector<io::RuleFile> shipped_packs() {
  std::vector<io::RuleFile> packs{shipped(flyer_pack)};
  for (const assets::File& file : assets::all()) {
    if (!file.path.starts_with("rules/") || file.path == catalogue_path ||
        file.path == flyer_pack) {
      continue;
    }
    packs.push_back({file.path, file.bytes});
  }
  return packs;
}

void report(const core::Faults& faults, std::vector<std::string>& lines) {
  for (const core::Fault& fault : faults) lines.push_back(fault.to_string());
}

// Is `wanted` the pack, one of its frames or one of its programmes?
bool is_named(const rules::Pack& pack, std::string_view wanted) {
  return pack.id == wanted ||
         std::any_of(pack.frames.begin(), pack.frames.end(), [&](const rules::Frame& frame) {
           return frame.id == wanted || frame.programme == wanted;
         });
}

std::string unknown_programme(std::string_view wanted, const rules::RuleBook& book) {
  std::vector<std::string_view> names;
  for (const rules::Pack& pack : book.packs) {
    names.emplace_back(pack.id);
    for (const rules::Frame& frame : pack.frames) names.emplace_back(frame.id);
  }
  std::string line = "--programme " + std::string(wanted) + ": no such programme";
  const std::string_view nearest = rules::nearest_name(wanted, names);
  if (!nearest.empty()) line += "; did you mean \"" + std::string(nearest) + "\"?";
  return line + " (uwanose programmes lists them)";
}

}  // namespace

std::optional<rules::RuleBook> load_catalogue() {
  return io::load_rule_book(shipped(catalogue_path), {}).value;
}

app::Strings load_strings() {
  const auto table = [](std::string_view path) {
    return io::read_text_table(assets::find(path)).value_or(core::TextMap{});
  };
  return {table("strings/ja.json"), table("strings/en.json")};
}

RuleSet load_shipped_rules() {
  RuleSet result;
  const std::vector<io::RuleFile> packs = shipped_packs();
  io::RuleBookFile book = io::load_rule_book(shipped(catalogue_path), packs);
  report(book.faults, result.faults);
  result.value = std::move(book.value);
  return result;
}

RuleSet load_rules(std::span<const std::string> programmes, std::span<const io::RuleFile> packs) {
  RuleSet result = load_shipped_rules();
  if (!result.value) return result;

  std::vector<io::RuleFile> chosen;
  std::vector<io::RuleFile> others;
  const std::vector<io::RuleFile> files = shipped_packs();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool wanted =
        i == 0 || std::any_of(programmes.begin(), programmes.end(), [&](const std::string& name) {
          return is_named(result.value->packs[i], name);
        });
    (wanted ? chosen : others).push_back(files[i]);
  }
  for (const std::string& wanted : programmes) {
    const std::vector<rules::Pack>& shipped = result.value->packs;
    const bool known = std::any_of(shipped.begin(), shipped.end(),
                                   [&](const rules::Pack& pack) { return is_named(pack, wanted); });
    if (!known) result.faults.push_back(unknown_programme(wanted, *result.value));
  }

  result.value = io::load_rule_book(shipped(catalogue_path), chosen).value;
  for (const io::RuleFile& pack : packs) report(io::add_pack(*result.value, pack), result.faults);
  // A user's pack may stand in for a shipped one; then the shipped one's facts are its own.
  for (const io::RuleFile& other : others) {
    if (io::add_pack(*result.value, other).empty()) result.value->packs.pop_back();
  }
  report(io::add_contacts(*result.value, shipped("data/contacts.json")), result.faults);
  if (!result.faults.empty()) result.value.reset();
  return result;
}

}  // namespace uwanose::cli
