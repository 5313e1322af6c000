// How Dear ImGui is compiled for this project: the painter alone, without demo, files or fonts.
#pragma once

#define IMGUI_USE_WCHAR32
// A tall canvas of dense text has more than 65,536 vertices, and WebGL 2 no base vertex.
#define ImDrawIdx unsigned int
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// Natively, where the tests run, Dear ImGui tells of every item that it is given (items.h).
#ifndef __EMSCRIPTEN__
#define IMGUI_ENABLE_TEST_ENGINE
#endif

// Without this Dear ImGui links stb_truetype, which nothing here uses: glyphs come from the
// browser. Whoever links ui defines ImGuiFreeType::GetFontLoader() to return its own loader.
#define IMGUI_ENABLE_FREETYPE
