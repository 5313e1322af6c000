#include "rules/pack_checks.h"

#include <algorithm>
#include <set>

#include "rules/evaluator.h"

namespace uwanose::rules {

void FaultList::add(const std::string& place, const std::string& reason) {
  const bool told = std::any_of(faults_.begin(), faults_.end(), [&](const core::Fault& earlier) {
    return earlier.place == place && earlier.reason == reason;
  });
  if (!told) faults_.push_back({place, "fault.pack", reason, {reason}});
}

std::string at(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

void check_ids(const Pack& pack, FaultList& faults) {
  std::set<std::string> names{std::string(eligible_name), std::string(national_name),
                              std::string(all_expenses_name)};
  const auto take = [&](const std::string& place, const std::string& id,
                        std::set<std::string>& taken) {
    const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    if (!plain) faults.add(place, "ids are lower-case letters, digits, \"_\" and \".\"");
    if (!taken.insert(id).second) faults.add(place, "\"" + id + "\" is taken already");
  };
  for (std::size_t i = 0; i < pack.tables.size(); ++i) {
    take(at("tables", i) + ".id", pack.tables[i].id, names);
  }
  for (std::size_t i = 0; i < pack.definitions.size(); ++i) {
    take(at("definitions", i) + ".id", pack.definitions[i].id, names);
  }
  for (std::size_t i = 0; i < pack.checks.size(); ++i) {
    take(at("checks", i) + ".id", pack.checks[i].id, names);
  }
  std::set<std::string> keys;
  for (std::size_t i = 0; i < pack.requirements.size(); ++i) {
    take(at("requirements", i) + ".key", pack.requirements[i].key, keys);
  }
  std::set<std::string> frames;
  for (std::size_t i = 0; i < pack.frames.size(); ++i) {
    take(at("frames", i) + ".id", pack.frames[i].id, frames);
  }
  if (pack.frames.empty()) faults.add("frames", "a pack has at least one frame");
}

void check_parameters(const Pack& pack, FaultList& faults) {
  const auto positive = [](const core::Ratio& ratio) { return ratio > core::Ratio(0); };
  const auto fraction = [&](const core::Ratio& r) { return positive(r) && r < core::Ratio(1); };
  // Products of figures and rates stay within 127 bits.
  const auto exact = [&](const core::Ratio& r, core::Int128 most, const std::string& place) {
    if (!fraction(r) || r.denominator() <= most) return;
    faults.add(place, "finer than a fraction of 1/" + core::to_string(most));
  };
  constexpr core::Int128 finest = 10'000;
  constexpr core::Int128 finest_compound = 200;  // five years multiply it
  if (pack.checks.size() > FactSet::check_slots) faults.add("checks", "too many checks");
  for (std::size_t i = 0; i < pack.checks.size(); ++i) {
    const std::string place = at("checks", i);
    if (const auto* rule = std::get_if<ThreeMonthDecline>(&pack.checks[i].rule)) {
      if (rule->sets.empty() || rule->sets.size() > 2)
        faults.add(place + ".sets", "one or two sets");
      if (rule->base_to < rule->base_from || rule->base_to - rule->base_from > 23) {
        faults.add(place + ".base_to", "the base is a span of at most 24 months");
      }
      if (rule->window < 3 || rule->window > 24) faults.add(place + ".window", "3 to 24 months");
      for (const auto& set : rule->sets) {
        if (set.parts.empty() || set.parts.size() > 2) {
          faults.add(place + ".sets", "a set has one or two parts");
        }
        for (const auto& part : set.parts) {
          if (!fraction(part.drop)) faults.add(place + ".sets", "a drop lies between 0 and 100 %");
          exact(part.drop, finest, place + ".sets");
          if (!part.from && (part.last_months < 3 || part.last_months > 24)) {
            faults.add(place + ".sets", "a part has \"from\" or \"last_months\" (3 to 24)");
          }
        }
      }
    } else if (const auto* month = std::get_if<OneMonthDecline>(&pack.checks[i].rule)) {
      if (month->sets.empty() || month->sets.size() > 2)
        faults.add(place + ".sets", "one or two sets");
      for (const auto& set : month->sets) {
        if (!fraction(set.drop)) faults.add(place + ".sets", "a drop lies between 0 and 100 %");
        exact(set.drop, finest, place + ".sets");
      }
    } else if (const auto* growth = std::get_if<ValueAddedGrowth>(&pack.checks[i].rule)) {
      if (!fraction(growth->yearly)) faults.add(place + ".yearly", "between 0 and 100 %");
      exact(growth->yearly, growth->compound ? finest_compound : finest, place + ".yearly");
    } else if (const auto* share = std::get_if<MonthsShare>(&pack.checks[i].rule)) {
      if (!fraction(share->share)) faults.add(place + ".share", "between 0 and 100 %");
      exact(share->share, finest, place + ".share");
      if (share->to < share->from || share->to - share->from > 119) {
        faults.add(place + ".to", "a span of at most 120 months");
      }
    }
  }
}

void check_sources(const Pack& pack, FaultList& faults) {
  const auto check = [&](const Source& source, const std::string& place) {
    if (pack.find_document(source.document) == nullptr) {
      faults.add(place + ".source.document", "unknown document \"" + source.document + "\"");
    }
  };
  for (std::size_t i = 0; i < pack.tables.size(); ++i)
    check(pack.tables[i].source, at("tables", i));
  for (std::size_t i = 0; i < pack.definitions.size(); ++i) {
    check(pack.definitions[i].source, at("definitions", i));
  }
  for (std::size_t i = 0; i < pack.checks.size(); ++i)
    check(pack.checks[i].source, at("checks", i));
  for (std::size_t i = 0; i < pack.requirements.size(); ++i) {
    check(pack.requirements[i].source, at("requirements", i));
  }
  for (std::size_t i = 0; i < pack.cautions.size(); ++i) {
    check(pack.cautions[i].source, at("cautions", i));
  }
  for (std::size_t i = 0; i < pack.preparation.steps.size(); ++i) {
    check(pack.preparation.steps[i].source, "preparation." + at("steps", i));
  }
  for (std::size_t i = 0; i < pack.preparation.rounds.size(); ++i) {
    const Preparation::Round& round = pack.preparation.rounds[i];
    const std::string place = "preparation." + at("rounds", i);
    check(round.source, place);
    for (std::size_t c = 0; c < round.calls.size(); ++c) {
      const std::optional<Source>& source = round.calls[c].source;
      if (source) check(*source, place + "." + at("calls", c));
    }
  }
  for (std::size_t f = 0; f < pack.frames.size(); ++f) {
    const Frame& frame = pack.frames[f];
    for (std::size_t v = 0; v < frame.national.variants.size(); ++v) {
      check(frame.national.variants[v].source, at("frames", f) + ".national." + at("variants", v));
    }
    for (std::size_t v = 0; frame.prefectural && v < frame.prefectural->variants.size(); ++v) {
      check(frame.prefectural->variants[v].source,
            at("frames", f) + ".prefectural." + at("variants", v));
    }
  }
}

void check_frames(const Pack& pack, const std::vector<std::string>& names, const std::string& place,
                  FaultList& faults) {
  for (const std::string& name : names) {
    const bool known = std::any_of(pack.frames.begin(), pack.frames.end(), [&](const Frame& frame) {
      return frame.id == name || frame.programme == name;
    });
    if (!known) faults.add(place + ".frames", "unknown frame or programme \"" + name + "\"");
  }
}

void resolve_preparation(Pack& pack, const Catalogue& catalogue, FaultList& faults) {
  for (std::size_t i = 0; i < pack.preparation.rounds.size(); ++i) {
    Preparation::Round& round = pack.preparation.rounds[i];
    const std::string place = "preparation." + at("rounds", i);
    check_frames(pack, round.frames, place, faults);
    const auto fact = catalogue.find(round.fact);
    if (fact && catalogue[*fact].type == FactType::integer &&
        catalogue[*fact].series == Series::none) {
      round.fact_index = *fact;
    } else {
      faults.add(place + ".fact", "\"" + round.fact + "\" is no whole number of the catalogue");
    }
  }
  for (std::size_t i = 0; i < pack.preparation.steps.size(); ++i) {
    const Preparation::Step& step = pack.preparation.steps[i];
    const std::string place = "preparation." + at("steps", i);
    check_frames(pack, step.frames, place, faults);
    const bool known =
        step.requirement.empty() ||
        std::any_of(pack.requirements.begin(), pack.requirements.end(),
                    [&](const Requirement& each) { return each.id == step.requirement; });
    if (!known) {
      faults.add(place + ".requirement", "unknown requirement \"" + step.requirement + "\"");
    }
    if (step.days_before && step.date) {
      faults.add(place, "\"days_before\" or \"date\", not both");
    }
  }
}

void check_conflicts(const Pack& pack, const Catalogue& catalogue, FaultList& faults) {
  const Case nothing;
  Evaluator evaluator(catalogue, pack, nothing);
  Number any_amount;
  any_amount.open_above = true;
  any_amount.missing.add(FactSet::list_slot);
  evaluator.set_national(any_amount);
  const auto check = [&](const std::vector<const Formula*>& conditions, const std::string& place) {
    if (conditions.size() < 2) return;
    const auto both = evaluator.overlap(conditions);
    if (evaluator.exhausted()) {
      faults.add(place, "too many cases to tell the variants apart");
    } else if (both) {
      faults.add(place, "variants " + std::to_string(both->first) + " and " +
                            std::to_string(both->second) + " can hold at once");
    }
  };
  const auto conditions = [](const auto& variants) {
    std::vector<const Formula*> result;
    result.reserve(variants.size());
    for (const auto& variant : variants) result.push_back(&variant.when);
    return result;
  };
  for (std::size_t i = 0; i < pack.definitions.size(); ++i) {
    check(conditions(pack.definitions[i].variants), at("definitions", i) + ".variants");
  }
  for (std::size_t f = 0; f < pack.frames.size(); ++f) {
    const Frame& frame = pack.frames[f];
    check(conditions(frame.national.variants), at("frames", f) + ".national.variants");
    if (frame.prefectural) {
      check(conditions(frame.prefectural->variants), at("frames", f) + ".prefectural.variants");
    }
    for (const auto* list : {&frame.national_compiled, &frame.prefectural_compiled}) {
      for (const Requirement& requirement : *list) {
        check(conditions(requirement.variants),
              at("frames", f) + ".requirements." + requirement.key);
      }
    }
  }
}

}  // namespace uwanose::rules
