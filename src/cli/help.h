// What `uwanose --help` prints.
#pragma once

#include <string_view>

namespace uwanose::cli {

std::string_view help_text();

}  // namespace uwanose::cli
