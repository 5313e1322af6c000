// WebGL 2 through Dear ImGui's own OpenGL ES 3 renderer, unchanged.
#ifdef __EMSCRIPTEN__

#include <cmath>

#include <GLES3/gl3.h>

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "ui/paint_layers.h"
#include "ui/renderer.h"
#include "ui/renderer_backend.h"

namespace uwanose::ui {
namespace {

std::uint32_t atlas_texture() {
  ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
  if (texture.Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(&texture);
  return static_cast<std::uint32_t>(texture.GetTexID());
}

constexpr RendererBackend webgl{
    .stop = ImGui_ImplOpenGL3_Shutdown,
    .new_frame = ImGui_ImplOpenGL3_NewFrame,
    .atlas_texture = atlas_texture,
    .finish_frame = [] {},
};

// `list` with the point `origin` (device pixels) at the top left of the canvas.
void render(ImDrawList& list, ImVec2 origin) {
  ImDrawData data = *ImGui::GetDrawData();
  data.CmdLists.resize(0);
  data.CmdListsCount = data.TotalIdxCount = data.TotalVtxCount = 0;
  data.AddDrawList(&list);
  data.DisplayPos = origin;
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace

bool start_gl() {
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return false;
  // Frames may have been laid out before there were graphics.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
  use_backend(webgl);
  redraw_glyphs();
  return true;
}

void render_gl(void (*copy_pinned)(int width, int height)) {
  const paint::Layers layers = paint::layers();
  if (layers.pinned != nullptr) {
    const auto device = [&](float css) { return std::round(css * layers.density); };
    render(*layers.pinned, {device(layers.layer.x), device(layers.layer.y)});
    copy_pinned(static_cast<int>(device(layers.layer.width)),
                static_cast<int>(device(layers.layer.height)));
  } else {
    copy_pinned(0, 0);
  }
  render(*layers.document, {0, 0});
}

void graphics_restored() {
  ImGui_ImplOpenGL3_Shutdown();
  start_gl();
}

}  // namespace uwanose::ui

#endif
