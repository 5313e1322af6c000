#include "io/case_shape.h"

namespace uwanose::io {

const CaseShape* CaseShape::find(std::string_view child_name) const {
  for (const CaseShape& child : children) {
    if (child.name == child_name) return &child;
  }
  return nullptr;
}

CaseShape& CaseShape::child(std::string_view child_name) {
  for (CaseShape& child : children) {
    if (child.name == child_name) return child;
  }
  return children.emplace_back(child_name);
}

std::vector<std::string_view> CaseShape::child_names() const {
  std::vector<std::string_view> names;
  for (const CaseShape& child : children) names.push_back(child.name);
  return names;
}

CaseShape CaseShape::of(const rules::Catalogue& catalogue) {
  CaseShape root;
  root.children.reserve(13);
  for (const auto& [name, kind] :
       std::initializer_list<std::pair<std::string_view, Kind>>{{"format", Kind::header},
                                                                {"version", Kind::header},
                                                                {"applicant", Kind::group},
                                                                {"application", Kind::group},
                                                                {"monthly", Kind::monthly},
                                                                {"plan", Kind::group},
                                                                {"wages", Kind::wages},
                                                                {"expenses", Kind::expenses},
                                                                {"answers", Kind::group},
                                                                {"programmes", Kind::group},
                                                                {"forms", Kind::texts},
                                                                {"confirmed", Kind::confirmed},
                                                                {"scenarios", Kind::scenarios}}) {
    root.children.emplace_back(name, kind);
  }
  for (std::size_t i = 0; i < catalogue.facts.size(); ++i) {
    const rules::FactDefinition& fact = catalogue.facts[i];
    if (fact.series != rules::Series::none) continue;
    CaseShape* node = &root;
    std::string_view path = fact.id;
    while (true) {
      const std::size_t dot = path.find('.');
      node = &node->child(path.substr(0, dot));
      if (dot == std::string_view::npos) break;
      path.remove_prefix(dot + 1);
    }
    node->kind = Kind::scalar;
    node->fact = static_cast<rules::FactIndex>(i);
  }
  root.child("plan").children.emplace_back("yearly", Kind::yearly);
  return root;
}

}  // namespace uwanose::io
