#include "app/requirement_text.h"

#include <algorithm>
#include <limits>

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
  Teller(const Words& words, RequirementLine& line) : words_(words), line_(line) {}

  void operator()(const rules::DeclineEvidence& evidence) {
    tell(evidence.shown);
    if (evidence.other && worth_telling(*evidence.other)) tell(*evidence.other);
    finish(evidence.shown);
  }

  void operator()(const rules::OneMonthEvidence& evidence) {
    tell(evidence.shown);
    if (evidence.other) tell(*evidence.other);
    if (!evidence.shown.best) return;
    say_slack(evidence.shown.best->slack);
    go_to(evidence.shown.figures, evidence.shown.best->month);
  }

  void operator()(const rules::Threshold& evidence) {
    rules::Unit round;
    round.powers[rules::Unit::round] = 1;
    if (evidence.unit == round) {
      if (evidence.value) say("evidence.round", {core::to_string(*evidence.value)});
      return;
    }
    if (evidence.base_not_positive) say("evidence.base_not_positive");
    if (evidence.year > 0) say("evidence.year", {std::to_string(evidence.year)});
    if (evidence.per_head) say("evidence.per_head");
    if (!evidence.months.empty()) say("evidence.months", {months_text(words_, evidence.months)});
    const auto quantity = [&](Int128 value) { return quantity_text(words_, value, evidence.unit); };
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
      const bool too_little = evidence.value && evidence.limit && *evidence.value < *evidence.limit;
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

  // What decides is the part that is furthest from its limit.
  void finish(const rules::DeclineSet& set) {
    const rules::DeclineTriple* worst = nullptr;
    for (const rules::DeclinePart& part : set.parts) {
      if (part.best && (!worst || part.best->slack < worst->slack)) worst = &*part.best;
    }
    if (!worst) return;
    say_slack(worst->slack);
    go_to(set.figures, worst->months[2]);
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
  void say_slack(std::int64_t slack) { line_.slack = distance(slack); }

  void go_to(MonthlySet set, core::Month month) {
    line_.decides = "monthly." + month.to_string() +
                    (set == MonthlySet::sales ? ".sales_yen" : ".value_added_yen");
  }

  const Words& words_;
  RequirementLine& line_;
};

std::string deciding_field(const State& state, const rules::RequirementResult& result) {
  const auto field = [&](const rules::FactRef& ref) {
    return field_of(ref, state.facts(), state.document->rows, state.catalogue());
  };
  if (!result.missing.empty()) return field(result.missing.front());
  if (result.variant != nullptr && !result.variant->reads.empty()) {
    return state.catalogue()[result.variant->reads.front()].id;
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

RequirementLine requirement_line(const State& state, const rules::Pack& pack,
                                 const rules::RequirementResult& result) {
  const Words words = state.words();
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
    std::string key = field_of(ref, state.facts(), state.document->rows, state.catalogue());
    std::string label = field_label(state, key);
    line.missing.push_back({std::move(key), std::move(label)});
  }
  if (result.needed == false && result.verdict == Verdict::met) {
    line.numbers.emplace_back(words("evidence.not_needed"));
  } else if (result.evidence) {
    std::visit(Teller(words, line), *result.evidence);
  }
  if (line.decides.empty()) line.decides = deciding_field(state, result);
  return line;
}

}  // namespace uwanose::app
