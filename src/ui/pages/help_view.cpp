#include <string>

#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/table.h"

namespace uwanose::ui {

// What every key does that is not the browser's own.
void build_help(PageView& view) {
  Frame& frame = view.frame;
  app::State& state = view.state;
  if (!state.help) {
    frame.interaction().asked.erase("help");
    return;
  }
  if (frame.interaction().asked.insert("help").second) frame.want_focus("help");
  const app::Words& words = view.words;
  {
    const Box box(frame, {frame.theme().primary_soft, frame.theme().primary, 1.25f, 6});
    const Container dialog(frame, Role::dialog, "help", words("help.title"));
    heading(frame, "help.heading", 2, words("help.title"));
    {
      Table table(frame, "help.table", words("help.title"),
                  {{std::string(words("help.key")), 6.5f, 0.5f, false},
                   {std::string(words("help.does")), 10, 1, false}},
                  {.padding = 0.3f, .captioned = false});
      const auto row = [&](std::string_view key, std::string_view does) {
        table.row(key, key);
        table.words(does);
      };
      row("?", words("help.help"));
      row("Esc", words("help.escape"));
      row("Enter", words("help.enter"));
      row("Ctrl + Z", words("help.undo"));
      row("Ctrl + Y, Ctrl\u00a0+\u00a0Shift\u00a0+\u00a0Z", words("help.redo"));
      row("P", words("help.seminar"));
      row("1 – 9", words("help.samples"));
      row("N, B", words("help.reveal"));
    }
    frame.gap(0.5f);
    paragraph(frame, "help.note", words("help.note"), support_style(frame));
    frame.gap(0.5f);
    if (checkbox(frame, "help.letters", words("help.letters"), state.letters))
      app::allow_letters(state, !state.letters);
    frame.gap(0.75f);
    if (button(frame, {.id = "help.close", .label = words("help.close")}))
      app::show_help(state, false);
  }
  frame.gap(1);
}

}  // namespace uwanose::ui
