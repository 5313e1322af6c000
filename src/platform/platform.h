// What the page asks of the machine it runs on. Two platforms implement it: the browser
// (platform/web) and the headless one (platform/headless), which tests drive.
//
// The page calls it from within a frame; nothing here blocks, nothing here draws.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/nodes.h"

namespace uwanose::platform {

// CSS pixels; `density` is device pixels a CSS pixel, `text_scale` the user's text size over 16 px.
struct Viewport {
  float width = 1280, height = 800;
  float density = 1;
  float text_scale = 1;
  float canvas_top = 0, canvas_height = 800;                // the painted part of the document
  float inset_left = 0, inset_right = 0, inset_bottom = 0;  // not to be used (ui::Surface)
};

class Platform {
 public:
  virtual ~Platform() = default;

  virtual Viewport viewport() const = 0;
  // Mirrors the tree. `document_height` is in CSS pixels.
  virtual void publish(const ui::NodeList& nodes, float document_height) = 0;
  // Asks for a frame soon. Frames are drawn on demand only.
  virtual void request_frame() = 0;
  // Moves focus (and scrolls) to a node once the tree of this frame is published.
  virtual void focus(std::string_view id) = 0;
  // Live regions; the platform debounces by 600 ms after the last commit.
  virtual void announce(std::string_view text, bool assertive) = 0;
  // Offers bytes as a download.
  virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
  // Offers a copy of the page itself as a download, with `case_json` inside.
  virtual void save_copy(std::string_view name, std::string_view case_json) = 0;
  // Packs a text into a link to this page; the answer is a DomEvent message "link.made".
  virtual void make_link(std::string_view text) = 0;
  // To the page that embeds this one, and only to the origin that it named. `json` is the members
  // of the message beside its header.
  virtual void tell_embedder(std::string_view type, std::string_view json) = 0;
  // Opens the file picker; the answer is a DomEvent open_file. Called within a click.
  virtual void pick_file(std::string_view accept) = 0;
  virtual void copy_text(std::string_view text) = 0;
  virtual void print() = 0;
  // "canvas" or "text"
  virtual void set_view(std::string_view view) = 0;
  // Asks before the page is closed while there are unsaved changes.
  virtual void guard_unload(bool on) = 0;
  // "ja" or "en": the language of the document.
  virtual void set_language(std::string_view tag) = 0;
  // What the user asked to keep on this device; nothing else is ever stored. `kept` is what is
  // there from an earlier visit; `keep` is false where the device refuses.
  virtual std::optional<std::string> kept() const = 0;
  virtual bool keep(std::string_view text) = 0;
  virtual void forget() = 0;
  // Today's date as "YYYY-MM-DD", for saying whether a programme is open; no rule reads it.
  virtual std::string today() const = 0;
  // The present moment with its zone, "2026-11-20T10:00:00+09:00", for files that carry their time.
  virtual std::string now() const = 0;
};

}  // namespace uwanose::platform
