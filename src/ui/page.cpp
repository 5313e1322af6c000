#include "ui/page.h"

#include <algorithm>

namespace uwanose::ui {
namespace {

// What a widget reports was painted before the page acted on it.
bool may_change_the_page(const DomEvent& event) {
  switch (event.kind) {
    case DomEvent::Kind::input:
    case DomEvent::Kind::focus:
    case DomEvent::Kind::hover:
    case DomEvent::Kind::press:
    case DomEvent::Kind::idle: return false;
    default: return true;
  }
}

}  // namespace

FrameResult run_frame(Page& page, Interaction& interaction, const Surface& surface,
                      std::span<const DomEvent> events) {
  begin_paint(surface);
  Frame frame(interaction, surface, events, page.theme(),
              [&](std::string_view key) { return page.text(key); });
  page.build(frame);
  FrameResult result;
  const bool acted = std::any_of(events.begin(), events.end(), may_change_the_page);
  const bool atlas_replaced = end_paint();
  result.wants_frame = acted || atlas_replaced || frame.wants_frame();
  result.focus = frame.wants_focus();
  result.document_height = frame.document_height();
  result.nodes = frame.take_nodes();
  return result;
}

}  // namespace uwanose::ui
