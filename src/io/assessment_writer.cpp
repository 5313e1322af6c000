#include "io/assessment_writer.h"

#include <vector>

#include "io/fact_value.h"

namespace uwanose::io {

namespace {

using rules::MonthlySet;

constexpr std::int64_t format_version = 1;
// What one frame takes on one line, so that the text is not copied while it grows.
constexpr std::size_t bytes_a_frame = 6'000;

class AssessmentWriter {
 public:
  AssessmentWriter(const rules::RuleBook& book, const rules::Case& input, JsonWriter& out)
      : book_(book), case_(input), out_(out) {}

  void write(const rules::Assessment& assessment) {
    out_.begin_object();
    out_.member("format", "uwanose-assessment");
    out_.member("version", format_version);
    out_.key("rules");
    out_.begin_list();
    for (const rules::Pack* pack : assessment.packs) {
      out_.begin_object();
      out_.member("id", pack->id);
      out_.member("version", pack->version);
      out_.member("sha256", pack->sha256);
      out_.end_object();
    }
    out_.end_list();
    out_.key("frames");
    out_.begin_list();
    for (const rules::FrameResult& frame : assessment.frames) write(frame);
    out_.end_list();
    out_.end_object();
  }

  // What a verdict rests on, as an object.
  void evidence(const rules::RequirementResult& result) {
    out_.begin_object();
    if (result.evidence) {
      std::visit([this](const auto& evidence) { write_evidence(evidence); }, *result.evidence);
    }
    if (result.needed) out_.member("needed", *result.needed);
    if (result.variant != nullptr && !result.variant->reads.empty()) {
      out_.key("facts");
      out_.begin_object();
      for (const rules::FactIndex fact : result.variant->reads) {
        out_.key(book_.catalogue[fact].id);
        write_fact(case_, book_.catalogue, fact, out_);
      }
      out_.end_object();
    }
    out_.end_object();
  }

 private:
  void write(const rules::FrameResult& result) {
    if (pack_ != result.pack) written_.assign(result.pack->requirements.size(), {});
    pack_ = result.pack;
    out_.begin_object();
    out_.member("id", result.frame->id);
    out_.member("rules", result.pack->id);
    out_.member("verdict", core::to_string(result.verdict));
    amount("eligible_expense_yen", "eligible_expense_yen_range", result.eligible_expense);
    out_.key("national");
    write(result.national);
    out_.key("prefectural");
    if (result.prefectural) {
      write(*result.prefectural);
    } else {
      out_.null();
    }
    amount("total_yen", "total_yen_range", result.total);
    amount("own_yen", "own_yen_range", result.own);
    out_.key("cautions");
    out_.begin_list();
    for (const rules::Caution* caution : result.cautions) out_.value(caution->id);
    out_.end_list();
    out_.end_object();
  }

  void write(const rules::PartResult& part) {
    out_.begin_object();
    out_.member("verdict", core::to_string(part.verdict));
    amount("yen", "yen_range", part.yen);
    out_.key("requirements");
    out_.begin_list();
    for (const rules::RequirementResult& requirement : part.requirements) write(requirement);
    out_.end_list();
    out_.key("missing");
    out_.begin_list();
    for (const rules::FactRef& fact : part.missing) {
      out_.value(rules::to_string(fact, book_.catalogue));
    }
    out_.end_list();
    out_.end_object();
  }

  void amount(std::string_view name, std::string_view range_name, const rules::Amount& amount) {
    if (amount.known()) {
      out_.member(name, amount.min_yen);
      return;
    }
    out_.null_member(name);
    out_.key(range_name);
    out_.begin_row();
    out_.member("min_yen", amount.min_yen);
    if (amount.max_yen) {
      out_.member("max_yen", *amount.max_yen);
    } else {
      out_.null_member("max_yen");
    }
    out_.end_row();
  }

  // What does not speak of a frame's own figures is judged once for all frames, and said once.
  void write(const rules::RequirementResult& result) {
    JsonWriter::Span& written = written_[result.requirement->index];
    if (written.size > 0) {
      out_.repeat(written);
      return;
    }
    out_.begin_object();
    const std::size_t place = out_.place();
    out_.member("id", result.requirement->id);
    out_.member("verdict", core::to_string(result.verdict));
    out_.key("evidence");
    evidence(result);
    out_.key("source");
    write(result.requirement->source);
    out_.end_object();
    if (!result.requirement->frame_dependent) written = out_.since(place);
  }

  void write(const rules::Source& source) {
    const rules::Document* document = pack_->find_document(source.document);
    out_.begin_object();
    out_.member("document", document != nullptr ? document->title.ja : source.document);
    out_.member("place", source.place.ja);
    out_.member("confidence", source.confidence);
    if (!source.note.empty()) out_.member("note", source.note.ja);
    out_.end_object();
  }

  // --- evidence ---------------------------------------------------------------------------------

  static std::string_view set_name(MonthlySet set) {
    return set == MonthlySet::sales ? "sales" : "value_added";
  }
  template <typename Months>
  void months(std::string_view name, const Months& list) {
    out_.key(name);
    out_.begin_list();
    for (const core::Month month : list) out_.value(month.to_string());
    out_.end_list();
  }

  void write_evidence(const rules::DeclineEvidence& evidence) {
    decline_set(evidence.shown);
    out_.key("other");
    if (evidence.other) {
      out_.begin_object();
      decline_set(*evidence.other);
      out_.end_object();
    } else {
      out_.null();
    }
  }
  void decline_set(const rules::DeclineSet& set) {
    out_.member("set", set_name(set.figures));
    out_.key("parts");
    out_.begin_list();
    for (const rules::DeclinePart& part : set.parts) {
      out_.begin_object();
      out_.member("part", std::string_view(&part.name, 1));
      if (part.best) {
        months("months", part.best->months);
        months("base_months", part.best->base_months);
        out_.member("sum_yen", part.best->sum);
        out_.member("base_sum_yen", part.best->base_sum);
        out_.member("limit_yen", part.best->limit);
        out_.member("slack_yen", part.best->slack);
      } else {
        for (const char* name :
             {"months", "base_months", "sum_yen", "base_sum_yen", "limit_yen", "slack_yen"}) {
          out_.null_member(name);
        }
      }
      out_.end_object();
    }
    out_.end_list();
  }

  void write_evidence(const rules::OneMonthEvidence& evidence) {
    one_month_set(evidence.shown);
    out_.key("other");
    if (evidence.other) {
      out_.begin_object();
      one_month_set(*evidence.other);
      out_.end_object();
    } else {
      out_.null();
    }
  }
  void one_month_set(const rules::OneMonthEvidence::Set& set) {
    out_.member("set", set_name(set.figures));
    if (set.best) {
      out_.member("month", set.best->month.to_string());
      out_.member("base_month", set.best->base_month.to_string());
      out_.member("base", set.best->base);
      out_.member("value", set.best->value);
      out_.member("limit", set.best->limit);
      out_.member("slack", set.best->slack);
    } else {
      for (const char* name : {"month", "base_month", "base", "value", "limit", "slack"}) {
        out_.null_member(name);
      }
    }
  }

  void write_evidence(const rules::Threshold& threshold) {
    number("value", threshold.value);
    number("limit", threshold.limit);
    number("slack", threshold.slack);
    out_.member("unit", rules::to_string(threshold.unit));
    if (threshold.year > 0) out_.member("year", std::int64_t{threshold.year});
    if (threshold.per_head) out_.member("per_head", true);
    if (threshold.base_not_positive) out_.member("base_not_positive", true);
    if (!threshold.months.empty()) months("months", threshold.months);
  }
  void number(std::string_view name, const std::optional<core::Int128>& number) {
    out_.key(name);
    if (number) {
      out_.value(*number);
    } else {
      out_.null();
    }
  }

  const rules::RuleBook& book_;
  const rules::Case& case_;
  JsonWriter& out_;
  const rules::Pack* pack_ = nullptr;
  std::vector<JsonWriter::Span> written_;  // by Requirement::index of the pack
};

}  // namespace

void write_evidence(const rules::RequirementResult& result, const rules::RuleBook& book,
                    const rules::Case& input, JsonWriter& out) {
  AssessmentWriter(book, input, out).evidence(result);
}

void write_assessment(const rules::Assessment& assessment, const rules::RuleBook& book,
                      const rules::Case& input, Layout layout, std::string& out) {
  out.reserve(out.size() + assessment.frames.size() * bytes_a_frame);
  JsonWriter writer(out, layout);
  AssessmentWriter(book, input, writer).write(assessment);
  out += '\n';
}

std::string write_assessment(const rules::Assessment& assessment, const rules::RuleBook& book,
                             const rules::Case& input, Layout layout) {
  std::string text;
  write_assessment(assessment, book, input, layout, text);
  return text;
}

}  // namespace uwanose::io
