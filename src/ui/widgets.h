// Words, links and buttons. Each takes the next place of the cursor, paints itself, appends one
// node, and answers what the DOM reported for it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/paint.h"

namespace uwanose::ui {

class Flow;

// How running text looks. A colour of 0 means the theme's text.
struct TextStyle {
  float size = 1;  // em
  Weight weight = Weight::regular;
  Colour colour = 0;
  bool align_right = false;
  float line_height = 0;  // 0: the theme's
};
TextStyle support_style(const Frame& frame);
TextStyle error_style(const Frame& frame);

// Paints wrapped text into the column; the height it took. Without a node.
float paint_text(Frame& frame, std::string_view text, const Rect& column, const TextStyle& style);
float text_height(const Frame& frame, std::string_view text, float width, const TextStyle& style);
std::vector<std::uint32_t> text_breaks(const Frame& frame, std::string_view text, float width,
                                       const TextStyle& style);
// Gives a node what the DOM needs to lay its words over painted ones.
void describe_text(const Frame& frame, Node& node, std::string_view text, float width,
                   const TextStyle& style);

void heading(Frame& frame, std::string_view id, int level, std::string_view text);
void paragraph(Frame& frame, std::string_view id, std::string_view text,
               const TextStyle& style = {});
// A line of two: what, and how much at the right end; two text nodes `id.label`, `id.value`.
void label_value(Frame& frame, std::string_view id, std::string_view label, std::string_view value,
                 const TextStyle& value_style = {.weight = Weight::bold});
// Read, found, printed and in the text view, but not painted.
void hidden_text(Frame& frame, std::string_view id, std::string_view text);

void list_item(Frame& frame, std::string_view id, std::string_view text,
               const TextStyle& style = {});

// Activation scrolls to the node `target` and focuses it; the DOM does that.
bool link(Frame& frame, std::string_view id, std::string_view text, std::string_view target,
          const TextStyle& style = {});

enum class ButtonLook { secondary, primary, danger, quiet };  // quiet: without an edge
struct Button {
  std::string_view id;
  std::string_view label;
  ButtonLook look = ButtonLook::secondary;
  bool disabled = false;
  bool fill = false;             // the width of the column
  std::string_view spoken = {};  // the name, where the label alone would not do (「削除 3行目」)
};
float button_width(const Frame& frame, std::string_view label);
float button_height(const Frame& frame);
bool button(Frame& frame, const Button& spec);
bool button_at(Frame& frame, const Button& spec, const Rect& rect);
// The next place of a flow.
bool button_in(Frame& frame, Flow& flow, const Button& spec);

// Shows or hides what follows: if it is open, the caller goes on with the content.
bool disclosure(Frame& frame, std::string_view id, std::string_view label,
                bool open_at_first = false);

// A verdict in words, shape and colour; never colour alone.
enum class Badge { met, not_met, undetermined };
// As large as `wanted` where its words have the room.
void badge(Frame& frame, std::string_view id, Badge kind, std::string_view words, float wanted = 1);
// The shape alone, in a square.
void badge_shape(Frame& frame, Badge kind, const Rect& square);
Colour badge_colour(const Theme& theme, Badge kind);
Colour badge_ground(const Theme& theme, Badge kind);

// Something to mind, in a box with a stripe.
enum class Notice { information, caution, error };
void notice(Frame& frame, std::string_view id, Notice kind, std::string_view title,
            std::string_view text);

// The faults of the page, each a link to its field; focused when the caller says so. Answers the
// one that was followed.
struct Fault {
  std::string field;  // id of its node
  std::string text;
  std::string target = {};  // where the link leads while the field is not on the page; "" the field
};
const Fault* error_summary(Frame& frame, std::string_view id, std::string_view title,
                           std::span<const Fault> faults);

// Asks before something is lost, in place; focus goes to the harmless answer when it appears.
enum class Answer { none, yes, no };
Answer confirmation(Frame& frame, std::string_view id, std::string_view question,
                    std::string_view yes, std::string_view no);

}  // namespace uwanose::ui
