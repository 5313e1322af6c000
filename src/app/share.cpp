#include "app/share.h"

#include "app/change.h"
#include "app/state.h"

namespace uwanose::app {

namespace {

constexpr std::string_view link_mark = "#case=", digit_mark = "#case10=";
constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

rules::Case without_identity(const rules::Case& facts) {
  rules::Case rest = facts;
  rest.texts.clear();
  rest.form_texts.clear();
  if (rest.expenses) {
    for (rules::Expense& expense : *rest.expenses) expense.extra.clear();
  }
  return rest;
}

void set_address(State& state, std::string_view address) {
  state.share.address = address;
  ++state.revision;
}

void rule_out_links(State& state) {
  state.share.impossible = true;
  ++state.revision;
}

void set_anonymous(State& state, bool on) {
  state.share.anonymous = on;
  state.share.link.clear();
  state.share.link_of.reset();  // one that is on its way says something else
  ++state.revision;
}

void save_copy(State& state) {
  ask_for(state, Effect::Kind::save_copy,
          state.words()("share.copy_file", {state.today}) + ".html");
  mark_saved(state, "notice.copy_saved");
}

void make_link(State& state) {
  state.share.link.clear();
  state.share.link_of = state.document;
  ask_for(state, Effect::Kind::make_link);
  ++state.revision;
}

void take_link(State& state, std::string_view link) {
  Share& share = state.share;
  share.link.clear();
  share.qr.reset();
  if (!share.link_of) return;
  if (link.empty() || link.size() > longest_link) {
    state.notice = {"notice.link_too_long", {}};
  } else {
    share.link = link;
    share.qr = qr_of_link(link);
    focus(state, "share.link.copy");
  }
  ++state.revision;
}

void copy_link(State& state) {
  const std::string_view link = current_link(state);
  if (link.empty()) return;
  ask_for(state, Effect::Kind::copy, std::string(link));
  state.notice = {"notice.link_copied", {}};
  ++state.revision;
}

std::string_view current_link(const State& state) {
  return state.share.link_of == state.document ? std::string_view(state.share.link)
                                               : std::string_view();
}

std::optional<core::QrCode> qr_of_link(std::string_view link) {
  const std::size_t at = link.find(link_mark);
  if (at == std::string_view::npos) return {};
  const std::string before = std::string(link.substr(0, at)).append(digit_mark);
  std::string digits;
  for (const char c : link.substr(at + link_mark.size())) {
    const std::size_t index = letters.find(c);
    if (index == std::string_view::npos) return {};
    digits += static_cast<char>('0' + index / 10);
    digits += static_cast<char>('0' + index % 10);
  }
  const core::QrPart parts[] = {{core::QrPart::Kind::bytes, before},
                                {core::QrPart::Kind::digits, digits}};
  return core::make_qr_code(parts);
}

void embed(State& state, std::string_view origin) {
  state.embedding.origin = origin;
  ++state.revision;
}

void permit_embedding(State& state, bool on) {
  state.embedding.permitted = on;
  ++state.revision;
}

bool may_tell_embedder(const State& state) {
  const Embedding& embedding = state.embedding;
  return !embedding.origin.empty() &&
         (embedding.permitted || (embedding.given && embedding.given == state.document));
}

}  // namespace uwanose::app
