// What leaves the page with the answers inside: a copy of the page, a link, the result for a page
// that embeds this one. Only when the user asks.
//
// A link carries the case itself, behind "#": browsers do not send that part to a server. It needs
// an address where others reach the page. It is made when asked for, and is another one as soon as
// an entry changes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/qr_code.h"
#include "rules/case.h"

namespace uwanose::app {

struct State;
struct Document;

struct Share {
  std::string address;      // of the page, for others; "" there is none
  bool impossible = false;  // the browser can neither make nor open links
  bool anonymous = true;
  std::string link;                         // the last one that was made; "" none
  std::optional<core::QrCode> qr;           // of it; none if it is too long for one
  std::shared_ptr<const Document> link_of;  // what it says
};

// The page in a frame of another site, which named itself when it opened it.
struct Embedding {
  std::string origin;  // "https://example.org"; "" not embedded, or by a page that did not ask
  bool permitted = false;
  std::shared_ptr<const Document> given;  // came from that site: its result is no secret of ours
};

// Links beyond it are not made; some programs cut those beyond the second.
inline constexpr std::size_t longest_link = 100'000;
inline constexpr std::size_t comfortable_link = 2'000;

// The case without the facts that say who it is: name, number, what is written into
// forms, and every other free text but what the expenses are for.
rules::Case without_identity(const rules::Case& facts);

void set_address(State& state, std::string_view address);
void rule_out_links(State& state);
void set_anonymous(State& state, bool on);
// A copy of the page with the case inside, as a file.
void save_copy(State& state);
// Asks for the link of the document as it is; it comes with take_link.
void make_link(State& state);
void take_link(State& state, std::string_view link);
void copy_link(State& state);
// The link, if it says what the form says now; else nothing.
std::string_view current_link(const State& state);
// The link that a code for phones carries: "#case=…" as digits, which take less room in it.
std::optional<core::QrCode> qr_of_link(std::string_view link);

void embed(State& state, std::string_view origin);
void permit_embedding(State& state, bool on);
bool may_tell_embedder(const State& state);

}  // namespace uwanose::app
