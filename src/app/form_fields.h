// Makes the fields of the form one by one: what each takes, its words, what it shows, and what is
// asked about it. Internal to make_form().
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/doubts.h"
#include "app/facts.h"
#include "app/form.h"
#include "app/keys.h"

namespace uwanose::app {

class FieldMaker {
 public:
  // The state must outlive it.
  explicit FieldMaker(const State& state);

  // `row` is the header of the field's row in a table, "" outside of one.
  Field field(const FieldKey& key, const rules::Text& label, const std::string& row);
  // The question about support money, which is asked where sales begin.
  Field support() const;
  // Whether the amounts of a row of expenses are with tax.
  Field tax(RowId row, const std::string& header);
  // Whether the answer waits for it.
  bool needed(std::string_view key) const { return needed_.contains(key); }
  // Whether it is asked whether its value is meant.
  bool doubted(std::string_view key) const { return doubts_.contains(key); }

 private:
  void note_missing();
  std::string said(std::string_view key) const;
  Control control_of(const rules::FactDefinition& definition) const;
  const rules::CodeTable* codes_of(const rules::FactDefinition& definition) const;
  std::shared_ptr<const Choices> choices_for(const rules::FactDefinition& definition);
  std::shared_ptr<const Choices> names_of(const rules::CodeTable& table, const std::string& shown,
                                          const MaybeValue& value) const;
  void question(Field& field) const;
  void explain(Field& field, const Entry& entry) const;

  const State& state_;
  Words words_;
  const rules::Catalogue& catalogue_;
  const rules::Case& facts_;
  std::map<std::string, Doubt, std::less<>> doubts_;  // by key
  std::set<std::string, std::less<>> needed_;         // keys
  std::shared_ptr<const Choices> yes_no_, categories_, taxes_;
};

}  // namespace uwanose::app
