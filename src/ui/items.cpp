#include "ui/items.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace {
int counted = 0;
}  // namespace

#ifdef IMGUI_ENABLE_TEST_ENGINE
// A window is reported without data, and is no item; Dear ImGui's own one is never shown.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID, const ImRect&,
                                 const ImGuiLastItemData* item_data) {
  if (item_data != nullptr && !ctx->CurrentWindow->IsFallbackWindow) ++counted;
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return ""; }
#endif

namespace uwanose::ui::items {

void watch() { ImGui::GetCurrentContext()->TestEngineHookItems = true; }

int take_counted() {
  const int count = counted;
  counted = 0;
  return count;
}

}  // namespace uwanose::ui::items
