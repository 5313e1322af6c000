#include "ui/page.h"

#include "ui/paint.h"

namespace uwanose::ui {

FrameResult run_frame(Page& page, Interaction& interaction, const Surface& surface,
                      std::span<const DomEvent> events) {
  const Translate translate = [&](std::string_view key) { return page.text(key); };
  begin_paint(surface);
  FrameResult result;
  if (!events.empty()) {
    // A widget reports what happened when its part of the page is built already: the page acts on
    // one pass that nobody sees, and shows the outcome in the next.
    paint::mute(true);
    Frame acting(interaction, surface, events, page.theme(), translate);
    page.build(acting);
    result.focus = acting.wants_focus();
    result.wants_frame = acting.wants_frame();
    paint::mute(false);
  }
  if (interaction.watched != nullptr) interaction.watched->clear();
  Frame frame(interaction, surface, {}, page.theme(), translate);
  page.build(frame);
  if (!frame.wants_focus().empty()) result.focus = frame.wants_focus();
  result.wants_frame = result.wants_frame || frame.wants_frame();
  result.wants_frame = end_paint() || result.wants_frame;
  result.document_height = frame.document_height();
  result.nodes = frame.take_nodes();
  return result;
}

}  // namespace uwanose::ui
