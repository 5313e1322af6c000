#include "imgui.h"
#include "ui/renderer_backend.h"

namespace uwanose::ui {
namespace {

void settle(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantDestroy) {
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
    return;
  }
  if (texture.Status == ImTextureStatus_WantCreate) texture.SetTexID(1);
  texture.SetStatus(ImTextureStatus_OK);
}

void settle_all() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) settle(*texture);
}

void stop() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace

const RendererBackend no_graphics{
    .stop = stop,
    .new_frame = [] {},
    .atlas_texture = []() -> std::uint32_t { return 1; },
    .finish_frame = settle_all,
};

}  // namespace uwanose::ui
