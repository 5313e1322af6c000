// Fonts of Dear ImGui over a GlyphSource: two faces (regular, bold) at any size.
//
// Cells in the atlas are reserved while the frame is built and filled together after it, in the
// glyph source's mirror of the atlas; only the filled rectangle is uploaded. When Dear ImGui
// replaces the atlas, or the graphics context comes back, every glyph in use is drawn again.
#pragma once

#include <cstdint>
#include <functional>

#include "ui/glyph_source.h"

struct ImFont;

namespace uwanose::ui::font {

// Between ImGui::CreateContext and the first frame; `source` outlives the context.
void attach(GlyphSource& source);
void detach();
ImFont* face(Weight weight);

// Device pixels, a whole number of them: what painting advances by.
float advance(Weight weight, float px, char32_t codepoint);

// Fills what this frame reserved. `texture` makes the renderer's texture exist and names it.
// True if the atlas was replaced while the frame was built: what had been laid down before shows
// empty glyphs, so another frame is due.
bool flush(const std::function<std::uint32_t()>& texture);

// The next flush draws everything again.
void redraw_all();

int glyphs_loaded();

}  // namespace uwanose::ui::font
