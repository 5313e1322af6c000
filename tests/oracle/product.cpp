#include "oracle/product.h"

#include <array>
#include <stdexcept>

#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/rule_book.h"
#include "rules/assessment.h"

namespace uwanose::oracle {

namespace {

[[noreturn]] void refuse(const core::Faults& faults) {
  std::string text;
  for (const core::Fault& fault : faults) text += fault.to_string() + "\n";
  throw std::runtime_error(text);
}

rules::RuleBook load(std::string_view pack) {
  const std::array<io::RuleFile, 1> packs = {{{"rules/nagano_plus_1.json", pack}}};
  io::RuleBookFile file =
      io::load_rule_book({"rules/facts.json", assets::find("rules/facts.json")}, packs);
  if (!file.value) refuse(file.faults);
  return std::move(*file.value);
}

}  // namespace

Product::Product() : Product(std::string(assets::find("rules/nagano_plus_1.json"))) {}

Product::Product(const std::string& pack)
    : book_(std::make_unique<const rules::RuleBook>(load(pack))) {}

Product::~Product() = default;

std::string Product::assess(const std::string& case_json) const {
  const io::CaseFile file = io::read_case(case_json, book_->catalogue);
  if (!file.value) refuse(file.faults);
  const rules::Assessment assessment = rules::assess(*book_, *file.value);
  return io::write_assessment(assessment, *book_, *file.value, io::Layout::compact);
}

}  // namespace uwanose::oracle
