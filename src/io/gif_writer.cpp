#include "io/gif_writer.h"

#include <charconv>
#include <optional>
#include <utility>

#include "core/corporate_number.h"
#include "core/iso_date.h"
#include "core/municipality_code.h"

namespace uwanose::io {

namespace {

// The kinds of company that a name carries in front or at its end.
constexpr std::string_view company_kinds[] = {"株式会社", "有限会社", "合同会社", "合名会社",
                                              "合資会社"};

std::string_view company_kind(std::string_view name) {
  for (const std::string_view kind : company_kinds) {
    if (name.starts_with(kind) || name.ends_with(kind)) return kind;
  }
  return {};
}

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data(), end, value);
  return fault == std::errc() && at == end && !text.empty() ? std::optional(value) : std::nullopt;
}

}  // namespace

// --- what the case states
// ---------------------------------------------------------------------------

std::string_view GifWriter::form_text(std::string_view key) const {
  const auto found = case_.form_texts.find(key);
  return found == case_.form_texts.end() ? std::string_view() : found->second;
}

std::string GifWriter::text_fact(std::string_view id) const {
  const auto index = catalogue_.find(id);
  return index && *index < case_.texts.size() ? case_.texts[*index] : std::string();
}

rules::Figure GifWriter::integer_fact(std::string_view id) const {
  const auto index = catalogue_.find(id);
  const auto value = index ? case_.scalar(*index) : std::nullopt;
  return value ? rules::Figure(static_cast<std::int64_t>(value->floor())) : std::nullopt;
}

const rules::Choice* GifWriter::choice_fact(std::string_view id) const {
  const auto chosen = integer_fact(id);
  if (!chosen) return nullptr;
  const auto& choices = catalogue_[*catalogue_.find(id)].choices;
  const auto index = static_cast<std::size_t>(*chosen);
  return index < choices.size() ? &choices[index] : nullptr;
}

void GifWriter::stated(std::string_view name, std::string_view text) {
  if (!text.empty()) out_.member(name, text);
}

void GifWriter::required(std::string_view place, std::string_view name, std::string_view text) {
  if (text.empty()) {
    open_.push_back(std::string(place) + '.' + std::string(name));
  } else {
    out_.member(name, text);
  }
}

// --- A sheet
// ----------------------------------------------------------------------------------------

void GifWriter::application(std::string_view addressee) {
  out_.key("宛先");
  out_.begin_object();
  out_.member("tradeName", addressee);
  out_.end_object();
  open_.emplace_back("A票.申請日");
  constexpr ContactKeys ours{
      {}, "contact_department", "contact_name", "contact_phone", "contact_email"};
  if (has_contact(ours)) {
    out_.key("連絡先");
    contact(ours);
  } else {
    open_.emplace_back("A票.連絡先");
  }
  out_.key("申請者");
  applicant();
  delegate();
}

void GifWriter::applicant() {
  constexpr std::string_view place = "A票.申請者";
  const rules::Choice* kind = choice_fact("applicant.kind");
  const bool proprietor = kind != nullptr && kind->id == "sole_proprietor";
  const std::string name = text_fact("applicant.name");
  std::string number = text_fact("applicant.corporate_number");
  if (core::check_corporate_number(number) != core::CorporateNumberFault::none) number.clear();
  out_.begin_object();
  if (proprietor) {
    stated("legalEntityNumber", number);
  } else {
    required(place, "legalEntityNumber", number);
  }
  required(place, "tradeName", name);
  required(place, "tradeNameKana", form_text("trade_name_kana"));
  stated("categoryOfOrganization", proprietor ? "個人事業主" : company_kind(name));
  if (const auto person = form_text("representative"); !person.empty()) {
    out_.key("representative");
    out_.begin_object();
    out_.member("fullName", person);
    out_.end_object();
  }
  stated("dateOfEstablishment", core::iso_date(form_text("established")));
  if (const rules::Choice* industry = choice_fact("applicant.industry")) {
    out_.member("categoryOfBusiness", industry->label.ja);
  }
  if (has_address()) {
    out_.key("registeredAddress");
    address();
  }
  if (const auto employees = integer_fact("applicant.employees")) {
    out_.member("numberOfEmployee", *employees);
  }
  const bool with_capital = kind == nullptr || kind->id == "corporation";
  if (const auto capital = integer_fact("applicant.capital_yen"); capital && with_capital) {
    out_.member("capital_JPY", *capital);
  }
  out_.end_object();
}

bool GifWriter::has_address() const {
  return integer_fact("applicant.head_office") || !form_text("postal_code").empty() ||
         !form_text("address").empty();
}

void GifWriter::address() {
  out_.begin_object();
  if (const auto code = integer_fact("applicant.head_office")) {
    std::string digits = std::to_string(*code);
    digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
    out_.member("localGovernmentCode", digits + core::municipality_check_digit(digits));
  }
  stated("postalCode", form_text("postal_code"));
  stated("fullAddress", form_text("address"));
  out_.end_object();
}

bool GifWriter::has_contact(const ContactKeys& keys) const {
  const auto given = [this](std::string_view key) { return !form_text(key).empty(); };
  return given(keys.department) || given(keys.person) || given(keys.phone) || given(keys.email);
}

void GifWriter::contact(const ContactKeys& keys) {
  out_.begin_object();
  stated("contactPointName", form_text(keys.name));
  stated("contactPointDepartment", form_text(keys.department));
  stated("contactPointPersonsName", form_text(keys.person));
  stated("contactPointPhoneNumber", form_text(keys.phone));
  stated("contactPointEmailAddress", form_text(keys.email));
  out_.end_object();
}

void GifWriter::delegate() {
  constexpr ContactKeys keys{
      "delegate_name", {}, "delegate_person", "delegate_phone", "delegate_email"};
  const std::string_view number = form_text("delegate_number");
  const bool checked = core::check_corporate_number(number) == core::CorporateNumberFault::none;
  if (!form_text("delegate_name").empty() || checked || has_contact(keys)) {
    out_.key("委任者");
    out_.begin_object();
    if (checked) out_.member("legalEntityNumber", number);
    stated("tradeName", form_text("delegate_name"));
    if (has_contact(keys)) {
      out_.key("contactPointInformation");
      contact(keys);
    }
    out_.end_object();
  }
  stated("委任者の役割", form_text("delegate_role"));
  stated("委任内容", form_text("delegate_scope"));
}

// --- C and F sheets
// ---------------------------------------------------------------------------------

void GifWriter::financials() {
  out_.begin_object();
  stated("決算年月日", core::iso_date(form_text("fiscal_year_end")));
  if (const auto employees = integer_fact("plan.base.employees")) {
    out_.member("期末従業員数", *employees);
  }
  constexpr std::pair<std::string_view, std::string_view> figures[] = {
      {"売上高", "fiscal_sales_yen"},     {"売上原価内減価償却費", "fiscal_depreciation_cost_yen"},
      {"労務費", "fiscal_labour_yen"},    {"販管費内減価償却費", "fiscal_depreciation_sga_yen"},
      {"人件費", "fiscal_personnel_yen"}, {"営業利益", "fiscal_operating_profit_yen"}};
  for (const auto& [name, key] : figures) {
    if (const auto yen = whole(form_text(key))) out_.member(name, *yen);
  }
  out_.end_object();
}

void GifWriter::sites() {
  out_.begin_list();
  const std::string_view industry = form_text("industry_code");
  if (!industry.empty() || has_address()) {
    out_.begin_object();
    if (has_address()) {
      out_.key("事業所");
      out_.begin_object();
      out_.key("BusinessPlaceAddress");
      address();
      out_.end_object();
    }
    stated("業種コード", industry);
    out_.end_object();
  }
  out_.end_list();
}

}  // namespace uwanose::io
