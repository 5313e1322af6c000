#include <string>

#include "app/doubts.h"
#include "app/flow.h"
#include "ui/pages/parts.h"

namespace uwanose::ui {

void build_doubt(PageView& view, const app::Field& field, bool named) {
  if (field.doubt.empty()) return;
  Frame& frame = view.frame;
  frame.gap(0.5f);
  const Box box(frame, {frame.theme().unknown_soft, frame.theme().unknown, 0.75f, 6});
  paragraph(frame, app::doubt_id(field.key),
            named ? view.words("form.error_of", {field.label, field.doubt}) : field.doubt);
  frame.gap(0.5f);
  Flow flow(frame);
  for (const app::Choice& fix : field.fixes) {
    const std::string id = field.key + ".fix." + fix.value;
    if (button_in(frame, flow, {.id = id, .label = fix.label}))
      app::fix_doubt(view.state, field.key, std::stoul(fix.value));
  }
  const std::string keep = field.key + ".keep";
  if (button_in(frame, flow,
                {.id = keep, .label = view.words("doubt.keep"), .look = ButtonLook::quiet}))
    app::keep_value(view.state, field.key);
}

}  // namespace uwanose::ui
