// uwanose_bench: how many assessments a second, for a complete case on one core.
// uwanose_bench WORK COUNT: does one kind of work that often and says nothing, for callgrind.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "assets/assets.h"
#include "io/assessment_writer.h"
#include "io/case_reader.h"
#include "io/compact_book.h"
#include "io/rule_book.h"
#include "rules/judge.h"

namespace {

using namespace uwanose;

std::size_t sink = 0;  // what was computed is used, so that none of it can be left out

rules::RuleBook load_rules() {
  const auto file = [](std::string_view path) { return io::RuleFile{path, assets::find(path)}; };
  const io::RuleFile packs[] = {file("rules/nagano_plus_1.json")};
  auto rules = io::load_rule_book(file("rules/facts.json"), packs);
  if (!rules.value) std::abort();
  return *std::move(rules.value);
}

rules::Case load_case(const rules::RuleBook& book) {
  const auto file = io::read_case(assets::find("samples/01-factory-met.json"), book.catalogue);
  if (!file.value) std::abort();
  return *file.value;
}

struct Work {
  std::string_view name, text;
  void (*run)(const rules::RuleBook&, const rules::Case&);
};

constexpr Work works[] = {
    {"judge", "verdicts and amounts alone, all frames",
     [](const rules::RuleBook& book, const rules::Case& input) {
       static rules::Judge judge(book);
       sink += judge.judge(input).size();
     }},
    {"assess", "assessments, all frames",
     [](const rules::RuleBook& book, const rules::Case& input) {
       sink += rules::assess(book, input).frames.size();
     }},
    {"json", "assessments written as JSON",
     [](const rules::RuleBook& book, const rules::Case& input) {
       sink += io::write_assessment(rules::assess(book, input), book, input, io::Layout::compact)
                   .size();
     }},
    {"read", "cases read, assessed and written",
     [](const rules::RuleBook& book, const rules::Case&) {
       const rules::Case input = load_case(book);
       sink += io::write_assessment(rules::assess(book, input), book, input, io::Layout::compact)
                   .size();
     }},
    {"load", "rule books read from JSON, checked and compiled",
     [](const rules::RuleBook&, const rules::Case&) { sink += load_rules().packs.size(); }},
    {"ready", "rule books made ready from their compact form, as in the page",
     [](const rules::RuleBook& book, const rules::Case&) {
       static const std::string compact = io::write_compact(book);
       sink += io::read_compact(compact)->packs.size();
     }},
};

void measure(const Work& work, const rules::RuleBook& book, const rules::Case& input) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  long long count = 0;
  double seconds = 0;
  while (seconds < 1) {
    for (int i = 0; i < 10; ++i) work.run(book, input);
    count += 10;
    seconds = std::chrono::duration<double>(Clock::now() - start).count();
  }
  std::printf("%10.0f a second, %8.3f ms each: %s\n", static_cast<double>(count) / seconds,
              seconds * 1000 / static_cast<double>(count), work.text.data());
}

}  // namespace

int main(int argc, char** argv) {
  const rules::RuleBook book = load_rules();
  const rules::Case input = load_case(book);
  for (const Work& work : works) {
    if (argc < 3) {
      measure(work, book, input);
    } else if (work.name == argv[1]) {
      for (long i = std::atol(argv[2]); i > 0; --i) work.run(book, input);
    }
  }
  return sink > 0 ? 0 : 1;
}
