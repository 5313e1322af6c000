// A table with caption, column and row headers, whose cells hold words or controls.
//
// Where its columns do not fit, each row becomes a small block: the row's header, then each cell
// beside or below the name of its column; a cell without words takes no room. The nodes stay the
// same.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/fields.h"
#include "ui/frame.h"
#include "ui/widgets.h"

namespace uwanose::ui {

struct Column {
  std::string title;
  float least = 6;  // em
  float share = 0;  // of the room that is left; if no column takes any, the table is narrower
  bool align_right = false;
  bool action = false;  // of buttons that say themselves what they do: the title is only read
};

class Table {
 public:
  struct Look {
    float padding = 0.4f;   // em, around each cell
    bool captioned = true;  // else a heading above says the same, and the caption is only read
  };
  Table(Frame& frame, std::string_view id, std::string_view caption, std::vector<Column> columns,
        const Look& look);
  Table(Frame& frame, std::string_view id, std::string_view caption, std::vector<Column> columns)
      : Table(frame, id, caption, std::move(columns), Look{}) {}
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // The first column of a row is its header.
  void row(std::string_view key, std::string_view header, float least_height = 0);
  void words(std::string_view text, const TextStyle& given = {});
  // Opens the next cell for a control; the room it may fill. close_cell() after it.
  Rect open_cell(float height);
  void close_cell();

  bool stacked() const { return stacked_; }
  // Of the next cell.
  float cell_width() const { return widths_[column_]; }

 private:
  void end_row();
  void paint_header();
  // The next cell: its words in the middle of the room that its row gives it.
  void put(Role role, std::string_view text, const TextStyle& style);
  // The place of the next cell's content, `height` high.
  Rect next_place(float height);
  // Of a stacked row: words below the name of their column, or at its right where that reads well.
  void put_named(std::string_view text, const TextStyle& style);
  std::string cell_id() const { return row_id_ + "." + std::to_string(column_); }

  Frame& frame_;
  std::string id_, row_id_;
  std::vector<Column> columns_;
  std::vector<float> lefts_, widths_;
  Cursor outer_;
  std::size_t column_ = 0;
  float row_top_ = 0, row_bottom_ = 0, row_least_ = 0;
  float padding_, full_width_ = 0;
  bool stacked_ = false, in_row_ = false;
  Rect place_;
};

}  // namespace uwanose::ui
