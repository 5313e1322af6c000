#include "app/requirement_text.h"

#include <algorithm>
#include <limits>

#include "app/entry.h"
#include "app/figures.h"
#include "app/labels.h"
#include "core/number_format.h"

namespace uwanose::app {

namespace {

using core::Int128;
using core::Verdict;
using rules::MonthlySet;

// Puts the evidence of one requirement into its line.
class Teller {
 public:
  Teller(const Words& words, const rules::Pack& pack, const rules::RequirementResult& result,
         RequirementLine& line)
      : words_(words), line_(line), counts_months_(names_months_share(pack, result)) {}

  void operator()(const rules::DeclineEvidence& evidence) {
    tell(evidence.shown);
    if (evidence.other && worth_telling(*evidence.other)) tell(*evidence.other);
    finish(evidence.shown);
  }

  void operator()(const rules::OneMonthEvidence& evidence) {
    tell(evidence.shown);
    if (evidence.other) tell(*evidence.other);
    if (!evidence.shown.best) return;
    say_slack(evidence.shown.figures, distance(evidence.shown.best->slack));
    go_to(evidence.shown.figures, evidence.shown.best->month);
  }

  void operator()(const rules::Threshold& evidence) {
    const bool too_little = evidence.value && evidence.limit && *evidence.value < *evidence.limit;
    rules::Unit round;
    round.powers[rules::Unit::round] = 1;
    if (evidence.unit == round) {
      if (evidence.value) say("evidence.round", {core::to_string(*evidence.value)});
      if (evidence.slack && *evidence.slack < 0) {
        line_.slack = words_(too_little ? "evidence.round_from" : "evidence.round_to",
                             {core::to_string(*evidence.limit)});
      }
      return;
    }
    if (evidence.base_not_positive) say("evidence.base_not_positive");
    if (evidence.year > 0) say("evidence.year", {std::to_string(evidence.year)});
    if (evidence.per_head) say("evidence.per_head");
    if (!evidence.months.empty()) say("evidence.months", {months_text(words_, evidence.months)});
    const auto quantity = [&](Int128 value) {
      return counts_months_ ? words_("unit.months", {core::to_string(value)})
                            : quantity_text(words_, value, evidence.unit);
    };
    if (evidence.value && evidence.limit) {
      say("evidence.value_and_limit", {quantity(*evidence.value), quantity(*evidence.limit)});
    } else if (evidence.value) {
      say("evidence.value", {quantity(*evidence.value)});
    } else if (evidence.limit) {
      say("evidence.limit", {quantity(*evidence.limit)});
    }
    if (!evidence.slack) return;
    if (*evidence.slack == 0) {
      line_.slack = words_("evidence.exact");
    } else if (*evidence.slack > 0) {
      line_.slack = words_("evidence.slack", {quantity(*evidence.slack)});
    } else {
      line_.slack = words_(too_little ? "evidence.short_of" : "evidence.beyond",
                           {quantity(-*evidence.slack)});
    }
  }

 private:
  void say(std::string_view key, const std::vector<std::string>& arguments = {}) {
    line_.numbers.push_back(words_(key, arguments));
  }

  // Beside a set that is met, another of which nothing is known says nothing.
  bool worth_telling(const rules::DeclineSet& other) const {
    return line_.verdict != Verdict::met ||
           std::any_of(other.parts.begin(), other.parts.end(),
                       [](const rules::DeclinePart& part) { return part.best.has_value(); });
  }

  std::string figures(MonthlySet set) const {
    return std::string(
        words_(set == MonthlySet::sales ? "evidence.sales" : "evidence.value_added"));
  }

  void tell(const rules::DeclineSet& set) {
    for (const rules::DeclinePart& part : set.parts) {
      const std::string name = words_("evidence.part", {figures(set.figures), {part.name}});
      if (!part.best) {
        say("evidence.no_triple", {name});
        continue;
      }
      const rules::DeclineTriple& best = *part.best;
      const auto rate = core::format_percent(Int128{best.base_sum} - best.sum, best.base_sum, 1);
      say("evidence.triple", {name, months_text(words_, best.months), yen_text(words_, best.sum),
                              months_text(words_, best.base_months),
                              yen_text(words_, best.base_sum), rate.value_or("—")});
      say("evidence.triple_limit", {yen_text(words_, best.limit), distance(best.slack)});
    }
  }

  // What decides is the part that is furthest from its limit; where two parts fail, both must fall.
  void finish(const rules::DeclineSet& set) {
    const rules::DeclineTriple* worst = nullptr;
    std::vector<std::string> failed;
    bool open = false;
    for (const rules::DeclinePart& part : set.parts) {
      open = open || !part.best;
      if (!part.best) continue;
      if (!worst || part.best->slack < worst->slack) worst = &*part.best;
      if (part.best->slack >= 0) continue;
      failed.emplace_back(1, part.name);
      failed.push_back(yen_text(words_, -part.best->slack));
    }
    if (!worst) return;
    go_to(set.figures, worst->months[2]);
    // Room in one part says nothing while the other has no months.
    if (open && worst->slack >= 0) return;
    say_slack(set.figures, failed.size() > 2 ? words_("evidence.both_too_high", failed)
                                             : distance(worst->slack));
  }

  void tell(const rules::OneMonthEvidence::Set& set) {
    if (!set.best) {
      say("evidence.no_month", {figures(set.figures)});
      return;
    }
    const rules::MonthDecline& best = *set.best;
    const auto rate = core::format_percent(Int128{best.base} - best.value, best.base, 1);
    say("evidence.month",
        {figures(set.figures), month_text(words_, best.month), yen_text(words_, best.value),
         month_text(words_, best.base_month), yen_text(words_, best.base), rate.value_or("—")});
    say("evidence.triple_limit", {yen_text(words_, best.limit), distance(best.slack)});
  }

  std::string distance(std::int64_t slack) const {
    if (slack == 0) return std::string(words_("evidence.exact"));
    return slack > 0 ? words_("evidence.slack", {yen_text(words_, slack)})
                     : words_("evidence.too_high", {yen_text(words_, -slack)});
  }
  // Sales go without saying.
  void say_slack(MonthlySet set, const std::string& slack) {
    line_.slack =
        set == MonthlySet::sales ? slack : words_("evidence.of_set", {figures(set), slack});
  }

  static bool names_months_share(const rules::Pack& pack, const rules::RequirementResult& result) {
    if (result.variant == nullptr || result.variant->check_index < 0) return false;
    const auto& check = pack.checks[static_cast<std::size_t>(result.variant->check_index)];
    return std::holds_alternative<rules::MonthsShare>(check.rule);
  }

  void go_to(MonthlySet set, core::Month month) {
    line_.decides = "monthly." + month.to_string() +
                    (set == MonthlySet::sales ? ".sales_yen" : ".value_added_yen");
  }

  const Words& words_;
  RequirementLine& line_;
  bool counts_months_;
};

// The answers that a test looked at, where they are known.
void tell_facts(const Subject& subject, const rules::RequirementResult& result,
                RequirementLine& line) {
  if (result.variant == nullptr) return;
  for (const rules::FactIndex fact : result.variant->reads) {
    const auto value = subject.facts.scalar(fact);
    if (!value) continue;
    const rules::FactDefinition& definition = subject.catalogue()[fact];
    line.numbers.push_back(subject.words(
        "evidence.fact", {subject.words(definition.label),
                          in_words(definition, subject.catalogue(), {*value, {}}, subject.words)}));
  }
}

std::string deciding_field(const Subject& subject, const rules::RequirementResult& result) {
  const auto field = [&](const rules::FactRef& ref) { return subject.field(ref); };
  if (!result.missing.empty()) return field(result.missing.front());
  if (result.variant != nullptr && !result.variant->reads.empty()) {
    return subject.catalogue()[result.variant->reads.front()].id;
  }
  const auto* threshold =
      result.evidence ? std::get_if<rules::Threshold>(&*result.evidence) : nullptr;
  if (threshold == nullptr) return {};
  if (threshold->year > 0) {
    const std::string unit = to_string(threshold->unit);
    const int column = unit == "yen" ? 0 : unit == "person" ? 1 : 2;
    return field({rules::FactRef::Kind::yearly, threshold->year, column});
  }
  // Nothing but expenses is left to judge by amounts of yen.
  if (to_string(threshold->unit) != "yen") return {};
  return field({rules::FactRef::Kind::expense, 0, 1});
}

}  // namespace

std::string_view verdict_word(const Words& words, Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return words("verdict.met");
    case Verdict::not_met: return words("verdict.not_met");
    case Verdict::undetermined: break;
  }
  return words("verdict.undetermined");
}

std::string_view frame_verdict_word(const Words& words, Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return words("answer.verdict_met");
    case Verdict::not_met: return words("answer.verdict_not_met");
    case Verdict::undetermined: break;
  }
  return words("answer.verdict_undetermined");
}

SourceText source_text(const Words& words, const rules::Pack& pack, const rules::Source& source) {
  SourceText text;
  const rules::Document* document = pack.find_document(source.document);
  const std::string& place = words(source.place);
  if (document != nullptr) {
    text.text = words("source.place", {words(document->title), place});
    text.address = document->address;
  } else {
    text.text = place;
  }
  const char* confidence = source.confidence == "O"   ? "confidence.official"
                           : source.confidence == "Q" ? "confidence.quoted"
                           : source.confidence == "S" ? "confidence.secondary"
                           : source.confidence == "D" ? "confidence.derived"
                                                      : "confidence.assumed";
  text.confidence = words(confidence);
  text.note = words(source.note);
  return text;
}

FieldLink field_link(const Subject& subject, const rules::FactRef& ref) {
  std::string key = subject.field(ref);
  std::string label = field_label(subject.words, subject.catalogue(), subject.rows, key);
  return {std::move(key), std::move(label)};
}

RequirementLine requirement_line(const Subject& subject, const rules::Pack& pack,
                                 const rules::RequirementResult& result) {
  const Words& words = subject.words;
  const rules::Requirement& requirement = *result.requirement;
  RequirementLine line;
  line.id = requirement.id;
  line.verdict = result.verdict;
  line.verdict_word = verdict_word(words, result.verdict);
  line.label = words(requirement.label);
  line.meaning = words(requirement.meaning);
  if (result.verdict == Verdict::not_met) line.remedy = words(requirement.remedy);
  line.source = source_text(words, pack, requirement.source);
  for (const rules::FactRef& ref : result.missing) {
    line.missing.push_back(field_link(subject, ref));
  }
  if (result.needed == false && result.verdict == Verdict::met) {
    line.numbers.emplace_back(words("evidence.not_needed"));
  } else if (result.evidence) {
    std::visit(Teller(words, pack, result, line), *result.evidence);
  } else {
    tell_facts(subject, result, line);
  }
  if (line.decides.empty()) line.decides = deciding_field(subject, result);
  return line;
}

}  // namespace uwanose::app
