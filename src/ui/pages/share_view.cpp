#include <string>

#include "app/share.h"
#include "ui/fields.h"
#include "ui/pages/parts.h"
#include "ui/qr_image.h"

namespace uwanose::ui {
namespace {

void build_copy(PageView& view) {
  Frame& frame = view.frame;
  heading(frame, "share.copy.heading", 3, view.words("share.copy_heading"));
  paragraph(frame, "share.copy.text", view.words("share.copy_text"));
  frame.gap(0.5f);
  if (button(frame, {.id = "share.copy", .label = view.words("share.copy_button")}))
    app::save_copy(view.state);
}

void build_code(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  const app::Share& share = view.state.share;
  if (!share.qr) {
    paragraph(frame, "share.qr.too_long", words("share.qr_too_long"));
    return;
  }
  if (!disclosure(frame, "share.qr.show", words("share.qr_show"))) return;
  frame.gap(0.5f);
  qr_image(frame, "share.qr", words("share.qr_name"), *share.qr);
  paragraph(frame, "share.qr.text", words("share.qr_text"), support_style(frame));
}

void build_made_link(PageView& view, std::string_view link) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  const std::string label = words("share.link_field", {std::to_string(link.size())});
  text_field(frame,
             {.id = "share.link", .label = label, .value = link, .disabled = true, .width = 40});
  if (link.size() > app::comfortable_link)
    paragraph(frame, "share.link.long", words("share.link_long"));
  frame.gap(0.5f);
  if (button(frame, {.id = "share.link.copy", .label = words("share.link_copy")}))
    app::copy_link(view.state);
  frame.gap(0.75f);
  build_code(view);
}

// Whether only this machine finds the page under it.
bool is_local(std::string_view address) {
  for (const std::string_view host : {"//localhost", "//127.0.0.1", "//[::1]"})
    if (address.find(host) != std::string_view::npos) return true;
  return false;
}

void build_link(PageView& view) {
  Frame& frame = view.frame;
  const app::Words& words = view.words;
  app::State& state = view.state;
  heading(frame, "share.link.heading", 3, words("share.link_heading"));
  if (state.share.address.empty() || state.share.impossible) {
    const char* reason = state.share.impossible ? "share.no_links" : "share.no_address";
    paragraph(frame, reason, words(reason));
    return;
  }
  paragraph(frame, "share.link.text", words("share.link_text"));
  if (is_local(state.share.address))
    paragraph(frame, "share.link.local", words("share.link_local", {state.share.address}));
  frame.gap(0.5f);
  if (checkbox(frame, "share.anonymous", words("share.anonymous"), state.share.anonymous,
               words("share.anonymous_hint")))
    app::set_anonymous(state, !state.share.anonymous);
  frame.gap(0.5f);
  const std::string link(app::current_link(state));
  if (!link.empty()) return build_made_link(view, link);
  if (button(frame, {.id = "share.link.make", .label = words("share.link_button")}))
    app::make_link(state);
}

}  // namespace

void build_share(PageView& view) {
  Frame& frame = view.frame;
  frame.gap(2);
  // Paper has use for nothing of it but a code that is shown.
  const bool printed = !app::current_link(view.state).empty() && view.state.share.qr &&
                       frame.interaction().open.count("share.qr.show") > 0;
  const std::uint32_t outer = frame.common_flags();
  const std::uint32_t screen = outer | NodeFlag::screen_only;
  frame.set_common_flags(printed ? outer : screen);
  {
    const Section section(frame, "share", view.words("page.share"));
    frame.set_common_flags(screen);
    build_copy(view);
    frame.gap(1);
    frame.set_common_flags(printed ? outer : screen);
    build_link(view);
  }
  frame.set_common_flags(outer);
}

void build_embedding(PageView& view) {
  const app::Embedding& embedding = view.state.embedding;
  if (embedding.origin.empty()) return;
  Frame& frame = view.frame;
  {
    const Box box(frame, {frame.theme().unknown_soft, frame.theme().unknown, 1, 6});
    paragraph(frame, "embed", view.words("embed.notice", {embedding.origin}),
              {.weight = Weight::bold});
    if (checkbox(frame, "embed.permit", view.words("embed.permit", {embedding.origin}),
                 embedding.permitted, view.words("embed.permit_hint")))
      app::permit_embedding(view.state, !embedding.permitted);
  }
  frame.gap(1);
}

}  // namespace uwanose::ui
