#include <algorithm>
#include <map>
#include <set>

#include "rules/evaluator.h"
#include "rules/pack.h"
#include "rules/pack_checks.h"
#include "rules/pack_names.h"

namespace uwanose::rules {

namespace {

constexpr std::size_t most_choices = 100;  // a path keeps those that remain as bits

using core::Fault;

// Formulas, names and links of one pack, in the order in which they depend on one another.
class Compiler {
 public:
  Compiler(Pack& pack, Catalogue& catalogue)
      : pack_(pack), catalogue_(catalogue), names_(pack, catalogue) {}

  core::Faults run() {
    add_facts();
    check_ids(pack_, faults_);
    if (!faults_.empty()) return faults_.take();
    compile_tables();
    check_parameters(pack_, faults_);
    compile_definitions();
    if (!faults_.empty()) return faults_.take();
    compile_frames();
    compile_cautions();
    resolve_preparation(pack_, catalogue_, faults_);
    check_sources(pack_, faults_);
    if (faults_.empty()) check_conflicts(pack_, catalogue_, faults_);
    return faults_.take();
  }

 private:
  void fault(const std::string& place, const std::string& reason) { faults_.add(place, reason); }

  void add_facts() {
    for (std::size_t i = 0; i < pack_.facts.size(); ++i) {
      const FactDefinition& fact = pack_.facts[i];
      if (!fact.id.starts_with("programmes.")) {
        fault(at("facts", i) + ".id", "a pack's own facts begin with \"programmes.\"");
      } else if (catalogue_.find(fact.id)) {
        fault(at("facts", i) + ".id", "\"" + fact.id + "\" is declared twice");
      } else if (fact.choices.size() > most_choices) {
        fault(at("facts", i) + ".choices", "at most 100 choices");
      } else if (!fact.codes.empty() && catalogue_.find_codes(fact.codes) == nullptr) {
        fault(at("facts", i) + ".codes", "\"" + fact.codes + "\" is no code table");
      } else {
        catalogue_.facts.push_back(fact);
      }
    }
    if (catalogue_.facts.size() > FactSet::scalar_slots) fault("facts", "too many facts");
  }

  // Parses in place; an empty text is an absent formula.
  bool parse(Formula& formula, const std::string& place, std::optional<ValueType> type,
             std::optional<Unit> unit = std::nullopt, bool choice_allowed = false) {
    if (formula.text.empty()) return true;
    const Scope scope{&catalogue_, [this](std::string_view name) { return names_.resolve(name); },
                      [this] { return names_.known(); }};
    auto parsed = parse_formula(formula.text, scope);
    if (const auto* wrong = std::get_if<Fault>(&parsed)) {
      fault(place, wrong->place + ": " + wrong->reason);
      return false;
    }
    formula = std::move(std::get<Formula>(parsed));
    const Node& root = formula.root_node();
    if ((root.type == ValueType::choice && !choice_allowed) || (type && root.type != *type)) {
      fault(place, type == ValueType::boolean ? "must be a condition" : "must be a number");
      return false;
    }
    if (unit && root.type == ValueType::number && !common(root.unit, *unit)) {
      fault(place, "must be in " + to_string(*unit) + ", not " + to_string(root.unit));
      return false;
    }
    return true;
  }

  // --- parts ------------------------------------------------------------------------------
  void compile_tables() {
    for (std::size_t t = 0; t < pack_.tables.size(); ++t) {
      Table& table = pack_.tables[t];
      const std::string place = at("tables", t);
      bool sound = true;
      for (std::size_t i = 0; i < table.by.size(); ++i) {
        const std::string by_place = place + "." + at("by", i);
        sound &= parse(table.by[i], by_place, std::nullopt, std::nullopt, true);
        if (!sound || table.by[i].root_node().type != ValueType::boolean) continue;
        fault(by_place, "must be a number or a choice");
        sound = false;
      }
      if (!sound) continue;
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        Table::Row& row = table.rows[r];
        const std::string row_place = place + "." + at("rows", r);
        if (row.keys.size() != table.by.size())
          fault(row_place + ".keys", "one key for each \"by\"");
        if (row.values.size() != table.columns.size()) {
          fault(row_place + ".values", "one value for each column");
        }
        for (std::size_t k = 0; k < std::min(row.keys.size(), table.by.size()); ++k) {
          resolve_key(table.by[k], row.keys[k], row_place + "." + at("keys", k));
        }
      }
    }
  }
  void resolve_key(const Formula& by, Table::Key& key, const std::string& place) {
    const Node& root = by.root_node();
    if (key.kind == Table::Key::Kind::any) return;
    if ((key.kind == Table::Key::Kind::choice) != (root.type == ValueType::choice)) {
      fault(place, "a number for a number, a choice for a choice, or null for any");
      return;
    }
    if (key.kind != Table::Key::Kind::choice) return;
    const auto& choices = catalogue_[root.index].choices;
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& choice) { return choice.id == key.choice; });
    if (found == choices.end()) {
      fault(place, "\"" + key.choice + "\" is no choice of " + catalogue_[root.index].id);
    } else {
      key.choice_index = static_cast<int>(found - choices.begin());
    }
  }

  void compile_definitions() {
    for (std::size_t i = 0; i < pack_.definitions.size(); ++i) {
      Definition& definition = pack_.definitions[i];
      const std::string place = at("definitions", i);
      if (definition.variants.empty()) fault(place, "needs a formula");
      for (std::size_t v = 0; v < definition.variants.size(); ++v) {
        Definition::Variant& variant = definition.variants[v];
        const std::string variant_place = place + "." + at("variants", v);
        parse(variant.when, variant_place + ".when", ValueType::boolean);
        const std::optional<ValueType> type =
            v == 0 ? std::nullopt : std::optional(definition.type);
        if (!parse(variant.value, variant_place + ".formula", type, definition.unit)) continue;
        const Node& root = variant.value.root_node();
        definition.type = root.type;
        if (!definition.unit && root.type == ValueType::number) definition.unit = root.unit;
      }
      names_.add_definition();
    }
  }

  void compile_frames() {
    for (std::size_t f = 0; f < pack_.frames.size(); ++f) {
      Frame& frame = pack_.frames[f];
      const std::string place = at("frames", f);
      names_.enter(&frame);
      for (std::size_t i = 0; i < pack_.definitions.size(); ++i) {
        if (pack_.definitions[i].id == frame.eligible) frame.eligible_index = static_cast<int>(i);
      }
      if (frame.eligible_index < 0 ||
          pack_.definitions[static_cast<std::size_t>(frame.eligible_index)].type !=
              ValueType::number) {
        fault(place + ".eligible", "\"" + frame.eligible + "\" is no number among the definitions");
        continue;
      }
      compile_amount(frame.national, place + ".national");
      names_.add_national();
      if (frame.prefectural) compile_amount(*frame.prefectural, place + ".prefectural");
      frame.national_compiled =
          requirements(frame.national_requirements, place + ".national.requirements");
      frame.prefectural_compiled =
          requirements(frame.prefectural_requirements, place + ".prefectural.requirements");
    }
    names_.enter(nullptr);
    for (std::size_t i = 0; i < pack_.requirements.size(); ++i) {
      const std::string& key = pack_.requirements[i].key;
      const bool used = std::any_of(pack_.frames.begin(), pack_.frames.end(), [&](const Frame& f) {
        const auto in = [&](const std::vector<std::string>& keys) {
          return std::find(keys.begin(), keys.end(), key) != keys.end();
        };
        return in(f.national_requirements) || in(f.prefectural_requirements);
      });
      if (!used) fault(at("requirements", i), "no frame uses \"" + key + "\"");
    }
  }
  void compile_amount(AmountRule& rule, const std::string& place) {
    if (rule.unit_yen < 1) fault(place + ".unit_yen", "must be 1 or more");
    if (rule.variants.empty()) fault(place + ".variants", "needs at least one variant");
    for (std::size_t v = 0; v < rule.variants.size(); ++v) {
      AmountRule::Variant& variant = rule.variants[v];
      const std::string variant_place = place + "." + at("variants", v);
      parse(variant.when, variant_place + ".when", ValueType::boolean);
      parse(variant.amount, variant_place + ".amount", ValueType::number, Unit::of(Unit::yen));
      parse(variant.cap, variant_place + ".cap", ValueType::number, Unit::of(Unit::yen));
      parse(variant.at_least, variant_place + ".at_least", ValueType::number, Unit::of(Unit::yen));
      parse(variant.more_than, variant_place + ".more_than", ValueType::number,
            Unit::of(Unit::yen));
      if (!variant.at_least.text.empty() && !variant.more_than.text.empty()) {
        fault(variant_place, "\"at_least\" or \"more_than\", not both");
      }
    }
  }
  std::vector<Requirement> requirements(const std::vector<std::string>& keys,
                                        const std::string& place) {
    std::vector<Requirement> result;
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const auto found =
          std::find_if(pack_.requirements.begin(), pack_.requirements.end(),
                       [&](const Requirement& requirement) { return requirement.key == keys[k]; });
      if (found == pack_.requirements.end()) {
        fault(place + "[" + std::to_string(k) + "]", "unknown requirement \"" + keys[k] + "\"");
        continue;
      }
      result.push_back(*found);
      const auto index = static_cast<std::size_t>(found - pack_.requirements.begin());
      Requirement& requirement = result.back();
      requirement.index = index;
      names_.forget_use();
      for (std::size_t v = 0; v < requirement.variants.size(); ++v) {
        compile_variant(requirement.variants[v],
                        at("requirements", index) + "." + at("variants", v));
        requirement.frame_dependent |= names_.frame_used() || requirement.variants[v].lower_limit;
      }
    }
    return result;
  }
  // A threshold is judged as the condition that it states.
  static std::string threshold_text(const Requirement::Variant& variant) {
    std::string text;
    const auto add = [&](const Formula& limit, std::string_view op) {
      if (limit.text.empty()) return;
      text += (text.empty() ? "(" : " and (") + variant.value.text + ") " + std::string(op) + " (" +
              limit.text + ")";
    };
    add(variant.at_least, ">=");
    add(variant.at_most, "<=");
    add(variant.more_than, ">");
    return text;
  }
  void compile_variant(Requirement::Variant& variant, const std::string& place) {
    parse(variant.when, place + ".when", ValueType::boolean);
    parse(variant.needed_when, place + ".needed_when", ValueType::boolean);
    if (!variant.value.text.empty()) variant.test.text = threshold_text(variant);
    parse(variant.test, place + ".test", ValueType::boolean);
    if (parse(variant.value, place + ".value", ValueType::number) && !variant.value.empty()) {
      const Unit unit = variant.value.root_node().unit;
      for (auto* limit : {&variant.at_least, &variant.at_most, &variant.more_than}) {
        parse(*limit, place + ".at_least", ValueType::number, unit);
      }
    }
    if (!variant.check.empty()) {
      const auto found =
          std::find_if(pack_.checks.begin(), pack_.checks.end(),
                       [&](const Check& check) { return check.id == variant.check; });
      if (found == pack_.checks.end()) {
        fault(place + ".check", "unknown check \"" + variant.check + "\"");
      } else {
        variant.check_index = static_cast<int>(found - pack_.checks.begin());
      }
    }
    std::set<FactIndex> reads;
    for (const Formula* formula : {&variant.needed_when, &variant.test}) {
      collect_facts(*formula, reads);
      variant.uses_national |= uses_national(*formula);
    }
    variant.reads.assign(reads.begin(), reads.end());
    variant.uses_national |= variant.lower_limit;
  }
  static bool uses_national(const Formula& formula) {
    return std::any_of(formula.nodes.begin(), formula.nodes.end(),
                       [](const Node& node) { return node.op == Op::national; });
  }
  void collect_facts(const Formula& formula, std::set<FactIndex>& facts) const {
    for (const Node& node : formula.nodes) {
      if (node.op == Op::fact) facts.insert(node.index);
      if (node.op == Op::table) {
        for (const Formula& key : pack_.tables[node.index].by) collect_facts(key, facts);
      }
      if (node.op != Op::definition) continue;
      for (const Definition::Variant& variant : pack_.definitions[node.index].variants) {
        collect_facts(variant.when, facts);
        collect_facts(variant.value, facts);
      }
    }
  }

  void compile_cautions() {
    for (std::size_t i = 0; i < pack_.cautions.size(); ++i) {
      Caution& caution = pack_.cautions[i];
      const std::string place = at("cautions", i);
      // A caution may speak of its frame's amounts; they are the same names in every frame.
      names_.forget_use();
      for (Frame& frame : pack_.frames) {
        if (!applies_to(caution.frames, frame)) continue;
        names_.enter(&frame);
        names_.add_national();
        Formula formula = caution.when;
        if (!parse(formula, place + ".when", ValueType::boolean)) break;
        const bool national = uses_national(formula);
        caution.in_frames.push_back({&frame - pack_.frames.data(), std::move(formula), national});
      }
      names_.enter(nullptr);
      caution.frame_dependent = names_.frame_used();
      check_frames(pack_, caution.frames, place, faults_);
    }
  }

  Pack& pack_;
  Catalogue& catalogue_;
  FaultList faults_;
  PackNames names_;
};

}  // namespace

bool applies_to(const std::vector<std::string>& names, const Frame& frame) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return name == frame.id || name == frame.programme;
         });
}

const Document* Pack::find_document(std::string_view document_id) const {
  for (const Document& document : documents) {
    if (document.id == document_id) return &document;
  }
  return nullptr;
}

core::Faults compile(Pack& pack, Catalogue& catalogue) { return Compiler(pack, catalogue).run(); }

}  // namespace uwanose::rules
