// node web/module/pack.mjs BUILD_DIR OUT_DIR: the engine, its script and its bytes, as one ES module
// (uwanose.mjs), beside its types and the example pages.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

// The licences of what is inside travel with it.
function licences() {
  const folder = join(root, 'licences');
  const wanted = ['emscripten', 'llvm', 'musl', 'nlohmann-json'];
  const texts = readdirSync(folder).filter((name) => wanted.includes(name.replace('.txt', '')))
    .sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return [`Uwanose\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`, ...texts]
    .join(`\n\n${'='.repeat(60)}\n\n`).replaceAll('*/', '* /');
}

const [build, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node web/module/pack.mjs BUILD_DIR OUT_DIR');
  process.exit(2);
}
const bytes = join(build, 'engine.wasm.gz');
writeFileSync(bytes, gzipSync(readFileSync(join(build, 'engine.wasm')), { level: 9, memLevel: 9 }));
const script = execFileSync('esbuild', [join(here, 'uwanose.js'), '--bundle', '--format=esm',
  '--minify', '--charset=utf8', '--target=es2022', '--loader:.gz=base64',
  `--alias:module-glue=${resolve(build, 'engine.js')}`, `--alias:module-bytes=${resolve(bytes)}`],
{ encoding: 'utf8', maxBuffer: 1 << 26 });
mkdirSync(out, { recursive: true });
const text = `/*!\n${licences()}\n*/\n${script}`;
writeFileSync(join(out, 'uwanose.mjs'), text);
for (const name of ['uwanose.d.ts', 'example-module.html', 'example-frame.html']) {
  copyFileSync(join(here, name), join(out, name));
}
console.log(`${join(out, 'uwanose.mjs')}: ${Buffer.byteLength(text)} bytes`);
