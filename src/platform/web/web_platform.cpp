#include "platform/web/web_platform.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "platform/web/host.h"

namespace uwanose::platform {

WebPlatform::WebPlatform() { host_start(); }

Viewport WebPlatform::viewport() const {
  std::array<float, 9> numbers{};
  host_viewport(numbers.data());
  return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
          numbers[5], numbers[6], numbers[7], numbers[8]};
}

void WebPlatform::publish(const ui::NodeList& nodes, float document_height) {
  if (wire_.encode(nodes, document_height)) {
    host_publish(wire_.words().data(), wire_.strings().data());
  }
}

void WebPlatform::request_frame() { host_request_frame(); }

// The page moves the focus when the frame has ended, so that the element is there.
void WebPlatform::focus(std::string_view id) { host_focus(id.data(), id.size()); }

void WebPlatform::announce(std::string_view text, bool assertive) {
  host_announce(text.data(), text.size(), assertive ? 1 : 0);
}

void WebPlatform::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
  host_save(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

void WebPlatform::save_copy(std::string_view name, std::string_view case_json) {
  host_save_copy(name.data(), name.size(), case_json.data(), case_json.size());
}

void WebPlatform::make_link(std::string_view text) { host_make_link(text.data(), text.size()); }

void WebPlatform::tell_embedder(std::string_view type, std::string_view json) {
  host_tell_embedder(type.data(), type.size(), json.data(), json.size());
}

void WebPlatform::pick_file(std::string_view accept) { host_pick(accept.data(), accept.size()); }
void WebPlatform::copy_text(std::string_view text) { host_copy(text.data(), text.size()); }
void WebPlatform::print() { host_print(); }
void WebPlatform::set_view(std::string_view view) { host_set_view(view.data(), view.size()); }
void WebPlatform::guard_unload(bool on) { host_guard(on ? 1 : 0); }
void WebPlatform::set_language(std::string_view tag) { host_language(tag.data(), tag.size()); }

std::optional<std::string> WebPlatform::kept() const {
  std::uint32_t length = 0;
  char* const text = host_kept(&length);
  if (text == nullptr) return std::nullopt;
  std::string copy(text, length);
  std::free(text);
  return copy;
}

bool WebPlatform::keep(std::string_view text) { return host_keep(text.data(), text.size()) != 0; }
void WebPlatform::forget() { host_forget(); }

std::string WebPlatform::today() const {
  const int date = host_today();
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date / 10000, date / 100 % 100,
                date % 100);
  return text.data();
}

std::string WebPlatform::now() const {
  const int time = host_time();
  const int zone = host_zone();
  const int east = zone < 0 ? -zone : zone;
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d%c%02d:%02d", time / 10000,
                time / 100 % 100, time % 100, zone < 0 ? '-' : '+', east / 60 % 100, east % 60);
  return today() + text.data();
}

std::vector<ui::DomEvent> WebPlatform::take_events() { return std::exchange(events_, {}); }

void WebPlatform::report(ui::DomEvent event) { events_.push_back(std::move(event)); }

bool start_graphics() { return host_gl_start() != 0; }
void restart_graphics() { host_gl_restart(); }

}  // namespace uwanose::platform
