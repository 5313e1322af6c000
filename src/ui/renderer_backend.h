// What renderer.cpp asks of the graphics API. Without one (headless, and until start_gl) textures
// are merely said to exist, so that Dear ImGui runs as it does in the browser.
#pragma once

#include <cstdint>

namespace uwanose::ui {

struct RendererBackend {
  void (*stop)();
  void (*new_frame)();
  // The texture of the glyph atlas, made if it does not exist yet.
  std::uint32_t (*atlas_texture)();
  // After the draw lists are complete.
  void (*finish_frame)();
};

extern const RendererBackend no_graphics;
void use_backend(const RendererBackend& chosen);

}  // namespace uwanose::ui
