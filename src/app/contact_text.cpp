#include "app/contact_text.h"

#include <algorithm>

#include "app/entry.h"

namespace uwanose::app {

namespace {

class Lister {
 public:
  Lister(const Subject& subject, const rules::FrameResult* frame)
      : subject_(subject), words_(subject.words), frame_(frame) {
    const rules::Catalogue& catalogue = subject.catalogue();
    const auto fact = catalogue.find("applicant.head_office");
    const auto office = fact ? subject.facts.scalar(*fact) : std::nullopt;
    codes_ = catalogue.find_codes(rules::municipality_codes);
    if (!office || codes_ == nullptr) return;
    code_ = static_cast<std::int64_t>(office->floor());
    const rules::CodeTable::Code* known = codes_->find(*code_);
    if (known != nullptr) bureau_ = codes_->groups[known->group].id;
  }

  ContactList make() const {
    ContactList list;
    const rules::Contacts& contacts = subject_.rules.contacts;
    if (contacts.empty()) return list;
    list.source = words_("contacts.source", {words_(contacts.source)});
    bool served = false;
    for (const rules::Contact& contact : contacts.contacts) {
      ContactText text = text_of(contact);
      text.responsible = !contact.bureau.empty() && contact.bureau == bureau_;
      served = served || text.responsible;
      (is_first(contact) ? list.first : list.others).push_back(std::move(text));
    }
    std::stable_partition(list.first.begin(), list.first.end(),
                          [](const ContactText& text) { return text.responsible; });
    list.place = place(list, served);
    for (const rules::ContactLink& link : contacts.links) {
      if (answers_for(link.frames)) list.links.push_back({words_(link.label), link.address});
    }
    return list;
  }

 private:
  bool answers_for(const std::vector<std::string>& frames) const {
    if (frame_ != nullptr) return rules::applies_to(frames, *frame_->frame);
    const auto& all = subject_.assessment.frames;
    return std::any_of(all.begin(), all.end(), [&](const rules::FrameResult& frame) {
      return rules::applies_to(frames, *frame.frame);
    });
  }

  bool is_first(const rules::Contact& contact) const {
    if (!contact.bureau.empty()) return contact.bureau == bureau_;
    if (contact.municipality) return contact.municipality == code_;
    if (!contact.frames.empty()) return answers_for(contact.frames);
    return contact.kind == "prefecture";
  }

  ContactText text_of(const rules::Contact& contact) const {
    ContactText text;
    for (const rules::Choice& kind : subject_.rules.contacts.kinds) {
      if (kind.id == contact.kind) text.kind = words_(kind.label);
    }
    text.name = contact.name;
    if (!contact.address.empty()) {
      text.address = words_("contacts.address", {contact.postal_code, contact.address});
    }
    text.phone = contact.phone;
    text.hours = contact.hours;
    return text;
  }

  std::string place(const ContactList& list, bool served) const {
    if (!code_) return std::string(words_("contacts.no_place"));
    const std::string name = code_name(*codes_, *code_, words_);
    if (!served) return words_("contacts.outside", {name});
    // Offices keep the name of their source; in another language the bureau's is said before it.
    const std::string& office = list.first.front().name;
    const std::string& bureau = words_(codes_->groups[codes_->find(*code_)->group].label);
    const bool alike = office.starts_with(bureau);
    return words_("contacts.place",
                  {name, alike ? office : words_("code.within", {bureau, office})});
  }

  const Subject& subject_;
  const Words& words_;
  const rules::FrameResult* frame_;
  const rules::CodeTable* codes_ = nullptr;
  std::optional<std::int64_t> code_;  // of the head office
  std::string bureau_;                // that serves it; "" none
};

}  // namespace

ContactList make_contacts(const Subject& subject, const rules::FrameResult* frame) {
  return Lister(subject, frame).make();
}

}  // namespace uwanose::app
