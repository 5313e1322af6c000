// compact_rules OUT FACTS.json CONTACTS.json PACK.json…: writes the compact form of these rules for
// the page. Part of the page's build: rules that are wrong in any place build no page.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "io/compact_book.h"
#include "io/rule_book.h"

namespace {

using namespace uwanose;

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> contents;
  for (int i = 2; i < argc; ++i) contents.push_back(bytes_of(argv[i]));
  std::vector<io::RuleFile> files;
  for (std::size_t i = 0; i < contents.size(); ++i) files.push_back({argv[i + 2], contents[i]});
  if (files.size() < 3) return 2;

  const auto packs = std::span<const io::RuleFile>(files).subspan(2);
  io::RuleBookFile book = io::load_rule_book(files[0], packs);
  if (book.value) {
    const core::Faults faults = io::add_contacts(*book.value, files[1]);
    book.faults.insert(book.faults.end(), faults.begin(), faults.end());
    if (!faults.empty()) book.value.reset();
  }
  for (const core::Fault& fault : book.faults) {
    std::fprintf(stderr, "%s\n", fault.to_string().c_str());
  }
  if (!book.value) return 1;
  const std::string compact = io::write_compact(*book.value);
  const auto read_back = io::read_compact(compact);
  if (!read_back || io::write_compact(*read_back) != compact) return 1;

  std::ofstream out(argv[1], std::ios::binary);
  out << compact;
  out.close();
  return out ? 0 : 1;
}
