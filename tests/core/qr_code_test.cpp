// Against QR codes that another encoder (qrencode 4.1.1) made: every version.
#include "core/qr_code.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/sha256.h"

namespace uwanose::core {

namespace {

struct Reference {
  std::size_t length;
  int version;
  int mask;
  std::string_view hash;  // the first half of the SHA-256 of the rows, as 0 and 1, a line each
};

std::string hash_of(const QrCode& code) {
  std::string rows;
  for (int y = 0; y < code.size; ++y) {
    if (y > 0) rows += '\n';
    for (int x = 0; x < code.size; ++x) rows += code.dark(x, y) ? '1' : '0';
  }
  return sha256_hex(rows).substr(0, 32);
}

std::string text_of(std::size_t length, bool digits) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    const std::size_t number = i * 7 + i / 13;
    text += static_cast<char>(digits ? '0' + number % 10 : 33 + number % 90);
  }
  return text;
}

void check(const Reference& reference, QrPart::Kind kind) {
  CAPTURE(reference.length);
  const std::string text = text_of(reference.length, kind == QrPart::Kind::digits);
  const QrPart parts[] = {{kind, text}};
  const auto code = make_qr_code(parts, reference.mask);
  REQUIRE(code);
  CHECK(code->version == reference.version);
  CHECK(hash_of(*code) == reference.hash);
}

}  // namespace

TEST_CASE("qr: bytes, module by module as another encoder draws them") {
  constexpr Reference references[] = {
      {17, 1, 4, "0fc29f82ab5611c2ed96685a7a180798"},
      {31, 2, 2, "f4aafa0acca842f456a690a4931a2e6c"},
      {51, 3, 2, "ce8d6aaa74108ffec0c6c5b9871988ab"},
      {78, 4, 7, "9b42c3cce30edec9085577d41522cf58"},
      {105, 5, 1, "b842200e7fc71a5db550698ae8cf897a"},
      {132, 6, 2, "9c888aec569df641aa79f2b8b666232a"},
      {154, 7, 1, "8b56d46c6ef837b099b314fe430fde5e"},
      {191, 8, 6, "efd8709c4c5669c7c044f137033ff1e7"},
      {228, 9, 2, "cfe566f660b16bc6e27e453dd09125a5"},
      {271, 10, 5, "b5090c96a16a9e2d39531466afc8d5cc"},
      {320, 11, 7, "f8b25d67261c269b530c4f205da24c5b"},
      {365, 12, 2, "19d0eb115b008f9e1b870792944219cf"},
      {425, 13, 5, "2bd3974afadc7102777a3235994dc079"},
      {457, 14, 7, "64577847e0c400aa03349f44fbbcc5cb"},
      {518, 15, 6, "e8d50b1e26a1ac9386265dee743c5c9b"},
      {586, 16, 3, "ae56245430ea0be5f49ad84b599249b0"},
      {643, 17, 1, "57e58016987cdd4ec99c3820cea7db75"},
      {716, 18, 5, "9727c5cf493cb839fd18c729dccdef1a"},
      {792, 19, 2, "1b7f635b971f54963ad03d8a0d1ef2a8"},
      {857, 20, 2, "d905cf3f8ae3448e7be91b92d728cc0b"},
      {927, 21, 6, "aeed447168c94eb38950a4833d6c7366"},
      {1003, 22, 2, "faf4c8d8f740911da9a01363a53f80a2"},
  };
  for (const Reference& reference : references) check(reference, QrPart::Kind::bytes);
}

TEST_CASE("qr: digits, module by module as another encoder draws them") {
  constexpr Reference references[] = {
      {1, 1, 7, "636863bb546dcb37409fd36c95ff7bf1"},
      {2, 1, 0, "ddf1cff2135ae991ba2af795502b723d"},
      {3, 1, 0, "edea3c4d6a50782f47520b841661c3fa"},
      {40, 1, 2, "3388968d079851cda0e4f9436eb724a8"},
      {41, 1, 7, "61e71f909108b697f6ead0fb7b52262f"},
      {700, 11, 4, "fa8bd5db2e02600b203ab2b111e5f615"},
      {1500, 17, 7, "90dacea6dea3b61fbae9ae28ef4ca543"},
      {2000, 20, 7, "a7e731d1ce6ad7c9a0af65d0481b6a3b"},
      {2409, 22, 1, "6fc293c7eeb70fe273bc0364765ea9d9"},
  };
  for (const Reference& reference : references) check(reference, QrPart::Kind::digits);
}

TEST_CASE("qr: of the masks one is taken, and each is another picture") {
  const QrPart parts[] = {{QrPart::Kind::bytes, "uwanose"}};
  const auto chosen = make_qr_code(parts);
  REQUIRE(chosen);
  int same = 0;
  for (int mask = 0; mask < 8; ++mask)
    same += make_qr_code(parts, mask)->modules == chosen->modules ? 1 : 0;
  CHECK(same == 1);
}

TEST_CASE("qr: an address and digits after it share one code") {
  const std::string digits = text_of(1200, true);
  const QrPart parts[] = {{QrPart::Kind::bytes, "https://www.example.lg.jp/uwanose/#case10="},
                          {QrPart::Kind::digits, digits}};
  const auto code = make_qr_code(parts);
  REQUIRE(code);
  CHECK(code->version == 16);
  CHECK(code->size == 81);
  CHECK(code->dark(0, 0));
  CHECK_FALSE(code->dark(1, 1));
}

TEST_CASE("qr: what does not fit, or is no digit, gives none") {
  const auto made = [](QrPart::Kind kind, const std::string& text) {
    const QrPart parts[] = {{kind, text}};
    return make_qr_code(parts).has_value();
  };
  CHECK(made(QrPart::Kind::bytes, std::string(1003, 'a')));
  CHECK_FALSE(made(QrPart::Kind::bytes, std::string(1004, 'a')));
  CHECK_FALSE(made(QrPart::Kind::bytes, std::string(100'000, 'a')));
  CHECK(made(QrPart::Kind::digits, std::string(2409, '7')));
  CHECK_FALSE(made(QrPart::Kind::digits, std::string(2410, '7')));
  CHECK_FALSE(made(QrPart::Kind::digits, "12a4"));
  CHECK_FALSE(made(QrPart::Kind::bytes, ""));
}

}  // namespace uwanose::core
