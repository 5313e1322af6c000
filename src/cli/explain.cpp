#include "cli/explain.h"

#include <algorithm>
#include <array>
#include <vector>

#include "cli/columns.h"
#include "cli/words.h"
#include "rules/explanation.h"

namespace uwanose::cli {

namespace {

constexpr std::size_t page_width = 100;

class Explanation {
 public:
  Explanation(const rules::RuleBook& rules, const rules::Case& input, rules::Language language)
      : rules_(rules), case_(input), words_(rules, input, language) {}

  std::string write(const rules::Assessment& assessment) {
    head(assessment);
    summary(assessment);
    find_common_cautions(assessment);
    for (const rules::FrameResult& frame : assessment.frames) describe(frame);
    if (!common_.empty()) {
      line("");
      line("== " + words_.pick("どの枠にも共通する注意", "Cautions for every frame"));
      cautions(common_);
    }
    for (const rules::Pack* pack : assessment.packs) left_out(*pack);
    return std::move(text_);
  }

 private:
  void line(const std::string& text) {
    text_ += text;
    while (text_.ends_with(' ')) text_.pop_back();
    text_ += '\n';
  }
  // Long text in lines of the page, the later ones set in as far as the first.
  void paragraph(const std::string& text, std::size_t indent, const std::string& first = {}) {
    std::string before = padded(first, indent);
    const std::size_t least = 20;
    for (const std::string& each : wrapped(text, std::max(page_width - indent, least))) {
      line(before + each);
      before = std::string(indent, ' ');
    }
  }

  void head(const rules::Assessment& assessment) {
    line(words_.pick("うわのせ試算", "Uwanose: estimate"));
    const auto name = rules_.catalogue.find("applicant.name");
    if (name && *name < case_.texts.size() && !case_.texts[*name].empty()) {
      line(case_.texts[*name]);
    }
    paragraph(
        words_.pick("確かめられる要件と金額の試算です。採択や交付を約束するものではありません。",
                    "An estimate of requirements and amounts as far as a form can check "
                    "them; it is no award."),
        0);
    for (const rules::Pack* pack : assessment.packs) {
      line("");
      line(words_.of(pack->title) + "  " + pack->id + " " + pack->version);
      if (pack->closed) paragraph(words_.of(pack->closed->text), 0);
    }
  }

  std::string name_of(const rules::Frame& frame) const {
    return words_.of(frame.programme_label) + " " + words_.of(frame.label);
  }
  std::string amount(const rules::Amount& amount) const {
    return words_.of(rules::format_amount(amount));
  }

  void summary(const rules::Assessment& assessment) {
    using Row = std::array<std::string, 5>;
    std::vector<Row> rows{{words_.pick("枠", "frame"), words_.pick("要件", "verdict"),
                           words_.pick("補助額", "grant"), words_.pick("県の上乗せ", "top-up"),
                           words_.pick("合計", "total")}};
    for (const rules::FrameResult& frame : assessment.frames) {
      rows.push_back(
          {name_of(*frame.frame), words_.verdict(frame.verdict), amount(frame.national.yen),
           frame.prefectural ? amount(frame.prefectural->yen) : "-", amount(frame.total)});
    }
    std::array<std::size_t, 5> widths{};
    for (const Row& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(row[i]));
      }
    }
    line("");
    for (const Row& row : rows) {
      std::string columns;
      for (std::size_t i = 0; i < row.size(); ++i) {
        columns += i < 2 ? padded(row[i], widths[i] + 2) : right_aligned(row[i], widths[i]) + "  ";
      }
      line(columns);
    }
    line("");
    paragraph(words_.pick("金額は、ほかの要件を満たした場合の計算額です。枠どうしは選択で、"
                          "足し合わせることはできません。",
                          "The amounts hold as if every other requirement were met. Frames are "
                          "alternatives: they never add up."),
              0);
  }

  void describe(const rules::FrameResult& result) {
    line("");
    line("== " + name_of(*result.frame) + "  " + result.frame->id);
    std::vector<std::pair<std::string, std::string>> rows{
        {requirements_of(result, false), words_.verdict(result.verdict)}};
    if (result.prefectural) {
      rows.emplace_back(requirements_of(result, true), words_.verdict(result.prefectural->verdict));
    }
    rows.emplace_back(words_.pick("補助対象経費", "Eligible expense"),
                      amount(result.eligible_expense));
    rows.emplace_back(
        result.prefectural ? words_.pick("国の補助", "Nation") : words_.pick("補助額", "Grant"),
        amount(result.national.yen));
    if (result.prefectural) {
      rows.emplace_back(words_.pick("県の上乗せ", "Prefecture"), amount(result.prefectural->yen));
    }
    rows.emplace_back(words_.pick("合計", "Total"), amount(result.total));
    rows.emplace_back(words_.pick("自己負担(税抜)", "Own share, without tax"), amount(result.own));
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, display_width(row.first));
    for (const auto& [label, value] : rows) line("  " + padded(label, widest + 2) + value);

    part(result, result.national, false);
    if (result.prefectural) part(result, *result.prefectural, true);
    note(words_.pick("この枠だけの条件", "What this frame demands besides"), result.frame->demands);
    note(words_.pick("未達の場合", "If the plan is missed"), result.frame->risk);
    std::vector<const rules::Caution*> own;
    for (const rules::Caution* caution : result.cautions) {
      if (std::find(common_.begin(), common_.end(), caution) == common_.end())
        own.push_back(caution);
    }
    if (!own.empty()) line("  " + words_.pick("注意", "Cautions"));
    cautions(own);
  }

  // Those that every frame carries are said once.
  void find_common_cautions(const rules::Assessment& assessment) {
    if (assessment.frames.size() < 2) return;
    for (const rules::Caution* caution : assessment.frames.front().cautions) {
      const bool common = std::all_of(
          assessment.frames.begin(), assessment.frames.end(), [&](const rules::FrameResult& frame) {
            return std::find(frame.cautions.begin(), frame.cautions.end(), caution) !=
                   frame.cautions.end();
          });
      if (common) common_.push_back(caution);
    }
  }
  // Open questions by their number, the others by a dash.
  void cautions(const std::vector<const rules::Caution*>& list) {
    for (const rules::Caution* caution : list) {
      paragraph(words_.of(caution->text), 9,
                "    " + (caution->open_question ? caution->id : std::string("-")));
    }
  }

  std::string requirements_of(const rules::FrameResult& result, bool prefectural) const {
    if (!result.prefectural) return words_.pick("要件", "Requirements");
    return prefectural ? words_.pick("県の要件", "Requirements of the prefecture")
                       : words_.pick("国の要件", "Requirements of the nation");
  }

  void note(const std::string& heading, const rules::Text& text) {
    if (text.empty()) return;
    line("  " + heading);
    paragraph(words_.of(text), 4);
  }

  void part(const rules::FrameResult& result, const rules::PartResult& part, bool prefectural) {
    line("");
    line("  " + requirements_of(result, prefectural));
    const std::size_t verdict_width = display_width(words_.verdict(core::Verdict::undetermined));
    const std::size_t indent = 4 + verdict_width + 2;
    for (const rules::RequirementResult& requirement : part.requirements) {
      const rules::Requirement& rule = *requirement.requirement;
      line("    " + padded(words_.verdict(requirement.verdict), verdict_width + 2) +
           words_.of(rule.label));
      for (const std::string& evidence : words_.evidence(requirement)) {
        paragraph(evidence, indent);
      }
      if (requirement.verdict == core::Verdict::not_met && !rule.remedy.empty()) {
        paragraph(words_.of(rule.remedy), indent);
      }
      paragraph(words_.pick("出典 ", "Source: ") + words_.source(rule.source, *result.pack),
                indent);
    }
    steps(result, prefectural);
    if (part.missing.empty()) return;
    line("  " + words_.pick("まだ分からない項目", "Not known yet"));
    for (const rules::FactRef& fact : part.missing) line("    " + words_.fact(fact));
  }

  void steps(const rules::FrameResult& result, bool prefectural) {
    const auto steps = rules::explain_amount(rules_, case_, result, prefectural);
    if (steps.empty()) return;
    line("  " + (prefectural ? words_.pick("県の上乗せの計算", "How the top-up comes out")
                             : words_.pick("補助額の計算", "How the grant comes out")));
    std::size_t widest = 0;
    for (const rules::Step& step : steps) {
      widest = std::max(widest, display_width(words_.of(step.label)));
    }
    constexpr std::size_t widest_label = 40;
    const std::size_t indent = 4 + std::min(widest, widest_label) + 2;
    for (const rules::Step& step : steps) {
      const std::string& label = words_.of(step.label);
      const bool fits = display_width(label) <= widest_label;
      if (!fits) line("    " + label);
      paragraph(words_.of(step.result), indent, fits ? "    " + label : "");
      if (!step.words.empty()) paragraph("= " + words_.of(step.words), indent);
      if (!step.numbers.empty()) paragraph("= " + words_.of(step.numbers), indent);
      if (step.source != nullptr) {
        paragraph(words_.pick("出典 ", "Source: ") + words_.source(*step.source, *result.pack),
                  indent);
      }
    }
  }

  void left_out(const rules::Pack& pack) {
    if (pack.left_out.empty()) return;
    line("");
    line(words_.pick("扱っていないこと", "Left out on purpose") + "  " + pack.id);
    for (const rules::Text& text : pack.left_out) paragraph(words_.of(text), 4, "  -");
  }

  const rules::RuleBook& rules_;
  const rules::Case& case_;
  Words words_;
  std::vector<const rules::Caution*> common_;
  std::string text_;
};

}  // namespace

std::string explain(const rules::RuleBook& rules, const rules::Case& input,
                    const rules::Assessment& assessment, rules::Language language) {
  return Explanation(rules, input, language).write(assessment);
}

}  // namespace uwanose::cli
