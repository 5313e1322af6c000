#include "io/sheet_reader.h"

#include <iterator>

namespace uwanose::io {

namespace {

using rules::SheetField;

constexpr std::int64_t most_characters = 10'000;

void read_field(const Value& value, SheetField& field, Trail& trail) {
  Members members(value, trail);
  if (members.has("rows")) {
    members.read("rows", Need::required, [&](const Value& rows) {
      if (const auto kind = read_choice(rows, {"plan", "expenses"}, trail)) {
        field.kind = *kind == 0 ? SheetField::Kind::plan_rows : SheetField::Kind::expense_rows;
      }
    });
    return;
  }
  members.words("label", field.label);
  if (members.has("fact")) {
    field.kind = SheetField::Kind::fact;
    members.text("fact", field.source);
  } else if (members.has("figure")) {
    field.kind = SheetField::Kind::figure;
    members.read("figure", Need::required, [&](const Value& figure) {
      const std::vector<std::string_view> names(std::begin(rules::sheet_figures),
                                                std::end(rules::sheet_figures));
      if (const auto chosen = read_choice(figure, names, trail)) field.source = names[*chosen];
    });
    members.read("unit", Need::optional, [&](const Value& unit) {
      field.thousand_yen = read_choice(unit, {"yen", "thousand"}, trail) == std::size_t{1};
    });
  } else {
    members.text("text", field.source);
    members.read("type", Need::optional, [&](const Value& type) {
      if (const auto entry =
              read_choice(type, {"text", "yen", "date", "corporate_number"}, trail)) {
        field.entry = static_cast<SheetField::Entry>(*entry);
      }
    });
    members.integer("max", field.most_characters, 1, most_characters, Need::optional);
  }
}

void read_members(Members& members, rules::Sheet& sheet) {
  Trail& trail = members.trail();
  members.text("id", sheet.id);
  members.text("programme", sheet.programme, Need::optional);
  members.words("title", sheet.title);
  members.words("source", sheet.source);
  members.list(
      "groups", Need::required, sheet.groups, [&](const Value& value, rules::SheetGroup& group) {
        Members inside(value, trail);
        inside.words("label", group.label);
        inside.words("hint", group.hint, Need::optional);
        inside.list("fields", Need::required, group.fields,
                    [&](const Value& field, SheetField& made) { read_field(field, made, trail); });
      });
  members.list("documents", Need::required, sheet.documents,
               [&](const Value& value, rules::SheetDocument& made) {
                 Members inside(value, trail);
                 inside.text("id", made.id);
                 inside.words("label", made.label);
                 inside.names("frames", made.frames, Need::optional);
               });
}

}  // namespace

WholeFile<rules::Sheet> read_sheet(std::string_view bytes) {
  return read_whole_file<rules::Sheet>(bytes, "uwanose-sheet", "format_version", read_members);
}

}  // namespace uwanose::io
