#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace uwanose::ui {
namespace {

float channel(Colour colour, int shift) {
  const float c = static_cast<float>((colour >> shift) & 0xff) / 255;
  return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

float luminance(Colour colour) {
  return 0.2126f * channel(colour, 16) + 0.7152f * channel(colour, 8) +
         0.0722f * channel(colour, 0);
}

Theme make_strong_theme() {
  Theme theme;
  theme.text = theme.label = 0x000000;
  theme.support = 0x333333;
  theme.panel = 0xf0f3fa;
  theme.line = 0x8f949e;
  theme.primary = 0x00118f;
  theme.primary_hover = 0x000060;
  theme.border = 0x333333;
  theme.disabled = 0x5c5c5c;
  theme.error = 0xa30000;
  theme.met = 0x0b5a33;
  theme.unknown = 0x6b3d00;
  theme.bar_nation = 0x00118f;
  theme.bar_prefecture = 0xa85600;
  theme.bar_own = 0x6e6e6e;
  return theme;
}

Theme make_seminar_theme() {
  Theme theme = make_strong_theme();
  theme.scale = 1.3f;
  theme.current = 0xfff3b8;
  return theme;
}

}  // namespace

const Theme& calm_theme() {
  static const Theme theme;
  return theme;
}

const Theme& strong_theme() {
  static const Theme theme = make_strong_theme();
  return theme;
}

const Theme& seminar_theme() {
  static const Theme theme = make_seminar_theme();
  return theme;
}

std::vector<ContrastPair> contrast_pairs(const Theme& t) {
  return {
      {"text on the page", t.text, t.background, 4.5f},
      {"text on a panel", t.text, t.panel, 4.5f},
      {"text on a table's header", t.text, t.stripe, 4.5f},
      {"label on the page", t.label, t.background, 4.5f},
      {"label on a panel", t.label, t.panel, 4.5f},
      {"support text on the page", t.support, t.background, 4.5f},
      {"support text on a panel", t.support, t.panel, 4.5f},
      {"support text on a table's header", t.support, t.stripe, 4.5f},
      {"link on the page", t.primary, t.background, 4.5f},
      {"link on a panel", t.primary, t.panel, 4.5f},
      {"link under the pointer", t.primary_hover, t.background, 4.5f},
      {"link under the pointer on a panel", t.primary_hover, t.panel, 4.5f},
      {"main button", t.on_primary, t.primary, 4.5f},
      {"main button under the pointer", t.on_primary, t.primary_hover, 4.5f},
      {"other button under the pointer", t.primary_hover, t.primary_soft, 4.5f},
      {"destructive button", t.error, t.background, 4.5f},
      {"destructive button on a panel", t.error, t.panel, 4.5f},
      {"destructive button under the pointer", t.error, t.error_soft, 4.5f},
      {"disabled control", t.disabled, t.background, 4.5f},
      {"error on the page", t.error, t.background, 4.5f},
      {"error on a panel", t.error, t.panel, 4.5f},
      {"error in its summary", t.error, t.error_soft, 4.5f},
      {"text in the error summary", t.text, t.error_soft, 4.5f},
      {"verdict met", t.met, t.met_soft, 4.5f},
      {"verdict not met", t.error, t.error_soft, 4.5f},
      {"verdict undetermined", t.unknown, t.unknown_soft, 4.5f},
      {"text in a notice", t.text, t.unknown_soft, 4.5f},
      {"text on a soft ground", t.text, t.primary_soft, 4.5f},
      {"text in the current field", t.text, t.current, 4.5f},
      {"label of the current field", t.label, t.current, 4.5f},
      {"support text of the current field", t.support, t.current, 4.5f},
      {"required mark of the current field", t.error, t.current, 4.5f},
      {"chosen mark of the current field", t.primary, t.current, 3},
      {"edge of the current field", t.border, t.current, 3},
      {"focus line on the current field", t.focus_line, t.current, 3},
      {"edge of a field", t.border, t.background, 3},
      {"edge of a field on a panel", t.border, t.panel, 3},
      {"edge of a field with an error", t.error, t.background, 3},
      {"focus line on the page", t.focus_line, t.background, 3},
      {"focus line on a panel", t.focus_line, t.panel, 3},
      {"focus line around its ring", t.focus_line, t.focus_ring, 3},
      {"bar of the nation", t.bar_nation, t.background, 3},
      {"bar of the prefecture", t.bar_prefecture, t.background, 3},
      {"bar of the own share", t.bar_own, t.background, 3},
      {"bar of the nation on a panel", t.bar_nation, t.panel, 3},
      {"bar of the prefecture on a panel", t.bar_prefecture, t.panel, 3},
      {"bar of the own share on a panel", t.bar_own, t.panel, 3},
  };
}

float contrast(Colour one, Colour other) {
  const float a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
}

}  // namespace uwanose::ui
