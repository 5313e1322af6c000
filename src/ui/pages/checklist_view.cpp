#include <string>
#include <vector>

#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {
namespace {

constexpr std::string_view section_id = "prepare";

// Sentences follow one another without a space in Japanese; a source ends without a full stop.
void add_sentence(std::string& text, const std::string& sentence, app::Language language) {
  if (sentence.empty()) return;
  const bool ja = language == app::Language::ja;
  const std::string_view stop = ja ? "。" : ".";
  if (!text.empty() && !text.ends_with(stop)) text += stop;
  if (!text.empty() && !ja) text += ' ';
  text += sentence;
}

std::string source_of(const PageView& view, const app::SourceText& source) {
  return view.words("answer.source_of", {source.text, source.confidence});
}

void build_steps(PageView& view, const app::Checklist& list) {
  Frame& frame = view.frame;
  const app::Language language = view.words.language();
  Table table(frame, "prepare.steps", list.title,
              {{std::string(view.words("prepare.step")), 11, 1, false},
               {std::string(view.words("prepare.when")), 9, 0.5f, false},
               {std::string(view.words("prepare.detail")), 18, 2, false}});
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const app::ChecklistItem& item = list.items[i];
    table.row(std::to_string(i + 1),
              view.words("prepare.numbered", {std::to_string(i + 1), item.label}));
    TextStyle when;
    if (item.passed) when.colour = frame.theme().support;
    table.words(item.when, when);
    std::string detail = item.text;
    add_sentence(detail, item.state, language);
    if (!item.ask.empty()) add_sentence(detail, view.words("prepare.ask", {item.ask}), language);
    add_sentence(detail, source_of(view, item.source), language);
    add_sentence(detail, item.source.note, language);
    table.words(detail);
  }
}

void build_contacts(PageView& view, std::string_view id, std::string_view caption,
                    const std::vector<app::ContactText>& contacts) {
  if (contacts.empty()) return;
  Table table(view.frame, id, caption,
              {{std::string(view.words("contacts.name")), 14, 2, false},
               {std::string(view.words("contacts.where")), 14, 2, false},
               {std::string(view.words("contacts.phone")), 9, 1, false}});
  std::size_t index = 0;
  for (const app::ContactText& contact : contacts) {
    table.row(std::to_string(index++), contact.name);
    table.words(contact.address.empty() ? contact.kind : contact.address);
    std::string phone = contact.phone;
    if (!contact.hours.empty()) phone += "　" + contact.hours;
    table.words(phone, {.weight = contact.responsible ? Weight::bold : Weight::regular});
  }
}

void build_where_to_ask(PageView& view, const app::ContactList& contacts) {
  Frame& frame = view.frame;
  if (contacts.first.empty()) return;
  frame.gap(1);
  heading(frame, "contacts", 3, view.words("contacts.title"));
  paragraph(frame, "contacts.place", contacts.place);
  build_contacts(view, "contacts.first", view.words("contacts.list"), contacts.first);
  if (!contacts.links.empty()) {
    frame.gap(0.5f);
    paragraph(frame, "contacts.links.title", view.words("contacts.links"),
              {.weight = Weight::bold});
    const Container list(frame, Role::list, "contacts.links");
    for (std::size_t i = 0; i < contacts.links.size(); ++i)
      list_item(frame, "contacts.link." + std::to_string(i),
                view.words("contacts.link", {contacts.links[i].label, contacts.links[i].address}));
  }
  paragraph(frame, "contacts.source", contacts.source, support_style(frame));
  if (view.printing) return;
  const std::string others =
      view.words("contacts.others", {std::to_string(contacts.others.size())});
  if (disclosure(frame, "contacts.others.open", others))
    build_contacts(view, "contacts.others", others, contacts.others);
}

}  // namespace

void build_checklist(PageView& view) {
  const app::Checklist& list = view.checklist;
  if (list.empty()) return;
  Frame& frame = view.frame;
  frame.gap(1.25f);
  const Section section(frame, section_id, view.words("prepare.title"));
  if (!list.closed.empty() && !view.printing) {
    notice(frame, "prepare.closed", Notice::caution, view.words("pack.closed"), list.closed);
    frame.gap(0.5f);
  }
  if (!list.items.empty()) {
    paragraph(frame, "prepare.lead", view.words("prepare.lead", {list.title}));
    paragraph(frame, "prepare.deadline", list.deadline, {.weight = Weight::bold});
    if (list.deadline_source)
      paragraph(frame, "prepare.deadline.source", source_of(view, *list.deadline_source),
                support_style(frame));
    if (list.ask_round)
      field_link(view, "prepare.round", list.ask_round->label, list.ask_round->key);
    frame.gap(0.25f);
    const std::string steps = view.words("prepare.steps", {std::to_string(list.items.size())});
    if (disclosure(frame, "prepare.steps.open", steps)) {
      build_steps(view, list);
    } else {
      const PrintOnly print(frame);
      build_steps(view, list);
    }
  }
  build_where_to_ask(view, list.contacts);
}

}  // namespace uwanose::ui
