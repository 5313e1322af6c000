#include "ui/layout.h"

#include <algorithm>
#include <cmath>

#include "ui/paint.h"
#include "ui/widgets.h"

namespace uwanose::ui {
namespace {

int box_depth = 0;

Rect since(const Cursor& start, float end) {
  return {start.x, start.y, start.width, end - start.y};
}

}  // namespace

Screen plan_screen(const Frame& frame) {
  const Surface& surface = frame.surface();
  const float em = frame.em();
  Screen screen;
  const bool wide = surface.width >= 65 * em && surface.height >= 34 * em;
  const bool low = surface.height < 24 * em;
  screen.shape = wide ? Shape::wide : low ? Shape::bare : Shape::phone;
  if (screen.shape == Shape::wide) {
    const float rail = std::round(std::min(24 * em, surface.width * 0.34f));
    screen.answer = {surface.width - surface.inset_right - rail, 0, rail + surface.inset_right,
                     surface.height};
  } else if (screen.shape == Shape::phone) {
    const float bar = std::round((surface.width < 16 * em   ? 5.25f
                                  : surface.width < 24 * em ? 7.0f
                                                            : 6.0f) *
                                 em) +
                      surface.inset_bottom;
    screen.answer = {0, surface.height - bar, surface.width, bar};
  }
  const float right =
      screen.shape == Shape::wide ? screen.answer.x : surface.width - surface.inset_right;
  const float room = right - surface.inset_left;
  screen.margin = room >= 45 * em ? 2 * em : room >= 24 * em ? em : 0.75f * em;
  const float width = std::min(room - 2 * screen.margin, 62 * em);
  screen.main = {std::round(surface.inset_left + (room - width) / 2), 0, std::floor(width), 0};
  return screen;
}

Box::Box(Frame& frame, const Look& look)
    : frame_(frame), look_(look), outer_(frame.cursor()), depth_(box_depth++) {
  padding_ = std::min(look.padding * frame.em(), outer_.width * 0.06f);
  Cursor& cursor = frame.cursor();
  cursor.x += padding_ + look.stripe;
  cursor.width -= 2 * padding_ + look.stripe;
  cursor.y += look.padding * frame.em() * 0.8f;
}

Box::~Box() {
  --box_depth;
  Cursor& cursor = frame_.cursor();
  cursor.y += look_.padding * frame_.em() * 0.8f;
  const Rect rect = since(outer_, cursor.y);
  paint::set_depth(std::min(depth_, paint::max_depth));
  constexpr float radius = 8;
  if (look_.stripe > 0) {
    paint::fill(rect, look_.back);
    paint::fill({rect.x, rect.y, look_.stripe, rect.height}, look_.edge);
  } else {
    paint::fill(rect, look_.back, radius);
    paint::stroke(rect, look_.edge, 1, radius);
  }
  paint::set_depth(paint::content);
  cursor.x = outer_.x;
  cursor.width = outer_.width;
}

Grid::Grid(Frame& frame, float least_column_ems, float gap_ems, int most)
    : frame_(frame), outer_(frame.cursor()), gap_(gap_ems * frame.em()) {
  const float least = least_column_ems * frame.em();
  columns_ = std::clamp(static_cast<int>((outer_.width + gap_) / (least + gap_)), 1, most);
  const auto count = static_cast<float>(columns_);
  column_ = std::floor((outer_.width - gap_ * (count - 1)) / count);
  row_top_ = row_bottom_ = outer_.y;
}

void Grid::next() {
  Cursor& cursor = frame_.cursor();
  if (at_ > 0) row_bottom_ = std::max(row_bottom_, cursor.y);
  const int column = at_ % columns_;
  if (column == 0 && at_ > 0) row_top_ = row_bottom_ + gap_;
  ++at_;
  cursor = {outer_.x + static_cast<float>(column) * (column_ + gap_), row_top_, column_};
}

Grid::~Grid() {
  Cursor& cursor = frame_.cursor();
  cursor = {outer_.x, std::max(row_bottom_, cursor.y), outer_.width};
}

Flow::Flow(Frame& frame, float gap_ems)
    : frame_(frame), gap_(gap_ems * frame.em()), x_(frame.cursor().x), bottom_(frame.cursor().y) {}

Rect Flow::next(float width, float height) {
  Cursor& cursor = frame_.cursor();
  width = std::min(width, cursor.width);
  if (x_ > cursor.x && x_ + width > cursor.x + cursor.width + 0.5f) {
    cursor.y = bottom_ + gap_;
    x_ = cursor.x;
  }
  const Rect rect{x_, cursor.y, width, height};
  x_ += width + gap_;
  bottom_ = std::max(bottom_, rect.y + height);
  return rect;
}

Flow::~Flow() { frame_.cursor().y = bottom_; }

Section::Section(Frame& frame, std::string_view id, std::string_view text, int level)
    : frame_(frame), start_(frame.cursor()) {
  const std::string heading_id = std::string(id) + ".heading";
  frame.open(Role::section, id).labelled_by = heading_id;
  heading(frame, heading_id, level, text);
}

Section::~Section() { frame_.close(since(start_, frame_.cursor().y)); }

Container::Container(Frame& frame, Role role, std::string_view id, std::string_view name)
    : frame_(frame), start_(frame.cursor()) {
  frame.open(role, id, name);
}

Container::~Container() { frame_.close(since(start_, frame_.cursor().y)); }

PrintOnly::PrintOnly(Frame& frame)
    : frame_(frame), outer_(frame.cursor()), outer_flags_(frame.common_flags()) {
  frame.set_common_flags(outer_flags_ | NodeFlag::print_only);
  paint::mute(true);
}

PrintOnly::~PrintOnly() {
  paint::mute(false);
  frame_.set_common_flags(outer_flags_);
  frame_.cursor() = outer_;
}

Pinned::Pinned(Frame& frame, std::string_view id, std::string_view name, const Rect& layer,
               float padding_ems)
    : frame_(frame), outer_(frame.cursor()), layer_(layer) {
  frame.set_common_flags(NodeFlag::pinned | NodeFlag::screen_only);
  frame.open(Role::section, id, name);
  paint::enter_pinned();
  paint::fill(layer, frame.theme().panel);
  const float padding = padding_ems * frame.em();
  const float left = padding + (layer.x > 0 ? 0 : frame.surface().inset_left);
  frame.cursor() = {layer.x + left, layer.y + padding,
                    layer.width - left - padding - frame.surface().inset_right};
}

Pinned::~Pinned() {
  paint::leave_pinned(layer_);
  frame_.close(layer_);
  frame_.set_common_flags(0);
  frame_.cursor() = outer_;
}

}  // namespace uwanose::ui
