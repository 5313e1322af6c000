// The node list as it crosses from C++ into the page: one buffer a frame, differences only.
//
// The page keeps the elements; this side keeps the tree of the last frame and sends what changed:
// which nodes have gone, whose children are others, rectangles, contents. A frame that changed
// nothing sends nothing.
// Ids become small numbers that are never used twice, so that the page looks up by index and
// decodes a string only when it is new.
//
// Words (32 bit, floats as their bits), in this order:
//   header    document height (float), counts of gone, families, rectangles, contents
//   gone      { number }
//   family    { number of the parent (0: root), count of children, their numbers in order }: all
//             children that are elements, where they were others or in another order, or one of
//             them has to be made again
//   rectangle { number, font, line, x, y, width, height of the node, its label, hint and error }:
//             from the corner of the innermost section, table or row around it, so that what is in
//             one moves with it and only the box is sent
//   content   { number, role | level << 8 | input_mode << 16, flags, value_revision,
//               id, name, value, unit, hint, error, labelled_by, target as { offset, bytes },
//               count of options, { value, label, group } each,
//               of name, hint and error each: count of breaks, breaks in UTF-16 units,
//               count of shapes, { kind, colour, x, y, a, b, size, of text its words } each }
// Strings are UTF-8 in a second buffer; offsets count from its start.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/nodes.h"

namespace uwanose::platform {

class NodeWire {
 public:
  static constexpr std::size_t header_words = 5;

  // False if nothing differs from the tree encoded before: then there is nothing to hand over.
  bool encode(ui::NodeList nodes, float document_height);

  const std::vector<std::uint32_t>& words() const { return words_; }
  const std::string& strings() const { return strings_; }

 private:
  static constexpr std::size_t nowhere = ~std::size_t{0};

  // Finds of each node its number and what it was before. False if some family may be another.
  bool match(const ui::NodeList& nodes);
  void push_gone();
  void push_families(const ui::NodeList& nodes);
  std::uint32_t number(const std::string& id);
  void push(float value);
  void push(std::string_view text);
  void push_breaks(std::string_view text, const std::vector<std::uint32_t>& breaks);
  void push_rectangles(const ui::Node& node, std::uint32_t number);
  void push_content(const ui::Node& node, std::uint32_t number);

  ui::NodeList previous_;
  float previous_height_ = -1;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of every id seen, from 1
  std::vector<std::size_t> place_of_;                       // by number, in previous_
  std::vector<std::uint32_t> previous_numbers_;
  // Of the nodes being encoded.
  std::vector<std::uint32_t> numbers_of_nodes_;
  std::vector<const ui::Node*> before_;
  std::vector<std::uint32_t> words_;
  std::string strings_;
};

}  // namespace uwanose::platform
