// What the controls share: label with its mark, hint, error, box.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace uwanose::ui {

// Painted above the control, before its node exists.
struct CaptionText {
  std::string_view id, label, hint, tag;
  bool required = false;
};
struct Caption {
  std::string name;  // the label with 「※必須」
  Rect label, hint;
  std::vector<std::uint32_t> label_breaks, hint_breaks;
};
Caption paint_caption(Frame& frame, const CaptionText& text);
// Painted below it; the rectangle, and the text with 「＊エラー」.
struct ErrorLine {
  std::string text;
  Rect rect;
  std::vector<std::uint32_t> breaks;
};
// What was painted above and below, said by the node.
void describe_field(Node& node, const Caption& caption, const ErrorLine& error);
ErrorLine paint_error(Frame& frame, std::string_view error);

enum class BoxState { idle, invalid, disabled };
// Before a room the field that has the focus stands on a ground of its own.
void paint_current(Frame& frame, std::string_view id, const Rect& whole);
void paint_field_box(Frame& frame, std::string_view id, const Rect& box, BoxState state);

// At least what a finger needs.
float field_height(const Frame& frame);
float cell_field_height(const Frame& frame);

}  // namespace uwanose::ui
