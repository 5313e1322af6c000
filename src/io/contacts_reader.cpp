#include "io/contacts_reader.h"

#include <algorithm>

#include "io/catalogue_reader.h"

namespace uwanose::io {

namespace {

bool names_one_of(const std::vector<rules::Choice>& choices, const std::string& id) {
  return std::any_of(choices.begin(), choices.end(),
                     [&](const rules::Choice& choice) { return choice.id == id; });
}

class ContactsReader {
 public:
  ContactsReader(const rules::CodeTable& codes, Trail& trail) : codes_(codes), trail_(trail) {}

  void read(Members& members, rules::Contacts& contacts) {
    members.words("title", contacts.title);
    members.words("source", contacts.source);
    members.list("kinds", Need::required, contacts.kinds,
                 [&](const Value& item, rules::Choice& kind) {
                   read_choice_definition(item, kind, trail_);
                 });
    members.list("contacts", Need::required, contacts.contacts,
                 [&](const Value& item, rules::Contact& contact) {
                   read(item, contact);
                   known("kind", contact.kind, names_one_of(contacts.kinds, contact.kind));
                 });
    members.list("links", Need::optional, contacts.links,
                 [&](const Value& item, rules::ContactLink& link) {
                   Members inside(item, trail_);
                   inside.words("label", link.label);
                   inside.text("address", link.address);
                   inside.names("frames", link.frames, Need::optional);
                 });
  }

 private:
  void read(const Value& value, rules::Contact& contact) {
    Members members(value, trail_);
    members.text("kind", contact.kind);
    members.text("name", contact.name);
    members.text("postal_code", contact.postal_code, Need::optional);
    members.text("address", contact.address, Need::optional);
    members.text("phone", contact.phone);
    members.text("hours", contact.hours, Need::optional);
    members.names("frames", contact.frames, Need::optional);
    members.text("bureau", contact.bureau, Need::optional);
    known("bureau", contact.bureau, names_one_of(codes_.groups, contact.bureau));
    members.read("municipality", Need::optional, [&](const Value& code) {
      contact.municipality = read_municipality(code, trail_);
      if (contact.municipality && codes_.find(*contact.municipality) == nullptr) {
        trail_.fault("fault.contact", quoted(code.text) + " is not known", {code.text});
      }
    });
  }

  void known(std::string_view member, const std::string& id, bool is_known) {
    if (id.empty() || is_known) return;
    const Step at(trail_, member);
    trail_.fault("fault.contact", quoted(id) + " is not known", {id});
  }

  const rules::CodeTable& codes_;
  Trail& trail_;
};

}  // namespace

WholeFile<rules::Contacts> read_contacts(std::string_view bytes,
                                         const rules::Catalogue& catalogue) {
  const rules::CodeTable none;
  const rules::CodeTable* codes = catalogue.find_codes(rules::municipality_codes);
  return read_whole_file<rules::Contacts>(
      bytes, "uwanose-contacts", "version", [&](Members& members, rules::Contacts& contacts) {
        ContactsReader(codes != nullptr ? *codes : none, members.trail()).read(members, contacts);
      });
}

}  // namespace uwanose::io
