#include "io/handoff_writer.h"

#include <algorithm>
#include <optional>

#include "core/sha256.h"
#include "io/assessment_writer.h"
#include "io/case_writer.h"
#include "io/gif_writer.h"
#include "rules/explanation.h"
#include "rules/outlook.h"

namespace uwanose::io {

namespace {

using core::Ratio;

constexpr std::string_view handoff_format = "uwanose-handoff";
constexpr std::int64_t handoff_version = 1;
constexpr std::string_view b_sheet = "B票";
constexpr std::string_view our_key = "uwanose";

// What a part gives at most, and for each yen of its first band.
struct Terms {
  std::optional<std::int64_t> cap_yen;
  std::optional<Ratio> rate;
};

std::int64_t yen_of(const rules::AmountsAt& at, bool prefectural) {
  return prefectural ? at.prefectural_yen : at.national_yen;
}

// Every rate's denominator divides it, so that amounts at its multiples are not rounded.
constexpr std::int64_t whole_step = 3600;
constexpr std::int64_t beyond_all_caps = 1'000'000'000'000;

Terms terms_of(const rules::Outlook& outlook, bool prefectural) {
  Terms terms;
  const auto full = prefectural ? outlook.prefectural_full() : outlook.national_full();
  if (full) terms.cap_yen = yen_of(outlook.at(beyond_all_caps), prefectural);
  if (!outlook.first_grant()) return terms;
  const std::int64_t from = (*outlook.first_grant() + whole_step - 1) / whole_step * whole_step;
  const std::int64_t here = yen_of(outlook.at(from), prefectural);
  const std::int64_t grown = yen_of(outlook.at(from + whole_step), prefectural) - here;
  // A share of the whole expense, not a fixed sum, and not yet at its cap.
  const Ratio rate = Ratio::of(grown, whole_step);
  if (grown > 0 && rate * Ratio(from) == Ratio(here)) terms.rate = rate;
  return terms;
}

// Percent with one decimal, half a tenth up: 33.3 of 1/3, 66.7 of 2/3.
std::string percent_text(const Ratio& rate) {
  const auto tenths = static_cast<std::int64_t>((rate * Ratio(1000) + Ratio::of(1, 2)).floor());
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

class HandoffWriter {
 public:
  HandoffWriter(const Handoff& handoff, std::string& text)
      : handoff_(handoff),
        pack_(*handoff.frame.pack),
        frame_(*handoff.frame.frame),
        out_(text, Layout::indented),
        gif_(handoff.input, handoff.book.catalogue, out_),
        outlook_(rules::Outlook::of(handoff.book, handoff.input, handoff.frame)) {
    if (!outlook_) return;
    national_ = terms_of(*outlook_, false);
    prefectural_ = terms_of(*outlook_, true);
  }

  void write() {
    out_.begin_object();
    out_.member("format", handoff_format);
    out_.member("version", handoff_version);
    if (!handoff_.time.empty()) out_.member("created", handoff_.time);
    out_.key("product");
    out_.begin_row();
    out_.member("name", "Uwanose");
    if (!handoff_.product_version.empty()) out_.member("version", handoff_.product_version);
    out_.end_row();
    out_.key("model");
    out_.begin_row();
    out_.member("framework", "GIF 2025-03-25");
    out_.member("application", "DS-451-1");
    out_.member("legal_entity", "DS-434");
    out_.member("programme", "DS-451-4");
    out_.end_row();
    out_.key("A票");
    out_.begin_object();
    gif_.application(issuer(false));
    out_.end_object();
    out_.key(b_sheet);
    contents();
    out_.key("C票");
    gif_.financials();
    out_.key("F票");
    gif_.sites();
    out_.end_object();
  }

 private:
  void contents() {
    open_ = gif_.open();
    out_.begin_object();
    for (const auto& [name, key] : {std::pair("名称", "plan_name"), {"概要", "plan_outline"}}) {
      const std::string_view text = gif_.form_text(key);
      if (text.empty()) {
        open_.push_back("B票." + std::string(name));
      } else {
        out_.member(name, text);
      }
    }
    if (handoff_.time.size() >= 10) out_.member("更新年月日", handoff_.time.substr(0, 10));
    out_.key(our_key);
    ours();
    out_.end_object();
  }

  void ours() {
    out_.begin_object();
    out_.member("notice",
                "要件を確かめられる範囲の試算です。採択や交付を約束するものではありません。");
    out_.key("open");
    out_.begin_list();
    for (const std::string& place : open_) out_.value(place);
    out_.end_list();
    out_.member("frame", frame_.id);
    out_.key("programmes");
    out_.begin_list();
    programme(false);
    if (handoff_.frame.prefectural) programme(true);
    out_.end_list();
    verdicts();
    amounts();
    cautions();
    sources();
    const std::string assessment =
        write_assessment(handoff_.assessment, handoff_.book, handoff_.input);
    out_.member("assessment_sha256", core::sha256_hex(assessment));
    embedded("case", write_case({handoff_.input, std::string(handoff_.extra), handoff_.notes}, {},
                                handoff_.book.catalogue));
    embedded("assessment", assessment);
    out_.end_object();
  }

  // As it is written by itself, to the byte, but for the line end.
  void embedded(std::string_view name, std::string_view json) {
    out_.key(name);
    out_.raw(json.substr(0, json.find_last_not_of('\n') + 1));
  }

  // A pack names the nation's authority first, and the prefecture behind it.
  std::string_view issuer(bool prefectural) const {
    constexpr std::string_view and_then = "・";
    const std::string_view all = pack_.issuer.ja;
    const std::size_t at = all.find(and_then);
    if (at == std::string_view::npos) return all;
    return prefectural ? all.substr(at + and_then.size()) : all.substr(0, at);
  }

  // What a pack rests on stands first among its documents.
  std::string_view where_to_read() const {
    const bool online =
        !pack_.documents.empty() && pack_.documents.front().address.starts_with("https://");
    return online ? std::string_view(pack_.documents.front().address) : pack_.title.ja;
  }

  std::string number(bool prefectural) const {
    return prefectural ? pack_.id + '/' + frame_.id : frame_.id;
  }

  const rules::PartResult& part(bool prefectural) const {
    return prefectural ? *handoff_.frame.prefectural : handoff_.frame.national;
  }
  const rules::AmountRule::Variant* variant(bool prefectural) const {
    const rules::AmountRule& rule = prefectural ? *frame_.prefectural : frame_.national;
    const int index = part(prefectural).variant;
    return index < 0 ? nullptr : &rule.variants[static_cast<std::size_t>(index)];
  }
  const Terms& terms(bool prefectural) const { return prefectural ? prefectural_ : national_; }

  // DS-451-4. The prefecture's part is the nation's with an addition by a local authority.
  void programme(bool prefectural) {
    out_.begin_object();
    out_.member("制度所管組織", issuer(prefectural));
    const std::string title = frame_.programme_label.ja + ' ' + frame_.label.ja;
    out_.member("タイトル（制度名）", prefectural ? pack_.title.ja + ' ' + title : title);
    out_.member("制度番号", number(prefectural));
    if (prefectural) {
      out_.member("元制度番号", number(false));
      out_.member("制度変更区分", "1");
    }
    const rules::AmountRule::Variant* rule = variant(prefectural);
    out_.member("概要", rule != nullptr ? rule->label.ja : title);
    out_.member(
        "内容",
        "給付上限額は補助金の額の上限で、経費の上限ではありません。その額まで（以下）を"
        "給付します。補助率は、補助の対象になる経費（税抜）に対する割合の上限（以内）です。");
    const Terms& known = terms(prefectural);
    if (known.cap_yen) out_.member("給付上限額", *known.cap_yen);
    if (known.rate) {
      out_.key("最大補助率");
      out_.raw(percent_text(*known.rate));
    }
    out_.member("詳細参照先", where_to_read());
    out_.end_object();
  }

  void verdicts() {
    out_.member("verdict", core::to_string(handoff_.frame.verdict));
    out_.key("verdicts");
    out_.begin_list();
    for (const bool prefectural : {false, true}) {
      if (prefectural && !handoff_.frame.prefectural) break;
      for (const rules::RequirementResult& result : part(prefectural).requirements) {
        out_.begin_object();
        out_.member("part", part_name(prefectural));
        out_.member("requirement", result.requirement->id);
        out_.member("label", result.requirement->label.ja);
        out_.member("verdict", core::to_string(result.verdict));
        out_.key("evidence");
        write_evidence(result, handoff_.book, handoff_.input, out_);
        source(result.requirement->source);
        out_.end_object();
      }
    }
    out_.end_list();
  }

  static std::string_view part_name(bool prefectural) {
    return prefectural ? "prefectural" : "national";
  }

  void amount(const std::string& name, const rules::Amount& amount) {
    if (amount.known()) {
      out_.member(name, amount.min_yen);
      return;
    }
    out_.key(name + "_range");
    out_.begin_row();
    out_.member("min_yen", amount.min_yen);
    if (amount.max_yen) out_.member("max_yen", *amount.max_yen);
    out_.end_row();
  }

  void rate(std::string_view name, const Ratio& rate) {
    out_.key(name);
    out_.begin_row();
    out_.member("fraction", rate.to_string());
    out_.key("percent");
    out_.raw(percent_text(rate));
    out_.end_row();
  }

  void amounts() {
    const rules::FrameResult& result = handoff_.frame;
    out_.key("amounts");
    out_.begin_object();
    amount("eligible_expense_yen", result.eligible_expense);
    for (const bool prefectural : {false, true}) {
      if (prefectural && !result.prefectural) break;
      out_.key(part_name(prefectural));
      out_.begin_object();
      amount("yen", part(prefectural).yen);
      if (const auto* rule = variant(prefectural)) out_.member("rule", rule->label.ja);
      if (terms(prefectural).rate) rate("rate", *terms(prefectural).rate);
      if (terms(prefectural).cap_yen) out_.member("subsidy_cap_yen", *terms(prefectural).cap_yen);
      trace(prefectural);
      out_.end_object();
    }
    amount("total_yen", result.total);
    amount("own_yen", result.own);
    if (result.total.known() && result.eligible_expense.known() &&
        result.eligible_expense.min_yen > 0) {
      rate("effective_rate", Ratio::of(result.total.min_yen, result.eligible_expense.min_yen));
    }
    out_.end_object();
  }

  void trace(bool prefectural) {
    out_.key("trace");
    out_.begin_list();
    for (const rules::Step& step :
         rules::explain_amount(handoff_.book, handoff_.input, handoff_.frame, prefectural)) {
      out_.begin_object();
      out_.member("label", step.label.ja);
      if (!step.words.ja.empty()) out_.member("formula", step.words.ja);
      if (!step.numbers.ja.empty()) out_.member("numbers", step.numbers.ja);
      if (!step.result.ja.empty()) out_.member("result", step.result.ja);
      if (step.source != nullptr) source(*step.source);
      out_.end_object();
    }
    out_.end_list();
  }

  // The document by its id among the sources.
  void source(const rules::Source& source) {
    out_.key("source");
    out_.begin_row();
    out_.member("document", source.document);
    out_.member("place", source.place.ja);
    out_.member("confidence", source.confidence);
    out_.end_row();
  }

  void cautions() {
    out_.key("cautions");
    out_.begin_list();
    for (const rules::Caution* caution : handoff_.frame.cautions) {
      out_.begin_row();
      out_.member("id", caution->id);
      out_.member("text", caution->text.ja);
      out_.end_row();
    }
    out_.end_list();
  }

  void sources() {
    out_.key("rules");
    out_.begin_row();
    out_.member("id", pack_.id);
    out_.member("version", pack_.version);
    out_.member("sha256", pack_.sha256);
    out_.member("title", pack_.title.ja);
    out_.end_row();
    out_.key("sources");
    out_.begin_list();
    for (const rules::Document& document : pack_.documents) {
      out_.begin_row();
      out_.member("id", document.id);
      out_.member("title", document.title.ja);
      if (!document.date.empty()) out_.member("date", document.date);
      if (!document.address.empty()) out_.member("address", document.address);
      out_.end_row();
    }
    out_.end_list();
  }

  const Handoff& handoff_;
  const rules::Pack& pack_;
  const rules::Frame& frame_;
  JsonWriter out_;
  GifWriter gif_;
  std::optional<rules::Outlook> outlook_;
  Terms national_, prefectural_;
  std::vector<std::string> open_;
};

}  // namespace

std::string write_handoff(const Handoff& handoff) {
  std::string text;
  HandoffWriter(handoff, text).write();
  text += '\n';
  return text;
}

}  // namespace uwanose::io
