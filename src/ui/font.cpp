#include "ui/font.h"

#include <array>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
// After imgui_internal.h, whose types it needs.
#include "misc/freetype/imgui_freetype.h"

namespace uwanose::ui::font {
namespace {

struct Pending {
  ImFontAtlasRectId cell = ImFontAtlasRectId_Invalid;
  GlyphCell glyph;
};

GlyphSource* glyph_source = nullptr;
ImFont* faces[2] = {};
std::vector<Pending> pending;
int atlas_texture = -1;  // UniqueID of the texture that the mirror shows
int loaded = 0;
std::unordered_map<std::uint64_t, float> advances;
// Those asked for last: every layout asks for each of its characters.
struct Recent {
  std::uint64_t key = ~std::uint64_t{0};
  float advance = 0;
};
std::array<Recent, 1024> recent_advances;

Weight weight_of(const ImFontConfig& config) {
  return config.FontNo == 1 ? Weight::bold : Weight::regular;
}

// Controls, joiners, variation selectors and surrogates draw nothing of their own.
bool drawable(char32_t c) {
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c < 0xe000)) return false;
  if ((c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff) return false;
  if ((c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef)) return false;
  return (c & 0xfffe) != 0xfffe;
}

bool is_space(char32_t c) { return c == 0x20 || c == 0xa0 || c == 0x3000; }

bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar c) { return drawable(c); }

bool init_baked(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
  const VerticalMetrics box = glyph_source->vertical(weight_of(*config), baked->Size);
  // Dear ImGui's line is as high as the font size: the font's box is centred in it, as CSS centres
  // it in a line.
  baked->Ascent = std::round((baked->Size - box.ascent - box.descent) / 2 + box.ascent);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

InkMetrics ink_of(Weight weight, float px, char32_t c) {
  if (!is_ideograph(c)) return glyph_source->ink(weight, px, c);
  // An ideograph fills its em: measuring it would only cost time.
  const float edge = px * 0.04f + 1;
  const float width = glyph_source->advance(weight, px, c);
  return {width, edge, width + edge, px * 0.92f + edge, px * 0.18f + edge};
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* glyph, float* advance_only) {
  if (!drawable(c)) return false;
  const Weight weight = weight_of(*config);
  const float px = baked->Size;
  if (advance_only != nullptr) {
    *advance_only = advance(weight, px, c);
    return true;
  }
  const InkMetrics ink = ink_of(weight, px, c);
  glyph->Codepoint = c & 0x3ffffffu;
  glyph->AdvanceX = advance(weight, px, c);
  glyph->Colored = glyph_source->is_coloured(c) ? 1 : 0;
  // One pixel of guard, so that no neighbour bleeds in.
  const int origin_x = static_cast<int>(std::ceil(ink.left)) + 1;
  const int origin_y = static_cast<int>(std::ceil(ink.ascent)) + 1;
  const int width = origin_x + static_cast<int>(std::ceil(ink.right)) + 1;
  const int height = origin_y + static_cast<int>(std::ceil(ink.descent)) + 1;
  if (is_space(c) || width <= 2 || height <= 2) {
    glyph->Visible = 0;
    return true;
  }
  const ImFontAtlasRectId cell = ImFontAtlasPackAddRect(atlas, width, height);
  if (cell == ImFontAtlasRectId_Invalid) return false;
  glyph->X0 = static_cast<float>(-origin_x);
  glyph->X1 = static_cast<float>(width - origin_x);
  glyph->Y0 = baked->Ascent - static_cast<float>(origin_y);
  glyph->Y1 = baked->Ascent + static_cast<float>(height - origin_y);
  glyph->Visible = 1;
  glyph->PackId = cell;
  ++loaded;
  pending.push_back({cell,
                     {.origin_x = origin_x,
                      .origin_y = origin_y,
                      .px = px,
                      .codepoint = c,
                      .weight = weight,
                      .coloured = glyph->Colored != 0}});
  return true;
}

const ImFontLoader* loader() {
  static const ImFontLoader instance = [] {
    ImFontLoader made;
    made.Name = "glyph source";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &instance;
}

void queue_everything(ImFontAtlas& atlas) {
  pending.clear();
  for (int i = 0; i < atlas.Builder->BakedPool.Size; ++i) {
    const ImFontBaked& baked = atlas.Builder->BakedPool[i];
    if (baked.WantDestroy) continue;
    for (const ImFontGlyph& glyph : baked.Glyphs) {
      if (glyph.PackId == -1 || glyph.Codepoint < 0x20) continue;
      const auto& sources = baked.ContainerFont->Sources;
      const ImFontConfig& config = *sources[static_cast<int>(glyph.SourceIdx)];
      pending.push_back({glyph.PackId,
                         {.origin_x = static_cast<int>(std::round(-glyph.X0)),
                          .origin_y = static_cast<int>(std::round(baked.Ascent - glyph.Y0)),
                          .px = baked.Size,
                          .codepoint = glyph.Codepoint,
                          .weight = weight_of(config),
                          .coloured = glyph.Colored != 0}});
    }
  }
}

}  // namespace

void attach(GlyphSource& source) {
  glyph_source = &source;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  // Roomy enough that an ordinary page never replaces it.
  atlas.TexMinWidth = 1024;
  atlas.TexMinHeight = 1024;
  for (unsigned i = 0; i < 2; ++i) {
    ImFontConfig config;
    config.FontLoader = loader();
    config.FontNo = i;
    config.SizePixels = 16;
    faces[i] = atlas.AddFont(&config);
  }
}

void detach() {
  glyph_source = nullptr;
  faces[0] = faces[1] = nullptr;
  pending.clear();
  advances.clear();
  recent_advances.fill({});
  atlas_texture = -1;
  loaded = 0;
}

ImFont* face(Weight weight) { return faces[weight == Weight::bold ? 1 : 0]; }

float advance(Weight weight, float px, char32_t codepoint) {
  // Ideographs are all one em wide, whatever they are.
  const char32_t c = is_ideograph(codepoint) ? U'漢' : codepoint;
  const auto size = static_cast<std::uint64_t>(px);
  const std::uint64_t key = (std::uint64_t{c} << 24) | (size << 1) | (weight == Weight::bold);
  Recent& recent = recent_advances[(key ^ (key >> 21)) % recent_advances.size()];
  if (recent.key == key) return recent.advance;
  const auto [entry, added] = advances.try_emplace(key, 0.0f);
  if (added && drawable(c)) entry->second = std::round(glyph_source->advance(weight, px, c));
  recent = {key, entry->second};
  return entry->second;
}

bool flush(const std::function<std::uint32_t()>& texture) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImTextureData& atlas_data = *atlas.TexData;
  const bool replaced = atlas_data.UniqueID != atlas_texture;
  const bool mid_frame = replaced && atlas_texture != -1;
  if (replaced) {
    atlas_texture = atlas_data.UniqueID;
    const auto bytes = static_cast<std::size_t>(atlas_data.GetSizeInBytes());
    glyph_source->reset(atlas_data.Width, atlas_data.Height, {atlas_data.Pixels, bytes});
    queue_everything(atlas);
  }
  if (pending.empty()) return mid_frame;

  std::vector<GlyphCell> cells;
  cells.reserve(pending.size());
  int left = atlas_data.Width, top = atlas_data.Height, right = 0, bottom = 0;
  for (const Pending& next : pending) {
    const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(&atlas, next.cell);
    if (rect == nullptr) continue;  // discarded meanwhile
    GlyphCell cell = next.glyph;
    cell.x = rect->x;
    cell.y = rect->y;
    cell.width = rect->w;
    cell.height = rect->h;
    cells.push_back(cell);
    left = ImMin(left, cell.x);
    top = ImMin(top, cell.y);
    right = ImMax(right, cell.x + cell.width);
    bottom = ImMax(bottom, cell.y + cell.height);
  }
  pending.clear();
  if (cells.empty()) return mid_frame;
  glyph_source->draw(cells);
  glyph_source->upload(texture(), left, top, right - left, bottom - top);
  return mid_frame;
}

void redraw_all() { atlas_texture = -1; }

int glyphs_loaded() { return loaded; }

}  // namespace uwanose::ui::font

// Dear ImGui is compiled to look for its FreeType loader by this name, which keeps stb_truetype
// out of the module; what it finds is ours.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() { return uwanose::ui::font::loader(); }
bool DebugEditFontLoaderFlags(unsigned int*) { return false; }
}  // namespace ImGuiFreeType
