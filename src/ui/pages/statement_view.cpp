#include <string>
#include <string_view>

#include "ui/pages/parts.h"

namespace uwanose::ui {
namespace {

// A passage of several lines is a list.
void passage(PageView& view, const std::string& id, std::string_view text) {
  Frame& frame = view.frame;
  if (text.find('\n') == std::string_view::npos) return paragraph(frame, id, text);
  const Container list(frame, Role::list, id);
  std::size_t index = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    list_item(frame, id + "." + std::to_string(index++), text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace

// What docs/accessibility.md says too: a test compares them.
void build_statement(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  heading(frame, "statement", 3, words("accessibility.title"));
  passage(view, "statement.aim", words("accessibility.aim"));
  if (!disclosure(frame, "statement.more", words("accessibility.more"))) return;
  const auto part = [&](const char* id, std::string_view title, std::string_view text) {
    frame.gap(0.5f);
    paragraph(frame, std::string("statement.") + id + ".title", title, {.weight = Weight::bold});
    passage(view, std::string("statement.") + id, text);
  };
  part("how", words("accessibility.how_title"), words("accessibility.how"));
  part("tested", words("accessibility.tested_title"), words("accessibility.tested"));
  part("untested", words("accessibility.untested_title"), words("accessibility.untested"));
  part("gaps", words("accessibility.gaps_title"), words("accessibility.gaps"));
  frame.gap(0.5f);
  passage(view, "statement.date", words("accessibility.date"));
}

}  // namespace uwanose::ui
