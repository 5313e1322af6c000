// The functions of the page that C++ calls; web/library.js passes them on to web/host.js.
// Strings are UTF-8 as pointer and length, valid during the call.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void host_start();
void host_publish(const std::uint32_t* words, const char* strings);
void host_viewport(float* out);  // nine numbers in the order of platform::Viewport
void host_request_frame();
void host_focus(const char* id, std::size_t length);
void host_announce(const char* text, std::size_t length, int assertive);
void host_save(const char* name, std::size_t name_length, const char* mime, std::size_t mime_length,
               const char* bytes, std::size_t length);
void host_save_copy(const char* name, std::size_t name_length, const char* json,
                    std::size_t length);
void host_make_link(const char* text, std::size_t length);
void host_tell_embedder(const char* type, std::size_t type_length, const char* json,
                        std::size_t length);
void host_pick(const char* accept, std::size_t length);
void host_copy(const char* text, std::size_t length);
void host_print();
void host_set_view(const char* view, std::size_t length);
void host_guard(int on);
void host_language(const char* tag, std::size_t length);
char* host_kept(std::uint32_t* length);               // to be freed; null: nothing is kept
int host_keep(const char* text, std::size_t length);  // 0: the device refuses
void host_forget();
int host_today();  // yyyymmdd
int host_time();   // hhmmss
int host_zone();   // minutes east of Greenwich
void host_copy_pinned(int width, int height);

void host_glyph_vertical(int weight, float px, float* out);
float host_glyph_advance(int weight, float px, std::uint32_t codepoint);
void host_glyph_ink(int weight, float px, std::uint32_t codepoint, float* out);
int host_glyph_coloured(std::uint32_t codepoint);
void host_glyph_reset(int width, int height, const std::uint8_t* rgba, std::size_t length);
void host_glyph_draw(const void* cells, std::size_t count);
void host_glyph_upload(std::uint32_t texture, int x, int y, int width, int height);

int host_gl_start();     // makes a WebGL 2 context current; 0 if there is none
void host_gl_restart();  // forgets the objects of a context that was lost
}
