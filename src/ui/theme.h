// The look, in one place: colours and measures after the tokens of デジタル庁デザインシステム.
//
// Colours are 0xRRGGBB. Every pair of text and background, and every boundary of a control and its
// background, that the widgets use is listed by `contrast_pairs`; a test holds them to WCAG's
// ratios. Measures are CSS pixels at a text scale of 1, or multiples of the font size (em).
#pragma once

#include <cstdint>
#include <vector>

namespace uwanose::ui {

using Colour = std::uint32_t;

struct Theme {
  float scale = 1;  // of type, over the user's own

  Colour text = 0x1a1a1a, label = 0x333333, support = 0x666666;
  Colour background = 0xffffff, panel = 0xf5f7fb, stripe = 0xf2f2f2, line = 0xd0d4dc;
  Colour primary = 0x0017c1, primary_hover = 0x00118f, primary_soft = 0xe8f1fe;
  Colour on_primary = 0xffffff;
  Colour border = 0x666666, disabled = 0x767676;
  Colour error = 0xce0000, error_soft = 0xfdeeee;
  Colour met = 0x197a4b, met_soft = 0xe6f5ec;
  Colour unknown = 0x8b5200, unknown_soft = 0xfff3dc;
  Colour focus_line = 0x000000, focus_ring = 0xffd43d;
  Colour current = 0xffffff;  // behind the field that has the focus
  Colour bar_nation = 0x0017c1, bar_prefecture = 0xc16800, bar_own = 0x8c8c8c;

  // em
  float line_height = 1.7f;
  float title = 2.0f, heading = 1.5f, subheading = 1.125f, small = 0.875f, figure = 1.75f;
};

// The page as people use it alone; the one for eyes that need more contrast; and the one for a
// room, which is larger too and marks the field that has the focus.
const Theme& calm_theme();
const Theme& strong_theme();
const Theme& seminar_theme();

struct ContrastPair {
  const char* what;
  Colour front, back;
  float least;  // 4.5 for text, 3 for large text, boundaries and shapes
};
std::vector<ContrastPair> contrast_pairs(const Theme& theme);

// WCAG 2.2 contrast ratio, 1 to 21.
float contrast(Colour one, Colour other);

}  // namespace uwanose::ui
