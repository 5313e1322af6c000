// A machine without a screen: keeps what the page asked of it, for tests to read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/platform.h"

namespace uwanose::platform {

class HeadlessPlatform : public Platform {
 public:
  struct SavedFile {
    std::string name, mime, bytes;
  };
  struct Announcement {
    std::string text;
    bool assertive = false;
  };

  Viewport viewport() const override { return window; }
  void publish(const ui::NodeList& nodes, float document_height) override;
  void request_frame() override { ++requested_frames; }
  void focus(std::string_view id) override { wanted_focus = id; }
  void announce(std::string_view text, bool assertive) override;
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void save_copy(std::string_view name, std::string_view case_json) override;
  void make_link(std::string_view text) override { linked.emplace_back(text); }
  void tell_embedder(std::string_view type, std::string_view json) override;
  void pick_file(std::string_view accept) override { picked.emplace_back(accept); }
  void copy_text(std::string_view text) override { copied = text; }
  void print() override { ++prints; }
  void set_view(std::string_view new_view) override { view = new_view; }
  void guard_unload(bool on) override { guarded = on; }
  void set_language(std::string_view tag) override { language = tag; }
  std::optional<std::string> kept() const override { return stored; }
  bool keep(std::string_view text) override;
  void forget() override { stored.reset(); }
  std::string today() const override { return date; }
  std::string now() const override { return date + "T10:00:00+09:00"; }

  Viewport window;
  ui::NodeList nodes;  // of the last frame
  float document_height = 0;
  std::vector<SavedFile> saved;
  std::vector<Announcement> announcements;
  std::vector<SavedFile> copies;    // of the page; `bytes` is the case inside
  std::vector<std::string> linked;  // what links were asked for
  std::vector<std::string> told;    // to the embedding page: type and JSON
  std::vector<std::string> picked;  // what the file picker was asked to accept
  std::string wanted_focus, copied, view = "canvas", language = "ja", date = "2026-01-15";
  std::optional<std::string> stored;  // on the device
  bool storage_works = true;
  int requested_frames = 0, prints = 0;
  bool guarded = false;
};

}  // namespace uwanose::platform
