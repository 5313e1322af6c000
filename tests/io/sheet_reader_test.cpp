#include "io/sheet_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "io/support.h"

namespace uwanose::io {
namespace {

std::string sheet_text(const std::string& fields, const std::string& more = "") {
  return R"({"format": "uwanose-sheet", "format_version": 1, "id": "x",
    "title": {"ja": "様式", "en": "Form"}, "source": {"ja": "出典", "en": "Source"},
    "groups": [{"label": {"ja": "一", "en": "One"}, "fields": [)" +
         fields + R"(]}], "documents": [])" + more + "}";
}
const std::string label = R"("label": {"ja": "あ", "en": "a"})";

TEST_CASE("sheet: each kind of field") {
  const auto file = read_sheet(sheet_text(
      "{" + label + R"(, "fact": "applicant.name"}, {)" + label +
      R"(, "text": "plan_name", "max": 30}, {)" + label +
      R"(, "text": "sales", "type": "yen"}, {)" + label +
      R"(, "figure": "national_yen", "unit": "thousand"}, {"rows": "plan"}, {"rows": "expenses"})"));
  CHECK(lines(file.faults) == Lines{});
  using Kind = rules::SheetField::Kind;
  const auto& fields = file.value.value().groups.at(0).fields;
  REQUIRE(fields.size() == 6);
  CHECK(fields[0].kind == Kind::fact);
  CHECK(fields[0].source == "applicant.name");
  CHECK(fields[1].most_characters == 30);
  CHECK(fields[2].entry == rules::SheetField::Entry::yen);
  CHECK(fields[3].kind == Kind::figure);
  CHECK(fields[3].thousand_yen);
  CHECK(fields[4].kind == Kind::plan_rows);
  CHECK(fields[5].kind == Kind::expense_rows);
}

TEST_CASE("sheet: what is wrong is told with its place, and nothing is read") {
  const auto faults = [](const std::string& text) {
    const auto file = read_sheet(text);
    CHECK_FALSE(file.value);
    return lines(file.faults);
  };
  CHECK(faults(sheet_text("{" + label + R"(, "figure": "natinal_yen"})"))
            .at(0)
            .starts_with("groups[0].fields[0].figure: "));
  CHECK(faults(sheet_text(R"({"fact": "applicant.name"})"))
            .at(0)
            .starts_with("groups[0].fields[0].label: "));
  CHECK(faults(sheet_text("{" + label + R"(, "text": "a", "max": 0})"))
            .at(0)
            .starts_with("groups[0].fields[0].max: "));
  CHECK(
      faults(sheet_text(R"({"rows": "months"})")).at(0).starts_with("groups[0].fields[0].rows: "));
  CHECK(faults(sheet_text("", R"(, "group": 1)")).at(0).starts_with("group: "));
  CHECK(faults("[]").size() == 1);
  CHECK(faults("{").size() == 1);
}

TEST_CASE("sheet: those that are shipped name facts and frames that there are, each text once") {
  int sheets = 0;
  for (const assets::File& file : assets::all()) {
    if (!file.path.starts_with("sheets/")) continue;
    CAPTURE(std::string(file.path));
    const auto read = read_sheet(file.bytes);
    CHECK(lines(read.faults) == Lines{});
    REQUIRE(read.value);
    ++sheets;
    CHECK(file.path.ends_with("-" + read.value->id + ".json"));
    std::set<std::string> texts;
    for (const rules::SheetGroup& group : read.value->groups) {
      for (const rules::SheetField& field : group.fields) {
        CAPTURE(field.source);
        if (field.kind == rules::SheetField::Kind::fact) {
          const auto fact = flyer_book().catalogue.find(field.source);
          REQUIRE(fact);
          CHECK(flyer_book().catalogue[*fact].series == rules::Series::none);
        }
        if (field.kind == rules::SheetField::Kind::text) CHECK(texts.insert(field.source).second);
      }
    }
    for (const rules::SheetDocument& document : read.value->documents) {
      for (const std::string& frame : document.frames) {
        CAPTURE(frame);
        CHECK(frame.starts_with(read.value->programme + "."));
        const auto& frames = flyer_book().packs.at(0).frames;
        CHECK(std::any_of(frames.begin(), frames.end(),
                          [&](const rules::Frame& known) { return known.id == frame; }));
      }
    }
  }
  CHECK(sheets == 6);
}

}  // namespace
}  // namespace uwanose::io
