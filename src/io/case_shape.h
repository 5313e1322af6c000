// The shape of a case file: which member stands where, in the order of the format. Scalars come
// from the fact catalogue, facts of loaded packs ("programmes.<pack>.<fact>") included.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/catalogue.h"

namespace uwanose::io {

inline constexpr std::string_view case_format = "uwanose-case";
inline constexpr std::int64_t case_version = 1;

struct CaseShape {
  enum class Kind : std::uint8_t {
    header,
    group,
    scalar,
    monthly,
    yearly,
    wages,
    expenses,
    texts,
    confirmed,
    scenarios
  };
  std::string_view name;  // of the catalogue, which must outlive the shape
  Kind kind = Kind::group;
  rules::FactIndex fact = 0;        // of a scalar
  std::vector<CaseShape> children;  // of a group

  explicit CaseShape(std::string_view its_name = {}, Kind its_kind = Kind::group)
      : name(its_name), kind(its_kind) {}
  static CaseShape of(const rules::Catalogue& catalogue);

  const CaseShape* find(std::string_view child_name) const;
  std::vector<std::string_view> child_names() const;

 private:
  CaseShape& child(std::string_view child_name);
};

}  // namespace uwanose::io
