#include "io/pack_reader.h"

#include "core/sha256.h"
#include "io/catalogue_reader.h"
#include "io/check_reader.h"
#include "io/members.h"

namespace uwanose::io {

namespace {

class PackReader {
 public:
  PackReader(const rules::Catalogue& catalogue, Trail& trail)
      : catalogue_(catalogue), trail_(trail) {}

  void read(const Value& value, rules::Pack& pack) {
    Members members(value, trail_);
    read_header(members, "uwanose-rules", "format_version");
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
    members.list(
        "facts", Need::optional, pack.facts,
        [&](const Value& item, rules::FactDefinition& fact) { read_fact(item, fact, trail_); });
    members.list("documents", Need::required, pack.documents,
                 [&](const Value& item, rules::Document& document) { read(item, document); });
    members.list("tables", Need::optional, pack.tables,
                 [&](const Value& item, rules::Table& table) { read(item, table); });
    members.list("definitions", Need::optional, pack.definitions,
                 [&](const Value& item, rules::Definition& definition) { read(item, definition); });
    members.list("checks", Need::optional, pack.checks,
                 [&](const Value& item, rules::Check& check) {
                   read_check(item, check, catalogue_, trail_);
                 });
    members.list(
        "requirements", Need::required, pack.requirements,
        [&](const Value& item, rules::Requirement& requirement) { read(item, requirement); });
    members.list("frames", Need::required, pack.frames,
                 [&](const Value& item, rules::Frame& frame) { read(item, frame); });
    members.list("cautions", Need::optional, pack.cautions,
                 [&](const Value& item, rules::Caution& caution) { read(item, caution); });
    members.list("left_out", Need::optional, pack.left_out,
                 [&](const Value& item, rules::Text& text) { read_words(item, text, trail_); });
    members.read("preparation", Need::optional,
                 [&](const Value& item) { read(item, pack.preparation); });
  }

 private:
  // "2026-02-13"
  std::optional<core::Date> read_date(const Value& value) {
    const auto date = core::Date::parse(value.is(Value::Kind::text) ? value.text : "");
    if (!date) trail_.fault("fault.date", "must be a date such as \"2026-02-13\"");
    return date;
  }

  void read(const Value& value, rules::Preparation& preparation) {
    Members members(value, trail_);
    members.list(
        "rounds", Need::optional, preparation.rounds,
        [&](const Value& item, rules::Preparation::Round& round) {
          Members inside(item, trail_);
          inside.names("frames", round.frames, Need::required);
          inside.text("fact", round.fact);
          inside.list("calls", Need::required, round.calls,
                      [&](const Value& each, rules::Preparation::Call& call) { read(each, call); });
          read_source(inside, round.source, trail_);
        });
    members.list("steps", Need::required, preparation.steps,
                 [&](const Value& item, rules::Preparation::Step& step) { read(item, step); });
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
    members.list("columns", Need::required, table.columns,
                 [&](const Value& item, rules::Column& column) {
                   Members inside(item, trail_);
                   inside.text("id", column.id);
                   inside.unit("unit", column.unit, Need::required);
                 });
    members.list("rows", Need::required, table.rows,
                 [&](const Value& item, rules::Table::Row& row) {
                   Members inside(item, trail_);
                   inside.list("keys", Need::required, row.keys,
                               [&](const Value& key, rules::Table::Key& out) { read(key, out); });
                   inside.list("values", Need::required, row.values,
                               [&](const Value& cell, core::Ratio& out) {
                                 if (const auto ratio = read_ratio(cell, trail_)) out = *ratio;
                               });
                 });
    read_source(members, table.source, trail_);
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
      members.list("variants", Need::required, definition.variants,
                   [&](const Value& item, rules::Definition::Variant& variant) {
                     Members inside(item, trail_);
                     inside.formula("when", variant.when);
                     inside.formula("formula", variant.value, Need::required);
                   });
    } else {
      members.formula("formula", definition.variants.emplace_back().value, Need::required);
    }
    read_source(members, definition.source, trail_);
  }

  void read(const Value& value, rules::Requirement& requirement) {
    Members members(value, trail_);
    members.text("key", requirement.key);
    members.text("id", requirement.id);
    members.words("label", requirement.label);
    members.words("meaning", requirement.meaning);
    members.words("remedy", requirement.remedy, Need::optional);
    if (members.has("variants")) {
      members.list("variants", Need::required, requirement.variants,
                   [&](const Value& item, rules::Requirement::Variant& variant) {
                     Members inside(item, trail_);
                     read_variant(inside, variant);
                   });
    } else {
      read_variant(members, requirement.variants.emplace_back());
    }
    read_source(members, requirement.source, trail_);
  }

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
    members.list("variants", Need::required, rule.variants,
                 [&](const Value& item, rules::AmountRule::Variant& variant) {
                   Members inside(item, trail_);
                   inside.formula("when", variant.when);
                   inside.formula("amount", variant.amount, Need::required);
                   inside.formula("cap", variant.cap);
                   inside.formula("at_least", variant.at_least);
                   inside.formula("more_than", variant.more_than);
                   inside.words("label", variant.label);
                   read_source(inside, variant.source, trail_);
                 });
    members.names("requirements", requirements, Need::required);
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

PackFile read_pack(std::string_view bytes, const rules::Catalogue& catalogue) {
  PackFile file;
  JsonDocument document = read_json(bytes);
  Trail trail;
  trail.faults = std::move(document.faults);
  rules::Pack pack;
  if (document.value) PackReader(catalogue, trail).read(*document.value, pack);
  pack.sha256 = core::sha256_hex(bytes);
  file.faults = std::move(trail.faults);
  if (file.faults.empty()) file.value = std::move(pack);
  return file;
}

}  // namespace uwanose::io
