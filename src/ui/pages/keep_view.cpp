#include "ui/pages/parts.h"

namespace uwanose::ui {

void build_keep(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  const bool on = view.state.keeping;
  frame.gap(2);
  const Section section(frame, "keep", words("keep.title"));
  paragraph(frame, "keep.state", words(on ? "keep.on" : "keep.off"), {.weight = Weight::bold});
  paragraph(frame, "keep.what", words("keep.what"));
  paragraph(frame, "keep.who", words("keep.who"));
  paragraph(frame, "keep.not", words("keep.not"), support_style(frame));
  frame.gap(0.5f);
  const ButtonLook look = on ? ButtonLook::danger : ButtonLook::secondary;
  if (button(frame, {.id = "keep.switch",
                     .label = words(on ? "keep.switch_off" : "keep.switch_on"),
                     .look = look}))
    app::set_keeping(view.state, !on);
}

}  // namespace uwanose::ui
