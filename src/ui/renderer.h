// The door to Dear ImGui for whoever owns the machine (the page's main, the headless driver):
// no ImGui type passes through it.
//
// One frame: begin_paint → build the page with a Frame → end_paint → (browser) render_gl.
// There is one context; everything is called from one thread.
#pragma once

#include "ui/glyph_source.h"
#include "ui/nodes.h"

namespace uwanose::ui {

// CSS pixels. The canvas covers [canvas_top, canvas_top + canvas_height) of the document and its
// whole width; it is painted at `density` device pixels a CSS pixel. `text_scale` is the user's
// text size over 16 px. The insets are what a rounded screen, a notch or a home bar take of the
// window: painted, but nothing stands there.
struct Surface {
  float width = 1280, height = 800;
  float density = 1;
  float text_scale = 1;
  float canvas_top = 0, canvas_height = 800;
  float inset_left = 0, inset_right = 0, inset_bottom = 0;
};

// `glyphs` must outlive the context.
void create_context(GlyphSource& glyphs);
void destroy_context();

void begin_paint(const Surface& surface);
// Finishes the draw lists and rasterises the glyphs that this frame used for the first time. True
// if the glyph atlas was replaced meanwhile: another frame is due soon.
bool end_paint();

// Numbers of the last frame, for tests and the benchmark.
struct PaintStats {
  int vertices = 0, draw_calls = 0, glyphs_loaded = 0;
  // Items that Dear ImGui itself would let a pointer or key interact with (items.h). Always 0: the
  // DOM interacts, ImGui only paints.
  int interactive_items = 0;
};
PaintStats paint_stats();

// Every glyph in use is drawn again at the end of the next frame.
void redraw_glyphs();

#ifdef __EMSCRIPTEN__
// A WebGL 2 context is current, before the first frame or between two. False if the renderer could
// not start.
bool start_gl();

// Paints the frame into the current canvas (device pixels, canvas width × canvas_height).
//
// Nodes with the flag `pinned` (see nodes.h) stand in viewport coordinates and are painted apart:
// first their layer is drawn into the same canvas, with its top left at the canvas's top left, and
// `copy_pinned(width, height)` is called (device pixels; 0, 0 when there is no pinned layer) so
// that the page can drawImage() that part into the fixed canvas; then everything else is drawn over
// it. Both happen in one task, so nothing of it is ever seen.
void render_gl(void (*copy_pinned)(int width, int height));

// After webglcontextlost nothing may be rendered; after webglcontextrestored call this once and
// draw a frame: programs, textures and all glyphs are made again.
void graphics_restored();
#endif

}  // namespace uwanose::ui
