// What must hold of every tree, whatever the page: a check for tests, run on every frame.
//
// Ids are unique and parents come first; every control, heading, table, picture and region is
// named; what is pointed to exists; headings do not jump; a target is at least 44 px (a link in
// text 24 px) and overlaps no other; nothing is wider than the window; an invalid control says why.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ui/nodes.h"

namespace uwanose::ui {

// In words, one each; none if the tree is sound. `width`, `height` of the window, CSS pixels.
std::vector<std::string> find_violations(const NodeList& nodes, float width, float height);

// What a widget asks about (clicked, focused, hovered …) is a control of the tree: nothing reacts
// that a keyboard or a screen reader could not reach.
std::vector<std::string> find_unreachable(const NodeList& nodes,
                                          const std::unordered_set<std::string>& asked_about);

bool is_interactive(Role role);
const char* role_name(Role role);

}  // namespace uwanose::ui
