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
  CaseWriter(const rules::Case& input, const rules::Catalogue& catalogue, JsonWriter& out)
      : case_(input), catalogue_(catalogue), out_(out) {}

  void write(const CaseShape& shape, const Value* extra) {
    out_.begin_object();
    write_members(shape, extra, true);
    out_.end_object();
  }

 private:
  static const Value* inside(const Value* extra, std::string_view name) {
    const Value* found = extra != nullptr ? extra->find(name) : nullptr;
    return found != nullptr && found->is(Value::Kind::object) ? found : nullptr;
  }

  void write_members(const CaseShape& shape, const Value* extra, bool at_root) {
    for (const CaseShape& child : shape.children) write_child(child, extra, at_root);
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
          if (row.extra.empty()) return;
          const JsonDocument unknown = read_json(row.extra);
          if (unknown.value) write_unknown(*unknown.value);
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
    }
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
  const rules::Catalogue& catalogue_;
  JsonWriter& out_;
};

}  // namespace

std::string write_case(const rules::Case& input, const rules::Catalogue& catalogue,
                       std::string_view extra, Layout layout) {
  std::string text;
  JsonWriter out(text, layout);
  const JsonDocument unknown = extra.empty() ? JsonDocument{} : read_json(extra);
  CaseWriter(input, catalogue, out)
      .write(CaseShape::of(catalogue), unknown.value ? &*unknown.value : nullptr);
  if (layout == Layout::indented) text += '\n';
  return text;
}

}  // namespace uwanose::io
