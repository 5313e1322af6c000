#include <algorithm>
#include <limits>

#include "rules/assessment.h"
#include "rules/evaluator.h"
#include "rules/own_share.h"
#include "rules/relevance.h"

namespace uwanose::rules {

namespace {

using core::Int128;
using core::Verdict;

std::optional<Int128> whole(const Number& number) {
  if (!number.exact() || !number.defined()) return std::nullopt;
  return number.low.floor();
}

// --- requirements ------------------------------------------------------------------------------

// Judges the frames of one pack; what does not speak of a frame's own figures is judged once.
class CaseJudge {
 public:
  CaseJudge(const Pack& pack, Evaluator& evaluator)
      : evaluator_(evaluator), shared_(pack.requirements.size()), cautions_(pack.cautions.size()) {}

  RequirementResult judge(const Requirement& requirement, const Frame& frame) {
    if (requirement.frame_dependent) return judge_in(requirement, frame);
    std::optional<RequirementResult>& shared = shared_[requirement.index];
    if (!shared) shared = judge_in(requirement, frame);
    return *shared;
  }

  bool says(const Caution& caution, std::size_t index, const Caution::InFrame& in_frame,
            const Frame& frame) {
    if (in_frame.when.empty()) return true;
    if (caution.frame_dependent) return says_in(in_frame, frame);
    std::optional<bool>& shared = cautions_[index];
    if (!shared) shared = says_in(in_frame, frame);
    return *shared;
  }

  void name(const FactSet& facts, std::vector<FactRef>& names) {
    evaluator_.name_facts(facts, names);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }

 private:
  RequirementResult judge_in(const Requirement& requirement, const Frame& frame) {
    RequirementResult result;
    result.requirement = &requirement;
    Relevance<Verdict> leaves;
    bool first = true;
    evaluator_.each_path([&] {
      FactSet missing;
      const Verdict verdict = judge_path(requirement, frame, first ? &result : nullptr, missing);
      leaves.add(evaluator_.assumptions(), verdict, missing);
      first = false;
    });
    const bool agreed = leaves.agree() && !evaluator_.exhausted();
    result.verdict = agreed ? leaves.first() : Verdict::undetermined;
    if (result.verdict == Verdict::undetermined) name(leaves.matters(), result.missing);
    return result;
  }

  bool says_in(const Caution::InFrame& in_frame, const Frame& frame) {
    bool said = false;
    evaluator_.each_path([&] {
      if (said) return;
      if (in_frame.uses_national) {
        evaluator_.set_national(evaluator_.amount(frame.national).yen);
      }
      said = evaluator_.condition(in_frame.when) || evaluator_.unsettled();
    });
    return said;
  }

  Verdict judge_path(const Requirement& requirement, const Frame& frame, RequirementResult* result,
                     FactSet& missing) {
    for (const Requirement::Variant& variant : requirement.variants) {
      if (!evaluator_.condition(variant.when)) continue;
      if (variant.uses_national) evaluator_.set_national(evaluator_.amount(frame.national).yen);
      if (result != nullptr) result->variant = &variant;
      if (!variant.needed_when.empty()) {
        const bool needed = evaluator_.condition(variant.needed_when);
        if (evaluator_.unsettled()) return Verdict::undetermined;
        if (result != nullptr) result->needed = needed;
        if (!needed) return Verdict::met;
      }
      if (variant.lower_limit) {
        return judge_lower_limit(evaluator_.amount(frame.national), result, missing);
      }
      if (variant.check_index >= 0) {
        const auto index = static_cast<std::size_t>(variant.check_index);
        const CheckResult& check = evaluator_.check(index);
        if (result != nullptr) result->evidence = check.evidence;
        if (check.verdict == Verdict::undetermined) missing.add(FactSet::check_slot + index);
        return check.verdict;
      }
      const bool held = evaluator_.condition(variant.test);
      if (result != nullptr && !variant.value.empty()) result->evidence = threshold(variant);
      return evaluator_.unsettled() ? Verdict::undetermined : core::verdict_of(held);
    }
    return Verdict::undetermined;  // no rule for these facts: outside the rules' dates
  }

  static Verdict judge_lower_limit(const AmountOnPath& national, RequirementResult* result,
                                   FactSet& missing) {
    if (result != nullptr) {
      Threshold evidence;
      evidence.unit = Unit::of(Unit::yen);
      if (national.variant >= 0) evidence.value = whole(national.before_limit);
      evidence.limit = national.limit ? whole(*national.limit) : std::optional<Int128>(1);
      if (evidence.value && evidence.limit) evidence.slack = *evidence.value - *evidence.limit;
      result->evidence = evidence;
    }
    const Number& yen = national.yen;
    if (!yen.defined()) return Verdict::undetermined;
    if (!yen.open_below && yen.low > core::Ratio(0)) return Verdict::met;
    if (!yen.open_above && yen.high <= core::Ratio(0)) return Verdict::not_met;
    missing = missing | yen.missing;
    return Verdict::undetermined;
  }

  Threshold threshold(const Requirement::Variant& variant) {
    Threshold evidence;
    evidence.unit = variant.value.root_node().unit;
    evidence.value = whole(evaluator_.number(variant.value));
    const auto keep_nearest = [&](std::optional<Int128> limit, int sign) {
      if (!limit) return;
      if (!evidence.value) {
        if (!evidence.limit) evidence.limit = limit;
        return;
      }
      const Int128 slack = sign * (*evidence.value - *limit);
      if (evidence.slack && slack >= *evidence.slack) return;
      evidence.limit = limit;
      evidence.slack = slack;
    };
    if (!variant.at_least.empty()) {
      keep_nearest(whole(evaluator_.number(variant.at_least)), 1);
    }
    if (!variant.at_most.empty()) keep_nearest(whole(evaluator_.number(variant.at_most)), -1);
    if (!variant.more_than.empty()) {
      const auto limit = whole(evaluator_.number(variant.more_than));
      keep_nearest(limit ? std::optional(*limit + 1) : std::nullopt, 1);
    }
    return evidence;
  }

  Evaluator& evaluator_;
  std::vector<std::optional<RequirementResult>> shared_;  // by Requirement::index
  std::vector<std::optional<bool>> cautions_;             // by index in the pack
};

// --- figures -----------------------------------------------------------------------------------

// The hull of one figure over all paths.
class Hull {
 public:
  void add(const Assumptions& assumptions, const Number& number) {
    if (!number.defined() || number.open_below) {
      widen(0, std::nullopt);
    } else {
      widen(clamp(number.low.floor()),
            number.open_above ? std::nullopt : std::optional(clamp(number.high.floor())));
    }
    leaves_.add(assumptions, Outcome{number.low, number.high, number.open_above}, number.missing);
  }
  Amount amount(bool exhausted) const {
    return exhausted || first_ ? Amount{0, std::nullopt} : range_;
  }
  FactSet matters() const { return leaves_.matters(); }

 private:
  struct Outcome {
    core::Ratio low, high;
    bool open = false;
    bool operator==(const Outcome& other) const {
      return low == other.low && high == other.high && open == other.open;
    }
  };
  static std::int64_t clamp(Int128 value) {
    constexpr Int128 least = std::numeric_limits<std::int64_t>::min();
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, least, most));
  }
  void widen(std::int64_t low, std::optional<std::int64_t> high) {
    if (first_) {
      range_ = {low, high};
      first_ = false;
      return;
    }
    range_.min_yen = std::min(range_.min_yen, low);
    if (!high || !range_.max_yen) {
      range_.max_yen.reset();
    } else {
      range_.max_yen = std::max(*range_.max_yen, *high);
    }
  }

  bool first_ = true;
  Amount range_;
  Relevance<Outcome> leaves_;
};

// The variant that every path agrees on.
class CommonVariant {
 public:
  void add(int variant) {
    common_ = first_ || common_ == variant ? variant : -1;
    first_ = false;
  }
  int get() const { return common_; }

 private:
  bool first_ = true;
  int common_ = -1;
};

// Two rates that leave an unknown expense the same range of amounts still differ at each expense.
// So facts that the figures look at, and that nothing has named yet, are tried at fixed expenses.
void probe_amounts(CaseJudge& judge, Evaluator& evaluator, const RuleBook& rules, const Case& input,
                   FrameResult& result) {
  FactSet read;
  evaluator.each_path([&] {
    figures_on_path(evaluator, *result.frame);
    for (const auto& assumption : evaluator.assumptions()) {
      if (assumption.kind != Assumption::Kind::fork) read = read | assumption.explains;
    }
  });
  std::vector<FactRef> candidates;
  judge.name(read, candidates);
  const auto unnamed = [&](const PartResult& part) {
    return !std::includes(part.missing.begin(), part.missing.end(), candidates.begin(),
                          candidates.end());
  };
  for (const std::int64_t amount : telling_amounts) {
    if (!unnamed(result.national) && (!result.prefectural || !unnamed(*result.prefectural))) return;
    const Case probe = with_amounts(input, amount);
    Evaluator fixed(rules.catalogue, *result.pack, probe);
    Hull national;
    Hull prefectural;
    fixed.each_path([&] {
      const FigurePath path = figures_on_path(fixed, *result.frame);
      national.add(fixed.assumptions(), path.national.yen);
      prefectural.add(fixed.assumptions(), path.prefectural.yen);
    });
    judge.name(national.matters() & read, result.national.missing);
    if (result.prefectural) {
      judge.name(prefectural.matters() & read, result.prefectural->missing);
    }
  }
}

void judge_figures(CaseJudge& judge, Evaluator& evaluator, const RuleBook& rules, const Case& input,
                   Detail detail, FrameResult& result) {
  const Frame& frame = *result.frame;
  Hull eligible;
  Hull national;
  Hull prefectural;
  Hull total;
  Hull own;
  CommonVariant national_variant;
  CommonVariant prefectural_variant;
  evaluator.each_path([&] {
    const FigurePath path = figures_on_path(evaluator, frame);
    const auto& assumptions = evaluator.assumptions();
    eligible.add(assumptions, path.eligible);
    national.add(assumptions, path.national.yen);
    prefectural.add(assumptions, path.prefectural.yen);
    total.add(assumptions, path.total);
    own.add(assumptions, path.own);
    national_variant.add(path.national.variant);
    prefectural_variant.add(path.prefectural.variant);
  });
  const bool exhausted = evaluator.exhausted();
  result.eligible_expense = eligible.amount(exhausted);
  result.total = total.amount(exhausted);
  const bool open = has_unknown_amount(input);
  if (!open) {
    result.own = own.amount(exhausted);
  } else if (detail == Detail::full) {
    result.own = {least_own_share(rules.catalogue, *result.pack, frame, input, result.total),
                  std::nullopt};
  } else {
    result.own = {0, std::nullopt};
  }
  result.national.yen = national.amount(exhausted);
  result.national.variant = national_variant.get();
  judge.name(national.matters(), result.national.missing);
  if (result.prefectural) {
    result.prefectural->yen = prefectural.amount(exhausted);
    result.prefectural->variant = prefectural_variant.get();
    judge.name(prefectural.matters(), result.prefectural->missing);
  }
  if (open && detail == Detail::full) probe_amounts(judge, evaluator, rules, input, result);
}

void judge_part(CaseJudge& judge, const std::vector<Requirement>& requirements, const Frame& frame,
                PartResult& part) {
  part.verdict = Verdict::met;
  part.requirements.reserve(requirements.size());
  for (const Requirement& requirement : requirements) {
    part.requirements.push_back(judge.judge(requirement, frame));
    const RequirementResult& judged = part.requirements.back();
    part.verdict = part.verdict && judged.verdict;
    part.missing.insert(part.missing.end(), judged.missing.begin(), judged.missing.end());
  }
  std::sort(part.missing.begin(), part.missing.end());
  part.missing.erase(std::unique(part.missing.begin(), part.missing.end()), part.missing.end());
}

void find_cautions(CaseJudge& judge, FrameResult& result) {
  result.cautions.reserve(result.pack->cautions.size());
  const auto index = result.frame - result.pack->frames.data();
  for (std::size_t i = 0; i < result.pack->cautions.size(); ++i) {
    const Caution& caution = result.pack->cautions[i];
    for (const Caution::InFrame& in_frame : caution.in_frames) {
      if (in_frame.frame == index && judge.says(caution, i, in_frame, *result.frame)) {
        result.cautions.push_back(&caution);
      }
    }
  }
}

FrameResult judge_frame(const RuleBook& rules, const Pack& pack, const Frame& frame,
                        const Case& input, Detail detail, Evaluator& evaluator, CaseJudge& judge) {
  FrameResult result;
  result.pack = &pack;
  result.frame = &frame;
  if (frame.prefectural) result.prefectural.emplace();
  judge_part(judge, frame.national_compiled, frame, result.national);
  if (result.prefectural) judge_part(judge, frame.prefectural_compiled, frame, *result.prefectural);
  judge_figures(judge, evaluator, rules, input, detail, result);
  result.verdict = result.national.verdict;
  find_cautions(judge, result);
  return result;
}

}  // namespace

const FrameResult* Assessment::find(std::string_view frame_id) const {
  for (const FrameResult& result : frames) {
    if (result.frame->id == frame_id) return &result;
  }
  return nullptr;
}

Assessment assess(const RuleBook& rules, const Case& input,
                  const std::vector<std::string>& frame_ids, Detail detail) {
  Assessment assessment;
  for (const Pack& pack : rules.packs) {
    Evaluator evaluator(rules.catalogue, pack, input);
    CaseJudge judge(pack, evaluator);
    assessment.packs.push_back(&pack);
    assessment.frames.reserve(assessment.frames.size() + pack.frames.size());
    for (const Frame& frame : pack.frames) {
      const bool wanted = frame_ids.empty() || std::find(frame_ids.begin(), frame_ids.end(),
                                                         frame.id) != frame_ids.end();
      if (wanted) {
        assessment.frames.push_back(
            judge_frame(rules, pack, frame, input, detail, evaluator, judge));
      }
    }
  }
  return assessment;
}

}  // namespace uwanose::rules
