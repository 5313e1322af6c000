// Facts, verdicts and evidence in words, for the explanation.
#pragma once

#include <string>
#include <vector>

#include "core/verdict.h"
#include "rules/assessment.h"

namespace uwanose::cli {

class Words {
 public:
  Words(const rules::RuleBook& rules, const rules::Case& input, rules::Language language)
      : rules_(rules), case_(input), language_(language) {}

  bool japanese() const { return language_ == rules::Language::ja; }
  const std::string& of(const rules::Text& text) const { return text.in(language_); }
  std::string pick(const char* japanese_text, const char* english_text) const {
    return japanese() ? japanese_text : english_text;
  }

  std::string verdict(core::Verdict verdict) const;
  std::string yen(std::int64_t yen) const;
  // 2021年1月 売上高
  std::string fact(const rules::FactRef& ref) const;
  // はい, 18人, 製造業; 未入力 where it is unknown.
  std::string fact_value(rules::FactIndex index) const;
  std::string source(const rules::Source& source, const rules::Pack& pack) const;
  // What the verdict rests on, a line each.
  std::vector<std::string> evidence(const rules::RequirementResult& result) const;

 private:
  std::string month(core::Month month) const;
  std::string months(const std::vector<core::Month>& list) const;
  std::string figures(rules::MonthlySet set) const;
  std::string series_label(const char* id) const;
  std::string slack(core::Int128 slack, const rules::Unit& unit) const;
  void describe(const rules::DeclineSet& set, std::vector<std::string>& lines) const;
  void describe(const rules::OneMonthEvidence::Set& set, std::vector<std::string>& lines) const;
  void describe(const rules::DeclineEvidence& evidence, std::vector<std::string>& lines) const;
  void describe(const rules::OneMonthEvidence& evidence, std::vector<std::string>& lines) const;
  std::string relation(const rules::Requirement::Variant* variant) const;
  void describe(const rules::Threshold& threshold, const std::string& relation,
                std::vector<std::string>& lines) const;

  const rules::RuleBook& rules_;
  const rules::Case& case_;
  rules::Language language_;
};

}  // namespace uwanose::cli
