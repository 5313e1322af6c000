// Items that Dear ImGui was given an id for, which it would let a pointer or key interact with.
// There are none: the DOM interacts. Counted by Dear ImGui's own hook for test engines, natively
// only (imconfig.h); the page carries no hook.
#pragma once

namespace uwanose::ui::items {

void watch();        // this context, from its next frame on
int take_counted();  // since the last time

}  // namespace uwanose::ui::items
