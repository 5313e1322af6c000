#include "ui/page.h"

#include <algorithm>

#include "ui/paint.h"

namespace uwanose::ui {
namespace {

// Where the pointer and the focus are, and drafts, are seldom acted on: these are looked at in the
// pass that is seen.
bool is_acted_on(const DomEvent& event) {
  using Kind = DomEvent::Kind;
  switch (event.kind) {
    case Kind::input:
    case Kind::focus:
    case Kind::hover:
    case Kind::press:
    case Kind::idle: return false;
    default: return true;
  }
}

}  // namespace

FrameResult run_frame(Page& page, Interaction& interaction, const Surface& surface,
                      std::span<const DomEvent> events) {
  constexpr int most_passes = 3;
  const Translate translate = [&](std::string_view key) { return page.text(key); };
  FrameResult result;
  const auto take = [&](Frame& frame) {
    if (!frame.wants_focus().empty()) result.focus = frame.wants_focus();
    result.wants_frame = result.wants_frame || frame.wants_frame();
  };
  begin_paint(surface);
  if (std::any_of(events.begin(), events.end(), is_acted_on)) {
    paint::mute(true);
    Frame acting(interaction, surface, events, page.theme(), translate, Pass::acting);
    page.build(acting);
    take(acting);
    paint::mute(false);
    events = {};
  }
  for (int pass = 1;; ++pass) {
    if (interaction.watched != nullptr) interaction.watched->clear();
    Frame frame(interaction, surface, events, page.theme(), translate);
    page.build(frame);
    take(frame);
    result.wants_frame = end_paint() || result.wants_frame;
    if (!page.is_behind() || pass == most_passes) {
      result.document_height = frame.document_height();
      result.nodes = frame.take_nodes();
      return result;
    }
    events = {};
    begin_paint(surface);
  }
}

}  // namespace uwanose::ui
