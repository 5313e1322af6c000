// Text that breaks a promise, and text beside it that doesn't.
const include = 'includes follow the arrows between the rooms';
const floating = 'no floating point where money is counted';
const exceptions = 'exceptions stay inside io';
const opening = 'headers of core and rules open with what the concept is';

export const samples = {
  sources: [
    { check: include, path: 'src/core/a.cpp', text: '#include "rules/pack.h"', bad: true },
    { check: include, path: 'src/rules/a.cpp', text: '#include "core/yen.h"\n#include <vector>', bad: false },
    { check: include, path: 'src/rules/a.cpp', text: '  # include "io/json.h"', bad: true },
    { check: include, path: 'src/app/a.cpp', text: '#include "ui/theme.h"', bad: true },
    { check: include, path: 'src/app/a.cpp', text: '#include <nlohmann/json.hpp>', bad: true },
    { check: include, path: 'src/io/a.cpp', text: '#include <nlohmann/json.hpp>', bad: false },
    { check: include, path: 'src/platform/web/a.cpp', text: '#include "imgui.h"', bad: true },
    { check: include, path: 'src/ui/a.cpp', text: '#include "imgui_internal.h"', bad: false },
    { check: include, path: 'src/ui/a.cpp', text: '#include <emscripten.h>', bad: true },
    { check: include, path: 'src/platform/web/a.cpp', text: '#include <emscripten/html5.h>', bad: false },
    { check: include, path: 'src/platform/headless/a.cpp', text: '#include "platform/web/gl.h"', bad: true },
    { check: include, path: 'src/cli/a.cpp', text: '#include "app/answer.h"', bad: false },
    { check: include, path: 'src/cli/a.cpp', text: '#include "ui/theme.h"', bad: true },
    { check: include, path: 'src/app/a.cpp', text: '#include "cli/columns.h"', bad: true },
    { check: include, path: 'src/core/a.h', text: '#include "../rules/pack.h"', bad: true },
    { check: include, path: 'src/core/a.h', text: '#include <boost/any.hpp>', bad: true },
    { check: include, path: 'src/attic/a.h', text: '', bad: true },
    { check: floating, path: 'src/core/a.cpp', text: 'double rate = 2;', bad: true },
    { check: floating, path: 'src/io/a.cpp', text: 'auto rate = static_cast<float>(2);', bad: true },
    { check: floating, path: 'src/core/a.cpp', text: '// no double here\nf("a float"); /* double */', bad: false },
    { check: floating, path: 'src/core/a.cpp', text: "f('\"'); double rate; g('\"');", bad: true },
    { check: floating, path: 'src/core/a.cpp', text: "const long ten = 10'000; double x = 1'0;", bad: true },
    { check: floating, path: 'src/ui/a.cpp', text: 'float width = 2;', bad: false },
    { check: exceptions, path: 'src/core/a.cpp', text: 'throw 1;', bad: true },
    { check: exceptions, path: 'src/cli/a.cpp', text: 'try { f(); } catch (...) {}', bad: true },
    { check: exceptions, path: 'src/io/a.cpp', text: 'try { f(); } catch (...) {}', bad: false },
    { check: exceptions, path: 'src/app/a.cpp', text: 'retry(); // try again', bad: false },
    { check: opening, path: 'src/core/a.h', text: '#pragma once\n// Yen.', bad: true },
    { check: opening, path: 'src/rules/a.h', text: '//\n#pragma once', bad: true },
    { check: opening, path: 'src/core/a.h', text: '// Whole yen, never negative.\n#pragma once', bad: false },
    { check: 'headers are read once', path: 'src/ui/a.h', text: 'struct A {};', bad: true },
  ],
  paths: [
    { path: 'docs/page.md', text: 'see [rules](../docs/rules.md)', bad: false },
    { path: 'docs/page.md', text: 'see ../elsewhere/rules.md', bad: true },
    { path: 'README.md', text: 'see `../elsewhere`', bad: true },
    { path: 'README.md', text: 'and so on... / or', bad: false },
  ],
  tables: [
    { ja: { a: { b: '円 {n}' } }, en: { a: { b: '{n} yen' } }, bad: false },
    { ja: { a: '円' }, en: {}, bad: true },
    { ja: { a: '円' }, en: { a: ' ' }, bad: true },
    { ja: { a: '{n}円' }, en: { a: 'yen' }, bad: true },
  ],
};
