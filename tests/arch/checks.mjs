// What the architecture promises, as checks of source text. Each takes a path in the repository and
// its text and returns the faults it found, so that bad samples can show that it bites.
import { posix } from 'node:path';

// A room may include itself and these; what is not here, nobody includes.
const arrows = {
  assets: [],
  core: [],
  rules: ['core'],
  io: ['core', 'rules'],
  app: ['core', 'rules'],
  ui: ['app', 'core'],
  platform: ['ui', 'core'],
  'platform/headless': ['platform', 'ui', 'core'],
  'platform/web': ['platform', 'ui', 'core'],
  cli: ['core', 'rules', 'io', 'app', 'assets'],
  module: ['core', 'rules', 'io', 'app', 'cli', 'assets'],
  page: ['core', 'rules', 'io', 'app', 'ui', 'platform', 'platform/web', 'assets'],
};

// Libraries that only these rooms see.
const libraries = [
  { match: /^nlohmann\//, rooms: ['io'] },
  { match: /^(backends\/|misc\/freetype\/)?im(gui|stb)\w*\.h$/, rooms: ['ui'] },
  { match: /^emscripten(\/|\.h)/, rooms: ['platform/web'] },
  { match: /^GLES\d\//, rooms: ['ui', 'platform/web'] },
  { match: /^(unistd|fcntl|sys\/\w+)\.h$/, rooms: ['cli'] },
];

const exact_rooms = ['core', 'rules', 'io', 'app'];

function room_of(path) {
  const folder = posix.dirname(path);
  return Object.keys(arrows).sort((a, b) => b.length - a.length)
    .find((room) => folder === room || folder.startsWith(`${room}/`));
}

const source_room = (path) => (path.startsWith('src/') ? room_of(path.slice(4)) : undefined);

// Without comments, and with what stands in quotes emptied.
function code_of(text) {
  const token = /R"(\w*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![\w])'(?:\\.|[^'\\\n])+'|\/\/[^\n]*|\/\*[^]*?\*\//g;
  return text.replace(token, (found) => (found.startsWith('/') ? ' ' : '""'));
}

function includes_of(text) {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm)]
    .map(([, quote, name]) => ({ quote, name }));
}

function room_fault(room, { quote, name }) {
  const library = libraries.find(({ match }) => match.test(name));
  if (library) return library.rooms.includes(room) ? null : `${name} belongs to ${library.rooms.join(' and ')}`;
  if (quote === '<') return /^[a-z_]+$/.test(name) ? null : `<${name}> is not of the standard library`;
  const target = room_of(name);
  if (!target) return `"${name}" is in no room`;
  return target === room || arrows[room].includes(target) ? null : `${room} may not include ${target}`;
}

function flat(table, prefix = '') {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`));
}

export const source_checks = {
  'includes follow the arrows between the rooms'(path, text) {
    const room = source_room(path);
    if (!room) return path.startsWith('src/') ? [`${path} is in no room`] : [];
    return includes_of(text).map((include) => room_fault(room, include)).filter(Boolean);
  },
  'no floating point where money is counted'(path, text) {
    if (!exact_rooms.includes(source_room(path))) return [];
    return [...code_of(text).matchAll(/\b(double|float|std::sto[df]|strto[df])\b/g)].map(([word]) => word);
  },
  'exceptions stay inside io'(path, text) {
    const room = source_room(path);
    if (!room || room === 'io') return [];
    return [...code_of(text).matchAll(/\b(throw|try|catch)\b/g)].map(([word]) => word);
  },
  'headers of core and rules open with what the concept is'(path, text) {
    const told = !/^src\/(core|rules)\/.*\.h$/.test(path) || /^\/\/ \S.{10,}/.test(text);
    return told ? [] : ['the first line is no comment'];
  },
  'headers are read once'(path, text) {
    return !/^src\/.*\.h$/.test(path) || text.includes('#pragma once') ? [] : ['no #pragma once'];
  },
};

// exists(path in the repository) tells whether a relative path leads to something.
export function outward_paths(path, text, exists) {
  return [...text.matchAll(/(?<![\w./])(?:\.\.\/)+[\w./-]*[\w-]/g)]
    .map(([relative]) => ({ relative, target: posix.normalize(posix.join(posix.dirname(path), relative)) }))
    .filter(({ target }) => target.startsWith('..') || !exists(target))
    .map(({ relative }) => `${relative} leads nowhere`);
}

// Two tables of strings: the same keys, nothing empty, the same {places}.
export function table_faults(one, other) {
  const [left, right] = [new Map(flat(one)), new Map(flat(other))];
  const places = (text) => (text?.match(/\{\w*\}/g) ?? []).sort().join();
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    if (!left.get(key)?.trim() || !right.get(key)?.trim()) return [`${key}: missing or empty in one language`];
    return places(left.get(key)) === places(right.get(key)) ? [] : [`${key}: places differ`];
  });
}
