// Marks a function that the page's script calls.
#pragma once

#include <emscripten.h>

#define UWANOSE_EXPORTED EMSCRIPTEN_KEEPALIVE
