// A QR code: modules, dark or light, that a phone reads from a screen or from paper.
//
// ISO/IEC 18004 (model 2), versions 1 to 22 at level L, bytes and digits. A version v has
// 17 + 4 v modules a side; around them stays a quiet zone of four light ones. Version 22 holds
// 1,003 bytes and is the largest whose modules a phone tells apart on a projector's picture.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace uwanose::core {

// Digits take ten bits for three, bytes eight for one.
struct QrPart {
  enum class Kind : std::uint8_t { bytes, digits };
  Kind kind = Kind::bytes;
  std::string_view text;
};

inline constexpr int qr_quiet_zone = 4;
inline constexpr int qr_most_version = 22;

struct QrCode {
  int version = 0;
  int mask = 0;
  int size = 0;  // modules a side, without the quiet zone
  std::vector<std::uint8_t> modules;

  bool dark(int x, int y) const {
    return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                   static_cast<std::size_t>(x)] != 0;
  }
};

// The smallest code that holds the parts; nothing if they are too long, empty, or digits are none.
// Of the eight masks the one with the least penalty, or the one that is asked for.
std::optional<QrCode> make_qr_code(std::span<const QrPart> parts, std::optional<int> mask = {});

}  // namespace uwanose::core
