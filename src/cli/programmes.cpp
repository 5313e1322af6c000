#include "cli/programmes.h"

#include <algorithm>

#include "cli/columns.h"

namespace uwanose::cli {

std::string list_packs(const std::vector<rules::Pack>& packs, rules::Language language) {
  const bool ja = language == rules::Language::ja;
  std::string text;
  for (const rules::Pack& pack : packs) {
    if (!text.empty()) text += '\n';
    text += pack.id + "  " + pack.version + "\n";
    text += "  " + pack.title.in(language) + "\n";
    text += "  " + pack.issuer.in(language) + "\n";
    if (pack.closed) {
      text += (ja ? "  受付の期限 " : "  last day ") + pack.closed->date + "  " +
              pack.closed->text.in(language) + "\n";
    }
    text += "  sha256 " + pack.sha256 + "\n";
    std::size_t widest = 0;
    for (const rules::Frame& frame : pack.frames) {
      widest = std::max(widest, display_width(frame.id));
    }
    for (const rules::Frame& frame : pack.frames) {
      text += "  " + padded(frame.id, widest) + "  " + frame.programme_label.in(language) + " " +
              frame.label.in(language) + "\n";
    }
  }
  return text;
}

}  // namespace uwanose::cli
