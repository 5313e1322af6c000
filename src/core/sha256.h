// SHA-256 (FIPS 180-4), for the identity of rule packs: the hash of a pack's bytes as shipped.
// Not used to keep anything secret.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace uwanose::core {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace uwanose::core
