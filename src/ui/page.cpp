#include "ui/page.h"

namespace uwanose::ui {

FrameResult run_frame(Page& page, Interaction& interaction, const Surface& surface,
                      std::span<const DomEvent> events) {
  begin_paint(surface);
  Frame frame(interaction, surface, events, page.theme(),
              [&](std::string_view key) { return page.text(key); });
  page.build(frame);
  FrameResult result;
  result.wants_frame = end_paint() || frame.wants_frame();
  result.focus = frame.wants_focus();
  result.document_height = frame.document_height();
  result.nodes = frame.take_nodes();
  return result;
}

}  // namespace uwanose::ui
