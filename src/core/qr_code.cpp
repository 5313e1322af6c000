#include "core/qr_code.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>

namespace uwanose::core {

namespace {

using Bytes = std::vector<std::uint8_t>;

// Table 9, level L: error correction codewords of a block, and blocks, by version.
constexpr std::array<std::uint8_t, qr_most_version> correction_of_version{
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28};
constexpr std::array<std::uint8_t, qr_most_version> blocks_of_version{
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9};

struct Room {
  std::size_t codewords, correction, blocks;  // correction: of one block

  std::size_t data() const { return codewords - correction * blocks; }
};

Room room_of(int version) {
  int modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const int marks = version / 7 + 2;
    modules -= (25 * marks - 10) * marks - 55;
  }
  if (version >= 7) modules -= 36;
  const auto index = static_cast<std::size_t>(version - 1);
  return {static_cast<std::size_t>(modules / 8), correction_of_version[index],
          blocks_of_version[index]};
}

// ---- what is written into it

class Bits {
 public:
  void append(unsigned value, int count) {
    for (int i = count - 1; i >= 0; --i) {
      if (length_ % 8 == 0) bytes_.push_back(0);
      bytes_.back() =
          static_cast<std::uint8_t>(bytes_.back() | (value >> i & 1u) << (7 - length_ % 8));
      ++length_;
    }
  }
  std::size_t length() const { return length_; }
  Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
  std::size_t length_ = 0;
};

void append_digits(Bits& bits, std::string_view digits) {
  for (std::size_t i = 0; i < digits.size(); i += 3) {
    const std::string_view group = digits.substr(i, 3);
    unsigned number = 0;
    for (const char c : group) number = number * 10 + static_cast<unsigned>(c - '0');
    bits.append(number, static_cast<int>(group.size()) * 3 + 1);
  }
}

Bits bits_of(std::span<const QrPart> parts, int version) {
  Bits bits;
  for (const QrPart& part : parts) {
    const bool digits = part.kind == QrPart::Kind::digits;
    const int count_bits = digits ? (version < 10 ? 10 : 12) : (version < 10 ? 8 : 16);
    bits.append(digits ? 1 : 4, 4);
    bits.append(static_cast<unsigned>(part.text.size()), count_bits);
    if (digits) {
      append_digits(bits, part.text);
    } else {
      for (const char c : part.text) bits.append(static_cast<unsigned char>(c), 8);
    }
  }
  return bits;
}

Bytes padded(Bits bits, std::size_t bytes) {
  const std::size_t left = bytes * 8 - bits.length();
  bits.append(0, static_cast<int>(std::min<std::size_t>(left, 4)));
  Bytes data = bits.take();
  for (std::uint8_t filler = 0xec; data.size() < bytes; filler ^= 0xec ^ 0x11) {
    data.push_back(filler);
  }
  return data;
}

// ---- error correction: Reed–Solomon over GF(256), polynomial 0x11d

std::uint8_t times(std::uint8_t a, std::uint8_t b) {
  unsigned product = 0;
  for (int i = 7; i >= 0; --i) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> i & 1) != 0) product ^= a;
  }
  return static_cast<std::uint8_t>(product);
}

// Without the leading one, highest power first.
Bytes divisor_of(std::size_t degree) {
  Bytes divisor(degree, 0);
  divisor.back() = 1;
  std::uint8_t root = 1;
  for (std::size_t i = 0; i < degree; ++i) {
    for (std::size_t j = 0; j < degree; ++j) {
      divisor[j] = times(divisor[j], root);
      if (j + 1 < degree) divisor[j] ^= divisor[j + 1];
    }
    root = times(root, 2);
  }
  return divisor;
}

Bytes correction_of(std::span<const std::uint8_t> data, const Bytes& divisor) {
  Bytes rest(divisor.size(), 0);
  for (const std::uint8_t byte : data) {
    const std::uint8_t factor = byte ^ rest.front();
    std::rotate(rest.begin(), rest.begin() + 1, rest.end());
    rest.back() = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) rest[i] ^= times(divisor[i], factor);
  }
  return rest;
}

// Blocks of data, the last ones a codeword longer, then of correction; each column by column.
Bytes interleaved(const Bytes& data, const Room& room) {
  const std::size_t longer = room.codewords % room.blocks;
  const std::size_t least = room.codewords / room.blocks - room.correction;
  const Bytes divisor = divisor_of(room.correction);
  std::vector<std::span<const std::uint8_t>> blocks;
  std::vector<Bytes> corrections;
  for (std::size_t i = 0, from = 0; i < room.blocks; ++i) {
    const std::size_t length = least + (i >= room.blocks - longer ? 1 : 0);
    blocks.push_back(std::span(data).subspan(from, length));
    corrections.push_back(correction_of(blocks.back(), divisor));
    from += length;
  }
  Bytes all;
  all.reserve(room.codewords);
  for (std::size_t i = 0; i <= least; ++i) {
    for (const auto& block : blocks) {
      if (i < block.size()) all.push_back(block[i]);
    }
  }
  for (std::size_t i = 0; i < room.correction; ++i) {
    for (const Bytes& correction : corrections) all.push_back(correction[i]);
  }
  return all;
}

// ---- modules

class Drawing {
 public:
  explicit Drawing(int version)
      : version_(version),
        size_(17 + 4 * version),
        dark_(static_cast<std::size_t>(size_ * size_), 0),
        fixed_(dark_.size(), 0) {}

  void draw_patterns() {
    for (int i = 0; i < size_; ++i) {
      fix(6, i, i % 2 == 0);
      fix(i, 6, i % 2 == 0);
    }
    finder(3, 3);
    finder(size_ - 4, 3);
    finder(3, size_ - 4);
    const std::vector<int> marks = mark_positions();
    for (const int x : marks) {
      for (const int y : marks) {
        const bool corner =
            (x == 6 && y == 6) || (x == 6 && y == size_ - 7) || (x == size_ - 7 && y == 6);
        if (!corner) square(x, y, 2);
      }
    }
    draw_format(0);  // its place, for now
    draw_version();
  }

  // Upwards and downwards in columns of two, from the right; column 6 holds the timing.
  void draw_data(const Bytes& codewords) {
    std::size_t bit = 0;
    bool up = true;
    for (int right = size_ - 1; right >= 1; right -= 2, up = !up) {
      if (right == 6) right = 5;
      for (int step = 0; step < size_; ++step) {
        const int y = up ? size_ - 1 - step : step;
        for (const int x : {right, right - 1}) {
          if (fixed_[at(x, y)] != 0) continue;
          if (bit < codewords.size() * 8) {
            dark_[at(x, y)] = codewords[bit / 8] >> (7 - bit % 8) & 1;
          }
          ++bit;
        }
      }
    }
  }

  void turn_mask(int mask) {
    for (int y = 0; y < size_; ++y) {
      for (int x = 0; x < size_; ++x) {
        if (fixed_[at(x, y)] == 0 && masked(mask, x, y)) dark_[at(x, y)] ^= 1;
      }
    }
  }

  void draw_format(int mask) {
    constexpr unsigned level = 1;  // L
    const unsigned data = level << 3 | static_cast<unsigned>(mask);
    unsigned rest = data;
    for (int i = 0; i < 10; ++i) rest = rest << 1 ^ (rest >> 9) * 0x537;
    const unsigned bits = (data << 10 | rest) ^ 0x5412;
    const auto bit = [&](int i) { return (bits >> i & 1u) != 0; };
    for (int i = 0; i < 6; ++i) fix(8, i, bit(i));
    fix(8, 7, bit(6));
    fix(8, 8, bit(7));
    fix(7, 8, bit(8));
    for (int i = 9; i < 15; ++i) fix(14 - i, 8, bit(i));
    for (int i = 0; i < 8; ++i) fix(size_ - 1 - i, 8, bit(i));
    for (int i = 8; i < 15; ++i) fix(8, size_ - 15 + i, bit(i));
    fix(8, size_ - 8, true);
  }

  int penalty() const {
    int sum = 0, dark = 0;
    std::string row, column;
    for (int i = 0; i < size_; ++i) {
      row.clear();
      column.clear();
      for (int j = 0; j < size_; ++j) {
        row += is_dark(j, i) ? '1' : '0';
        column += is_dark(i, j) ? '1' : '0';
        dark += is_dark(j, i) ? 1 : 0;
      }
      sum += penalty_of(row) + penalty_of(column);
    }
    for (int y = 0; y + 1 < size_; ++y) {
      for (int x = 0; x + 1 < size_; ++x) {
        const bool first = is_dark(x, y);
        if (first == is_dark(x + 1, y) && first == is_dark(x, y + 1) &&
            first == is_dark(x + 1, y + 1)) {
          sum += 3;
        }
      }
    }
    const int total = size_ * size_;
    return sum + std::abs(dark * 20 - total * 10) / total * 10;
  }

  int size() const { return size_; }
  Bytes take() { return std::move(dark_); }

 private:
  std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(x);
  }
  bool is_dark(int x, int y) const { return dark_[at(x, y)] != 0; }
  void fix(int x, int y, bool dark) {
    dark_[at(x, y)] = dark ? 1 : 0;
    fixed_[at(x, y)] = 1;
  }

  // Rings around a centre, every second one dark.
  void square(int centre_x, int centre_y, int radius) {
    for (int y = -radius; y <= radius; ++y) {
      for (int x = -radius; x <= radius; ++x) {
        const int ring = std::max(std::abs(x), std::abs(y));
        const int px = centre_x + x, py = centre_y + y;
        if (px < 0 || py < 0 || px >= size_ || py >= size_) continue;
        fix(px, py, radius == 2 ? ring != 1 : ring != 2 && ring != 4);
      }
    }
  }
  void finder(int x, int y) { square(x, y, 4); }

  std::vector<int> mark_positions() const {
    if (version_ == 1) return {};
    const int count = version_ / 7 + 2;
    const int step = (version_ * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    std::vector<int> positions{6};
    for (int i = count - 2; i >= 0; --i) positions.push_back(size_ - 7 - i * step);
    return positions;
  }

  void draw_version() {
    if (version_ < 7) return;
    const auto data = static_cast<unsigned>(version_);
    unsigned rest = data;
    for (int i = 0; i < 12; ++i) rest = rest << 1 ^ (rest >> 11) * 0x1f25;
    const unsigned bits = data << 12 | rest;
    for (int i = 0; i < 18; ++i) {
      const bool dark = (bits >> i & 1u) != 0;
      fix(size_ - 11 + i % 3, i / 3, dark);
      fix(i / 3, size_ - 11 + i % 3, dark);
    }
  }

  static bool masked(int mask, int x, int y) {
    switch (mask) {
      case 0: return (x + y) % 2 == 0;
      case 1: return y % 2 == 0;
      case 2: return x % 3 == 0;
      case 3: return (x + y) % 3 == 0;
      case 4: return (x / 3 + y / 2) % 2 == 0;
      case 5: return x * y % 2 + x * y % 3 == 0;
      case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
      default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
  }

  // Runs of five and more, and what looks like a finder with four light modules beside it; the
  // quiet zone counts as light.
  static int penalty_of(const std::string& line) {
    int sum = 0;
    for (std::size_t from = 0; from < line.size();) {
      const std::size_t end = std::min(line.find_first_not_of(line[from], from), line.size());
      if (end - from >= 5) sum += static_cast<int>(end - from) - 2;
      from = end;
    }
    const std::string wide = "0000" + line + "0000";
    for (const char* pattern : {"10111010000", "00001011101"}) {
      for (std::size_t i = wide.find(pattern); i != std::string::npos;
           i = wide.find(pattern, i + 1)) {
        sum += 40;
      }
    }
    return sum;
  }

  int version_, size_;
  Bytes dark_, fixed_;
};

bool is_sound(const QrPart& part) {
  return !part.text.empty() &&
         (part.kind == QrPart::Kind::bytes ||
          part.text.find_first_not_of("0123456789") == std::string_view::npos);
}

}  // namespace

std::optional<QrCode> make_qr_code(std::span<const QrPart> parts, std::optional<int> mask) {
  std::size_t length = 0;
  for (const QrPart& part : parts) {
    length += part.text.size();
    if (!is_sound(part) || length > 4000) return {};
  }
  int version = 1;
  Bits bits = bits_of(parts, version);
  while (bits.length() > room_of(version).data() * 8) {
    if (++version > qr_most_version) return {};
    bits = bits_of(parts, version);
  }
  QrCode code;
  code.version = version;
  const Room room = room_of(version);
  Drawing drawing(version);
  drawing.draw_patterns();
  drawing.draw_data(interleaved(padded(std::move(bits), room.data()), room));
  int least = 0;
  for (int candidate = 0; candidate < 8; ++candidate) {
    if (mask && candidate != *mask) continue;
    drawing.turn_mask(candidate);
    drawing.draw_format(candidate);
    const int penalty = drawing.penalty();
    if (mask || candidate == 0 || penalty < least) {
      least = penalty;
      code.mask = candidate;
    }
    drawing.turn_mask(candidate);
  }
  drawing.turn_mask(code.mask);
  drawing.draw_format(code.mask);
  code.size = drawing.size();
  code.modules = drawing.take();
  return code;
}

}  // namespace uwanose::core
