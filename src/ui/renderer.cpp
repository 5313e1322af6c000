#include "ui/renderer.h"

#include <cmath>

#include "imgui.h"
#include "ui/font.h"
#include "ui/items.h"
#include "ui/paint.h"
#include "ui/renderer_backend.h"
#include "ui/text_layout.h"

namespace uwanose::ui {
namespace {

PaintStats stats;
const RendererBackend* backend = &no_graphics;

}  // namespace

void use_backend(const RendererBackend& chosen) { backend = &chosen; }

void create_context(GlyphSource& glyphs) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard;
  font::attach(glyphs);
  items::watch();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void destroy_context() {
  backend->stop();
  backend = &no_graphics;
  ImGui::DestroyContext();
  font::detach();
  forget_layouts();
}

void begin_paint(const Surface& surface) {
  static float laid_out_for = 0;
  constexpr std::size_t most_layouts = 20'000;
  if (surface.density != laid_out_for || kept_layouts() > most_layouts) forget_layouts();
  laid_out_for = surface.density;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::floor(surface.width * surface.density),
                    std::round(surface.canvas_height * surface.density)};
  io.DeltaTime = 1.0f / 60;
  backend->new_frame();
  ImGui::NewFrame();
  paint::begin(surface);
}

bool end_paint() {
  paint::end();
  stats.interactive_items = items::take_counted();
  ImGui::Render();
  const bool again = font::flush(backend->atlas_texture);
  backend->finish_frame();
  const ImDrawData& data = *ImGui::GetDrawData();
  stats.vertices = data.TotalVtxCount;
  stats.draw_calls = 0;
  for (const ImDrawList* list : data.CmdLists) stats.draw_calls += list->CmdBuffer.Size;
  stats.glyphs_loaded = font::glyphs_loaded();
  return again;
}

PaintStats paint_stats() { return stats; }

void redraw_glyphs() { font::redraw_all(); }

}  // namespace uwanose::ui
