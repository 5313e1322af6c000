// The form that a page showed before, to take from it the rows of tables that still say the same: a
// long table costs little when one of its fields changes. Internal to make_form().
#pragma once

#include <cstddef>
#include <string_view>

#include "app/form.h"
#include "app/form_fields.h"

namespace uwanose::app {

class EarlierForm {
 public:
  // State and fields must outlive it.
  EarlierForm(Form form, const State& state, const FieldMaker& fields);

  // The table of a section; null if there was none, or it had other columns than `now`.
  Grid* table(std::string_view section_id, const Grid& now);
  // The row of such a table, to be moved from; null if it was not there or may say something else.
  Row* month_row(Grid* table, rules::Series series, core::Month month) const;
  Row* expense_row(Grid* table, std::size_t index) const;

 private:
  bool says_the_same(const Row& row) const;

  Form form_;
  const State& state_;
  const FieldMaker& fields_;
};

}  // namespace uwanose::app
