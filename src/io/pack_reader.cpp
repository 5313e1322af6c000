#include "io/pack_reader.h"

#include "core/sha256.h"
#include "io/catalogue_reader.h"
#include "io/check_reader.h"

namespace uwanose::io {

namespace {

class PackReader {
 public:
  PackReader(const rules::Catalogue& catalogue, Trail& trail)
      : catalogue_(catalogue), trail_(trail) {}

  void read(Members& members, rules::Pack& pack) {
    members.text("id", pack.id);
    members.text("version", pack.version);
    members.words("title", pack.title);
    members.words("issuer", pack.issuer);
    members.read("closed", Need::optional, [&](const Value& closing) {
      Members inside(closing, trail_);
      rules::Closing& closed = pack.closed.emplace();
      inside.read("date", Need::required, [&](const Value& date) {
        if (const auto day = read_date(date)) closed.date = day->to_string();
      });
      inside.words("text", closed.text);
    });
    list(members, "facts", Need::optional, pack.facts);
    list(members, "documents", Need::required, pack.documents);
    list(members, "tables", Need::optional, pack.tables);
    list(members, "definitions", Need::optional, pack.definitions);
    list(members, "checks", Need::optional, pack.checks);
    list(members, "requirements", Need::required, pack.requirements);
    list(members, "frames", Need::required, pack.frames);
    list(members, "cautions", Need::optional, pack.cautions);
    list(members, "left_out", Need::optional, pack.left_out);
    members.read("preparation", Need::optional,
                 [&](const Value& item) { read(item, pack.preparation); });
  }

 private:
  template <typename Item>
  void list(Members& members, std::string_view key, Need need, std::vector<Item>& items) {
    members.list(key, need, items, [this](const Value& value, Item& item) { read(value, item); });
  }

  void read(const Value& value, rules::FactDefinition& fact) { read_fact(value, fact, trail_); }

  void read(const Value& value, rules::Check& check) {
    read_check(value, check, catalogue_, trail_);
  }

  void read(const Value& value, rules::Text& text) { read_words(value, text, trail_); }

  // "2026-02-13"
  std::optional<core::Date> read_date(const Value& value) {
    const auto date = core::Date::parse(value.is(Value::Kind::text) ? value.text : "");
    if (!date) trail_.fault("fault.date", "must be a date such as \"2026-02-13\"");
    return date;
  }

  void read(const Value& value, rules::Preparation& preparation) {
    Members members(value, trail_);
    list(members, "rounds", Need::optional, preparation.rounds);
    list(members, "steps", Need::required, preparation.steps);
  }

  void read(const Value& value, rules::Preparation::Round& round) {
    Members members(value, trail_);
    members.names("frames", round.frames, Need::required);
    members.text("fact", round.fact);
    list(members, "calls", Need::required, round.calls);
    read_source(members, round.source, trail_);
  }

  void read(const Value& value, rules::Preparation::Call& call) {
    Members members(value, trail_);
    members.integer("number", call.number, 1, 999);
    members.read("deadline", Need::required, [&](const Value& date) {
      call.deadline = read_date(date).value_or(core::Date());
    });
    if (members.has("source")) read_source(members, call.source.emplace(), trail_);
  }

  void read(const Value& value, rules::Preparation::Step& step) {
    Members members(value, trail_);
    members.text("id", step.id);
    members.names("frames", step.frames, Need::optional);
    members.flag("top_up", step.top_up);
    members.text("requirement", step.requirement, Need::optional);
    members.words("label", step.label);
    members.words("text", step.text);
    if (members.has("days_before")) {
      members.integer("days_before", step.days_before.emplace(), 0, 999);
    }
    members.read("date", Need::optional, [&](const Value& date) { step.date = read_date(date); });
    members.text("ask", step.ask, Need::optional);
    read_source(members, step.source, trail_);
  }

  void read(const Value& value, rules::Document& document) {
    Members members(value, trail_);
    members.text("id", document.id);
    members.words("title", document.title);
    members.text("date", document.date, Need::optional);
    members.text("address", document.address, Need::optional);
  }

  void read(const Value& value, rules::Table& table) {
    Members members(value, trail_);
    members.text("id", table.id);
    members.words("label", table.label);
    members.formulas("by", table.by);
    list(members, "columns", Need::required, table.columns);
    list(members, "rows", Need::required, table.rows);
    read_source(members, table.source, trail_);
  }

  void read(const Value& value, rules::Column& column) {
    Members members(value, trail_);
    members.text("id", column.id);
    members.unit("unit", column.unit, Need::required);
  }

  void read(const Value& value, rules::Table::Row& row) {
    Members members(value, trail_);
    list(members, "keys", Need::required, row.keys);
    list(members, "values", Need::required, row.values);
  }

  void read(const Value& value, core::Ratio& number) {
    if (const auto ratio = read_ratio(value, trail_)) number = *ratio;
  }

  // A word is a choice, a number an upper limit, null anything.
  void read(const Value& value, rules::Table::Key& key) {
    if (value.is(Value::Kind::null)) return;
    if (value.is(Value::Kind::text)) {
      key.kind = rules::Table::Key::Kind::choice;
      key.choice = value.text;
    } else if (const auto limit = read_ratio(value, trail_)) {
      key.kind = rules::Table::Key::Kind::at_most;
      key.limit = *limit;
    }
  }

  void read(const Value& value, rules::Definition& definition) {
    Members members(value, trail_);
    members.text("id", definition.id);
    members.words("label", definition.label);
    rules::Unit unit;
    members.unit("unit", unit, Need::optional);
    if (members.has("unit")) definition.unit = unit;
    if (members.has("variants")) {
      list(members, "variants", Need::required, definition.variants);
    } else {
      members.formula("formula", definition.variants.emplace_back().value, Need::required);
    }
    read_source(members, definition.source, trail_);
  }

  void read(const Value& value, rules::Definition::Variant& variant) {
    Members members(value, trail_);
    members.formula("when", variant.when);
    members.formula("formula", variant.value, Need::required);
  }

  void read(const Value& value, rules::Requirement& requirement) {
    Members members(value, trail_);
    members.text("key", requirement.key);
    members.text("id", requirement.id);
    members.words("label", requirement.label);
    members.words("meaning", requirement.meaning);
    members.words("remedy", requirement.remedy, Need::optional);
    if (members.has("variants")) {
      list(members, "variants", Need::required, requirement.variants);
    } else {
      read_variant(members, requirement.variants.emplace_back());
    }
    read_source(members, requirement.source, trail_);
  }

  void read(const Value& value, rules::Requirement::Variant& variant) {
    Members members(value, trail_);
    read_variant(members, variant);
  }

  // A requirement without variants is one itself.
  void read_variant(Members& members, rules::Requirement::Variant& variant) {
    members.formula("when", variant.when);
    members.formula("needed_when", variant.needed_when);
    members.formula("test", variant.test);
    members.text("check", variant.check, Need::optional);
    members.formula("value", variant.value);
    members.formula("at_least", variant.at_least);
    members.formula("at_most", variant.at_most);
    members.formula("more_than", variant.more_than);
    members.flag("lower_limit", variant.lower_limit);

    const auto given = [](const auto&... texts) { return (... + (texts.empty() ? 0 : 1)); };
    const int ways =
        given(variant.test.text, variant.check, variant.value.text) + (variant.lower_limit ? 1 : 0);
    if (ways != 1) {
      trail_.fault("fault.one_way",
                   "needs exactly one of test, check, value and \"lower_limit\": true");
    }
    const int limits = given(variant.at_least.text, variant.at_most.text, variant.more_than.text);
    const bool band = limits == 2 && variant.more_than.text.empty();
    if (!variant.value.text.empty() && limits != 1 && !band) {
      trail_.fault("fault.one_limit",
                   "value needs one of at_least, at_most and more_than, or at_least with at_most");
    } else if (variant.value.text.empty() && limits > 0) {
      trail_.fault("fault.no_value", "at_least, at_most and more_than go with value");
    }
  }

  void read(const Value& value, rules::AmountRule& rule, std::vector<std::string>& requirements) {
    Members members(value, trail_);
    members.integer("unit_yen", rule.unit_yen, 1, 100'000'000, Need::optional);
    list(members, "variants", Need::required, rule.variants);
    members.names("requirements", requirements, Need::required);
  }

  void read(const Value& value, rules::AmountRule::Variant& variant) {
    Members members(value, trail_);
    members.formula("when", variant.when);
    members.formula("amount", variant.amount, Need::required);
    members.formula("cap", variant.cap);
    members.formula("at_least", variant.at_least);
    members.formula("more_than", variant.more_than);
    members.words("label", variant.label);
    read_source(members, variant.source, trail_);
  }

  void read(const Value& value, rules::Frame& frame) {
    Members members(value, trail_);
    members.text("id", frame.id);
    members.words("label", frame.label);
    members.text("programme", frame.programme);
    members.words("programme_label", frame.programme_label);
    members.text("eligible", frame.eligible);
    members.read("national", Need::required, [&](const Value& part) {
      read(part, frame.national, frame.national_requirements);
    });
    members.read("prefectural", Need::optional, [&](const Value& part) {
      read(part, frame.prefectural.emplace(), frame.prefectural_requirements);
    });
    members.words("demands", frame.demands, Need::optional);
    members.words("risk", frame.risk, Need::optional);
  }

  void read(const Value& value, rules::Caution& caution) {
    Members members(value, trail_);
    members.text("id", caution.id);
    members.names("frames", caution.frames, Need::optional);
    members.formula("when", caution.when);
    members.flag("open_question", caution.open_question);
    members.words("text", caution.text);
    read_source(members, caution.source, trail_);
  }

  const rules::Catalogue& catalogue_;
  Trail& trail_;
};

}  // namespace

WholeFile<rules::Pack> read_pack(std::string_view bytes, const rules::Catalogue& catalogue) {
  auto file = read_whole_file<rules::Pack>(
      bytes, "uwanose-rules", "format_version", [&](Members& members, rules::Pack& pack) {
        PackReader(catalogue, members.trail()).read(members, pack);
      });
  if (file.value) file.value->sha256 = core::sha256_hex(bytes);
  return file;
}

}  // namespace uwanose::io
