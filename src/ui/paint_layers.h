// What the painter hands to the renderer: the draw lists of the two surfaces.
#pragma once

#include "ui/nodes.h"

struct ImDrawList;

namespace uwanose::ui::paint {

struct Layers {
  ImDrawList* document = nullptr;
  ImDrawList* pinned = nullptr;  // nothing if no section is pinned
  Rect layer;                    // of the pinned section, CSS pixels in the viewport
  float density = 1;
};
Layers layers();

}  // namespace uwanose::ui::paint
