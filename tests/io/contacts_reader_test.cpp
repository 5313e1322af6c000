#include "io/contacts_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "io/support.h"

namespace uwanose::io {
namespace {

const rules::Contacts& contacts() {
  static const rules::Contacts all =
      read_contacts(assets::find("data/contacts.json"), shipped_catalogue()).value.value();
  return all;
}
const rules::CodeTable& codes() {
  const rules::CodeTable* table = shipped_catalogue().find_codes("municipalities");
  REQUIRE(table != nullptr);
  return *table;
}

Lines faults(const std::string& contact) {
  return lines(read_contacts(R"({"format": "uwanose-contacts", "version": 1,
      "title": {"ja": "あ", "en": "a"}, "source": {"ja": "あ", "en": "a"},
      "kinds": [{"id": "bureau", "label": {"ja": "局", "en": "b"}}], "contacts": [)" +
                                 contact + "]}",
                             shipped_catalogue())
                   .faults);
}

TEST_CASE("municipalities: 77 of Nagano in ten groups, and the 46 other prefectures") {
  REQUIRE(codes().groups.size() == 11);
  CHECK(codes().groups[0].label.ja == "佐久地域振興局");
  CHECK(codes().groups[10].id == "outside");
  int inside = 0, outside = 0;
  for (const rules::CodeTable::Code& code : codes().codes) {
    const bool nagano = code.number / 1000 == 20;
    ++(nagano ? inside : outside);
    CHECK(nagano == (code.group < 10));
    CHECK((nagano || code.number % 1000 == 0));
  }
  CHECK(inside == 77);
  CHECK(outside == 46);
}

TEST_CASE("municipalities: names of one sound belong to different bureaus") {
  const auto says = [](std::int64_t number, const char* ja, const char* en, const char* bureau) {
    const rules::CodeTable::Code* code = codes().find(number);
    REQUIRE(code != nullptr);
    CHECK(code->label.ja == ja);
    CHECK(code->label.en == en);
    CHECK(codes().groups[code->group].id == bureau);
  };
  says(20402, "松川町", "Matsukawa Town", "minamishinshu");
  says(20482, "松川村", "Matsukawa Village", "kita_alps");
  says(20201, "長野市", "Nagano City", "nagano");
  says(20432, "木曽町", "Kiso Town", "kiso");
  says(20602, "栄村", "Sakae Village", "hokushin");
  says(13000, "東京都", "Tokyo", "outside");
  CHECK(codes().find(13101) == nullptr);
  CHECK(codes().nearest(13101)->label.ja == "東京都");
  CHECK(codes().nearest(20999) == nullptr);
}

TEST_CASE("contacts: the flyer's list is whole") {
  std::map<std::string, int> kinds;
  std::set<std::string> bureaus;
  for (const rules::Contact& contact : contacts().contacts) {
    ++kinds[contact.kind];
    CHECK(contact.phone.size() >= 12);
    if (!contact.bureau.empty()) bureaus.insert(contact.bureau);
    if (contact.kind != "call_centre") CHECK(contact.postal_code.size() == 8);
  }
  CHECK(kinds == std::map<std::string, int>{{"prefecture", 1},
                                            {"bureau", 10},
                                            {"societies", 1},
                                            {"chamber", 18},
                                            {"guarantee", 1},
                                            {"federation", 1},
                                            {"support_centre", 2},
                                            {"call_centre", 5}});
  CHECK(bureaus.size() == 10);
}

TEST_CASE("contacts: each bureau and programme that is named exists") {
  for (const rules::Contact& contact : contacts().contacts) {
    for (const std::string& name : contact.frames) {
      const auto& frames = flyer_book().packs.front().frames;
      CHECK(std::any_of(frames.begin(), frames.end(), [&](const rules::Frame& frame) {
        return frame.id == name || frame.programme == name;
      }));
    }
  }
}

TEST_CASE("contacts: faults name the place") {
  CHECK(faults(R"({"kind": "bureau", "name": "局", "phone": "0"})") == Lines{});
  CHECK(faults(R"({"kind": "shop", "name": "店", "phone": "0"})") ==
        Lines{"contacts[0].kind: \"shop\" is not known"});
  CHECK(faults(R"({"kind": "bureau", "name": "局", "phone": "0", "bureau": "tokyo"})") ==
        Lines{"contacts[0].bureau: \"tokyo\" is not known"});
  CHECK(faults(R"({"kind": "bureau", "name": "局", "phone": "0", "municipality": "20999"})") ==
        Lines{"contacts[0].municipality: \"20999\" is not known"});
  CHECK(faults(R"({"kind": "bureau", "name": "局"})") == Lines{"contacts[0].phone: is missing"});
}

}  // namespace
}  // namespace uwanose::io
