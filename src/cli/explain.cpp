#include "cli/explain.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "cli/columns.h"

namespace uwanose::cli {

namespace {

constexpr std::size_t page_width = 100;

class Explanation {
 public:
  Explanation(const app::Answer& answer, const app::ContactList& contacts, const app::Words& words)
      : answer_(answer), contacts_(contacts), words_(words) {}

  std::string write(const std::string& applicant) {
    head(applicant);
    compare();
    find_common_cautions();
    for (const std::size_t i : answer_.ranking) describe(answer_.frames[i]);
    if (!common_.empty()) {
      line("");
      line(words_("explain.common_cautions"), "== ");
      cautions(common_);
    }
    left_out();
    where_to_ask();
    return std::move(text_);
  }

 private:
  void line(std::string_view text, std::string_view before = {}) {
    text_ += before;
    text_ += text;
    while (text_.ends_with(' ')) text_.pop_back();
    text_ += '\n';
  }
  // Long text in lines of the page, the later ones set in as far as the first.
  void paragraph(std::string_view text, std::size_t indent, std::string_view first = {}) {
    if (text.empty()) return;
    std::string before = padded(first, indent);
    const std::size_t least = 20;
    for (const std::string& each : wrapped(text, std::max(page_width - indent, least))) {
      line(each, before);
      before = std::string(indent, ' ');
    }
  }

  void head(const std::string& applicant) {
    line(words_("page.title"));
    if (!applicant.empty()) line(applicant);
    paragraph(words_("page.no_promise"), 0);
    for (const app::PackNote& pack : answer_.packs) {
      line("");
      line(pack.title);
      line(pack.version);
      paragraph(pack.closed, 0);
    }
  }

  std::string name_of(const app::FrameAnswer& frame) const {
    return words_("answer.frame_of", {frame.programme_label, frame.label});
  }

  void compare() {
    using Row = std::array<std::string, 6>;
    const auto title = [&](const char* key) { return std::string(words_(key)); };
    std::vector<Row> rows{{title("frames.frame"), title("frames.verdict"), title("answer.national"),
                           title("answer.prefectural"), title("answer.total"),
                           title("answer.own")}};
    for (const std::size_t i : answer_.ranking) {
      const app::FrameAnswer& frame = answer_.frames[i];
      rows.push_back({name_of(frame), frame.verdict_word, frame.national.amount.text,
                      frame.prefectural.exists ? frame.prefectural.amount.text : "-",
                      frame.total.text, frame.own.text});
    }
    std::array<std::size_t, 6> widths{};
    for (const Row& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(row[i]));
      }
    }
    line("");
    line(words_("answer.compare"), "== ");
    for (const Row& row : rows) {
      std::string columns;
      for (std::size_t i = 0; i < row.size(); ++i) {
        columns += i < 2 ? padded(row[i], widths[i] + 2) : right_aligned(row[i], widths[i]) + "  ";
      }
      line(columns, "  ");
    }
    line("");
    paragraph(words_("answer.alternatives"), 2, "  ");
    paragraph(words_("explain.amounts"), 2, "  ");
    line("");
    for (const std::size_t i : answer_.ranking) {
      const app::FrameAnswer& frame = answer_.frames[i];
      if (frame.compared.empty()) continue;
      line(name_of(frame), "  ");
      paragraph(frame.compared, 6, "      ");
    }
  }

  void describe(const app::FrameAnswer& frame) {
    line("");
    line(name_of(frame) + "  " + frame.id, "== ");
    line(frame.verdict_word, "  ");
    paragraph(frame.headline, 2, "  ");
    amounts(frame);
    part(frame.national);
    if (frame.prefectural.exists) part(frame.prefectural);
    missing(frame);
    note("answer.demands", frame.demands);
    note("answer.risk", frame.risk);
    paragraph(frame.beside_normal, 4, "    ");
    std::vector<const app::CautionText*> own;
    for (const app::CautionText& caution : frame.cautions) {
      if (!is_common(caution)) own.push_back(&caution);
    }
    if (!own.empty()) line(words_("answer.cautions"), "  ");
    cautions(own);
  }

  void amounts(const app::FrameAnswer& frame) {
    struct Row {
      std::string_view label, value, note;
    };
    std::vector<Row> rows;
    const auto add = [&](const app::FigureText& figure) {
      rows.push_back({figure.label, figure.text, figure.note});
    };
    add(frame.eligible);
    add(frame.national.amount);
    if (frame.prefectural.exists) add(frame.prefectural.amount);
    add(frame.total);
    add(frame.own);
    add(frame.advance);
    if (!frame.effective_rate.empty()) {
      rows.push_back({words_("answer.effective_rate"), frame.effective_rate, {}});
    }
    const std::size_t before_outlook = rows.size();
    for (const app::FigureText& figure : frame.outlook) add(figure);
    std::size_t widest = 0;
    for (const Row& row : rows) widest = std::max(widest, display_width(row.label));
    line(frame.amounts_note, "  ");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == before_outlook) line(words_("answer.outlook"), "  ");
      std::string value(rows[i].value);
      if (!rows[i].note.empty()) value += "  " + std::string(rows[i].note);
      paragraph(value, 4 + widest + 2, "    " + std::string(rows[i].label));
    }
    if (!frame.outlook.empty()) paragraph(words_("answer.outlook_note"), 4, "    ");
  }

  void part(const app::PartAnswer& part) {
    line("");
    line(part.label + "  " + part.verdict_word, "  ");
    const std::size_t verdict_width = display_width(words_("verdict.undetermined"));
    const std::size_t indent = 4 + verdict_width + 2;
    for (const app::RequirementLine& requirement : part.requirements) {
      line("    " + padded(requirement.verdict_word, verdict_width + 2) + requirement.label);
      paragraph(requirement.slack, indent);
      for (const std::string& number : requirement.numbers) paragraph(number, indent);
      paragraph(requirement.remedy, indent);
      source(requirement.source, indent);
    }
    steps(part);
  }

  void source(const app::SourceText& source, std::size_t indent) {
    if (source.text.empty()) return;
    paragraph(words_("answer.source_of", {source.text, source.confidence}), indent);
  }

  void steps(const app::PartAnswer& part) {
    if (part.steps.empty()) return;
    line(words_("answer.amount_rule"), "  ");
    std::size_t widest = 0;
    for (const app::StepText& step : part.steps) {
      widest = std::max(widest, display_width(step.label));
    }
    constexpr std::size_t widest_label = 40;
    const std::size_t indent = 4 + std::min(widest, widest_label) + 2;
    for (const app::StepText& step : part.steps) {
      const bool fits = display_width(step.label) <= widest_label;
      if (!fits) line(step.label, "    ");
      paragraph(step.result, indent, fits ? "    " + step.label : "");
      if (!step.words.empty()) paragraph("= " + step.words, indent);
      if (!step.numbers.empty() && step.numbers != step.words) {
        paragraph("= " + step.numbers, indent);
      }
      if (step.source) source(*step.source, indent);
    }
  }

  void missing(const app::FrameAnswer& frame) {
    if (frame.missing.empty()) return;
    line("");
    line(words_("answer.missing", {std::to_string(frame.missing.size())}), "  ");
    std::string list;
    for (const app::FieldLink& field : frame.missing) {
      if (!list.empty()) list += words_("list.separator");
      list += words_("explain.settles", {field.label, std::to_string(field.settles)});
    }
    paragraph(list, 4, "    ");
    paragraph(words_("explain.settles_note"), 4, "    ");
  }

  void note(const char* heading, const std::string& text) {
    if (text.empty()) return;
    line(words_(heading), "  ");
    paragraph(text, 4, "    ");
  }

  // Those that every frame carries are said once.
  void find_common_cautions() {
    if (answer_.frames.size() < 2) return;
    for (const app::CautionText& caution : answer_.frames.front().cautions) {
      const bool everywhere = std::all_of(
          answer_.frames.begin(), answer_.frames.end(), [&](const app::FrameAnswer& frame) {
            return std::any_of(
                frame.cautions.begin(), frame.cautions.end(),
                [&](const app::CautionText& other) { return other.text == caution.text; });
          });
      if (everywhere) common_.push_back(&caution);
    }
  }
  bool is_common(const app::CautionText& caution) const {
    return std::any_of(common_.begin(), common_.end(),
                       [&](const app::CautionText* other) { return other->text == caution.text; });
  }
  void cautions(const std::vector<const app::CautionText*>& list) {
    for (const app::CautionText* caution : list) paragraph(caution->text, 6, "    -");
  }

  void left_out() {
    for (const app::PackNote& pack : answer_.packs) {
      if (pack.left_out.empty()) continue;
      line("");
      line(words_("page.left_out"), "== ");
      paragraph(pack.title, 2, "  ");
      for (const std::string& text : pack.left_out) paragraph(text, 6, "    -");
    }
  }

  void where_to_ask() {
    if (contacts_.first.empty()) return;
    line("");
    line(words_("contacts.title"), "== ");
    paragraph(contacts_.place, 2, "  ");
    std::size_t widest = 0;
    for (const app::ContactText& contact : contacts_.first) {
      widest = std::max(widest, display_width(contact.phone));
    }
    const std::size_t indent = 2 + widest + 2;
    for (const app::ContactText& contact : contacts_.first) {
      paragraph(contact.name, indent, "  " + contact.phone);
      paragraph(contact.address, indent);
      paragraph(contact.hours, indent);
    }
    for (const app::ContactLinkText& link : contacts_.links) {
      paragraph(words_("contacts.link", {link.label, link.address}), 2, "  ");
    }
    paragraph(contacts_.source, 2, "  ");
  }

  const app::Answer& answer_;
  const app::ContactList& contacts_;
  const app::Words& words_;
  std::vector<const app::CautionText*> common_;
  std::string text_;
};

}  // namespace

std::string explain(const app::Answer& answer, const app::ContactList& contacts,
                    const app::Words& words, const std::string& applicant) {
  return Explanation(answer, contacts, words).write(applicant);
}

std::string explain_case(const rules::RuleBook& rules, const rules::Case& input,
                         const rules::Assessment& assessment, const app::Strings& strings,
                         rules::Language language) {
  const app::Words words(strings, language);
  const auto name = rules.catalogue.find("applicant.name");
  const bool named = name && *name < input.texts.size();
  const app::Subject subject = app::subject_of(rules, input, assessment, words);
  const app::Answer answer = app::make_answer(subject, app::Detail::every_frame);
  const auto office = rules.catalogue.find("applicant.head_office");
  app::ContactList contacts;
  if (office && input.scalar(*office)) contacts = app::make_contacts(subject, nullptr);
  return explain(answer, contacts, words, named ? input.texts[*name] : std::string());
}

}  // namespace uwanose::cli
