#include "io/case_writer.h"

#include <map>

#include "io/case_shape.h"
#include "io/fact_value.h"
#include "io/json_reader.h"

namespace uwanose::io {

namespace {

using Kind = CaseShape::Kind;

class CaseWriter {
 public:
  CaseWriter(const rules::Case& input, const EntryNotes& notes,
             std::span<const SavedScenario> scenarios, bool compared,
             const rules::Catalogue& catalogue, JsonWriter& out)
      : case_(input),
        notes_(notes),
        scenarios_(scenarios),
        compared_(compared),
        catalogue_(catalogue),
        out_(out) {}

  void write(const CaseShape& shape, std::string_view extra) {
    const JsonDocument unknown = extra.empty() ? JsonDocument{} : read_json(extra);
    out_.begin_object();
    write_members(shape, unknown.value ? &*unknown.value : nullptr, true);
    out_.end_object();
  }

 private:
  static const Value* inside(const Value* extra, std::string_view name) {
    const Value* found = extra != nullptr ? extra->find(name) : nullptr;
    return found != nullptr && found->is(Value::Kind::object) ? found : nullptr;
  }

  void write_members(const CaseShape& shape, const Value* extra, bool at_root) {
    for (const CaseShape& child : shape.children) {
      if (child.kind == Kind::scenarios) {
        write_scenarios(shape, child.name);
      } else {
        write_child(child, extra, at_root);
      }
    }
    if (extra == nullptr) return;
    for (const Value& member : extra->children) {
      const CaseShape* known = shape.find(member.key);
      // A fact that had no name when the file was read, but has one now.
      const bool newly_known = known != nullptr && known->kind == Kind::scalar && !has(*known);
      if (known != nullptr && !newly_known) continue;
      out_.escaped_key(member.key);
      out_.tree(member);
    }
  }

  void write_child(const CaseShape& child, const Value* extra, bool at_root) {
    const Value* within = inside(extra, child.name);
    const auto by_month = [](const auto& row, std::size_t) { return row.month.to_string(); };
    const auto by_index = [](const auto&, std::size_t index) { return std::to_string(index); };
    switch (child.kind) {
      case Kind::header:
        out_.key(child.name);
        if (child.name == "format") {
          out_.value(case_format);
        } else {
          out_.value(case_version);
        }
        break;
      case Kind::scalar:
        if (has(child)) {
          out_.key(child.name);
          write_fact(case_, catalogue_, child.fact, out_);
        }
        break;
      case Kind::group:
        if (has(child) || within != nullptr || (at_root && child.name != "programmes")) {
          out_.key(child.name);
          out_.begin_object();
          write_members(child, within, false);
          out_.end_object();
        }
        break;
      case Kind::monthly:
        write_rows(child, case_.monthly, within, by_month, [&](const rules::MonthFigures& row) {
          out_.member("month", row.month.to_string());
          figure("sales_yen", row.sales_yen);
          figure("value_added_yen", row.value_added_yen);
        });
        break;
      case Kind::wages:
        write_rows(child, case_.wages, within, by_month, [&](const rules::WageMonth& row) {
          out_.member("month", row.month.to_string());
          figure("employees", row.employees);
          figure("near_minimum", row.near_minimum);
        });
        break;
      case Kind::yearly:
        write_rows(child, case_.yearly, within, by_index, [&](const rules::YearPlan& row) {
          figure("value_added_yen", row.value_added_yen);
          figure("employees", row.employees);
          figure("minimum_hourly_wage_yen", row.minimum_hourly_wage_yen);
        });
        break;
      case Kind::expenses:
        if (!case_.expenses) break;
        write_rows(child, *case_.expenses, within, by_index, [&](const rules::Expense& row) {
          if (row.category) {
            const auto category = static_cast<std::size_t>(*row.category);
            out_.member("category", catalogue_.categories[category].id);
          }
          if (!row.item.empty()) out_.member("item", row.item);
          figure("amount_yen", row.amount_yen);
          figure("unit_price_yen", row.unit_price_yen);
          write_notes(static_cast<std::size_t>(&row - case_.expenses->data()));
          write_unknown(row.extra);
        });
        break;
      case Kind::texts:
        if (case_.form_texts.empty()) break;
        out_.key(child.name);
        out_.begin_object();
        for (const auto& [key, text] : case_.form_texts) {
          out_.escaped_key(key);
          out_.value(text);
        }
        out_.end_object();
        break;
      case Kind::confirmed:
        if (notes_.confirmed.empty()) break;
        out_.key(child.name);
        out_.begin_object();
        for (const auto& [place, value] : notes_.confirmed) {
          out_.escaped_key(place);
          out_.value(value);
        }
        out_.end_object();
        break;
      case Kind::scenarios: break;
    }
  }

  void write_notes(std::size_t expense) {
    const auto at = notes_.expenses.find(expense);
    if (at == notes_.expenses.end()) return;
    if (const auto& with_tax = at->second.with_tax) {
      out_.key("with_tax");
      out_.begin_object();
      out_.member("percent", with_tax->percent);
      figure("amount_yen", with_tax->amount_yen);
      figure("unit_price_yen", with_tax->unit_price_yen);
      write_unknown(with_tax->extra);
      out_.end_object();
    }
    if (compared_ && at->second.row != 0) out_.member("row", at->second.row);
  }

  void write_scenarios(const CaseShape& root, std::string_view name) {
    if (scenarios_.empty()) return;
    out_.key(name);
    out_.begin_list();
    for (const SavedScenario& scenario : scenarios_) {
      out_.begin_object();
      figure("number", scenario.number);
      if (!scenario.name.empty()) out_.member("name", scenario.name);
      write_unknown(scenario.extra);
      if (const auto& content = scenario.content) {
        out_.key("case");
        CaseWriter(content->facts, content->notes, {}, true, catalogue_, out_)
            .write(root, content->extra);
      }
      out_.end_object();
    }
    out_.end_list();
  }

  template <typename Row, typename Name, typename Write>
  void write_rows(const CaseShape& child, const std::vector<Row>& rows, const Value* extra,
                  Name name, Write write) {
    std::map<std::string_view, const Value*> extras;
    if (extra != nullptr) {
      for (const Value& row : extra->children) extras.emplace(row.key, &row);
    }
    out_.key(child.name);
    out_.begin_list();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out_.begin_row();
      write(rows[i]);
      const auto found = extras.empty() ? extras.end() : extras.find(name(rows[i], i));
      if (found != extras.end()) write_unknown(*found->second);
      out_.end_row();
    }
    out_.end_list();
  }

  void write_unknown(const Value& members) {
    for (const Value& member : members.children) {
      out_.escaped_key(member.key);
      out_.tree(member);
    }
  }

  void write_unknown(std::string_view extra) {
    if (extra.empty()) return;
    const JsonDocument unknown = read_json(extra);
    if (unknown.value) write_unknown(*unknown.value);
  }

  void figure(std::string_view name, const rules::Figure& figure) {
    if (figure) out_.member(name, *figure);
  }

  bool has(const CaseShape& shape) const {
    switch (shape.kind) {
      case Kind::scalar: return has_fact(case_, shape.fact);
      case Kind::group:
        for (const CaseShape& child : shape.children) {
          if (has(child)) return true;
        }
        return false;
      default: return true;
    }
  }

  const rules::Case& case_;
  const EntryNotes& notes_;
  std::span<const SavedScenario> scenarios_;
  bool compared_;
  const rules::Catalogue& catalogue_;
  JsonWriter& out_;
};

std::string write(const rules::Case& input, std::string_view extra, const EntryNotes& notes,
                  std::span<const SavedScenario> scenarios, const rules::Catalogue& catalogue,
                  Layout layout) {
  std::string text;
  JsonWriter out(text, layout);
  CaseWriter(input, notes, scenarios, !scenarios.empty(), catalogue, out)
      .write(CaseShape::of(catalogue), extra);
  if (layout == Layout::indented) text += '\n';
  return text;
}

}  // namespace

std::string write_case(const rules::Case& input, const rules::Catalogue& catalogue,
                       std::string_view extra, Layout layout) {
  return write(input, extra, {}, {}, catalogue, layout);
}

std::string write_case(const CaseContent& content, std::span<const SavedScenario> scenarios,
                       const rules::Catalogue& catalogue, Layout layout) {
  return write(content.facts, content.extra, content.notes, scenarios, catalogue, layout);
}

}  // namespace uwanose::io
