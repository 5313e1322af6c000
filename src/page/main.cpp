// The page in the browser: what its script (web/boot.js, web/host.js) calls.

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "assets/assets.h"
#include "io/compact_book.h"
#include "page/session.h"
#include "platform/web/canvas_glyphs.h"
#include "platform/web/exported.h"
#include "platform/web/host.h"
#include "platform/web/web_platform.h"
#include "ui/renderer.h"

namespace {

using namespace uwanose;

// The rules travel compiled; the build has checked them.
std::shared_ptr<const rules::RuleBook> shipped_rules() {
  auto book = io::read_compact(assets::find("rules/compact"));
  if (!book) std::abort();
  return std::make_shared<const rules::RuleBook>(std::move(*book));
}

struct Running {
  platform::WebPlatform machine;
  platform::CanvasGlyphs glyphs;
  ui::Interaction interaction;
  page::Session session{machine, shipped_rules()};
};

Running& running() {
  static Running instance;
  return instance;
}

}  // namespace

extern "C" {

// Reads rules and words, and assesses the empty case.
UWANOSE_EXPORTED void uw_start() { ui::create_context(running().glyphs); }

// Starts the graphics, which frames can do without until then. True if there are any.
UWANOSE_EXPORTED int uw_graphics() { return platform::start_graphics() && ui::start_gl() ? 1 : 0; }

UWANOSE_EXPORTED void uw_event(int kind, const char* id, std::size_t id_length, const char* value,
                               std::size_t length) {
  running().machine.report({static_cast<ui::DomEvent::Kind>(kind), std::string(id, id_length),
                            std::string(value, length)});
}

// One frame; true if it wants another.
UWANOSE_EXPORTED int uw_frame(int paint) {
  platform::WebPlatform& machine = running().machine;
  const std::vector<ui::DomEvent> events = machine.take_events();
  ui::FrameResult result = running().session.run(running().interaction, events);
  machine.publish(std::move(result.nodes), result.document_height);
  if (!result.focus.empty()) machine.focus(result.focus);
  running().session.carry_out();
  if (paint != 0) ui::render_gl(host_copy_pinned);
  return result.wants_frame ? 1 : 0;
}

UWANOSE_EXPORTED void uw_graphics_restored() {
  platform::restart_graphics();
  ui::graphics_restored();
}
}
