// Where widgets go: boxes, grids and flows over the frame's cursor.
//
// Everything is measured in em of the body text and fills the width it is given, so a page at twice
// the text size on 320 px reflows to one column instead of being cut. Each of these lives for a
// scope and leaves the cursor below what it held.
#pragma once

#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace uwanose::ui {

// How a window is used: the answer stands at the right, in a bar below, or (a very small window, or
// one zoomed far) only in the flow of the page.
enum class Shape { wide, phone, bare };

struct Screen {
  Shape shape = Shape::wide;
  float margin = 0;
  Rect main;    // the column of the document; its height is open
  Rect answer;  // in viewport coordinates; of Shape::bare empty
};
Screen plan_screen(const Frame& frame);

// A box with a background and an edge around its content.
class Box {
 public:
  struct Look {
    Colour back, edge;
    float padding = 1.25f;  // em
    float stripe = 0;       // px of `edge` at the left, in place of a line around
  };
  Box(Frame& frame, const Look& look);
  ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;

 private:
  Frame& frame_;
  Look look_;
  Cursor outer_;
  float padding_;
  int depth_;
};

// Equal columns, as many as fit.
class Grid {
 public:
  Grid(Frame& frame, float least_column_ems, float gap_ems = 1, int most = 6);
  ~Grid();
  Grid(const Grid&) = delete;
  Grid& operator=(const Grid&) = delete;
  // Moves the cursor to the next cell.
  void next();
  int columns() const { return columns_; }

 private:
  Frame& frame_;
  Cursor outer_;
  float gap_, column_;
  int columns_, at_ = 0;
  float row_top_, row_bottom_;
};

// Things side by side at their own width, wrapping.
class Flow {
 public:
  explicit Flow(Frame& frame, float gap_ems = 0.75f);
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;
  Rect next(float width, float height);

 private:
  Frame& frame_;
  float gap_, x_, bottom_;
};

// A named region: section node, heading, content.
class Section {
 public:
  Section(Frame& frame, std::string_view id, std::string_view text, int level = 2);
  ~Section();
  Section(const Section&) = delete;
  Section& operator=(const Section&) = delete;

 private:
  Frame& frame_;
  Cursor start_;
};

// A node without a look of its own around what follows: main, navigation, list, group.
class Container {
 public:
  Container(Frame& frame, Role role, std::string_view id, std::string_view name = {});
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

 private:
  Frame& frame_;
  Cursor start_;
};

// What it holds is neither painted nor takes room: it is in print and in the text view only.
class PrintOnly {
 public:
  explicit PrintOnly(Frame& frame);
  ~PrintOnly();
  PrintOnly(const PrintOnly&) = delete;
  PrintOnly& operator=(const PrintOnly&) = delete;

 private:
  Frame& frame_;
  Cursor outer_;
  std::uint32_t outer_flags_;
};

// A section that stays in the window; `layer` in viewport coordinates. At most one a frame.
class Pinned {
 public:
  Pinned(Frame& frame, std::string_view id, std::string_view name, const Rect& layer,
         float padding_ems);
  ~Pinned();
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;

 private:
  Frame& frame_;
  Cursor outer_;
  Rect layer_;
};

}  // namespace uwanose::ui
