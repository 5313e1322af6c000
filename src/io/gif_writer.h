// The government's common data models (GIF) as JSON, with their names: DS-434 legal entity,
// DS-432 contact, DS-433 address, and the financial and site sheets of DS-451-1. Names of
// 2025-03-25 where they differ from earlier ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json_writer.h"
#include "rules/case.h"

namespace uwanose::io {

class GifWriter {
 public:
  GifWriter(const rules::Case& input, const rules::Catalogue& catalogue, JsonWriter& out)
      : case_(input), catalogue_(catalogue), out_(out) {}

  // Members of the A sheet. `addressee` is the name of the authority.
  void application(std::string_view addressee);
  void financials();  // C sheet
  void sites();       // F sheet

  // What the models require and the case doesn't state, so far: "A票.申請者.tradeNameKana".
  const std::vector<std::string>& open() const { return open_; }

  // A text of Case::form_texts; "" where there is none.
  std::string_view form_text(std::string_view key) const;

 private:
  struct ContactKeys {
    std::string_view name, department, person, phone, email;
  };

  std::string text_fact(std::string_view id) const;
  rules::Figure integer_fact(std::string_view id) const;
  const rules::Choice* choice_fact(std::string_view id) const;

  void required(std::string_view place, std::string_view name, std::string_view text);
  void stated(std::string_view name, std::string_view text);
  void applicant();
  bool has_contact(const ContactKeys& keys) const;
  void contact(const ContactKeys& keys);
  void delegate();
  void address();
  bool has_address() const;

  const rules::Case& case_;
  const rules::Catalogue& catalogue_;
  JsonWriter& out_;
  std::vector<std::string> open_;
};

}  // namespace uwanose::io
