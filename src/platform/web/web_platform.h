// The platform of the browser: the node list goes to the DOM as differences, events wait for the
// next frame.
#pragma once

#include "platform/node_wire.h"
#include "platform/platform.h"

namespace uwanose::platform {

class WebPlatform final : public Platform {
 public:
  WebPlatform();

  Viewport viewport() const override;
  void publish(const ui::NodeList& nodes, float document_height) override;
  void request_frame() override;
  void focus(std::string_view id) override;
  void announce(std::string_view text, bool assertive) override;
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void save_copy(std::string_view name, std::string_view case_json) override;
  void make_link(std::string_view text) override;
  void tell_embedder(std::string_view type, std::string_view json) override;
  void pick_file(std::string_view accept) override;
  void copy_text(std::string_view text) override;
  void print() override;
  void set_view(std::string_view view) override;
  void guard_unload(bool on) override;
  void set_language(std::string_view tag) override;
  std::optional<std::string> kept() const override;
  bool keep(std::string_view text) override;
  void forget() override;
  std::string today() const override;
  std::string now() const override;

  // What the DOM reported since the last call.
  std::vector<ui::DomEvent> take_events();
  void report(ui::DomEvent event);

 private:
  NodeWire wire_;
  std::vector<ui::DomEvent> events_;
};

// A WebGL 2 context on the page's canvas is current; false if there is none.
bool start_graphics();
// Before ui::graphics_restored(): the browser gave the lost context back, empty.
void restart_graphics();

}  // namespace uwanose::platform
