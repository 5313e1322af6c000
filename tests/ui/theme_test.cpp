#include "ui/theme.h"

#include <doctest/doctest.h>

namespace uwanose::ui {

TEST_CASE("WCAG 1.4.3: the contrast ratio of known pairs") {
  CHECK(contrast(0x000000, 0xffffff) == doctest::Approx(21.0f).epsilon(0.001));
  CHECK(contrast(0xffffff, 0x000000) == doctest::Approx(21.0f).epsilon(0.001));
  CHECK(contrast(0x777777, 0xffffff) == doctest::Approx(4.478f).epsilon(0.001));
  CHECK(contrast(0x1a1a1a, 0x1a1a1a) == doctest::Approx(1.0f));
}

TEST_CASE("WCAG 1.4.3, 1.4.11: every pair of both themes reaches its ratio") {
  for (const Theme* theme : {&calm_theme(), &seminar_theme()}) {
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
  CHECK(contrast(seminar.text, seminar.panel) >= 7.0f);
  CHECK(contrast(seminar.support, seminar.panel) >= 7.0f);
  CHECK(contrast(seminar.primary, seminar.background) >= 7.0f);
  CHECK(seminar.scale > calm_theme().scale);
}

}  // namespace uwanose::ui
