#include "app/checklist.h"

#include <algorithm>

#include "app/best_frame.h"
#include "app/figures.h"
#include "app/labels.h"
#include "app/requirement_text.h"

namespace uwanose::app {

namespace {

using core::Verdict;
using rules::Preparation;

class Maker {
 public:
  Maker(const Subject& subject, const rules::FrameResult& frame)
      : subject_(subject),
        words_(subject.words),
        frame_(frame),
        preparation_(frame.pack->preparation),
        today_(core::Date::parse(subject.today)) {}

  Checklist make() {
    Checklist list;
    list.title = words_("answer.frame_of",
                        {words_(frame_.frame->programme_label), words_(frame_.frame->label)});
    list.contacts = make_contacts(subject_, &frame_);
    const std::optional<rules::Closing>& closed = frame_.pack->closed;
    if (closed && (subject_.today.empty() || closed->date < subject_.today)) {
      list.closed = words_(closed->text);
    }
    if (preparation_.steps.empty()) return list;
    tell_deadline(list);
    for (const Preparation::Step& step : preparation_.steps) {
      if (rules::applies_to(step.frames, *frame_.frame) && (!step.top_up || top_up_is_open())) {
        list.items.push_back(item(step, list.contacts));
      }
    }
    return list;
  }

 private:
  bool top_up_is_open() const {
    return frame_.prefectural && frame_.prefectural->verdict != Verdict::not_met;
  }

  const Preparation::Round* round() const {
    for (const Preparation::Round& round : preparation_.rounds) {
      if (rules::applies_to(round.frames, *frame_.frame)) return &round;
    }
    return nullptr;
  }

  void tell_deadline(Checklist& list) {
    const Preparation::Round* chosen = round();
    if (chosen == nullptr) {
      list.deadline = words_("prepare.no_deadline");
      return;
    }
    const auto number = subject_.facts.scalar(chosen->fact_index);
    if (!number) {
      const rules::FactDefinition& fact = subject_.catalogue()[chosen->fact_index];
      list.deadline = words_("prepare.no_round");
      list.ask_round = FieldLink{fact.id, words_(fact.label)};
      return;
    }
    const auto wanted = static_cast<std::int64_t>(number->floor());
    for (const Preparation::Call& call : chosen->calls) {
      if (call.number != wanted) continue;
      deadline_ = call.deadline;
      list.deadline =
          words_(has_passed(call.deadline) ? "prepare.deadline_passed" : "prepare.deadline",
                 {std::to_string(wanted), date_text(words_, call.deadline)});
      list.deadline_source =
          source_text(words_, *frame_.pack, call.source ? *call.source : chosen->source);
      return;
    }
    list.deadline = words_("prepare.unknown_deadline", {std::to_string(wanted)});
  }

  bool has_passed(core::Date day) const { return today_ && day < *today_; }

  ChecklistItem item(const Preparation::Step& step, const ContactList& contacts) const {
    ChecklistItem made;
    made.label = words_(step.label);
    made.text = words_(step.text);
    made.source = source_text(words_, *frame_.pack, step.source);
    made.state = state_of(step.requirement);
    made.ask = whom(step.ask, contacts);
    std::optional<core::Date> day = step.date;
    if (step.days_before && deadline_) day = *deadline_ - *step.days_before;
    if (day) {
      made.passed = has_passed(*day);
      made.when = when(step, *day, made.passed);
    } else if (step.days_before && *step.days_before > 0) {
      made.when = words_("prepare.days_before", {std::to_string(*step.days_before)});
    }
    return made;
  }

  std::string when(const Preparation::Step& step, core::Date day, bool passed) const {
    std::string text = words_("prepare.until", {date_text(words_, day)});
    if (step.days_before && *step.days_before > 0) {
      text = words_("prepare.counted", {text, std::to_string(*step.days_before)});
    }
    return passed ? words_("prepare.passed", {text}) : text;
  }

  std::string state_of(const std::string& requirement) const {
    if (requirement.empty()) return {};
    for (const rules::RequirementResult& result : frame_.national.requirements) {
      if (result.requirement->id != requirement) continue;
      if (result.needed == false) return std::string(words_("evidence.not_needed"));
      return words_("prepare.state", {std::string(verdict_word(words_, result.verdict))});
    }
    return {};
  }

  std::string whom(const std::string& kind, const ContactList& contacts) const {
    if (kind.empty()) return {};
    for (const rules::Choice& each : subject_.rules.contacts.kinds) {
      if (each.id != kind) continue;
      const std::string& label = words_(each.label);
      for (const ContactText& contact : contacts.first) {
        if (contact.kind == label) return contact.name;
      }
      return label;
    }
    return {};
  }

  const Subject& subject_;
  const Words& words_;
  const rules::FrameResult& frame_;
  const Preparation& preparation_;
  std::optional<core::Date> today_, deadline_;
};

}  // namespace

Checklist make_checklist(const Subject& subject) {
  const auto shown = shown_frame(subject.assessment, subject.chosen_frame, subject.interests);
  if (!shown) return {};
  return Maker(subject, subject.assessment.frames[*shown]).make();
}

}  // namespace uwanose::app
