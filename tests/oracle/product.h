// The product as the tests see it: a case's JSON text in, the assessment's JSON text out, with the
// shipped flyer pack, or with another text in its place (the mutants).
#pragma once

#include <memory>
#include <string>

namespace uwanose::rules {
struct RuleBook;
}

namespace uwanose::oracle {

class Product {
 public:
  Product();
  // Throws std::runtime_error with the faults of a pack that is refused.
  explicit Product(const std::string& pack);
  ~Product();

  // Throws std::runtime_error with the faults of a case that is refused.
  std::string assess(const std::string& case_json) const;

 private:
  std::unique_ptr<const rules::RuleBook> book_;
};

}  // namespace uwanose::oracle
