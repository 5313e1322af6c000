// What the ES module's script (web/module/uwanose.js) calls. A call answers whether it went well;
// its text is read with uw_text and uw_length until the next call.

#include <cstddef>
#include <string_view>
#include <utility>

#include "module/engine.h"

// What is marked as used is exported.
#define UWANOSE_EXPORTED __attribute__((used))

namespace {

using namespace uwanose;

module::Engine& engine() {
  static module::Engine instance;
  return instance;
}

module::Reply& reply() {
  static module::Reply instance;
  return instance;
}

int answer(module::Reply given) {
  reply() = std::move(given);
  return reply().good ? 1 : 0;
}

}  // namespace

extern "C" {

UWANOSE_EXPORTED void uw_use_programme(const char* id, std::size_t length) {
  engine().use_programme({id, length});
}

UWANOSE_EXPORTED void uw_use_rules(const char* name, std::size_t name_length, const char* text,
                                   std::size_t length) {
  engine().use_rules({name, name_length}, {text, length});
}

UWANOSE_EXPORTED int uw_assess(const char* text, std::size_t length, int compact) {
  return answer(
      engine().assess({text, length}, compact != 0 ? io::Layout::compact : io::Layout::indented));
}

UWANOSE_EXPORTED int uw_explain(const char* text, std::size_t length, int english) {
  return answer(
      engine().explain({text, length}, english != 0 ? rules::Language::en : rules::Language::ja));
}

UWANOSE_EXPORTED int uw_check(const char* text, std::size_t length) {
  return answer(engine().check({text, length}));
}

UWANOSE_EXPORTED int uw_programmes() { return answer(engine().programmes()); }

UWANOSE_EXPORTED const char* uw_text() { return reply().text.data(); }
UWANOSE_EXPORTED std::size_t uw_length() { return reply().text.size(); }
}
