// A page, and one frame of it: what the browser's main and the headless driver both run.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace uwanose::ui {

class Page {
 public:
  virtual ~Page() = default;

  virtual const Theme& theme() const = 0;
  virtual std::string_view text(std::string_view key) const = 0;
  // Builds the whole page; acts on what the frame reports.
  virtual void build(Frame& frame) = 0;
  // What was built last is not what is to be seen any more: it acted on something on its way.
  virtual bool is_behind() const { return false; }
};

struct FrameResult {
  NodeList nodes;
  float document_height = 0;
  std::string focus;         // where focus is to go, "" nowhere
  bool wants_frame = false;  // draw another one soon
};

// begin_paint, build, end_paint; built twice where an event is acted on. Painting into the canvas
// (render_gl) is the caller's.
FrameResult run_frame(Page& page, Interaction& interaction, const Surface& surface,
                      std::span<const DomEvent> events);

}  // namespace uwanose::ui
