#include "ui/table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/paint.h"
#include "ui/text_layout.h"

namespace uwanose::ui {

Table::Table(Frame& frame, std::string_view id, std::string_view caption,
             std::vector<Column> columns, const Look& look)
    : frame_(frame),
      id_(id),
      columns_(std::move(columns)),
      outer_(frame.cursor()),
      padding_(std::round(look.padding * frame.em())) {
  const TextStyle style{.weight = Weight::bold, .colour = frame.theme().label};
  const float em = frame.em();
  float least = 0, shares = 0;
  for (Column& column : columns_) {
    // No word of a title breaks.
    const Type title{column.action ? em : frame.theme().small * em, Weight::bold};
    const float edges = column.action ? 1.6f : 0.05f;  // a button's own
    column.least = std::max(column.least, widest_word(column.title, title) / em + edges);
    least += column.least * em + 2 * padding_;
    shares += column.share;
  }
  stacked_ = least > outer_.width + 0.5f;
  // Kept for the cursor after the table.
  full_width_ = outer_.width;
  if (!stacked_ && shares == 0) outer_.width = least;
  const float room = std::max(0.0f, outer_.width - least);
  float x = outer_.x;
  for (const Column& column : columns_) {
    const float more = shares > 0 ? room * column.share / shares : 0;
    const float width = std::floor(column.least * em + more);
    lefts_.push_back(x + padding_);
    widths_.push_back(stacked_ ? outer_.width - 2 * padding_ : width);
    x += width + 2 * padding_;
  }

  Node& node = frame.open(Role::table, id, caption);
  if (look.captioned) {
    node.label_rect = frame.take(text_height(frame, caption, full_width_, style));
    paint_text(frame, caption, node.label_rect, style);
    describe_text(frame, node, caption, full_width_, style);
    frame.gap(0.25f);
  }
  paint_header();
}

void Table::paint_header() {
  const Theme& theme = frame_.theme();
  const std::string head = id_ + ".head";
  float height = 0;
  const auto style_of = [&](const Column& column) {
    return TextStyle{.size = theme.small,
                     .weight = Weight::bold,
                     .colour = theme.support,
                     .align_right = column.align_right};
  };
  if (!stacked_) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].action)
        height = std::max(
            height, text_height(frame_, columns_[i].title, widths_[i], style_of(columns_[i])));
    height += 2 * padding_;
  }
  const Rect row{outer_.x, frame_.cursor().y, outer_.width, height};
  if (!stacked_) {
    paint::fill(row, theme.stripe);
    paint::line({row.x, row.y + height - 1}, {row.x + row.width, row.y + height - 1}, theme.line);
  }
  frame_.open(Role::row, head);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const TextStyle style = style_of(column);
    const std::string id = head + "." + std::to_string(i);
    const Rect words{lefts_[i], row.y + padding_, widths_[i],
                     std::max(0.0f, height - 2 * padding_)};
    const bool unpainted = stacked_ || column.action;
    if (!unpainted) paint_text(frame_, column.title, words, style);
    const Rect cell{words.x - padding_, row.y, words.width + 2 * padding_, height};
    Node& node = frame_.append(Role::column_header, id, stacked_ ? row : cell, column.title);
    if (unpainted) {
      node.flags |= NodeFlag::visually_hidden;
    } else {
      node.label_rect = words;
      describe_text(frame_, node, column.title, words.width, style);
    }
  }
  frame_.close(row);
  frame_.cursor().y += height;
}

void Table::row(std::string_view key, std::string_view header, float least_height) {
  end_row();
  in_row_ = true;
  row_id_ = id_ + "." + std::string(key);
  column_ = 0;
  row_top_ = row_bottom_ = frame_.cursor().y;
  row_least_ = least_height;
  frame_.open(Role::row, row_id_);

  put(Role::row_header, header, {.weight = Weight::bold, .colour = frame_.theme().label});
}

void Table::put(Role role, std::string_view text, const TextStyle& style) {
  const float height = text_height(frame_, text, widths_[column_], style);
  const Rect place = next_place(stacked_ ? height : std::max(height, row_least_));
  Rect painted = place;
  painted.y += (place.height - height) / 2;
  painted.height = height;
  paint_text(frame_, text, painted, style);
  Node& node = frame_.append(role, cell_id(), place, text);
  node.label_rect = painted;
  describe_text(frame_, node, text, painted.width, style);
  ++column_;
}

Rect Table::next_place(float height) {
  if (!stacked_) {
    row_bottom_ = std::max(row_bottom_, row_top_ + height + 2 * padding_);
    return {lefts_[column_], row_top_ + padding_, widths_[column_], height};
  }
  const Rect place{outer_.x + padding_, row_bottom_ + padding_, widths_[0], height};
  row_bottom_ += height + padding_;
  return place;
}

void Table::words(std::string_view text, const TextStyle& given) {
  TextStyle style = given;
  const Column& column = columns_[column_];
  style.align_right = column.align_right;
  if (!stacked_) return put(Role::cell, text, style);
  // Beside the row's header alone, a name says nothing.
  if (columns_.size() == 2) return put(Role::cell, text, style);
  if (!text.empty()) return put_named(text, style);
  frame_.append(Role::cell, cell_id(), {outer_.x + padding_, row_bottom_, widths_[0], 0});
  ++column_;
}

void Table::put_named(std::string_view text, const TextStyle& style) {
  const std::string& name = columns_[column_].title;
  const TextStyle quiet = support_style(frame_);
  const float em = frame_.em();
  const float half = std::floor(widths_[0] * 0.42f);
  const float beside = text_height(frame_, text, widths_[0] - half, style);
  const bool below = paint::text_width(name, {quiet.size * em, quiet.weight}) > half - padding_ ||
                     widest_word(text, {style.size * em, style.weight}) > widths_[0] - half ||
                     beside > 2.5f * text_height(frame_, "", widths_[0], style);
  const float left = below ? widths_[0] : half - padding_;
  const float title = text_height(frame_, name, left, quiet);
  const float words = below ? text_height(frame_, text, widths_[0], style) : beside;
  Rect place = next_place(below ? title + words : std::max(words, title));
  paint_text(frame_, name, {place.x, place.y, left, title}, quiet);
  if (below) {
    place.y += title;
    place.height = words;
  } else {
    place.x += half;
    place.width -= half;
  }
  paint_text(frame_, text, place, style);
  Node& node = frame_.append(Role::cell, cell_id(), place, text);
  describe_text(frame_, node, text, place.width, style);
  ++column_;
}

Rect Table::open_cell(float height) {
  if (stacked_) {
    const TextStyle quiet = support_style(frame_);
    const Column& column = columns_[column_];
    const bool named = !column.title.empty() && !column.action;
    const float words = named ? text_height(frame_, column.title, widths_[0], quiet) : 0;
    const Rect whole = next_place(words + height);
    if (named) paint_text(frame_, column.title, {whole.x, whole.y, whole.width, words}, quiet);
    place_ = {whole.x, whole.y + words, whole.width, height};
    if (column.action) place_.width = std::min(whole.width, std::round(column.least * frame_.em()));
  } else {
    place_ = next_place(height);
  }
  frame_.open(Role::cell, cell_id());
  return place_;
}

void Table::close_cell() {
  frame_.close(place_);
  ++column_;
}

void Table::end_row() {
  if (!in_row_) return;
  in_row_ = false;
  if (stacked_) row_bottom_ += padding_ * 2;
  frame_.close({outer_.x, row_top_, outer_.width, row_bottom_ - row_top_});
  paint::line({outer_.x, row_bottom_}, {outer_.x + outer_.width, row_bottom_}, frame_.theme().line);
  frame_.cursor() = {outer_.x, row_bottom_ + 1, full_width_};
}

Table::~Table() {
  end_row();
  frame_.close({outer_.x, outer_.y, outer_.width, frame_.cursor().y - outer_.y});
}

}  // namespace uwanose::ui
