#include "ui/qr_image.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/paint.h"

namespace uwanose::ui {
namespace {

constexpr float largest = 34;  // em

// Calls run(x, y, length) for the dark modules of each row, those beside one another as one.
template <typename Run>
void each_run(const core::QrCode& code, Run run) {
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      const int from = x;
      while (x < code.size && code.dark(x, y)) ++x;
      if (x > from) run(from, y, x - from);
    }
  }
}

// "total path": the side with the quiet zone, then the squares.
std::string picture_of(const core::QrCode& code) {
  std::string path = std::to_string(code.size + 2 * core::qr_quiet_zone) + " ";
  each_run(code, [&](int x, int y, int length) {
    const std::string wide = std::to_string(length);
    path += "M" + std::to_string(x + core::qr_quiet_zone) + " " +
            std::to_string(y + core::qr_quiet_zone) + "h" + wide + "v1h-" + wide + "z";
  });
  return path;
}

}  // namespace

void qr_image(Frame& frame, std::string_view id, std::string_view name, const core::QrCode& code) {
  const float density = frame.surface().density;
  const auto modules = static_cast<float>(code.size + 2 * core::qr_quiet_zone);
  const float room = std::min(frame.cursor().width, largest * frame.em());
  const float module = std::max(1.0f, std::floor(room * density / modules)) / density;
  const Rect place = frame.take(module * modules);
  const float left = std::ceil(place.x * density) / density;
  const float top = std::ceil(place.y * density) / density;
  const Rect square{left, top, module * modules, module * modules};
  paint::fill(square, 0xffffff);
  if (paint::visible(square)) {
    each_run(code, [&](int x, int y, int length) {
      const auto at = [&](int index) {
        return static_cast<float>(index + core::qr_quiet_zone) * module;
      };
      paint::fill({left + at(x), top + at(y), static_cast<float>(length) * module, module},
                  0x000000);
    });
  }
  frame.append(Role::image, id, square, name).value = picture_of(code);
}

}  // namespace uwanose::ui
