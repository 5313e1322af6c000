// The semantic tree of one frame: what a screen reader, an input method, find-in-page, printing
// and the tests see of the page that Dear ImGui paints.
//
// Each widget appends one node in the same call that paints it. The order of nodes is the reading
// order, the tab order and the order of submission. Ids come from keys that authors give
// ("applicant.employees"), never from labels or indices, so that the DOM element of a node survives
// every frame. Rectangles are CSS pixels from the top left of the document.
//
// The platform mirrors the tree: in the browser into real elements (the DOM owns every draft,
// the focus and the scroll position), headless into lookups for tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/choice.h"

namespace uwanose::ui {

enum class Role : std::uint8_t {
  main,        // the one landmark of the content
  navigation,  // table of contents
  section,     // a named region; its name comes from the heading that `labelled_by` names
  heading,     // `level` 1 to 3
  text,        // a paragraph
  list,        // of list_items
  list_item,
  link,  // `target` is the id of a node: activation scrolls and focuses there
  button,
  text_field,  // one line
  checkbox,
  group,   // fieldset and legend
  radio,   // within a group
  select,  // native, with `options`
  slider,  // from 0 to `level`; `unit` says what its place means
  table,   // `name` is its caption
  row,
  column_header,
  row_header,
  cell,
  image,       // a chart or a code, as in `drawing`: its name says what it shows; a chart's data
               // stands in a table beside it
  disclosure,  // button with aria-expanded that shows or hides what follows
  dialog,      // modal confirmation
  status,      // polite: the static live region of the page speaks `name`
  alert,       // assertive, likewise
};

enum NodeFlag : std::uint32_t {
  required = 1u << 0,
  disabled = 1u << 1,
  checked = 1u << 2,
  expanded = 1u << 3,
  invalid = 1u << 4,
  primary = 1u << 5,  // the main action of its group (text view draws it so)
  danger = 1u << 6,   // destructive action
  bold = 1u << 7,
  align_right = 1u << 8,
  visually_hidden = 1u << 9,  // not painted, but read, found in the text view and printed
  paint_only = 1u << 10,      // painted, and read through another node: no element
  screen_only = 1u << 11,     // not printed (buttons of the page itself)
  print_only = 1u << 12,      // in print and the text view only
  // Stays in the window while the document scrolls: the answer at the right on wide windows, the
  // bar at the bottom on phones. `rect` is then in viewport coordinates (position: fixed). The
  // enclosing section is pinned too; its rectangle is the layer that the renderer paints apart
  // (renderer.h, render_gl) and the page shows in a fixed canvas under these elements. In the text
  // view and in print it is an ordinary section.
  pinned = 1u << 13,
};

enum class InputMode : std::uint8_t { text, decimal, numeric };

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
};

using Option = app::Choice;
using Options = app::SharedChoices;

// One shape of a picture. Lengths are CSS pixels from the top left of the image's rectangle.
struct DrawnShape {
  enum class Kind : std::uint8_t {
    fill,       // from x, y; a wide, b high
    line,       // from x, y to a, b; `size` thick
    dashes,     // likewise
    disc,       // around x, y; of radius `size`
    text,       // one line from x, y on, the top left of its em box; `size` high
    bold_text,  // likewise
  };
  Kind kind = Kind::fill;
  std::uint32_t colour = 0;  // 0xRRGGBB
  float x = 0, y = 0, a = 0, b = 0, size = 0;
  std::string words;  // of text

  friend bool operator==(const DrawnShape&, const DrawnShape&) = default;
};

struct Node {
  std::string id;
  static constexpr std::size_t root = ~std::size_t{0};
  std::size_t parent = root;  // place of the enclosing node in the list, before this one
  Role role = Role::text;
  int level = 0;  // of a heading
  std::uint32_t flags = 0;
  Rect rect;  // what is operated: of a field its box without the label
  // Where `name`, `hint` and `error` are painted when that is not the whole of `rect`: the label
  // above a field, the words beside a radio's circle, the legend of a group. Width 0: not painted
  // (the label of a field in a table cell is said by its row and column).
  Rect label_rect, hint_rect, error_rect;
  std::string name;         // label, text or caption
  std::string value;        // of a control; of a select the value of the chosen option
  std::string unit;         // 円, 人: read after the value
  std::string hint, error;  // tied by aria-describedby
  std::string labelled_by;  // of a section: the id of its heading
  std::string target;       // of a link
  InputMode input_mode = InputMode::text;
  std::uint32_t value_revision = 0;  // the DOM's value is overwritten only when this changed
  Options options;                   // of a select
  std::vector<DrawnShape> drawing;   // of an image; the first is the ground, as large as itself
  // Byte offsets in `name`, `hint` and `error` where the painted text wraps.
  std::vector<std::uint32_t> breaks, hint_breaks, error_breaks;
  // Of the painted name and value, CSS pixels; hint and error are painted at 0.875 of both. The
  // value of a text field is drawn by the DOM itself, over a box that ImGui painted, with
  // 0.75 × font_px of padding left and right. What a select shows is painted, on as many lines as
  // it takes (the browser's own would cut it off); the element's words are transparent.
  float font_px = 16, line_px = 27;
};

// Of a select, × font_px: left and right of its words, the arrow's room included.
inline constexpr float select_padding = 2.75f;

using NodeList = std::vector<Node>;

// What the DOM reported since the last frame, in order.
struct DomEvent {
  enum class Kind : std::uint8_t {
    click,      // button, link, disclosure, checkbox, radio (their new state is the application's)
    input,      // a draft while typing, outside composition
    commit,     // change, blur or Enter outside composition: `value` is the truth
    select,     // `value` of the option
    focus,      // `id` has focus now; "" none
    hover,      // `id` under the pointer; "" none
    press,      // `id` held down; "" none
    key,        // documented shortcut; `value` names it ("undo", "redo", "help", …)
    open_file,  // `value` is the text of a file that was picked, dropped or pasted; `id` its name
    paste,      // `value` pasted into `id` with more than one cell
    message,    // from the page around the module (web/share.js, web/embed.js): `id` names it
    idle,       // nothing but a reason to draw (resize, fonts, density)
  };
  Kind kind = Kind::idle;
  std::string id;
  std::string value;
};

}  // namespace uwanose::ui
