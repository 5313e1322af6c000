#include "ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace uwanose::ui {

TEST_CASE("WCAG 1.4.3: the contrast ratio of known pairs") {
  CHECK(contrast(0x000000, 0xffffff) == doctest::Approx(21.0f).epsilon(0.001));
  CHECK(contrast(0xffffff, 0x000000) == doctest::Approx(21.0f).epsilon(0.001));
  CHECK(contrast(0x777777, 0xffffff) == doctest::Approx(4.478f).epsilon(0.001));
  CHECK(contrast(0x1a1a1a, 0x1a1a1a) == doctest::Approx(1.0f));
}

TEST_CASE("WCAG 1.4.3, 1.4.11: every pair of every theme reaches its ratio") {
  for (const Theme* theme : {&calm_theme(), &strong_theme(), &seminar_theme()}) {
    const auto pairs = contrast_pairs(*theme);
    CHECK(pairs.size() >= 30);
    for (const ContrastPair& pair : pairs) {
      INFO(pair.what, ": ", contrast(pair.front, pair.back));
      CHECK(contrast(pair.front, pair.back) >= pair.least);
    }
  }
}

TEST_CASE("seminar: body text is at least 7 to 1 and larger than usual") {
  const Theme& seminar = seminar_theme();
  for (const Theme* theme : {&seminar, &strong_theme()})
    for (const Colour ground :
         {theme->background, theme->panel, theme->stripe, theme->current, theme->primary_soft})
      for (const Colour front : {theme->text, theme->label, theme->support, theme->primary}) {
        INFO(front, " on ", ground, ": ", contrast(front, ground));
        CHECK(contrast(front, ground) >= 7.0f);
      }
  CHECK(seminar.scale > calm_theme().scale);
  CHECK(strong_theme().scale == calm_theme().scale);
  CHECK(seminar.current != seminar.background);
  CHECK(calm_theme().current == calm_theme().background);
}

namespace {

struct Light {
  float r, g, b;
};

Light linear(Colour colour) {
  const auto channel = [&](int shift) {
    const float c = static_cast<float>((colour >> shift) & 0xff) / 255;
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
  };
  return {channel(16), channel(8), channel(0)};
}

// As eyes without one kind of cone see it (Machado, Oliveira and Fernandes 2009, severity 1).
struct Vision {
  const char* name;
  float m[9];
};
constexpr Vision visions[] = {
    {"all cones", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
    {"protanopia",
     {0.152286f, 1.052583f, -0.204868f, 0.114503f, 0.786281f, 0.099216f, -0.003882f, -0.048116f,
      1.051998f}},
    {"deuteranopia",
     {0.367322f, 0.860646f, -0.227968f, 0.280085f, 0.672501f, 0.047413f, -0.011820f, 0.042940f,
      0.968881f}},
    {"tritanopia",
     {1.255528f, -0.076749f, -0.178779f, -0.078411f, 0.930809f, 0.147602f, 0.004733f, 0.691367f,
      0.303900f}},
};

// CIE 1976 difference; 2 is about the least that is seen, 20 is plain.
float difference(Colour one, Colour other, const Vision& vision) {
  const auto lab = [&](Colour colour) {
    const Light in = linear(colour);
    const auto& m = vision.m;
    const auto row = [&](int i) {
      return std::clamp(m[i] * in.r + m[i + 1] * in.g + m[i + 2] * in.b, 0.0f, 1.0f);
    };
    const Light c{row(0), row(3), row(6)};
    const auto f = [](float t) { return t > 0.008856f ? std::cbrt(t) : 7.787f * t + 16.0f / 116; };
    const float x = f((0.4124f * c.r + 0.3576f * c.g + 0.1805f * c.b) / 0.9505f);
    const float y = f(0.2126f * c.r + 0.7152f * c.g + 0.0722f * c.b);
    const float z = f((0.0193f * c.r + 0.1192f * c.g + 0.9505f * c.b) / 1.0890f);
    return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
  };
  const auto a = lab(one), b = lab(other);
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}  // namespace

TEST_CASE("colour-blind eyes: the difference of colours is measured") {
  // Red and green of one lightness, which deuteranopia confuses; blue and yellow stay apart.
  CHECK(difference(0xb05050, 0x708020, visions[0]) > 50);
  CHECK(difference(0xb05050, 0x708020, visions[2]) < 25);
  CHECK(difference(0x0000ff, 0xffff00, visions[2]) > 100);
  CHECK(difference(0x123456, 0x123456, visions[1]) == 0);
}

TEST_CASE("charts: parts and verdicts differ plainly for colour-blind eyes in every theme") {
  for (const Theme* theme : {&calm_theme(), &strong_theme(), &seminar_theme()})
    for (const Vision& vision : visions) {
      CAPTURE(vision.name);
      CHECK(difference(theme->bar_nation, theme->bar_prefecture, vision) > 20);
      CHECK(difference(theme->bar_nation, theme->bar_own, vision) > 20);
      CHECK(difference(theme->bar_prefecture, theme->bar_own, vision) > 20);
    }
}

}  // namespace uwanose::ui
