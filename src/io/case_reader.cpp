#include "io/case_reader.h"

#include <limits>

#include "core/corporate_number.h"
#include "core/yen.h"
#include "io/case_migration.h"
#include "io/case_rows.h"
#include "io/case_shape.h"
#include "io/json_writer.h"
#include "io/values.h"

namespace uwanose::io {

namespace {

using core::Ratio;
using rules::FactDefinition;

class CaseReader {
 public:
  CaseReader(const rules::Catalogue& catalogue, Extent extent)
      : catalogue_(catalogue), shape_(CaseShape::of(catalogue)), extent_(extent) {}

  CaseFile read(JsonDocument document) {
    trail_.faults = std::move(document.faults);
    CaseFile file;
    CaseContent content;
    if (document.value) content = read_content(*document.value);
    file.faults = std::move(trail_.faults);
    file.warnings = std::move(trail_.warnings);
    file.extra = std::move(content.extra);
    file.notes = std::move(content.notes);
    file.scenarios = std::move(scenarios_);
    if (file.faults.empty()) file.value = std::move(content.facts);
    return file;
  }

 private:
  // The file's own case, or that of one of its scenarios.
  CaseContent read_content(Value& value) {
    CaseContent content;
    if (!want_object(value, trail_) || !is_ours(value)) return content;
    std::swap(case_, content.facts);
    std::swap(notes_, content.notes);
    const Value unknown = read_group(value, shape_);
    if (!unknown.children.empty()) content.extra = to_json(unknown);
    check_years();
    std::swap(case_, content.facts);
    std::swap(notes_, content.notes);
    return content;
  }

  // --- what kind of file it is ------------------------------------------------------------------

  bool is_ours(Value& root) {
    const Value* format = root.find("format");
    if (format == nullptr || !format->is(Value::Kind::text) || format->text != case_format) {
      const Step at(trail_, "format");
      trail_.fault("fault.format", "must be " + quoted(case_format), {std::string(case_format)});
      return false;
    }
    const Value* version = root.find("version");
    const Step at(trail_, "version");
    const std::string ours = std::to_string(case_version);
    if (version == nullptr) {
      trail_.fault("fault.version", "must be " + ours, {ours});
      return false;
    }
    const auto number = read_integer(*version, 1, std::numeric_limits<std::int64_t>::max(), trail_);
    if (number && *number > case_version) {
      const std::string theirs = std::to_string(*number);
      trail_.fault("fault.newer_version",
                   "the file is of version " + theirs + ", newer than " + ours +
                       ", which this program knows",
                   {theirs, ours});
    }
    if (!number || *number > case_version) return false;
    migrate(root, *number, case_migrations);
    return true;
  }

  // --- members ----------------------------------------------------------------------------------

  // The members that nobody knows.
  Value read_group(Value& object, const CaseShape& shape) {
    Value unknown{.kind = Value::Kind::object};
    for (Value& member : object.children) {
      const Step at(trail_, member.key);
      const CaseShape* known = shape.find(member.key);
      if (known == nullptr) {
        warn_unknown(member.key, trail_, [&] { return shape.child_names(); });
        unknown.children.push_back(std::move(member));
        continue;
      }
      if (member.is(Value::Kind::null)) continue;
      Value inside = read_member(member, *known);
      if (inside.children.empty()) continue;
      inside.key = member.key;
      unknown.children.push_back(std::move(inside));
    }
    return unknown;
  }

  Value read_member(Value& member, const CaseShape& shape) {
    switch (shape.kind) {
      case CaseShape::Kind::header: return {};
      case CaseShape::Kind::group:
        return want_object(member, trail_) ? read_group(member, shape) : Value{};
      case CaseShape::Kind::scalar: read_scalar(member, shape.fact); return {};
      case CaseShape::Kind::texts: read_form_texts(member); return {};
      case CaseShape::Kind::monthly:
      case CaseShape::Kind::yearly:
      case CaseShape::Kind::wages:
      case CaseShape::Kind::expenses:
        return read_rows(member, shape.kind, catalogue_, trail_, case_,
                         extent_ == Extent::all ? &notes_ : nullptr);
      case CaseShape::Kind::confirmed:
        if (extent_ == Extent::all) read_confirmed(member);
        return {};
      case CaseShape::Kind::scenarios:
        if (extent_ == Extent::all) read_scenarios(member);
        return {};
    }
    return {};
  }

  // --- scalars ----------------------------------------------------------------------------------

  void read_scalar(const Value& value, rules::FactIndex index) {
    const FactDefinition& fact = catalogue_[index];
    std::optional<Ratio> number;
    switch (fact.type) {
      case rules::FactType::text: {
        read_text_fact(value, index);
        return;
      }
      case rules::FactType::code:
        if (const auto code = read_municipality(value, trail_)) number = Ratio(*code);
        break;
      case rules::FactType::boolean:
        if (const auto yes = read_boolean(value, trail_)) number = Ratio(*yes ? 1 : 0);
        break;
      case rules::FactType::choice: {
        std::vector<std::string_view> names;
        for (const rules::Choice& choice : fact.choices) names.emplace_back(choice.id);
        if (const auto chosen = read_choice(value, names, trail_)) {
          number = Ratio(static_cast<std::int64_t>(*chosen));
        }
        break;
      }
      case rules::FactType::integer:
        if (const auto whole = read_integer(value, fact.min, fact.max, trail_)) {
          number = Ratio(*whole);
        }
        break;
      case rules::FactType::decimal:
        number = read_decimal(value, fact.min, fact.max, trail_);
        break;
      case rules::FactType::month:
        if (const auto month = read_month(value, trail_)) number = Ratio(month->index());
        break;
    }
    if (number) case_.set_scalar(index, number);
  }

  void read_text_fact(const Value& value, rules::FactIndex index) {
    const std::string* text = read_text(value, trail_);
    if (text == nullptr || text->empty()) return;
    if (catalogue_[index].id == "applicant.corporate_number" &&
        core::check_corporate_number(*text) != core::CorporateNumberFault::none) {
      trail_.warn("warning.corporate_number",
                  "not a corporate number: 13 digits, the first of which checks the others");
    }
    if (index >= case_.texts.size()) case_.texts.resize(index + std::size_t{1});
    case_.texts[index] = *text;
  }

  void read_form_texts(const Value& object) {
    if (!want_object(object, trail_)) return;
    for (const Value& member : object.children) {
      const Step at(trail_, member.key);
      if (member.is(Value::Kind::null)) continue;
      const std::string* text = read_text(member, trail_);
      if (text != nullptr && !text->empty()) case_.form_texts.insert_or_assign(member.key, *text);
    }
  }

  // --- what it is compared with -----------------------------------------------------------------

  void read_confirmed(const Value& object) {
    if (!want_object(object, trail_)) return;
    for (const Value& member : object.children) {
      const Step at(trail_, member.key);
      if (member.is(Value::Kind::null)) continue;
      const auto value = read_integer(member, -core::max_stated_yen, core::max_stated_yen, trail_);
      if (value) notes_.confirmed.insert_or_assign(member.key, *value);
    }
  }

  void read_scenarios(Value& list) {
    if (!want_list(list, trail_) || list.children.empty()) return;
    std::vector<SavedScenario> scenarios(list.children.size());
    const auto fits = [](std::size_t count) {
      return count >= least_scenarios && count <= most_scenarios;
    };
    // One within another is counted before it is read: a file is not deeper for being odd.
    bool sound = fits(scenarios.size()) && !within_scenario_;
    for (std::size_t i = 0; sound && i < scenarios.size(); ++i) {
      const Step at(trail_, i);
      read_scenario(list.children[i], scenarios[i]);
    }
    const auto own = std::count_if(scenarios.begin(), scenarios.end(),
                                   [](const SavedScenario& each) { return !each.content; });
    sound = sound && own == 1;
    if (!sound) {
      trail_.fault("fault.scenarios",
                   "must be two to four, exactly one of them without \"case\": the file's own; a "
                   "scenario has none within");
      return;
    }
    scenarios_ = std::move(scenarios);
  }

  void read_scenario(Value& value, SavedScenario& scenario) {
    if (!want_object(value, trail_)) return;
    Value unknown{.kind = Value::Kind::object};
    for (Value& member : value.children) {
      const Step at(trail_, member.key);
      if (member.key == "number") {
        if (!member.is(Value::Kind::null)) {
          scenario.number = read_integer(member, 1, most_numbers, trail_);
        }
      } else if (member.key == "name") {
        if (member.is(Value::Kind::null)) continue;
        if (const auto* name = read_text(member, trail_)) scenario.name = *name;
      } else if (member.key == "case") {
        if (member.is(Value::Kind::null)) continue;
        within_scenario_ = true;
        scenario.content = read_content(member);
        within_scenario_ = false;
      } else {
        warn_unknown(member.key, trail_, [] {
          return std::vector<std::string_view>{"number", "name", "case"};
        });
        unknown.children.push_back(std::move(member));
      }
    }
    if (!unknown.children.empty()) scenario.extra = to_json(unknown);
  }

  // --- what no single value shows ---------------------------------------------------------------

  void check_years() {
    const auto index = catalogue_.find("plan.years");
    if (!index) return;
    const Step plan(trail_, "plan");
    const Step yearly(trail_, "yearly");
    const auto years = case_.scalar(*index);
    if (years && Ratio(static_cast<std::int64_t>(case_.yearly.size())) > *years) {
      trail_.fault("fault.yearly", "more years than plan.years");
    } else if (case_.yearly.size() > static_cast<std::size_t>(catalogue_[*index].max)) {
      const std::string most = std::to_string(catalogue_[*index].max);
      trail_.fault("fault.yearly_most", "more years than the " + most + " that a plan can have",
                   {most});
    }
  }

  const rules::Catalogue& catalogue_;
  CaseShape shape_;
  Extent extent_;
  Trail trail_;
  rules::Case case_;  // of what is being read, as are its notes
  EntryNotes notes_;
  bool within_scenario_ = false;
  std::vector<SavedScenario> scenarios_;
};

bool is_case(const Value& value) {
  const Value* format = value.find("format");
  return format != nullptr && format->text == case_format;
}

constexpr int most_levels = 3;

Value* case_within(Value& value, int levels) {
  for (Value& member : value.children) {
    if (!member.is(Value::Kind::object)) continue;
    if (is_case(member)) return &member;
    if (levels == 0) continue;
    if (Value* inside = case_within(member, levels - 1)) return inside;
  }
  return nullptr;
}

}  // namespace

CaseFile read_case(std::string_view bytes, const rules::Catalogue& catalogue, Extent extent) {
  return CaseReader(catalogue, extent).read(read_json(bytes));
}

CaseFile read_case_within(std::string_view bytes, const rules::Catalogue& catalogue,
                          Extent extent) {
  JsonDocument document = read_json(bytes);
  if (document.value && !is_case(*document.value)) {
    if (Value* inside = case_within(*document.value, most_levels)) {
      Value found = std::move(*inside);
      document.value = std::move(found);
    } else if (const Value* format = document.value->find("format")) {
      const bool assessment = format->text == "uwanose-assessment";
      return {.value = {},
              .faults = {{"format",
                          assessment ? "fault.assessment" : "fault.other_format",
                          "must be \"uwanose-case\"; no case is inside either",
                          {format->text}}},
              .warnings = {},
              .extra = {},
              .notes = {},
              .scenarios = {}};
    }
  }
  return CaseReader(catalogue, extent).read(std::move(document));
}

}  // namespace uwanose::io
