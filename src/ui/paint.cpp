#include "ui/paint.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "imgui.h"
#include "ui/font.h"
#include "ui/paint_layers.h"

namespace uwanose::ui::paint {
namespace {

constexpr ImGuiWindowFlags passive =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;

struct State {
  Surface surface;
  ImDrawList* document = nullptr;
  ImDrawList* pinned = nullptr;
  ImDrawList* current = nullptr;
  ImDrawListSplitter splitter;
  float top = 0, height = 0;  // of what `current` shows
  Rect layer;
  int muted = 0;
};
State state;

float device(float css) { return std::round(css * state.surface.density); }
// Never thinner than a device pixel.
float stroke_width(float css) { return std::max(1.0f, device(css)); }
ImVec2 at(Point p) { return {device(p.x), device(p.y) - device(state.top)}; }
ImVec2 exactly_at(Point p) {
  return {p.x * state.surface.density, (p.y - state.top) * state.surface.density};
}

ImU32 packed(Colour colour) {
  return IM_COL32((colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff, 0xff);
}

ImDrawList* open_window(const char* name, ImVec2 size) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::Begin(name, nullptr, passive);
  ImGui::PopStyleVar(2);
  return ImGui::GetWindowDrawList();
}

}  // namespace

void begin(const Surface& surface) {
  state.surface = surface;
  state.layer = {};
  state.pinned = nullptr;
  state.document = open_window("document", ImGui::GetIO().DisplaySize);
  state.current = state.document;
  state.top = surface.canvas_top;
  state.height = surface.canvas_height;
  state.splitter.Split(state.document, focus + 1);
  set_depth(content);
}

void end() {
  state.splitter.Merge(state.document);
  ImGui::End();
}

void mute(bool on) { state.muted += on ? 1 : -1; }

void enter_pinned() {
  if (state.muted > 0) return;
  state.pinned = open_window("pinned", ImGui::GetIO().DisplaySize);
  state.current = state.pinned;
  state.top = 0;
  state.height = state.surface.height;
}

void leave_pinned(const Rect& layer) {
  if (state.muted > 0) return;
  ImGui::End();
  state.layer = layer;
  state.current = state.document;
  state.top = state.surface.canvas_top;
  state.height = state.surface.canvas_height;
}

void set_depth(int depth) {
  if (state.current == state.document) state.splitter.SetCurrentChannel(state.document, depth);
}

bool visible(const Rect& rect) {
  return state.muted == 0 && rect.y + rect.height > state.top && rect.y < state.top + state.height;
}

void fill(const Rect& rect, Colour colour, float radius) {
  if (!visible(rect)) return;
  state.current->AddRectFilled(at({rect.x, rect.y}),
                               at({rect.x + rect.width, rect.y + rect.height}), packed(colour),
                               device(radius));
}

void stroke(const Rect& rect, Colour colour, float width, float radius) {
  if (!visible(rect)) return;
  const float thick = stroke_width(width);
  const float half = thick / 2;
  const ImVec2 min = at({rect.x, rect.y});
  const ImVec2 max = at({rect.x + rect.width, rect.y + rect.height});
  // AddRect insets by half a pixel of its own.
  state.current->AddRect({min.x + half - 0.5f, min.y + half - 0.5f},
                         {max.x - half + 0.5f, max.y - half + 0.5f}, packed(colour), device(radius),
                         0, thick);
}

void line(Point from, Point to, Colour colour, float width) {
  if (!visible({0, std::min(from.y, to.y) - width, 0, std::abs(to.y - from.y) + 2 * width})) return;
  const float thick = stroke_width(width);
  if (from.x == to.x || from.y == to.y) {  // along the pixels
    const float after = from.y == to.y ? thick : 0;
    const float beside = from.x == to.x ? thick : 0;
    const ImVec2 a = at({std::min(from.x, to.x), std::min(from.y, to.y)});
    const ImVec2 b = at({std::max(from.x, to.x), std::max(from.y, to.y)});
    state.current->AddRectFilled(a, {b.x + beside, b.y + after}, packed(colour));
    return;
  }
  state.current->AddLine(exactly_at(from), exactly_at(to), packed(colour), thick);
}

void polyline(std::span<const Point> points, Colour colour, float width) {
  if (points.empty()) return;
  float upper = points[0].y, lower = upper;
  for (const Point& point : points) {
    upper = std::min(upper, point.y);
    lower = std::max(lower, point.y);
  }
  if (!visible({0, upper - width, 0, lower - upper + 2 * width})) return;
  for (const Point& point : points) state.current->PathLineTo(exactly_at(point));
  state.current->PathStroke(packed(colour), 0, stroke_width(width));
}

void dashes(Point from, Point to, Colour colour, float width) {
  constexpr float dash = 6, gap = 4;
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length <= 0) return;
  const Point step{(to.x - from.x) / length, (to.y - from.y) / length};
  for (float done = 0; done < length; done += dash + gap) {
    const float end = std::min(done + dash, length);
    line({from.x + step.x * done, from.y + step.y * done},
         {from.x + step.x * end, from.y + step.y * end}, colour, width);
  }
}

void disc(Point centre, float radius, Colour colour) {
  if (!visible({0, centre.y - radius, 0, 2 * radius})) return;
  state.current->AddCircleFilled(exactly_at(centre), radius * state.surface.density,
                                 packed(colour));
}

void ring(Point centre, float radius, Colour colour, float width) {
  if (!visible({0, centre.y - radius, 0, 2 * radius})) return;
  state.current->AddCircle(exactly_at(centre), radius * state.surface.density, packed(colour), 0,
                           stroke_width(width));
}

void triangle(Point a, Point b, Point c, Colour colour) {
  const float upper = std::min({a.y, b.y, c.y});
  if (!visible({0, upper, 0, std::max({a.y, b.y, c.y}) - upper})) return;
  state.current->AddTriangleFilled(exactly_at(a), exactly_at(b), exactly_at(c), packed(colour));
}

void hatch(const Rect& rect, Colour colour, float step) {
  if (!visible(rect)) return;
  state.current->PushClipRect(at({rect.x, rect.y}), at({rect.x + rect.width, rect.y + rect.height}),
                              true);
  for (float x = rect.x - rect.height; x < rect.x + rect.width; x += step)
    line({x, rect.y + rect.height}, {x + rect.height, rect.y}, colour, 1);
  state.current->PopClipRect();
}

void focus_ring(const Rect& rect, const Theme& theme, float radius) {
  const auto around = [&](float by) {
    return Rect{rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
  };
  set_depth(focus);
  stroke(around(2), theme.focus_ring, 2, radius + 2);
  stroke(around(6), theme.focus_line, 4, radius + 6);
  set_depth(content);
}

void text(Point top_left, std::string_view text, Type type, Colour colour) {
  if (text.empty() || !visible({top_left.x, top_left.y, 0, type.px * 1.2f})) return;
  state.current->AddText(font::face(type.weight), device(type.px), at(top_left), packed(colour),
                         text.data(), text.data() + text.size());
}

float advance(char32_t codepoint, Type type) {
  return font::advance(type.weight, device(type.px), codepoint) / state.surface.density;
}

float text_width(std::string_view text, Type type) {
  const float px = device(type.px);
  float width = 0;
  for (const core::DecodedCharacter& c : core::code_points(text))
    width += font::advance(type.weight, px, c.code_point);
  return width / state.surface.density;
}

Layers layers() { return {state.document, state.pinned, state.layer, state.surface.density}; }

}  // namespace uwanose::ui::paint
