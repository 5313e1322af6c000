#include "ui/qr_image.h"

#include <algorithm>
#include <cmath>

#include "ui/picture.h"

namespace uwanose::ui {
namespace {

constexpr float largest = 34;  // em

}  // namespace

void qr_image(Frame& frame, std::string_view id, std::string_view name, const core::QrCode& code) {
  const float density = frame.surface().density;
  const auto modules = static_cast<float>(code.size + 2 * core::qr_quiet_zone);
  const float room = std::min(frame.cursor().width, largest * frame.em());
  const float module = std::max(1.0f, std::floor(room * density / modules)) / density;
  const Rect place = frame.take(module * modules);
  const float left = std::ceil(place.x * density) / density;
  const float top = std::ceil(place.y * density) / density;
  Picture picture(frame, {left, top, module * modules, module * modules}, 0xffffff);
  const auto at = [&](int index) {
    return static_cast<float>(index + core::qr_quiet_zone) * module;
  };
  // Dark modules beside one another are one shape.
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      const int from = x;
      while (x < code.size && code.dark(x, y)) ++x;
      if (x > from)
        picture.fill({left + at(from), top + at(y), at(x) - at(from), module}, 0x000000);
    }
  }
  picture.show(id, name);
}

}  // namespace uwanose::ui
